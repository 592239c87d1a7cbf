/**
 * Extensions of deprecated operations that name what replaces them: an operationId, a JSON pointer to an operation, or a
 * URL. OpenAPI has no field for it.
 */
export const REPLACEMENTS: readonly string[] = [
  'x-deprecated-replacement',
  'x-deprecation-replacement',
  'x-replaced-by',
];
