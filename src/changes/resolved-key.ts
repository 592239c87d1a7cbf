import { keyOf } from '../json/decimal.ts';
import { isObject } from '../json/guards.ts';
import { isAnnotation, type Located, type Viewer } from './view.ts';

/** Objects that are entered at most: a text is for comparing small schemas. */
const MOST = 500;

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
    const member = (name: string, item: unknown): unknown =>
      isObject(item)
        ? write({ value: item, path: [...path, name] }, inner)
        : Array.isArray(item)
          ? item.map((entry) => member(name, entry))
          : item;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, item]) =>
        isAnnotation(name) ? [] : [[name, member(name, item)]],
      ),
    );
  };
  return keyOf(write(schema, []));
}
