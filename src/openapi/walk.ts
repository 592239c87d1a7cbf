import { isObject, type JsonObject } from '../json/guards.ts';
import { isExtension, walkedField } from './fields.ts';
import type { ObjectKind } from './keywords.ts';

export type Path = readonly string[];

/** The objects inside an object, by their path segments. */
function* membersOf(
  node: JsonObject,
  kind: ObjectKind,
): Generator<readonly [value: unknown, kind: ObjectKind, into: Path]> {
  for (const [key, value] of Object.entries(node)) {
    const field = walkedField(kind, key);
    if (!field) continue;
    if (Array.isArray(value)) {
      // A list is also allowed in place of a single object: `items` before JSON Schema 2020-12.
      if (field.shape === 'map') continue;
      for (const [index, item] of value.entries()) yield [item, field.kind, [key, String(index)]];
    } else if (field.shape !== 'map') yield [value, field.kind, [key]];
    else if (isObject(value)) {
      for (const [name, item] of Object.entries(value))
        if (!isExtension(kind, key, name)) yield [item, field.kind, [key, name]];
    }
  }
}

/**
 * Visits every OpenAPI object below `node`, itself first, that refers to others or contains such; data is not
 * visited. Changes nothing.
 *
 * @param visit Its path is one array for all calls: copy it to keep it.
 */
export function eachObject(
  node: unknown,
  kind: ObjectKind,
  visit: (node: JsonObject, kind: ObjectKind, path: Path) => void,
): void {
  const path: string[] = [];
  const show = (value: unknown, as: ObjectKind): void => {
    if (!isObject(value)) return;
    visit(value, as, path);
    for (const [child, childKind, into] of membersOf(value, as)) {
      path.push(...into);
      show(child, childKind);
      path.length -= into.length;
    }
  };
  show(node, kind);
}
