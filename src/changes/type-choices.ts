import { asArray, isObject } from '../json/guards.ts';
import { isAnnotation, member, type Whole } from './view.ts';

/**
 * A schema, of two that are compared. If it is nothing but a choice of types and the other one lists the same types, it
 * is returned as such a list: the two allow the same values.
 */
export function asTypeList(whole: Whole, other: Whole): Whole {
  const listed = new Set(asArray(other.value.type));
  if (listed.size === 0) return whole;
  const [keyword, another] = Object.keys(whole.value).filter((key) => !isAnnotation(key));
  if ((keyword !== 'oneOf' && keyword !== 'anyOf') || another !== undefined) return whole;
  const types = asArray(whole.value[keyword]).map(onlyType);
  if (types.length !== listed.size || !types.every((type) => listed.delete(type))) return whole;
  // An integer is also a number, and `oneOf` allows nothing that two of its schemas do.
  if (keyword === 'oneOf' && types.includes('integer') && types.includes('number')) return whole;
  const places = new Map(whole.places).set('type', member(whole, keyword).path);
  return { ...whole, value: { ...whole.value, [keyword]: undefined, type: types }, places };
}

/** The type of a schema that says nothing else. */
function onlyType(schema: unknown): unknown {
  return isObject(schema) && Object.keys(schema).length === 1 ? schema.type : undefined;
}
