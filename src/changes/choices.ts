import { keyOf } from '../json/decimal.ts';
import { asArray, type JsonObject } from '../json/guards.ts';
import type { Trait } from './change.ts';
import { type Comparison, componentAt, type Here } from './comparison.ts';
import { comparedBy, thingOf } from './keywords.ts';
import { type Features, likenessOf, matchByLikeness, round, schemaFeatures } from './likeness.ts';
import { resolvedKey } from './resolved-key.ts';
import { compareSchemas, compareWholes } from './schema.ts';
import { typesOf } from './types.ts';
import { isAnnotation, isNull, type Located, member, type Viewer, type Whole } from './view.ts';

/** A schema of a choice, or a part of `allOf`. */
interface Option {
  readonly at: Located;
  /** Its component; empty if it has none. */
  readonly component: string;
  readonly name: string;
  readonly whole: Whole;
  readonly viewer: Viewer;
  readonly features: Features;
}

/** Parts of `allOf` on one side only, whose properties may be those of the schema itself on the other side. */
export interface Leftover {
  readonly before: readonly Whole[];
  readonly after: readonly Whole[];
}

/** The least likeness of two schemas of choices that count as the same. */
const SAME = 0.5;

/** The least likeness of a schema and the one of a choice that it became. */
const WRAPPED = 0.6;

/**
 * Compares `allOf`, `oneOf` and `anyOf`, whose order does not matter.
 *
 * @returns Parts of `allOf` without a counterpart; undefined if one schema became one of several, and everything about
 * it has been compared.
 */
export function compareChoices(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): Leftover | undefined {
  for (const keyword of comparedBy('schema', 'choice')) {
    if (keyword === 'allOf') continue;
    if (isWrapping(comparison, here, keyword, before, after, 'widened')) return undefined;
    if (isWrapping(comparison, here, keyword, before, after, 'narrowed')) return undefined;
  }
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const other = keyword === 'oneOf' ? 'anyOf' : 'oneOf';
    const isReplaced =
      before.value[keyword] !== undefined &&
      before.value[other] === undefined &&
      after.value[keyword] === undefined &&
      after.value[other] !== undefined;
    if (!isReplaced) continue;
    // More than one may match in `anyOf`.
    comparison.add(here, keyword === 'oneOf' ? 'choice-widened' : 'choice-narrowed', {
      before: member(before, keyword),
      after: member(after, other),
    });
    compareOptions(comparison, here, member(before, keyword), member(after, other), keyword, other);
    return compareParts(comparison, here, before, after);
  }
  for (const keyword of ['oneOf', 'anyOf']) {
    const [old, now] = [member(before, keyword), member(after, keyword)];
    const thing = thingOf(keyword);
    if (old.value === undefined && now.value !== undefined)
      comparison.add(here, `${thing}-added`, { after: now });
    else if (old.value !== undefined && now.value === undefined)
      comparison.add(here, `${thing}-removed`, { before: old });
    else compareOptions(comparison, here, old, now, keyword);
  }
  return compareParts(comparison, here, before, after);
}

function compareParts(comparison: Comparison, here: Here, before: Whole, after: Whole): Leftover {
  return compareOptions(comparison, here, member(before, 'allOf'), member(after, 'allOf'), 'allOf');
}

/**
 * Compares schemas in lists without order, each with the one that it is, or that is most like it.
 *
 * @param keyword That of the earlier list.
 * @param other That of the later one, if it is another.
 */
function compareOptions(
  comparison: Comparison,
  here: Here,
  before: Located,
  after: Located,
  keyword: string,
  other = keyword,
): Leftover {
  const old = optionsOf(comparison.before, before);
  const now = optionsOf(comparison.after, after);
  const pairs: [Option, Option][] = [];
  for (const same of SAMENESS) {
    const open = new Map<string, Option[]>();
    for (const option of now) {
      const key = same(option, comparison, false);
      if (key !== undefined) open.set(key, [...(open.get(key) ?? []), option]);
    }
    for (const option of [...old]) {
      const key = same(option, comparison, true);
      const found = key === undefined ? undefined : open.get(key)?.shift();
      if (!found) continue;
      pairs.push([option, found]);
      old.splice(old.indexOf(option), 1);
      now.splice(now.indexOf(found), 1);
    }
    if (old.length === 0 || now.length === 0) break;
  }
  // Two components with different names are two different schemas.
  const likeness = (a: Option, b: Option) =>
    a.component && b.component ? 0 : likenessOf(a.features, b.features);
  for (const pair of matchByLikeness(old, now, SAME, likeness)) {
    pairs.push([pair.before, pair.after]);
    old.splice(old.indexOf(pair.before), 1);
    now.splice(now.indexOf(pair.after), 1);
  }
  for (const [was, is] of pairs) compareSchemas(comparison, here, { before: was.at, after: is.at });
  for (const option of old)
    comparison.add(here, `${optionThing(keyword)}-removed`, {
      ...aboutOf(option, keyword),
      before: option.at,
    });
  for (const option of now)
    comparison.add(here, `${optionThing(other)}-added`, {
      ...aboutOf(option, other),
      after: option.at,
    });
  if (keyword !== 'allOf') return { before: [], after: [] };
  return { before: old.map(({ whole }) => whole), after: now.map(({ whole }) => whole) };
}

