import { cached } from '../../json/cached.ts';
import { asArray, isObject, own } from '../../json/guards.ts';
import { isOnlyNull } from './merge.ts';
import type { LookUp } from './ref.ts';
import type { Direction } from './schema.ts';

interface Reading {
  readonly lookUp: LookUp;
  readonly direction: Direction;
}

const KEYWORDS = { request: 'readOnly', response: 'writeOnly', both: undefined } as const;

/**
 * True for a property that is not sent in this direction: OpenAPI 3.1 section 4.8.24, `readOnly`. The keyword
 * may be in the property's schema, behind its `$ref`, in any member of `allOf`, and in its only choice
 * besides `null`.
 */
export function isLeftOut(schema: unknown, { lookUp, direction }: Reading): boolean {
  const keyword = KEYWORDS[direction];
  if (keyword === undefined) return false;
  const seen = new Set<unknown>();
  const says = (one: unknown): boolean => {
    if (!isObject(one) || seen.has(one)) return false;
    seen.add(one);
    if (one[keyword] === true) return true;
    const choices = [asArray(one.oneOf), asArray(one.anyOf)].map((list) => notNull(list, lookUp));
    const only = choices.flatMap((list) => (list.length === 1 ? list : []));
    return [target(one, lookUp), ...asArray(one.allOf), ...only].some(says);
  };
  return says(schema);
}

/**
 * The same by name, wherever in an object's schema the property is declared: `required` may be in another
 * member of `allOf` than the property that it names.
 */
export function isLeftOutOf(schema: unknown, name: string, reading: Reading): boolean {
  if (KEYWORDS[reading.direction] === undefined || !isObject(schema)) return false;
  const answers = cached(known, schema, () => new Map<string, boolean>());
  return cached(answers, `${reading.direction} ${name}`, () =>
    isLeftOutSomewhere(schema, name, reading),
  );
}

/** Cached by schema, which does not change: the same is needed for every choice of many. */
const known = new WeakMap<object, Map<string, boolean>>();

function isLeftOutSomewhere(schema: unknown, name: string, reading: Reading): boolean {
  const seen = new Set<unknown>();
  const says = (one: unknown): boolean => {
    if (!isObject(one) || seen.has(one)) return false;
    seen.add(one);
    if (isLeftOut(own(one.properties, name), reading)) return true;
    const lists = [one.allOf, one.oneOf, one.anyOf].flatMap(asArray);
    return [target(one, reading.lookUp), ...lists, one.then, one.else].some(says);
  };
  return says(schema);
}

function notNull(choices: readonly unknown[], lookUp: LookUp): unknown[] {
  return choices.filter((choice) => {
    const one = target(choice, lookUp) ?? choice;
    return !(isObject(one) && isOnlyNull(one));
  });
}

function target(schema: unknown, lookUp: LookUp): unknown {
  const ref = own(schema, '$ref');
  return typeof ref === 'string' ? lookUp(ref) : undefined;
}
