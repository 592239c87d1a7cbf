import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries, omit } from '../json/key-order.ts';
import { type Field, isExtension, walkedField } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import type { Path } from '../openapi/walk.ts';
import type { Origins } from './origin.ts';

/**
 * Receives an object whose members have been visited; returns its replacement, or the same object. The path
 * is one array for all calls: copy it to keep it.
 */
export type Visitor = (node: JsonObject, path: Path) => JsonObject;
/**
 * A visitor that also receives the object before its members were visited, and returns undefined to remove it
 * from its parent.
 */
export type Remover = (node: JsonObject, path: Path, before: JsonObject) => JsonObject | undefined;
export type Visitors = Partial<Readonly<Record<ObjectKind, Visitor | Remover>>>;

/** The results of a function for each member, or the same object if nothing is new. */
function mapMembers(
  node: JsonObject,
  origins: Origins,
  map: (value: unknown, key: string) => unknown,
): JsonObject {
  const changed = new Map<string, unknown>();
  for (const [key, value] of Object.entries(node)) {
    const result = map(value, key);
    if (result !== value) changed.set(key, result);
  }
  if (changed.size === 0) return node;
  const whole = mapEntries(node, (value, key) => (changed.has(key) ? changed.get(key) : value));
  const gone = [...changed].flatMap(([key, value]) => (value === undefined ? [key] : []));
  const mapped = gone.length > 0 ? omit(whole, ...gone) : whole;
  origins.copied(mapped, node);
  return mapped;
}

/**
 * `node` with every OpenAPI object of a kind in `visitors` replaced by its visitor's result, from the leaves
 * up. Unchanged parts are not copied. Data (examples, defaults, enums, extensions) is not visited, and
 * neither is a value of the wrong type. `origins` records the original of each new object.
 */
export function mapObjects(
  node: unknown,
  kind: ObjectKind,
  visitors: Visitors,
  origins: Origins,
): unknown {
  const path: string[] = [];
  const below = (key: string, map: () => unknown): unknown => {
    path.push(key);
    const result = map();
    path.pop();
    return result;
  };
  const mapField = (
    value: unknown,
    field: Field<ObjectKind>,
    parent: ObjectKind,
    key: string,
  ): unknown => {
    const { shape, kind: child } = field;
    if (Array.isArray(value)) {
      if (shape === 'map') return value;
      const items = value.map((item, index) => below(String(index), () => mapOne(item, child)));
      if (items.every((item, index) => item === value[index])) return value;
      return items.filter((item) => item !== undefined);
    }
    if (shape !== 'map') return mapOne(value, child);
    if (!isObject(value)) return value;
    return mapMembers(value, origins, (item, name) =>
      isExtension(parent, key, name) ? item : below(name, () => mapOne(item, child)),
    );
  };
  const mapOne = (value: unknown, as: ObjectKind): unknown => {
    if (!isObject(value)) return value;
    const mapped = mapMembers(value, origins, (member, key) => {
      const field = walkedField(as, key);
      return field ? below(key, () => mapField(member, field, as, key)) : member;
    });
    const visit = visitors[as];
    const result = visit ? visit(mapped, path, value) : mapped;
    if (result) origins.copied(result, value);
    return result;
  };
  return mapOne(node, kind);
}

/** An object with one of its members replaced, if it has that and the result is another value. */
export function replaced(
  node: JsonObject,
  key: string,
  map: (value: unknown) => unknown,
): JsonObject {
  if (!Object.hasOwn(node, key)) return node;
  const value = map(node[key]);
  return value === node[key] ? node : { ...node, [key]: value };
}
