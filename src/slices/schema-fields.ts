import { asArray, asObject, isObject, type JsonObject, stringsOf } from '../json/guards.ts';
import type { References } from './reach.ts';

/** A schema and all those that it extends, also through others: each once, in the order of the document. */
export function extendedBy(value: unknown, references: References): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const open = [value];
  while (open.length > 0) {
    const schema = open.pop();
    if (!isObject(schema) || found.has(schema)) continue;
    found.add(schema);
    const target = typeof schema.$ref === 'string' ? [references.resolve(schema)] : [];
    open.push(...[...asArray(schema.allOf), ...target].toReversed());
  }
  return [...found];
}

/** The names of the properties of a schema, and of those that it extends. */
export function fieldsOf(value: unknown, references: References): ReadonlySet<string> {
  return new Set(
    extendedBy(value, references).flatMap(({ properties }) => Object.keys(asObject(properties))),
  );
}

/** The same, required ones first. */
export function orderedFields(value: unknown, references: References): string[] {
  const required = new Set(
    extendedBy(value, references).flatMap((schema) => stringsOf(schema.required)),
  );
  return [...fieldsOf(value, references)].sort(
    (a, b) => Number(required.has(b)) - Number(required.has(a)),
  );
}
