import { fact, type Keyword, type Keywords, labelled, mark, names, none } from './keyword.ts';

const limit = (...labels: string[]): Keyword => labelled('constraint', ...labels);

/** A schema, or `false` for a limit, which is shown with these words. */
const limitOr = (...labels: string[]): Keyword => fact('constraint', 'never', { labels });

const IDENTITY = 'says how references find the schema';

/**
 * The keywords of a Schema Object: JSON Schema 2020-12 core sections 8, 10 and 11, validation
 * sections 6 to 9, and OpenAPI 3.1 section 4.8.24.
 */
export const SCHEMA_KEYWORDS: Keywords = {
  $ref: none('what it leads to is shown'),
  $schema: none('which dialect the schema is written in'),
  $vocabulary: none('which dialect the schema is written in'),
  $id: none(IDENTITY),
  $anchor: none(IDENTITY),
  $dynamicAnchor: none(IDENTITY),
  $dynamicRef: none('shown by the name of what it leads to; see `schema-walk.ts`'),
  $comment: none('for those who edit the document, never for readers (core section 8.3)'),

  dependentSchemas: names('constraint'),
  items: limitOr('no further items', 'no items'),
  properties: names('property'),
  patternProperties: names('property'),
  additionalProperties: limitOr('no additional properties'),
  propertyNames: limitOr('no properties'),
  unevaluatedItems: limitOr('no other items'),
  unevaluatedProperties: limitOr('no other properties'),

  type: fact('type', 'type'),
  enum: fact('enum value', 'value', { each: 'item' }),
  'x-enumNames': fact('enum description', 'word', { each: 'value' }),
  'x-enum-varnames': fact('enum description', 'word', { each: 'value' }),
  'x-enumDescriptions': fact('enum description', 'markdown', { each: 'value' }),
  'x-enum-descriptions': fact('enum description', 'markdown', { each: 'value' }),
  'x-additionalPropertiesName': none('shown as the name of the additional properties'),
  'x-values-from': none('shown as a link to the operation'),
  const: fact('constant', 'value'),
  multipleOf: limit('multiple of'),
  maximum: limit('max', 'maximum'),
  exclusiveMaximum: limit('less than'),
  minimum: limit('min', 'minimum'),
  exclusiveMinimum: limit('greater than'),
  maxLength: limit('max length'),
  minLength: limit('min length'),
  pattern: limit('pattern'),
  maxItems: limit('max items'),
  minItems: limit('min items'),
  uniqueItems: mark('constraint', 'unique items'),
  maxContains: limit('max contained'),
  minContains: limit('min contained'),
  maxProperties: limit('max properties'),
  minProperties: limit('min properties'),
  required: none('shown for each property; see `schema-walk.ts`'),
  dependentRequired: fact('constraint', 'word', { each: 'entry' }),

  format: fact('format', 'word'),
  contentEncoding: labelled('content', 'encoding'),
  contentMediaType: labelled('content', 'media type'),

  title: fact('title', 'title'),
  description: fact('description', 'markdown'),
  default: fact('default', 'value', { labels: ['default'] }),
  deprecated: mark('deprecated', 'deprecated'),
  readOnly: mark('read-only', 'read-only', 'read only'),
  writeOnly: mark('write-only', 'write-only', 'write only'),
  examples: fact('example', 'value', { each: 'item' }),
  example: fact('example', 'value'),
};
