import { asArray, type JsonObject, stringsOf } from '../json/guards.ts';
import type { References } from './reach.ts';
import { extendedBy, fieldsOf } from './schema-fields.ts';
import type { SchemaShape } from './slice.ts';

/**
 * What a schema describes, in a word, and how many of its parts: see `SchemaShape`. One that refers to another one, or
 * extends it, is what that one is, and has its fields.
 */
export function shapeOf(schema: unknown, references: References): SchemaShape {
  const all = extendedBy(schema, references);
  const [choice] = all.flatMap(choiceOf);
  if (choice) return choice;
  const { size } = fieldsOf(schema, references);
  if (size > 0) return { kind: 'object', size };
  const [kind] = all.flatMap(({ type }) => (typeof type === 'string' ? type : stringsOf(type)));
  if (kind !== undefined) return { kind };
  return { kind: all.some(({ allOf }) => Array.isArray(allOf)) ? 'object' : 'any' };
}

function choiceOf({ enum: values, oneOf, anyOf }: JsonObject): SchemaShape[] {
  if (Array.isArray(values)) return [{ kind: 'enum', size: values.length }];
  const [choices] = [oneOf, anyOf].map(asArray).filter(({ length }) => length > 1);
  return choices ? [{ kind: 'oneOf', size: choices.length }] : [];
}
