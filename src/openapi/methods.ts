/** The fields of a Path Item Object that contain operations; `query` is from OpenAPI 3.2. */
export const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
] as const;

export type Method = (typeof METHODS)[number];
