import { isObject } from '../../../src/json/guards.ts';
import type { Document } from '../../../src/openapi/types.ts';

type Json = unknown;

/** Keywords whose lists have no order. */
const UNORDERED = new Set([
  'tags',
  'required',
  'enum',
  'type',
  'oneOf',
  'anyOf',
  'allOf',
  'parameters',
]);

/** Keywords that hold data, in which every list has an order. */
const DATA = /^(?:x-.*|examples?|default|const|value|dataValue)$/;

/** The same document with its keys, and lists that have no order, the other way round. */
export function reordered(document: Document): Document {
  const turn = (value: Json, key = ''): Json => {
    if (Array.isArray(value)) {
      const items = value.map((item) => (key === 'enum' ? item : turn(item)));
      return UNORDERED.has(key) ? items.reverse() : items;
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, item]) => [
          name,
          DATA.test(name) && key !== 'properties' ? item : turn(item, name),
        ]),
    );
  };
  return turn(document) as Document;
}

/** The same document with the targets of references in their place, once at most within themselves. */
export function inlined(document: Document): Document {
  const at = (ref: string): Json =>
    ref
      .slice(2)
      .split('/')
      .reduce<Json>((value, name) => (isObject(value) ? value[name] : undefined), document);
  const write = (value: Json, around: readonly string[]): Json => {
    if (Array.isArray(value)) return value.map((item) => write(item, around));
    if (!isObject(value)) return value;
    const { $ref: ref, ...beside } = value;
    if (typeof ref === 'string' && ref.startsWith('#/') && isObject(at(ref))) {
      if (around.includes(ref)) return value;
      const target = write(at(ref), [...around, ref]) as object;
      return { ...target, ...(write(beside, around) as object) };
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, write(item, around)]),
    );
  };
  const { components, ...rest } = document;
  return { ...(write(rest, []) as Document), ...(components && { components }) };
}

/** The same document with each schema of a property, item or body in a component of its own. */
export function split(document: Document): Document {
  const added: Record<string, Json> = {};
  const write = (value: Json, key = '', isSchema = false): Json => {
    if (Array.isArray(value)) return value.map((item) => write(item));
    if (!isObject(value)) return value;
    const isMap = key === 'properties';
    const copy = Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        write(item, name, isMap || (isSchema ? name === 'items' : name === 'schema')),
      ]),
    );
    if (!isSchema || typeof value.$ref === 'string' || isMap) return copy;
    const name = `Part${Object.keys(added).length}`;
    added[name] = copy;
    return { $ref: `#/components/schemas/${name}` };
  };
  const { components, ...rest } = document;
  const whole = write(rest) as Document;
  const schemas = isObject(components?.schemas) ? components.schemas : {};
  const copies = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const copy = write(schema);
      return [name, copy];
    }),
  );
  return { ...whole, components: { ...components, schemas: { ...copies, ...added } } };
}
