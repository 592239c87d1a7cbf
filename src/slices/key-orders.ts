import { isObject } from '../json/guards.ts';
import { keptOrder } from '../json/key-order.ts';
import type { PageInfo } from './slice.ts';

/** The places of objects in a value whose keys have another order in the document, and that order. */
export function keyOrdersOf(value: unknown): NonNullable<PageInfo['keyOrders']> {
  const found: { readonly path: readonly string[]; readonly keys: readonly string[] }[] = [];
  const path: string[] = [];
  const visit = (one: unknown): void => {
    const isList = Array.isArray(one);
    if (!isList && !isObject(one)) return;
    const keys = keptOrder(one);
    if (keys) found.push({ path: [...path], keys });
    for (const [key, child] of Object.entries(one)) {
      path.push(key);
      visit(child);
      path.pop();
    }
  };
  visit(value);
  return found;
}
