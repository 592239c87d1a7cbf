import type { Direction } from '../schema/schema.ts';
import type { ModelContext } from './context.ts';

/**
 * Parameters or properties in display order. In requests, required ones come first, as they are what readers have to
 * provide; otherwise, and in responses, the order is the document's. The maintainer may want either everywhere.
 * Anchors are claimed before, so they do not depend on it.
 */
export function inOrder<T extends { readonly required: boolean }>(
  items: readonly T[],
  { page }: ModelContext,
  direction: Direction,
): readonly T[] {
  const isRequiredFirst = page.requiredFirst ?? direction === 'request';
  if (!isRequiredFirst) return items;
  return items.toSorted((a, b) => Number(b.required) - Number(a.required));
}
