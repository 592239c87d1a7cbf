import { compareNumbers, keyOf } from '../json/decimal.ts';
import { asArray, entriesOf, isObject, own } from '../json/guards.ts';
import { isNumber } from '../json/number.ts';
import { fieldOf } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import type { Action, Trait } from './change.ts';
import type { Comparison, Here } from './comparison.ts';
import { comparedBy, type How, howOf, thingOf } from './keywords.ts';
import { type Located, member, type Whole } from './view.ts';

/** Limits that allow everything, as if they were absent (JSON Schema 2020-12 validation section 6). */
const NEUTRAL: Readonly<Record<string, number>> = {
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  minContains: 1,
};

/** Extensions that are compared otherwise: dates of deprecated parts, values that may be added to. */
const OWN_EXTENSIONS = new Set(['x-sunset', 'x-stability-level', 'x-extensible-enum']);

interface Leaves {
  /** The thing in the kinds of changes, if not the keyword; the keyword is the name then. */
  readonly as?: string;
  /** Keywords that are compared elsewhere. */
  readonly skip?: ReadonlySet<string>;
  readonly only?: ReadonlySet<string>;
}

/** Compares what an object holds apart from other objects: texts, values, flags, limits, examples, extensions. */
export function compareLeaves(
  comparison: Comparison,
  here: Here,
  kind: ObjectKind,
  before: Whole,
  after: Whole,
  { as, skip, only }: Leaves = {},
): void {
  const wanted = (keyword: string) => !skip?.has(keyword) && (only?.has(keyword) ?? true);
  const add = (keyword: string, action: Action | undefined, traits?: readonly Trait[]) => {
    if (action === undefined) return;
    comparison.add(here, `${as ?? thingOf(keyword)}-${action}`, {
      ...(as !== undefined && { name: keyword }),
      ...(action !== 'added' || as ? { before: member(before, keyword) } : {}),
      ...(action !== 'removed' || as ? { after: member(after, keyword) } : {}),
      ...(traits && { traits }),
    });
  };
  const present = new Set([...Object.keys(before.value), ...Object.keys(after.value)]);
  for (const keyword of present) {
    const how = howOf(kind, keyword);
    if (how === undefined || !isLeaf(how) || !wanted(keyword)) continue;
    const found = ACTIONS[how](...effectiveValues(before, after, keyword));
    add(keyword, as !== undefined && found !== undefined ? 'changed' : found);
  }
  if (present.has('example') || present.has('examples'))
    if (comparedBy(kind, 'examples').some(wanted)) compareExamples(comparison, here, before, after);
  if (!only) compareExtensions(comparison, here, kind, before, after);
}

/** Both values; a limit that allows everything counts as absent if there is none on the other side. */
function effectiveValues(before: Whole, after: Whole, keyword: string): [unknown, unknown] {
  const [one, other] = [own(before.value, keyword), own(after.value, keyword)];
  const isNeutral = (value: unknown) => {
    const neutral = NEUTRAL[keyword];
    return neutral !== undefined && isNumber(value) && compareNumbers(value, neutral) === 0;
  };
  if (one === undefined && isNeutral(other)) return [undefined, undefined];
  if (other === undefined && isNeutral(one)) return [undefined, undefined];
  return [one, other];
}

/** What happened to a value, by how it is compared. */
const ACTIONS = {
  text: (before, after) => presence(textOf(before), textOf(after)),
  value: (before, after) => presence(before, after),
  set: (before, after) => presence(setOf(before), setOf(after)),
  flag: (before, after) => presence(before === true || undefined, after === true || undefined),
  upper: limit,
  lower: limit,
} satisfies Record<string, (before: unknown, after: unknown) => Action | undefined>;

function isLeaf(how: How): how is keyof typeof ACTIONS {
  return Object.hasOwn(ACTIONS, how);
}

function setOf(value: unknown): unknown {
  return Array.isArray(value) ? setKey(value.map(keyOf)) : value;
}

