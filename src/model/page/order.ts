import type { ModelContext } from './context.ts';

/**
 * Parameters or properties in display order: the document's, unless the maintainer wants required ones first.
 * Anchors are claimed before, so they do not depend on it.
 */
export function inOrder<T extends { readonly required: boolean }>(
  items: readonly T[],
  { page }: ModelContext,
): readonly T[] {
  if (!page.requiredFirst) return items;
  return items.toSorted((a, b) => Number(b.required) - Number(a.required));
}
