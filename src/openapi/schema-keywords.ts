import type { Keywords } from './keywords.ts';

/**
 * The keywords of a schema, by what they contain (JSON Schema 2020-12, OpenAPI 3.1 section 4.8.24): apart from those of
 * other objects, as the console needs no others.
 */
export const SCHEMA_KEYWORDS = {
  ref: '$ref $dynamicRef@3.1+',
  anchor: '$id@3.1+ $anchor@3.1+ $dynamicAnchor@3.1+',
  schema: [
    'items additionalItems@3.0- additionalProperties unevaluatedItems@3.1+',
    'unevaluatedProperties@3.1+ contains@3.1+ propertyNames@3.1+ not if@3.1+ then@3.1+ else@3.1+',
    'contentSchema@3.1+',
  ].join(' '),
  'schema[]': 'allOf oneOf anyOf prefixItems@3.1+',
  'schema{}': 'properties patternProperties@3.1+ dependentSchemas@3.1+ $defs@3.1+ definitions@3.1+',
  discriminator: 'discriminator',
  xml: 'xml',
  externalDocs: 'externalDocs',
  'badge[]': 'x-badges',
  data: 'default example const@3.1+',
  'data[]': 'enum examples@3.1+',
  'name[]': 'required',
  'name{}': 'dependentRequired@3.1+',
  plain: [
    '$schema@3.1+ $vocabulary@3.1+ $comment@3.1+ title description type format deprecated',
    'readOnly writeOnly nullable@3.0- multipleOf maximum exclusiveMaximum minimum exclusiveMinimum',
    'maxLength minLength pattern maxItems minItems uniqueItems maxContains@3.1+ minContains@3.1+',
    'maxProperties minProperties contentEncoding@3.1+ contentMediaType@3.1+',
    'x-additionalPropertiesName x-enumNames x-enum-varnames x-enumDescriptions x-enum-descriptions',
    'x-values-from',
  ].join(' '),
} satisfies Keywords;
