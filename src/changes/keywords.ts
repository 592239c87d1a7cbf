import { cached } from '../json/cached.ts';
import { fieldsOf, OBJECT_KINDS } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { METHODS } from '../openapi/methods.ts';

/**
 * How the values of a keyword are compared:
 *
 * - `text`: for people; may be there or not, and reads as it likes
 * - `value`: JSON that is the same or not
 * - `set`: a list without order
 * - `flag`: true or not; absent is false
 * - `upper`, `lower`: a limit
 * - `examples`: values by name
 * - `schema`, `open`: a schema; an absent `open` one allows everything
 * - `negated`: a schema whose inside cannot be judged by itself
 * - `schemas`: schemas by name, for each of which a name alone decides whether it applies
 * - `choice`: schemas in a list without order
 * - `part`: an object, or objects by name or in a list, that a function of its own compares
 * - `own`: the object's own function compares it, together with others
 * - `elsewhere`: not a thing that can change: references are followed, and names of what they lead to do not matter
 */
export type How =
  | 'text'
  | 'value'
  | 'set'
  | 'flag'
  | 'upper'
  | 'lower'
  | 'examples'
  | 'schema'
  | 'open'
  | 'negated'
  | 'schemas'
  | 'choice'
  | 'part'
  | 'own'
  | 'elsewhere';

type Comparison = Readonly<Partial<Record<How, string>>>;

const CONTENT = {
  own: 'schema content style explode',
  examples: 'example examples',
  flag: 'deprecated required',
  text: 'description',
  elsewhere: '$ref',
} satisfies Comparison;

/** How each keyword of OpenAPI 3 is compared. A test requires a line of every keyword of the table in `openapi`. */
const COMPARED: Readonly<Record<ObjectKind, Comparison>> = {
  document: {
    elsewhere: 'openapi $self jsonSchemaDialect x-webhooks',
    part: 'info servers components tags externalDocs',
    own: 'paths webhooks security',
  },
  info: {
    text: 'title summary description',
    value: 'termsOfService version',
    part: 'contact license',
  },
  contact: { value: 'name url email' },
  license: { value: 'name identifier url' },
  server: { own: 'url', text: 'name description', part: 'variables' },
  serverVariable: { value: 'default', set: 'enum', text: 'description' },
  components: {
    part: 'schemas securitySchemes',
    // Compared where they are used; of those that nothing uses, only schemas have pages.
    elsewhere:
      'responses parameters examples requestBodies headers links callbacks pathItems mediaTypes',
  },
  pathItem: {
    elsewhere: '$ref',
    text: 'summary description',
    own: `${METHODS.join(' ')} additionalOperations parameters`,
    part: 'servers',
  },
  operation: {
    text: 'summary description',
    own: 'operationId tags security parameters requestBody responses callbacks',
    flag: 'deprecated',
    part: 'externalDocs servers',
    value: 'x-codeSamples x-code-samples x-badges',
  },
  codeSample: { elsewhere: 'lang label source' },
  badge: { elsewhere: 'name color position' },
  externalDocs: { value: 'description url' },
  parameter: {
    ...CONTENT,
    own: `${CONTENT.own} name in`,
    flag: `${CONTENT.flag} allowEmptyValue allowReserved`,
    value: 'x-badges',
  },
  header: CONTENT,
  requestBody: { elsewhere: '$ref', text: 'description', flag: 'required', own: 'content' },
  mediaType: {
    elsewhere: '$ref',
    own: 'schema itemSchema',
    examples: 'example examples',
    part: 'encoding',
    value: 'prefixEncoding itemEncoding',
  },
  encoding: {
    value: 'contentType style explode allowReserved encoding prefixEncoding itemEncoding',
    own: 'headers',
  },
  response: {
    elsewhere: '$ref',
    text: 'summary description',
    own: 'headers content',
    part: 'links',
  },
  callback: { elsewhere: '$ref', own: '*' },
  example: {
    elsewhere: '$ref',
    value: 'summary description externalValue serializedValue value dataValue',
  },
  link: {
    elsewhere: '$ref',
    value: 'operationRef operationId parameters requestBody server',
    text: 'description',
  },
  tag: {
    own: 'name',
    text: 'summary description',
    value: 'kind parent x-displayName',
    part: 'externalDocs',
  },
  reference: { elsewhere: '$ref summary description' },
  schema: {
    elsewhere: [
      '$ref $dynamicRef $id $anchor $dynamicAnchor $schema $vocabulary $comment $defs definitions',
      'additionalItems nullable',
    ].join(' '),
    text: [
      'title description x-additionalPropertiesName x-enumNames x-enum-varnames x-enumDescriptions',
      'x-enum-descriptions',
    ].join(' '),
    own: 'type format enum const required properties prefixItems dependentRequired discriminator pattern multipleOf',
    flag: 'deprecated readOnly writeOnly uniqueItems',
    upper: 'maximum exclusiveMaximum maxLength maxItems maxContains maxProperties',
    lower: 'minimum exclusiveMinimum minLength minItems minContains minProperties',
    value: 'default contentEncoding contentMediaType x-badges x-values-from',
    examples: 'example examples',
    schema: 'contains propertyNames then else contentSchema',
    open: 'items additionalProperties unevaluatedItems unevaluatedProperties',
    negated: 'not if',
    schemas: 'patternProperties dependentSchemas',
    choice: 'allOf oneOf anyOf',
    part: 'xml externalDocs',
  },
  discriminator: { own: 'propertyName mapping', value: 'defaultMapping' },
  xml: { value: 'name namespace prefix nodeType attribute wrapped' },
  securityScheme: {
    elsewhere: '$ref',
    value: 'type name in scheme bearerFormat openIdConnectUrl oauth2MetadataUrl',
    text: 'description',
    flag: 'deprecated',
    own: 'flows',
  },
  oauthFlows: { own: 'implicit password clientCredentials authorizationCode deviceAuthorization' },
  oauthFlow: {
    value: 'authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl',
    own: 'scopes',
  },
};

