/** In each generated file that can be mistaken for a hand-written one. */
export const BANNER_TEXT =
  'Generated from an OpenAPI document. Do not edit: changes are overwritten.';
