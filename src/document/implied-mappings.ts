import { append } from '../json/append.ts';
import { isObject, type JsonObject, own } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { formatPointer, parsePointer } from '../openapi/pointer.ts';
import { encodeRef } from './map-refs.ts';
import type { Origins } from './origin.ts';

/**
 * Makes the implied mapping of a discriminator explicit: if a named schema has one without a mapping and no
 * choices, the schemas that extend it by `allOf`, directly or indirectly, are its choices, each by name
 * (OpenAPI 3.1 section 4.8.25; the only way in 2.0). References are local.
 */
export function impliedMappings(root: JsonObject, origins: Origins): JsonObject {
  const components = own(root, 'components');
  const schemas = own(components, 'schemas');
  if (!isObject(components) || !isObject(schemas)) return root;
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas))
    for (const parent of parentsOf(schema)) append(children, parent, name);
  const mapped = mapEntries(schemas, (schema, name) => {
    const discriminator = own(schema, 'discriminator');
    if (!isObject(schema) || !isObject(discriminator) || !isImplied(schema)) return schema;
    const descendants = descendantsOf(name, children);
    const found = Object.keys(schemas).filter((one) => descendants.has(one));
    if (found.length === 0) return schema;
    const mapping = Object.fromEntries(
      found.map((child) => [ownValue(schemas[child], discriminator) ?? child, refTo(child)]),
    );
    const whole = { ...schema, discriminator: { ...discriminator, mapping } };
    origins.copied(whole, schema);
    origins.copied(whole.discriminator, discriminator);
    return whole;
  });
  if (Object.keys(schemas).every((name) => mapped[name] === schemas[name])) return root;
  const all = { ...root, components: { ...components, schemas: mapped } };
  origins.copied(all, root);
  origins.copied(all.components, components);
  origins.copied(mapped, schemas);
  return all;
}

function isImplied({ oneOf, anyOf, discriminator }: JsonObject): boolean {
  const mapping = own(discriminator, 'mapping');
  const lists = [oneOf, anyOf, isObject(mapping) ? Object.keys(mapping) : []];
  const isNamed = typeof own(discriminator, 'propertyName') === 'string';
  return isNamed && lists.every((list) => !Array.isArray(list) || list.length === 0);
}

/** The names of the schemas that one extends by `allOf`. */
function parentsOf(schema: unknown): string[] {
  const members = own(schema, 'allOf');
  return (Array.isArray(members) ? members : []).flatMap((part) => {
    const ref = own(part, '$ref');
    const [top, type, name, ...rest] = typeof ref === 'string' ? parsePointer(ref) : [];
    const isSchema = top === 'components' && type === 'schemas' && rest.length === 0;
    return isSchema && name !== undefined ? [name] : [];
  });
}

function descendantsOf(
  name: string,
  children: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>([name]);
  // Iterating a Set also visits what is added meanwhile.
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
  found.delete(name);
  return found;
}

/** The only value that the schema itself allows for the property: a common alternative. */
function ownValue(schema: unknown, { propertyName }: JsonObject): string | undefined {
  const members = own(schema, 'allOf');
  const parts = [schema, ...(Array.isArray(members) ? members : [])];
  const values = parts.flatMap((part) => {
    const property = own(own(part, 'properties'), String(propertyName));
    const { const: constant, enum: list } = isObject(property) ? property : {};
    return constant === undefined
      ? Array.isArray(list) && list.length === 1
        ? list
        : []
      : constant;
  });
  return values.find((value) => typeof value === 'string');
}

function refTo(name: string): string {
  return encodeRef(formatPointer(['components', 'schemas', name]));
}
