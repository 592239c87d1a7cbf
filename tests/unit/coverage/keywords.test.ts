import { describe, expect, it } from 'vitest';
import { FACT_KINDS, type ObjectName } from '../../../src/coverage/keyword.ts';
import { KEYWORDS } from '../../../src/coverage/keywords.ts';
import { unknownKeywords } from '../../../src/coverage/unknown.ts';

/** The fields of each object as OpenAPI 3.1.1 section 4.8 and 3.2.0 section 4 list them. */
const FIELDS: Readonly<Record<ObjectName, string>> = {
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
  callback: '$ref',
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
    'x-badges x-additionalPropertiesName',
    'definitions x-enumNames x-enum-varnames x-enumDescriptions x-enum-descriptions',
  ].join(' '),
  discriminator: 'propertyName mapping defaultMapping',
  xml: 'name namespace prefix attribute wrapped nodeType',
  securityScheme:
    '$ref type description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl deprecated',
  oauthFlows: 'implicit password clientCredentials authorizationCode deviceAuthorization',
  oauthFlow: 'authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes',
};

const names = Object.keys(FIELDS) as ObjectName[];

describe('the table of keywords', () => {
  it('has every object', () => {
    expect(Object.keys(KEYWORDS).sort()).toEqual([...names].sort());
  });

  it.each(names)('has every field of %s, and no other', (name) => {
    expect(Object.keys(KEYWORDS[name]).sort()).toEqual(FIELDS[name].split(' ').sort());
  });

  it.each(names)('says of every field of %s what it is', (name) => {
    for (const [key, { fact, holds, none }] of Object.entries(KEYWORDS[name])) {
      expect([fact, holds, none].filter(Boolean).length, key).toBeGreaterThan(0);
      expect(none === undefined || (!fact && !holds), key).toBe(true);
      if (fact) expect(FACT_KINDS).toContain(fact.kind);
      if (fact?.form === 'label' || fact?.form === 'mark') expect(fact.labels, key).toBeDefined();
    }
  });
});

describe('unknown keywords', () => {
  it.each<[name: string, document: object, unknown: string[]]>([
    ['an extension is none', { info: { 'x-logo': {} } }, []],
    ['a field of an object', { info: { titel: 'T' } }, ['info/titel']],
    [
      'a keyword of an earlier draft',
      { components: { schemas: { A: { properties: { b: { additionalItems: false } } } } } },
      ['components/schemas/A/properties/b/additionalItems'],
    ],
    ['a name that the author chose', { components: { schemas: { get: {} } } }, []],
    ['data', { components: { schemas: { A: { default: { any: 1 }, enum: [{ a: 1 }] } } } }, []],
    [
      'beside a reference',
      { paths: { '/a': { get: { parameters: [{ $ref: '#', summary: 's', nme: 1 }] } } } },
      ['paths//a/get/parameters/0/nme'],
    ],
    [
      'within a callback',
      { paths: { '/a': { post: { callbacks: { c: { '{$url}': { post: { sumary: '' } } } } } } } },
      ['paths//a/post/callbacks/c/{$url}/post/sumary'],
    ],
    [
      'extensions among paths and statuses',
      { paths: { 'x-a': { b: 1 }, '/a': { get: { responses: { 'x-b': { c: 1 } } } } } },
      [],
    ],
  ])('%s', (_name, document, unknown) => {
    expect(unknownKeywords(document).map(({ path }) => path.join('/'))).toEqual(unknown);
  });
});
