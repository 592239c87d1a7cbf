import { compareNumbers, isMultipleOf, keyOf } from '../json/decimal.ts';
import { asArray, isObject, type JsonObject, stringsOf } from '../json/guards.ts';
import { isNumber } from '../json/number.ts';
import type { Action } from './change.ts';
import type { Comparison, Here } from './comparison.ts';
import { presence } from './leaves.ts';
import { typeAction } from './type-sets.ts';
import { isNull, type Located, member, type Whole } from './view.ts';

/** The types that a schema names or implies, without null; undefined if it allows all of them. */
export function typesOf(schema: JsonObject): ReadonlySet<string> | undefined {
  const { type } = schema;
  if (typeof type === 'string' || Array.isArray(type))
    return new Set(
      [type].flat().filter((one) => typeof one === 'string' && one !== 'null') as string[],
    );
  if (isObject(schema.properties)) return new Set(['object']);
  if (schema.items !== undefined || schema.prefixItems !== undefined) return new Set(['array']);
  const values = valuesOf(schema)?.filter((value) => value !== null);
  if (values && values.length > 0) return new Set(values.map(typeOf));
  return undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (isNumber(value)) return Number.isInteger(Number(value)) ? 'integer' : 'number';
  return isObject(value) ? 'object' : typeof value;
}

/** Whether null is allowed; undefined for a schema that does not name a type. */
export function isNullable({ value, nullable }: Whole): boolean | undefined {
  if (nullable) return true;
  const { type, oneOf, anyOf } = value;
  if (type === 'null' || (Array.isArray(type) && type.includes('null'))) return true;
  if ([...asArray(oneOf), ...asArray(anyOf)].some(isNull)) return true;
  if (valuesOf(value)?.includes(null)) return true;
  return type === undefined && !isObject(value.properties) && !oneOf && !anyOf && !valuesOf(value)
    ? undefined
    : false;
}

/** The values of `enum` or `const`. */
function valuesOf(schema: JsonObject): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum;
  return schema.const === undefined ? undefined : [schema.const];
}

/** Formats, and those that have all of their values too. A date is no date-time. */
const WIDER_FORMATS: Readonly<Record<string, readonly string[]>> = {
  int32: ['int64'],
  float: ['double'],
};

/** Compares what values a schema allows by itself: types, formats, enums, constants, patterns, factors. */
export function compareTypes(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): void {
  const add = (thing: string, keyword: string, action: Action | undefined) => {
    if (!action) return;
    comparison.add(here, `${thing}-${action}`, {
      ...(action !== 'added' && { before: member(before, keyword) }),
      ...(action !== 'removed' && { after: member(after, keyword) }),
    });
  };
  const type = typeAction(typesOf(before.value), typesOf(after.value));
  if (type) add('type', 'type', textAction(here, before, after) ?? type);
  else add('format', 'format', formatAction(before.value.format, after.value.format));
  add('pattern', 'pattern', patternAction(before.value.pattern, after.value.pattern));
  add('multiple-of', 'multipleOf', factorAction(before.value.multipleOf, after.value.multipleOf));
  compareValues(comparison, here, before, after);
  compareExtensible(comparison, here, before, after);
}

/** In parameters and headers, all values are texts: a text is a wider type than any other. */
function textAction({ place }: Here, before: Whole, after: Whole): Action | undefined {
  if (place.parameter === undefined && place.header === undefined) return undefined;
  if (place.mediaType !== undefined) return undefined;
  const isFree = ({ value }: Whole) =>
    value.type === 'string' && !value.pattern && !value.format && !valuesOf(value);
  if (isFree(before) === isFree(after)) return undefined;
  const [was, is] = [typesOf(before.value), typesOf(after.value)];
  const isScalar = (types: ReadonlySet<string> | undefined) =>
    types !== undefined && !types.has('array') && !types.has('object');
  if (!isScalar(was) || !isScalar(is)) return undefined;
  return isFree(after) ? 'widened' : 'narrowed';
}

