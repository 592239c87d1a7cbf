import { METHODS } from './methods.ts';
import { SCHEMA_KEYWORDS } from './schema-keywords.ts';

/** The objects of OpenAPI 3.1 (section 4.8) and 3.2 (section 4), and those of widely used extensions. */
export type ObjectKind =
  | 'document'
  | 'info'
  | 'contact'
  | 'license'
  | 'server'
  | 'serverVariable'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'codeSample'
  | 'badge'
  | 'externalDocs'
  | 'parameter'
  | 'header'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'response'
  | 'callback'
  | 'example'
  | 'link'
  | 'tag'
  | 'reference'
  | 'schema'
  | 'discriminator'
  | 'xml'
  | 'securityScheme'
  | 'oauthFlows'
  | 'oauthFlow';

/**
 * Contents other than OpenAPI objects:
 *
 * - `ref`: a reference, as a URI or JSON pointer; in a discriminator also the name of a schema
 * - `anchor`: a name that references use
 * - `name`: names of things defined elsewhere
 * - `data`: JSON of the API's users, in which keywords and `$ref` have no meaning
 * - `plain`: a string, number or boolean without further meaning
 */
export type ValueKind = 'ref' | 'anchor' | 'name' | 'data' | 'plain';

/** One, a list, or a map from names that the author chose. */
export type Holds = `${ObjectKind | ValueKind}${'' | '[]' | '{}'}`;

const CONTENT = {
  schema: 'schema',
  'mediaType{}': 'content',
  data: 'example',
  'example{}': 'examples',
} satisfies Keywords;

const HEADER = {
  ...CONTENT,
  ref: '$ref',
  plain: 'description required deprecated style explode',
} satisfies Keywords;

/** Keywords by their contents. */
export type Keywords = Readonly<Partial<Record<Holds, string>>>;

/**
 * Every keyword of every object with its contents; those of a schema are in `schema-keywords.ts`. This is the only such
 * table: all walks over a document read it, so a keyword of a new version of the standard is added here.
 *
 * A keyword is followed by its versions if not all have it: `query@3.2+` is new in 3.2, `host@2.0-` was last
 * in 2.0. The keyword `*` is any name except that of an extension.
 */
export const KEYWORDS: Readonly<Record<ObjectKind, Keywords>> = {
  document: {
    plain: 'openapi $self@3.2+ jsonSchemaDialect@3.1+ swagger@2.0- host@2.0- basePath@2.0-',
    info: 'info',
    'server[]': 'servers',
    'pathItem{}': 'paths webhooks@3.1+ x-webhooks@3.0-',
    components: 'components',
    name: 'security',
    'tag[]': 'tags',
    externalDocs: 'externalDocs',
    'plain[]': 'schemes@2.0- consumes@2.0- produces@2.0-',
    'schema{}': 'definitions@2.0-',
    'parameter{}': 'parameters@2.0-',
    'response{}': 'responses@2.0-',
    'securityScheme{}': 'securityDefinitions@2.0-',
  },
  info: {
    plain: 'title summary@3.1+ description termsOfService version',
    contact: 'contact',
    license: 'license',
  },
  contact: { plain: 'name url email' },
  license: { plain: 'name identifier@3.1+ url' },
  server: { plain: 'url name@3.2+ description', 'serverVariable{}': 'variables' },
  serverVariable: { plain: 'default description', 'plain[]': 'enum' },
  components: {
    'schema{}': 'schemas',
    'response{}': 'responses',
    'parameter{}': 'parameters',
    'example{}': 'examples',
    'requestBody{}': 'requestBodies',
    'header{}': 'headers',
    'securityScheme{}': 'securitySchemes',
    'link{}': 'links',
    'callback{}': 'callbacks',
    'pathItem{}': 'pathItems@3.1+',
    'mediaType{}': 'mediaTypes@3.2+',
  },
  pathItem: {
    ref: '$ref',
    plain: 'summary description',
    operation: METHODS.map((method) => (method === 'query' ? 'query@3.2+' : method)).join(' '),
    'operation{}': 'additionalOperations@3.2+',
    'server[]': 'servers',
    'parameter[]': 'parameters',
  },
  operation: {
    plain: 'summary description operationId deprecated',
    name: 'tags security',
    externalDocs: 'externalDocs',
    'parameter[]': 'parameters',
    requestBody: 'requestBody',
    'response{}': 'responses',
    'callback{}': 'callbacks',
    'server[]': 'servers',
    'codeSample[]': 'x-codeSamples x-code-samples',
    'badge[]': 'x-badges',
    'plain[]': 'schemes@2.0- consumes@2.0- produces@2.0-',
  },
  // From Redoc, widely used.
  codeSample: { plain: 'lang label source' },
  // From Redocly and Scalar.
  badge: { plain: 'name color position' },
  externalDocs: { plain: 'description url' },
  parameter: {
    ...HEADER,
    plain: `${HEADER.plain} name in allowEmptyValue allowReserved`,
    'badge[]': 'x-badges',
  },
  header: HEADER,
  requestBody: {
    ref: '$ref',
    plain: 'description required',
    'mediaType{}': 'content',
  },
  mediaType: {
    ref: '$ref@3.2+',
    schema: 'schema itemSchema@3.2+',
    data: 'example',
    'example{}': 'examples',
    'encoding{}': 'encoding',
    'encoding[]': 'prefixEncoding@3.2+',
    encoding: 'itemEncoding@3.2+',
  },
  encoding: {
    plain: 'contentType style explode allowReserved',
    'header{}': 'headers',
    'encoding{}': 'encoding@3.2+',
    'encoding[]': 'prefixEncoding@3.2+',
    encoding: 'itemEncoding@3.2+',
  },
  response: {
    ref: '$ref',
    plain: 'summary@3.2+ description',
    'header{}': 'headers',
    'mediaType{}': 'content',
    'link{}': 'links',
  },
  callback: { ref: '$ref', pathItem: '*' },
  example: {
    ref: '$ref',
    plain: 'summary description externalValue serializedValue@3.2+',
    data: 'value dataValue@3.2+',
  },
  link: {
    ref: '$ref operationRef',
    name: 'operationId',
    'data{}': 'parameters',
    data: 'requestBody',
    plain: 'description',
    server: 'server',
  },
  tag: {
    plain: 'name summary@3.2+ description kind@3.2+ x-displayName',
    name: 'parent@3.2+',
    externalDocs: 'externalDocs',
  },
  reference: { ref: '$ref', plain: 'summary@3.1+ description@3.1+' },
  // JSON Schema 2020-12 core sections 8, 10 and 11, validation sections 6 to 9, and OpenAPI 3.1 section 4.8.24.
  schema: SCHEMA_KEYWORDS,
  discriminator: {
    plain: 'propertyName',
    'ref{}': 'mapping',
    ref: 'defaultMapping@3.2+',
  },
  xml: { plain: 'name namespace prefix nodeType@3.2+ attribute wrapped' },
  securityScheme: {
    ref: '$ref',
    plain: [
      'type description name in scheme bearerFormat openIdConnectUrl oauth2MetadataUrl@3.2+',
      'deprecated@3.2+',
    ].join(' '),
    oauthFlows: 'flows',
  },
  oauthFlows: {
    oauthFlow: 'implicit password clientCredentials authorizationCode deviceAuthorization@3.2+',
  },
  oauthFlow: {
    plain: 'authorizationUrl deviceAuthorizationUrl@3.2+ tokenUrl refreshUrl',
    'plain{}': 'scopes',
  },
};
