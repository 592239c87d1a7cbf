import { asObject, isObject, stringsOf } from '../json/guards.ts';
import type { SchemaShape } from './slice.ts';

/** What a schema describes, in a word, and how many of its parts: see `SchemaShape`. */
export function shapeOf(schema: unknown): SchemaShape {
  if (!isObject(schema)) return { kind: 'any' };
  if (Array.isArray(schema.enum)) return { kind: 'enum', size: schema.enum.length };
  for (const choice of [schema.oneOf, schema.anyOf])
    if (Array.isArray(choice) && choice.length > 1) return { kind: 'oneOf', size: choice.length };
  const properties = Object.keys(asObject(schema.properties)).length;
  if (properties > 0) return { kind: 'object', size: properties };
  const [type] = typeof schema.type === 'string' ? [schema.type] : stringsOf(schema.type);
  if (type !== undefined) return { kind: type };
  return { kind: Array.isArray(schema.allOf) ? 'object' : 'any' };
}
