/**
 * Inserts an empty line between imports and the element after them. Pages written by older versions of the
 * upstream plugin lack it, and MDX reads the element as part of the imports.
 */
export function separateImports(source: string): string {
  return source.replace(/^(import .*;)\n(?=<)/m, '$1\n\n');
}
