import { isObject, own } from '../json/guards.ts';
import type { Place, Trait } from './change.ts';
import { compareChoices } from './choices.ts';
import {
  type Comparison,
  componentAt,
  type Here,
  part,
  type Sides,
  without,
} from './comparison.ts';
import { compareDiscriminators } from './discriminator.ts';
import { comparedBy, thingOf } from './keywords.ts';
import { compareLeaves, compareNamed, presence } from './leaves.ts';
import { compareSunsets } from './lifecycle.ts';
import { compareProperties } from './properties.ts';
import { resolvedKey } from './resolved-key.ts';
import { type SharedRef, sameSchemas } from './same.ts';
import { asTypeList } from './type-choices.ts';
import { compareTypes, isNullable } from './types.ts';
import { isAnnotation, type Located, member, type View, type Viewer, type Whole } from './view.ts';

/**
 * Compares two schemas. If references lead to both, the targets are compared once, and here only what is said beside
 * the references; in all other cases it does not matter which part of a schema is in a component of its own.
 */
export function compareSchemas(comparison: Comparison, here: Here, sides: Sides): void {
  const { before, after } = sides;
  const refs = sameSchemas(before.value, after.value);
  if (refs) {
    for (const ref of refs) useSame(comparison, here, sides, ref);
    return;
  }
  const [one, other] = [comparison.before.view(before, true), comparison.after.view(after, true)];
  if (one.isTarget && other.isTarget && isSameFrame(one, other)) {
    compareBeside(comparison, here, sides, one);
    useSchemas(comparison, here, { before: one.node, after: other.node });
  } else if (one.isTarget || other.isTarget) useWholes(comparison, here, sides, here.place);
  else {
    const left = comparison.before.whole(before, true);
    compareWholes(comparison, here, left, comparison.after.whole(after, true));
  }
}

/** A reference that is the same on both sides, somewhere in the schemas that are compared. */
function useSame(
  comparison: Comparison,
  here: Here,
  { before, after }: Sides,
  ref: SharedRef,
): void {
  const one = comparison.before.view({ value: ref.before, path: before.path }, true);
  const other = comparison.after.view({ value: ref.after, path: after.path }, true);
  if (!one.isTarget || !other.isTarget) return;
  const both = (keyword: string) =>
    own(one.node.value, keyword) === true && own(other.node.value, keyword) === true;
  let at = here;
  for (const absent of ref.absent) at = without(at, absent);
  if (both('readOnly')) at = without(at, 'request');
  if (both('writeOnly')) at = without(at, 'response');
  useSchemas(comparison, at, { before: one.node, after: other.node });
}

/** Whether two references have the same keywords beside them, so that they and their targets can be compared apart. */
function isSameFrame(one: View, other: View): boolean {
  const keys = [...one.beside.keys()];
  return (
    one.nullable === other.nullable &&
    keys.length === other.beside.size &&
    keys.every((key) => other.beside.has(key))
  );
}

/** The targets of two references. */
function useSchemas(comparison: Comparison, here: Here, sides: Sides): void {
  useWholes(comparison, here, sides, placeOf(comparison, here, sides));
}

function useWholes(
  comparison: Comparison,
  here: Here,
  { before, after }: Sides,
  place: Place,
): void {
  const [left, right] = [
    comparison.before.whole(before, true),
    comparison.after.whole(after, true),
  ];
  const unit = comparison.unit('schema', { before, after }, [left, right], place, (all, at) => {
    const isFrame =
      isObject(before.value) && isObject(after.value) && isReferring(all, before, after);
    if (isFrame) compareSchemas(all, at, { before, after });
    else compareWholes(all, at, left, right);
  });
  comparison.use(here, unit);
}

function isReferring(comparison: Comparison, before: Located, after: Located): boolean {
  const [one, other] = [comparison.before.view(before, true), comparison.after.view(after, true)];
  return one.isTarget && other.isTarget && isSameFrame(one, other);
}

/** The component, if it is the same one on both sides; otherwise another schema is used here. */
function placeOf(comparison: Comparison, here: Here, { before, after }: Sides): Place {
  const [old, now] = [componentAt(before.path), componentAt(after.path)];
  if (old === undefined || now === undefined) return here.place;
  return old === now || comparison.renamed.get(old) === now ? { component: now } : here.place;
}

/** What is said beside two references. */
function compareBeside(
  comparison: Comparison,
  here: Here,
  { before, after }: Sides,
  view: View,
): void {
  const only = new Set([...view.beside.keys()].filter(isAnnotation));
  if (only.size === 0) return;
  const [left, right] = [
    comparison.before.whole(before, true),
    comparison.after.whole(after, true),
  ];
  compareLeaves(comparison, here, 'schema', left, right, { only });
}

/** Compares two schemas keyword by keyword. */
export function compareWholes(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): void {
  if (before.value === after.value && before.nullable === after.nullable && !before.isNever) return;
  if (before.isNever || after.isNever) {
    if (before.isNever !== after.isNever)
      comparison.add(here, after.isNever ? 'never-added' : 'never-removed', { before, after });
    return;
  }
  compareAllowed(comparison, here, asTypeList(before, after), asTypeList(after, before));
}

function compareAllowed(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  compareNullable(comparison, here, before, after);
  const leftover = compareChoices(comparison, here, before, after);
  if (!leftover) return;
  compareTypes(comparison, here, before, after);
  compareLeaves(comparison, here, 'schema', before, after);
  compareSunsets(comparison, here, before, after);
  compareProperties(comparison, here, before, after, leftover);
  compareItems(comparison, here, before, after);
  compareParts(comparison, here, before, after);
  compareDiscriminators(comparison, here, before, after);
}

