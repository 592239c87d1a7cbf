import { isSame } from '../json/decimal.ts';
import { isObject, type JsonObject } from '../json/guards.ts';
import { fieldOf } from '../openapi/fields.ts';
import type { Absent } from './turn.ts';

/** A reference in both of two equal schemas. */
export interface SharedRef {
  /** The object that has it, in each document. */
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly absent: readonly Absent[];
}

/**
 * The references in two schemas that are the same JSON but for the order of keys; undefined if they are not. Most schemas
 * are the same in both documents, and then only what they refer to has to be compared.
 */
export function sameSchemas(before: unknown, after: unknown): SharedRef[] | undefined {
  const refs: SharedRef[] = [];
  return isEqual(before, after, refs, []) ? refs : undefined;
}

function isEqual(
  before: unknown,
  after: unknown,
  refs: SharedRef[],
  around: readonly Absent[],
): boolean {
  if (!isObject(before) || !isObject(after)) return isSame(before, after);
  let count = 0;
  for (const key in after) if (Object.hasOwn(after, key)) count += 1;
  const absent = absentIn(before, around);
  for (const key in before) {
    if (!Object.hasOwn(before, key)) continue;
    if (!Object.hasOwn(after, key)) return false;
    count -= 1;
    if (!isMemberEqual(key, before[key], after[key], refs, absent)) return false;
  }
  if (count !== 0) return false;
  if (typeof before.$ref === 'string' || typeof before.$dynamicRef === 'string')
    refs.push({ before, after, absent });
  return true;
}

function isMemberEqual(
  key: string,
  before: unknown,
  after: unknown,
  refs: SharedRef[],
  absent: readonly Absent[],
): boolean {
  const field = fieldOf('schema', key);
  // Data, texts and extensions refer to nothing.
  if (field?.kind !== 'schema') return isSame(before, after);
  if (Array.isArray(before))
    return (
      Array.isArray(after) &&
      before.length === after.length &&
      before.every((item, at) => isEqual(item, after[at], refs, absent))
    );
  if (field.shape !== 'map') return isEqual(before, after, refs, absent);
  if (!isObject(before) || !isObject(after)) return isSame(before, after);
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every(
      (name) => Object.hasOwn(after, name) && isEqual(before[name], after[name], refs, absent),
    )
  );
}

/** A read-only schema is in no request, a write-only one in no response. */
function absentIn(
  { readOnly, writeOnly }: JsonObject,
  around: readonly Absent[],
): readonly Absent[] {
  if (readOnly !== true && writeOnly !== true) return around;
  const own: Absent[] = [];
  if (readOnly === true) own.push('request');
  if (writeOnly === true) own.push('response');
  return [...around, ...own];
}