function formatAction(before: unknown, after: unknown): Action | undefined {
  const action = presence(before, after);
  if (action !== 'changed') return action;
  if (WIDER_FORMATS[String(before)]?.includes(String(after))) return 'widened';
  return WIDER_FORMATS[String(after)]?.includes(String(before)) ? 'narrowed' : 'changed';
}

/** Patterns that every text matches. */
const ANY_TEXT = new Set(['.*', '^.*$', '']);

function patternAction(before: unknown, after: unknown): Action | undefined {
  const wanted = (pattern: unknown) => (ANY_TEXT.has(String(pattern)) ? undefined : pattern);
  const action = presence(wanted(before), wanted(after));
  // Something is there on both sides, but one of them allows everything.
  if (action === 'removed' && after !== undefined) return 'widened';
  return action === 'added' && before !== undefined ? 'narrowed' : action;
}

function factorAction(before: unknown, after: unknown): Action | undefined {
  if (!isNumber(before) || !isNumber(after)) return presence(before, after);
  if (compareNumbers(before, after) === 0) return undefined;
  if (isMultipleOf(before, after)) return 'widened';
  return isMultipleOf(after, before) ? 'narrowed' : 'changed';
}

interface Values {
  readonly at: Located;
  readonly isConst: boolean;
  /** Places of the values by their keys. Null is a matter of `nullable`. */
  readonly byKey: ReadonlyMap<string, Located>;
}

function enumAt(whole: Whole): Values | undefined {
  const isConst = !Array.isArray(whole.value.enum);
  const at = member(whole, isConst ? 'const' : 'enum');
  if (at.value === undefined) return undefined;
  const values = isConst
    ? [at]
    : asArray(at.value).map((value, index) => ({ value, path: [...at.path, String(index)] }));
  const byKey = new Map<string, Located>();
  for (const one of values) if (one.value !== null) byKey.set(keyOf(one.value), one);
  return { at, isConst, byKey };
}

/** Compares enums by their values; a constant is an enum of one, unless there is one on both sides. */
function compareValues(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const [old, now] = [enumAt(before), enumAt(after)];
  if (!old || !now) {
    const thing = (old ?? now)?.isConst ? 'const' : 'enum';
    if (now) comparison.add(here, `${thing}-added`, { after: now.at });
    if (old) comparison.add(here, `${thing}-removed`, { before: old.at });
    return;
  }
  if (old.isConst && now.isConst) {
    if (keyOf(old.at.value) !== keyOf(now.at.value))
      comparison.add(here, 'const-changed', { before: old.at, after: now.at });
    return;
  }
  for (const [key, one] of old.byKey)
    if (!now.byKey.has(key))
      comparison.add(here, 'enum-value-removed', { name: nameOf(one.value), before: one });
  for (const [key, one] of now.byKey)
    if (!old.byKey.has(key))
      comparison.add(here, 'enum-value-added', { name: nameOf(one.value), after: one });
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : keyOf(value);
}

/** Values of Zalando's guidelines that may be added to: only removed ones matter. */
function compareExtensible(comparison: Comparison, here: Here, before: Whole, after: Whole): void {
  const [old, now] = [member(before, 'x-extensible-enum'), member(after, 'x-extensible-enum')];
  const [were, are] = [new Set(stringsOf(old.value)), new Set(stringsOf(now.value))];
  if (old.value === undefined || now.value === undefined) {
    const action = presence(old.value, now.value);
    if (action)
      comparison.add(here, `extension-${action}`, {
        name: 'x-extensible-enum',
        ...(action === 'added' ? { after: now } : { before: old }),
      });
    return;
  }
  for (const name of were)
    if (!are.has(name)) comparison.add(here, 'extensible-value-removed', { name, before: old });
  for (const name of are)
    if (!were.has(name)) comparison.add(here, 'extensible-value-added', { name, after: now });
}
