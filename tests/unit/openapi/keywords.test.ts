import { getTypes } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { fieldsOf, isData, isMap, OBJECT_KINDS, WALKED } from '../../../src/openapi/fields.ts';
import type { ObjectKind } from '../../../src/openapi/keywords.ts';

/** The fields of each object as OpenAPI 3.1.1 section 4.8 and 3.2.0 section 4 list them. */
const FIELDS: Readonly<Record<ObjectKind, string>> = {
  document:
    'openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs',
  info: 'title summary description termsOfService contact license version',
  contact: 'name url email',
  license: 'name identifier url',
  server: 'url description name variables',
  serverVariable: 'enum default description',
  components:
    'schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems mediaTypes',
  pathItem:
    '$ref summary description get put post delete options head patch trace query additionalOperations servers parameters',
  operation:
    'tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers x-codeSamples x-code-samples x-badges',
  codeSample: 'lang label source',
  badge: 'name color position',
  externalDocs: 'description url',
  parameter:
    '$ref name in description required deprecated allowEmptyValue example examples style explode allowReserved schema content x-badges',
  header: '$ref description required deprecated example examples style explode schema content',
  requestBody: '$ref description content required',
  mediaType: '$ref schema itemSchema example examples encoding prefixEncoding itemEncoding',
  encoding: 'contentType headers encoding prefixEncoding itemEncoding style explode allowReserved',
  response: '$ref summary description headers content links',
  callback: '$ref *',
  example: '$ref summary description dataValue serializedValue value externalValue',
  link: '$ref operationRef operationId parameters requestBody description server',
  tag: 'name summary description externalDocs parent kind x-displayName',
  reference: '$ref summary description',
  schema: [
    // JSON Schema 2020-12 core, section 8 and 10.
    '$schema $vocabulary $id $anchor $dynamicAnchor $ref $dynamicRef $defs $comment',
    'allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains',
    'properties patternProperties additionalProperties propertyNames',
    // Section 11.
    'unevaluatedItems unevaluatedProperties',
    // Validation, sections 6 to 9.
    'type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum',
    'maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains',
    'maxProperties minProperties required dependentRequired format',
    'contentEncoding contentMediaType contentSchema',
    'title description default deprecated readOnly writeOnly examples',
    // OpenAPI 3.1 section 4.8.24.
    'discriminator xml externalDocs example',
    // Of earlier drafts and of others, in wide use.
    'x-badges x-additionalPropertiesName x-values-from',
    'definitions x-enumNames x-enum-varnames x-enumDescriptions x-enum-descriptions',
  ].join(' '),
  discriminator: 'propertyName mapping defaultMapping',
  xml: 'name namespace prefix attribute wrapped nodeType',
  securityScheme:
    '$ref type description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl deprecated',
  oauthFlows: 'implicit password clientCredentials authorizationCode deviceAuthorization',
  oauthFlow: 'authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes',
};

describe('the table of keywords', () => {
  it('has every object', () => {
    expect(OBJECT_KINDS.toSorted()).toEqual(Object.keys(FIELDS).sort());
  });

  it.each(OBJECT_KINDS)('has every field of %s, and no other', (kind) => {
    const current = fieldsOf(kind).flatMap(([key, { until }]) => (until ? [] : [key]));
    expect(current.sort()).toEqual(FIELDS[kind].split(' ').sort());
  });
});

it('walks look into what may refer to others, and into nothing else', () => {
  const leaves =
    'info contact license server serverVariable codeSample badge externalDocs tag xml oauthFlows oauthFlow';
  expect(OBJECT_KINDS.filter((kind) => !WALKED.includes(kind)).sort()).toEqual(
    leaves.split(' ').sort(),
  );
});

it.each<[key: string, value: unknown, data: boolean, map: boolean]>([
  ['example', {}, true, false],
  ['default', [], true, false],
  ['enum', [], true, false],
  // Of a schema, and of a media type.
  ['examples', [], true, true],
  ['examples', {}, false, true],
  // Of a link they are data, of operations and components they are not.
  ['parameters', {}, false, true],
  ['requestBody', {}, false, false],
  ['properties', {}, false, true],
  ['x-anything', {}, false, false],
])('%s that holds %j is data: %s, and a map: %s', (key, value, data, map) => {
  expect([isData(key, value), isMap(key)]).toEqual([data, map]);
});

/** Our names of the library's types. */
const TYPES: Readonly<Partial<Record<ObjectKind, string>>> = {
  document: 'Root',
  xml: 'Xml',
  oauthFlows: 'OAuth2Flows',
};

/** Where the library's tables are other than the standard, or leave out what is in wide use. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '3.0 schema': ['additionalItems'],
  '3.1 schema': ['id', 'summary'],
  '3.2 schema': ['id', 'summary'],
  '3.0 header': ['allowEmptyValue', 'allowReserved'],
  '3.1 header': ['allowEmptyValue', 'allowReserved'],
  '3.2 header': ['allowEmptyValue', 'allowReserved'],
  '3.2 encoding': ['encoding', 'prefixEncoding', 'itemEncoding'],
};

describe.each([
  ['3.0', 'oas3_0'],
  ['3.1', 'oas3_1'],
  ['3.2', 'oas3_2'],
] as const)('OpenAPI %s', (version, library) => {
  const types = getTypes(library);
  const typeOf = (kind: ObjectKind) =>
    types[TYPES[kind] ?? kind.replace(/^\w/, (letter) => letter.toUpperCase())];
  const kinds = OBJECT_KINDS.filter(
    (kind) => Object.keys(typeOf(kind)?.properties ?? {}).length > 0,
  );

  it('has most objects in the tables of the library as well', () => {
    expect(kinds.length).toBeGreaterThan(20);
  });

  it.each(kinds)('has in %s the fields that the library knows', (kind) => {
    const isOfStandard = (key: string) => !/^x-|^\$ref$|^\*$/.test(key);
    const theirs = Object.keys(typeOf(kind)?.properties ?? {}).filter(isOfStandard);
    const ours = fieldsOf(kind).flatMap(([key, { since = version, until = version }]) =>
      isOfStandard(key) && since <= version && until >= version ? [key] : [],
    );
    const different = [
      ...ours.filter((key) => !theirs.includes(key)),
      ...theirs.filter((key) => !ours.includes(key)),
    ];
    expect(different).toEqual(KNOWN[`${version} ${kind}`] ?? []);
  });
});