function optionThing(keyword: string) {
  return keyword === 'allOf' ? 'all-of-part' : (`${thingOf(keyword)}-variant` as const);
}

function aboutOf({ whole, name }: Option, keyword: string): { name?: string; traits?: Trait[] } {
  const isSilent = keyword === 'allOf' && Object.keys(whole.value).every(isAnnotationOrObject);
  return {
    ...(name !== '' && { name }),
    ...(isSilent && { traits: ['annotation-only'] }),
  };
}

/** Keywords of a part that are compared as if they were those of the schema itself. */
const OF_OBJECTS = new Set(['type', 'properties', 'required']);

function isAnnotationOrObject(keyword: string): boolean {
  return isAnnotation(keyword) || OF_OBJECTS.has(keyword);
}

/** The component of an option, under its name in the later document. */
function componentOf(
  { component }: Option,
  { renamed }: Comparison,
  isBefore: boolean,
): string | undefined {
  if (component === '') return undefined;
  return isBefore ? (renamed.get(component) ?? component) : component;
}

/** Ways in which two schemas are the same, the surest first: texts that are equal then. */
const SAMENESS: readonly ((
  option: Option,
  comparison: Comparison,
  isBefore: boolean,
) => string | undefined)[] = [
  // The same component may be there several times, with other words.
  (option, comparison, isBefore) => {
    const name = componentOf(option, comparison, isBefore);
    return name && keyOf([name, option.whole.value.title]);
  },
  componentOf,
  ({ at, viewer, whole }) => keyOf([resolvedKey(viewer, at), whole.value.title]),
  ({ at, viewer }) => resolvedKey(viewer, at),
  ({ whole }) =>
    typeof whole.value.title === 'string'
      ? keyOf([whole.value.title, whole.value.type])
      : undefined,
];

function optionsOf(viewer: Viewer, list: Located): Option[] {
  return asArray(list.value).flatMap((value, at) => {
    if (isNull(value)) return [];
    const located = { value, path: [...list.path, String(at)] };
    const { node, isTarget } = viewer.view(located, true);
    const component = (isTarget ? componentAt(node.path) : undefined) ?? '';
    const whole = viewer.whole(located, true);
    const title = typeof whole.value.title === 'string' ? whole.value.title : '';
    const name = component.replace(/^schemas\//, '') || title;
    return [{ at: located, component, name, whole, viewer, features: schemaFeatures(whole.value) }];
  });
}

/** Keywords beside a choice that do not constrain more than its schemas do. */
const BESIDE_CHOICE = new Set(['discriminator', 'type']);

function isOnlyChoice(schema: JsonObject, keyword: string): boolean {
  return Object.keys(schema).every(
    (key) => key === keyword || isAnnotation(key) || BESIDE_CHOICE.has(key),
  );
}

/** The only schema of a choice that allows values of the same type: text or a number, and no object. */
function onlyOfType(options: readonly Option[], plain: Whole) {
  const types = typesOf(plain.value);
  if (!types || types.has('object') || types.has('array')) return undefined;
  const [option, another] = options.filter(({ whole }) => {
    const others = typesOf(whole.value);
    return others && [...types].every((type) => others.has(type));
  });
  return option && !another ? { option, likeness: SAME } : undefined;
}

/** Whether one schema became one of several (`widened`), or the other way round; compares it with that one. */
function isWrapping(
  comparison: Comparison,
  here: Here,
  keyword: string,
  before: Whole,
  after: Whole,
  action: 'widened' | 'narrowed',
): boolean {
  const [plain, choice, viewer] =
    action === 'widened' ? [before, after, comparison.after] : [after, before, comparison.before];
  if (plain.value.oneOf || plain.value.anyOf || plain.value.allOf) return false;
  if (choice.value[keyword] === undefined || !isOnlyChoice(choice.value, keyword)) return false;
  const features = schemaFeatures(plain.value);
  const options = optionsOf(viewer, member(choice, keyword));
  const [best] = options
    .map((option) => ({ option, likeness: round(likenessOf(features, option.features)) }))
    .filter(({ likeness }) => likeness >= WRAPPED)
    .sort((one, other) => other.likeness - one.likeness);
  const found = best ?? onlyOfType(options, plain);
  if (!found) return false;
  comparison.add(here, `${thingOf(keyword)}-${action}`, {
    ...(found.option.name !== '' && { name: found.option.name }),
    before: { value: before.value, path: before.path },
    after: { value: after.value, path: after.path },
    likeness: found.likeness,
  });
  const { whole } = found.option;
  if (action === 'widened') compareWholes(comparison, here, before, whole);
  else compareWholes(comparison, here, whole, after);
  return true;
}
