import type { ModelContext } from './context.ts';

/**
 * Parameters or properties in the order in which a page shows them: the document's, unless the maintainer
 * asks for the required ones first. Anchors are claimed before, so they do not depend on it.
 */
export function inOrder<T extends { readonly required: boolean }>(
  items: readonly T[],
  { page }: ModelContext,
): readonly T[] {
  if (!page.requiredFirst) return items;
  return items.toSorted((a, b) => Number(b.required) - Number(a.required));
}