function textOf(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() || undefined : value;
}

/** Whether something is new, gone or different. */
export function presence(before: unknown, after: unknown): Action | undefined {
  if (before === undefined) return after === undefined ? undefined : 'added';
  if (after === undefined) return 'removed';
  return before === after || keyOf(before) === keyOf(after) ? undefined : 'changed';
}

function limit(before: unknown, after: unknown): Action | undefined {
  if (!isNumber(before) || !isNumber(after)) return presence(before, after);
  const order = compareNumbers(after, before);
  if (order === 0) return undefined;
  return order > 0 ? 'increased' : 'decreased';
}

/** `example` and `examples`, whichever of them an object has. */
function compareExamples(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const [old, now] = [examplesOf(before), examplesOf(after)];
  if (isObject(own(before.value, 'examples')) || isObject(own(after.value, 'examples'))) {
    const names = new Set([...old.keys(), ...now.keys()]);
    for (const name of names) {
      const [one, other] = [old.get(name), now.get(name)];
      const action = presence(
        one && exampleKey(comparison.before.whole(one, false).value, one),
        other && exampleKey(comparison.after.whole(other, false).value, other),
      );
      if (action)
        comparison.add(here, `example-${action}`, {
          ...(name !== '' && { name }),
          ...(one && { before: one }),
          ...(other && { after: other }),
        });
    }
    return;
  }
  const keys = (examples: ReadonlyMap<string, Located>) =>
    Array.from(examples.values(), ({ value }) => keyOf(value));
  const action = presence(setKey(keys(old)), setKey(keys(now)));
  if (!action) return;
  const [one] = old.values();
  const [other] = now.values();
  comparison.add(here, `example-${action}`, {
    ...(one && { before: one }),
    ...(other && { after: other }),
  });
}

function exampleKey(whole: object, { value }: Located): string {
  return keyOf(isObject(value) ? whole : value);
}

function setKey(keys: readonly string[]): string | undefined {
  return keys.length === 0 ? undefined : [...new Set(keys)].sort().join('\n');
}

function examplesOf(whole: Whole): Map<string, Located> {
  const found = new Map<string, Located>();
  const single = member(whole, 'example');
  if (single.value !== undefined) found.set('', single);
  const several = member(whole, 'examples');
  for (const [name, value] of entriesOf(several.value))
    found.set(name, { value, path: [...several.path, name] });
  for (const [at, value] of asArray(several.value).entries())
    found.set(`#${at}`, { value, path: [...several.path, String(at)] });
  return found;
}

function compareExtensions(
  comparison: Comparison,
  here: Here,
  kind: ObjectKind,
  before: Whole,
  after: Whole,
): void {
  const names = [...Object.keys(before.value), ...Object.keys(after.value)];
  for (const name of new Set(names)) {
    if (!name.startsWith('x-') || OWN_EXTENSIONS.has(name) || fieldOf(kind, name)) continue;
    const [one, other] = [member(before, name), member(after, name)];
    const action = presence(one.value, other.value);
    if (action)
      comparison.add(here, `extension-${action}`, {
        name,
        ...(action !== 'added' && { before: one }),
        ...(action !== 'removed' && { after: other }),
      });
  }
}

/** Objects by name: calls `both` for those on both sides; the others are added or removed. */
export function compareNamed(
  before: Located,
  after: Located,
  {
    both,
    only,
  }: {
    readonly both: (name: string, before: Located, after: Located) => void;
    readonly only: (name: string, action: 'added' | 'removed', one: Located) => void;
  },
): void {
  for (const [name] of entriesOf(before.value)) {
    const [one, other] = [member(before, name), member(after, name)];
    if (other.value === undefined) only(name, 'removed', one);
    else both(name, one, other);
  }
  for (const [name] of entriesOf(after.value))
    if (own(before.value, name) === undefined) only(name, 'added', member(after, name));
}
