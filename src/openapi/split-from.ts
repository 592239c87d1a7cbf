/**
 * Our extension in a schema that `slices/parts.ts` has split from a larger one: pointer to its place in the document.
 */
export const SPLIT_FROM = 'x-split-from';
