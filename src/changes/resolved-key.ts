import { keyOf } from '../json/decimal.ts';
import { isObject } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { isMap } from '../openapi/fields.ts';
import type { Path } from '../openapi/walk.ts';
import { isAnnotation, type Located, type Viewer } from './view.ts';

/** Objects that are entered at most: a text is for comparing small schemas. */
const MOST = 500;

/** Keywords whose lists have no order. */
const UNORDERED = new Set(['type', 'enum', 'required', 'allOf', 'oneOf', 'anyOf']);

function inOrder(keyword: string, list: readonly unknown[]): readonly unknown[] {
  if (!UNORDERED.has(keyword)) return list;
  return list
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ item }) => item);
}

/**
 * A text that is the same for schemas that say the same, whatever is in components of its own. Where it contains itself,
 * or becomes too large, it ends.
 */
export function resolvedKey(viewer: Viewer, schema: Located): string {
  let left = MOST;
  const write = (one: Located, around: readonly unknown[]): unknown => {
    const { value, path } = viewer.whole(one, true);
    if (!isObject(one.value)) return one.value;
    left -= 1;
    if (around.includes(value) || left <= 0) return {};
    const inner = [...around, value];
    const part = (name: string, item: unknown, at: Path): unknown => {
      if (isObject(item) && isMap(name))
        return mapEntries(item, (entry, key) => part('', entry, [...at, key]));
      if (isObject(item)) return write({ value: item, path: at }, inner);
      if (!Array.isArray(item)) return item;
      const list = item.map((entry, index) => part(name, entry, [...at, String(index)]));
      return inOrder(name, list);
    };
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, item]) =>
        isAnnotation(name) ? [] : [[name, part(name, item, [...path, name])]],
      ),
    );
  };
  return keyOf(write(schema, []));
}
