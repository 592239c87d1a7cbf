/** A path without the names of its parameters: `/books/{}`. Paths of the same shape are the same to OpenAPI. */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