const BY_HOW: ReadonlyMap<ObjectKind, ReadonlyMap<How, readonly string[]>> = new Map(
  OBJECT_KINDS.map((kind) => [
    kind,
    new Map(
      Object.entries(COMPARED[kind]).map(([how, keywords]) => [how as How, keywords.split(' ')]),
    ),
  ]),
);

/** The keywords of an object that are compared in a way. */
export function comparedBy(kind: ObjectKind, how: How): readonly string[] {
  return BY_HOW.get(kind)?.get(how) ?? [];
}

const HOW: ReadonlyMap<ObjectKind, ReadonlyMap<string, How>> = new Map(
  OBJECT_KINDS.map((kind) => [
    kind,
    new Map(
      Object.entries(COMPARED[kind]).flatMap(([how, keywords]) =>
        keywords.split(' ').map((keyword) => [keyword, how as How]),
      ),
    ),
  ]),
);

/** How a keyword of an object is compared; undefined for extensions and what is not known. */
export function howOf(kind: ObjectKind, keyword: string): How | undefined {
  return HOW.get(kind)?.get(keyword);
}

/** The keywords of OpenAPI 3 that say nowhere how they are compared, and those that no object has. */
export function unruled(kind: ObjectKind): {
  readonly missing: string[];
  readonly unknown: string[];
} {
  const known = fieldsOf(kind).flatMap(([keyword, { until }]) =>
    until === '2.0' ? [] : [keyword],
  );
  const ruled = Object.values(COMPARED[kind]).flatMap((keywords) => keywords.split(' '));
  return {
    missing: known.filter((keyword) => ruled.filter((one) => one === keyword).length !== 1),
    unknown: ruled.filter((keyword) => !known.includes(keyword)),
  };
}

/** The thing that a keyword is in the kind of a change: `maxLength` is `max-length`, `x-badges` is `badges`. */
export function thingOf(keyword: string): string {
  return cached(THINGS, keyword, () =>
    keyword.replace(/^x-|^\$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );
}

const THINGS = new Map<string, string>();
