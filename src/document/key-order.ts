import { keepOrder, keptOrder } from '../json/key-order.ts';
import type { Origins } from './origin.ts';

/**
 * Gives the objects of a finished document the order of keys that those of the sources had which they
 * stand for, where JavaScript keeps another one.
 */
export function restoreOrder(root: unknown, origins: Origins): void {
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const members = Object.values(value);
    if (members.length > 1 && !Array.isArray(value)) {
      const order = origins.find(value, keptOrder);
      // What was taken out leaves no name behind.
      if (order)
        keepOrder(
          value,
          order.filter((key) => Object.hasOwn(value as object, key)),
        );
    }
    for (const member of members) open.push(member);
  }
}