function compareNullable(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const [was, is] = [isNullable(before), isNullable(after)];
  // Without a type, null is one of many values that are allowed.
  if (was === is || was === undefined || is === undefined) return;
  const isFrame = before.nullable !== after.nullable;
  const placed = (whole: Whole): Located =>
    isFrame ? { value: undefined, path: whole.at } : typeAt(whole);
  comparison.add(here, is ? 'nullable-added' : 'nullable-removed', {
    before: placed(before),
    after: placed(after),
  });
}

function typeAt(whole: Whole): Located {
  const type = member(whole, 'type');
  return type.value === undefined ? { value: undefined, path: whole.path } : type;
}

/** Path of a part of a schema, for people. */
export function inside(here: Here, step: string): Here {
  const { property = '' } = here.place;
  const isName = !/^[[.(]/.test(step);
  return part(here, {
    property: isName && property !== '' ? `${property}.${step}` : property + step,
  });
}

const STEPS: Readonly<Record<string, string>> = {
  items: '[]',
  unevaluatedItems: '[]',
  contains: '[]',
  additionalProperties: '.*',
  unevaluatedProperties: '.*',
  propertyNames: '.*',
};

function compareItems(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  if (before.value.prefixItems === undefined && after.value.prefixItems === undefined) return;
  const [old, now] = [member(before, 'prefixItems'), member(after, 'prefixItems')];
  const [olds, nows] = [old, now].map(({ value }) => (Array.isArray(value) ? value : []));
  for (let at = 0; at < Math.max(olds?.length ?? 0, nows?.length ?? 0); at += 1) {
    const one = { value: olds?.[at], path: [...old.path, String(at)] };
    const other = { value: nows?.[at], path: [...now.path, String(at)] };
    const action = presence(one.value, other.value);
    const name = String(at);
    if (action === 'added') comparison.add(here, 'prefix-item-added', { name, after: other });
    else if (action === 'removed')
      comparison.add(here, 'prefix-item-removed', { name, before: one });
    else compareSchemas(comparison, inside(here, `[${at}]`), { before: one, after: other });
  }
}

function compareParts(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const partsOf = (keyword: string) => [member(before, keyword), member(after, keyword)] as const;
  const isThere = (keyword: string) =>
    before.value[keyword] !== undefined || after.value[keyword] !== undefined;
  for (const keyword of comparedBy('schema', 'schema').filter(isThere)) {
    const [one, other] = partsOf(keyword);
    const at = inside(here, STEPS[keyword] ?? '');
    if (one.value !== undefined && other.value !== undefined)
      compareSchemas(comparison, at, { before: one, after: other });
    else addedOrRemoved(comparison, here, thingOf(keyword), one, other);
  }
  for (const keyword of comparedBy('schema', 'open').filter(isThere))
    compareOpen(comparison, here, keyword, partsOf(keyword));
  for (const keyword of comparedBy('schema', 'negated').filter(isThere)) {
    const [one, other] = partsOf(keyword);
    const action = presence(
      one.value === undefined ? undefined : resolvedKey(comparison.before, one),
      other.value === undefined ? undefined : resolvedKey(comparison.after, other),
    );
    if (action === 'changed')
      comparison.add(here, `${thingOf(keyword)}-changed`, { before: one, after: other });
    else addedOrRemoved(comparison, here, thingOf(keyword), one, other);
  }
  for (const keyword of comparedBy('schema', 'schemas').filter(isThere)) {
    const thing = keyword === 'patternProperties' ? 'pattern-property' : 'dependent-schema';
    compareNamed(...partsOf(keyword), {
      both: (name, one, other) =>
        compareSchemas(comparison, inside(here, keyword === 'patternProperties' ? name : ''), {
          before: one,
          after: other,
        }),
      only: (name, action, one) =>
        comparison.add(here, `${thing}-${action}`, {
          name,
          [action === 'added' ? 'after' : 'before']: one,
        }),
    });
  }
  for (const keyword of comparedBy('schema', 'part').filter(isThere)) {
    const [one, other] = partsOf(keyword);
    const kind = keyword === 'xml' ? 'xml' : 'externalDocs';
    const wholes = [
      comparison.before.whole(one, false),
      comparison.after.whole(other, false),
    ] as const;
    compareLeaves(comparison, here, kind, ...wholes, { as: thingOf(keyword) });
  }
}

function addedOrRemoved(
  comparison: Comparison,
  here: Here,
  thing: string,
  before: Located,
  after: Located,
  traits?: readonly Trait[],
): void {
  const rest = traits && { traits };
  if (before.value === undefined && after.value !== undefined)
    comparison.add(here, `${thing}-added`, { after, ...rest });
  if (before.value !== undefined && after.value === undefined)
    comparison.add(here, `${thing}-removed`, { before, ...rest });
}

/** How much a keyword leaves open whose absence allows everything: 2 everything, 1 what a schema says, 0 nothing. */
function opennessOf(viewer: Viewer, schema: Located): 0 | 1 | 2 {
  if (schema.value === undefined || schema.value === true) return 2;
  const { value, isNever } = viewer.whole(schema, true);
  if (isNever) return 0;
  return Object.keys(value).every(isAnnotation) ? 2 : 1;
}

function compareOpen(
  comparison: Comparison,
  here: Here,
  keyword: string,
  [before, after]: readonly [Located, Located],
): void {
  const was = opennessOf(comparison.before, before);
  const is = opennessOf(comparison.after, after);
  const thing = thingOf(keyword);
  if (was === 1 && is === 1)
    compareSchemas(comparison, inside(here, STEPS[keyword] ?? ''), { before, after });
  else if (was !== is)
    comparison.add(here, `${thing}-${is > was ? 'widened' : 'narrowed'}`, { before, after });
}
