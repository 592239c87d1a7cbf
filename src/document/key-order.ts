import { keepOrder, keptOrder } from '../json/key-order.ts';
import type { Origins } from './origin.ts';

/**
 * Restores the key order of the sources in the objects of a final document, where JavaScript has another one.
 */
export function restoreOrder(root: unknown, origins: Origins): void {
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const members = Object.values(value);
    if (members.length > 1 && !Array.isArray(value)) {
      const order = origins.find(value, keptOrder);
      // Removed parts leave no name behind.
      if (order)
        keepOrder(
          value,
          order.filter((key) => Object.hasOwn(value as object, key)),
        );
    }
    for (const member of members) open.push(member);
  }
}
