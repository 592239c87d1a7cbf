import { isObject, type JsonObject, own } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import type { Origins } from './origin.ts';

/** The target of a local reference, through other references, or undefined. */
export function targetOf(ref: unknown, root: JsonObject): JsonObject | undefined {
  const seen = new Set<unknown>();
  let current: unknown = ref;
  while (typeof current === 'string' && current.startsWith('#/') && !seen.has(current)) {
    seen.add(current);
    const target = valueAt(root, parsePointer(current));
    if (!isObject(target)) return undefined;
    if (typeof target.$ref !== 'string') return target;
    current = target.$ref;
  }
  return undefined;
}

/**
 * Inlines the path items that `paths` and `webhooks` refer to (OpenAPI 3.1 section 4.8.9.1), so that all
 * operations are where their pages expect them. Siblings of a `$ref` take precedence. Broken references stay.
 */
export function inlinePathItems(root: JsonObject, origins: Origins): JsonObject {
  const inlined = mapEntries(root, (items, key) => {
    if ((key !== 'paths' && key !== 'webhooks') || !isObject(items)) return items;
    const isReference = (item: unknown): boolean => targetOf(own(item, '$ref'), root) !== undefined;
    if (!Object.values(items).some(isReference)) return items;
    const mapped = mapEntries(items, (item) => {
      const target = targetOf(own(item, '$ref'), root);
      if (!isObject(item) || !target) return item;
      const { $ref: _, ...beside } = item;
      const whole = { ...target, ...beside };
      origins.copied(whole, target);
      return whole;
    });
    origins.copied(mapped, items);
    return mapped;
  });
  origins.copied(inlined, root);
  return inlined;
}
