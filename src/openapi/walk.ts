import { isObject, type JsonObject } from '../json/guards.ts';
import { isExtension, walkedField } from './fields.ts';
import type { ObjectKind } from './keywords.ts';

export type Path = readonly string[];

/** The objects that an object holds, by the segments that lead to each. */
function* membersOf(
  node: JsonObject,
  kind: ObjectKind,
): Generator<readonly [value: unknown, kind: ObjectKind, into: Path]> {
  for (const [key, value] of Object.entries(node)) {
    const field = walkedField(kind, key);
    if (!field) continue;
    if (Array.isArray(value)) {
      // A list stands where one object may, too: `items` before JSON Schema 2020-12.
      if (field.shape === 'map') continue;
      for (const [index, item] of value.entries()) yield [item, field.kind, [key, String(index)]];
    } else if (field.shape !== 'map') yield [value, field.kind, [key]];
    else if (isObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        if (!isExtension(kind, key, name)) yield [item, field.kind, [key, name]];
      }
    }
  }
}

/**
 * Shows every OpenAPI object below `node`, itself first, that refers to others or holds such; data is not
 * shown. Changes nothing.
 *
 * @param visit Its path is one array for all calls: who keeps it copies it.
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
