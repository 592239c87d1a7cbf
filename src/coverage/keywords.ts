import { METHODS } from '../openapi/methods.ts';
import {
  fact,
  type Keyword,
  type Keywords,
  labelled,
  list,
  map,
  mark,
  none,
  type ObjectName,
  one,
} from './keyword.ts';
import { SCHEMA_KEYWORDS } from './keywords-schema.ts';

const description = fact('description', 'markdown');
const summary = fact('summary', 'word');
const deprecated = mark('deprecated', 'deprecated');
const REFERENCE = none('what it leads to is shown');

const examples: Keywords = {
  example: fact('example', 'value'),
  examples: map('example', 'example'),
};

const serialization = (...labels: string[]): Keyword => labelled('serialization', ...labels);

/** What parameters and headers have in common, OpenAPI 3.1 sections 4.8.12 and 4.8.21. */
const header: Keywords = {
  $ref: REFERENCE,
  description,
  required: mark('required', 'required'),
  deprecated,
  style: serialization('style'),
  explode: serialization('explode'),
  schema: one('schema'),
  content: map('mediaType', 'media type'),
  ...examples,
};

const operations: Keywords = Object.fromEntries(
  METHODS.map((method) => [method, one('operation')]),
);

const flows: Keywords = Object.fromEntries(
  ['implicit', 'password', 'clientCredentials', 'authorizationCode', 'deviceAuthorization'].map(
    (flow) => [flow, one('oauthFlow')],
  ),
);

const address = (...labels: string[]): Keyword => fact('security scheme', 'link', { labels });

/**
 * Every field of every object of OpenAPI 3.1.1 and 3.2.0 (section 4.8 and 4 of each): its fact, its nested
 * objects, or why it is neither. A field that is neither listed here nor an extension is reported as unknown.
 */
export const KEYWORDS: Readonly<Record<ObjectName, Keywords>> = {
  document: {
    openapi: none('the version of the standard, not of the API'),
    $self: none('says how references find the document'),
    jsonSchemaDialect: none('which dialect schemas are written in'),
    info: one('info'),
    servers: list('server'),
    paths: map('pathItem'),
    webhooks: map('pathItem', 'webhook'),
    components: one('components'),
    security: none('told of each operation; see `security.ts`'),
    tags: list('tag'),
    externalDocs: one('externalDocs'),
  },
  info: {
    title: fact('title', 'word'),
    summary,
    description,
    termsOfService: fact('terms of service', 'link'),
    contact: one('contact'),
    license: one('license'),
    version: fact('version', 'word'),
  },
  contact: {
    name: fact('contact', 'word'),
    url: fact('contact', 'link'),
    email: fact('contact', 'word'),
  },
  license: {
    name: fact('license', 'word'),
    identifier: fact('license', 'word'),
    url: fact('license', 'link'),
  },
  server: {
    url: fact('server', 'word'),
    name: fact('server', 'word'),
    description,
    variables: map('serverVariable', 'server variable'),
  },
  serverVariable: {
    enum: fact('server variable', 'value', { each: 'item' }),
    default: fact('server variable', 'value', { labels: ['default'] }),
    description,
  },
  components: {
    schemas: map('schema'),
    responses: map('response'),
    parameters: map('parameter'),
    examples: map('example'),
    requestBodies: map('requestBody'),
    headers: map('header'),
    securitySchemes: map('securityScheme', 'security scheme'),
    links: map('link'),
    callbacks: map('callback'),
    pathItems: map('pathItem'),
    mediaTypes: map('mediaType'),
  },
  pathItem: {
    $ref: REFERENCE,
    summary,
    description,
    ...operations,
    additionalOperations: map('operation'),
    servers: list('server'),
    parameters: list('parameter'),
  },
  operation: {
    tags: none('told by the names of the tags; see `operation-walk.ts`'),
    summary,
    description,
    externalDocs: one('externalDocs'),
    operationId: fact('operation id', 'word'),
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: map('response', 'response status'),
    callbacks: map('callback', 'callback'),
    deprecated,
    security: none('told with the schemes; see `security.ts`'),
    servers: list('server'),
    'x-codeSamples': list('codeSample'),
    'x-code-samples': list('codeSample'),
    'x-badges': list('badge'),
  },
  // From Redoc, widely used.
  codeSample: {
    lang: none('told by the name of its tab'),
    label: fact('code sample', 'word'),
    source: fact('code sample', 'word'),
  },
  // From Redocly and Scalar.
  badge: {
    name: fact('extension', 'word'),
    color: none('pages have their own colors'),
    position: none('it says where a badge is, not what'),
  },
  externalDocs: {
    description,
    url: fact('external documentation', 'link'),
  },
  parameter: {
    ...header,
    name: fact('parameter', 'word'),
    in: none('told by the heading above; see `operation-walk.ts`'),
    allowEmptyValue: mark('serialization', 'may be empty', 'empty value'),
    allowReserved: mark('serialization', 'reserved characters'),
    'x-badges': list('badge'),
  },
  header,
  requestBody: {
    $ref: REFERENCE,
    description,
    content: map('mediaType', 'media type'),
    required: mark('required', 'request body required'),
  },
  mediaType: {
    $ref: REFERENCE,
    schema: one('schema'),
    itemSchema: one('schema'),
    ...examples,
    encoding: map('encoding', 'encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: one('encoding'),
  },
  encoding: {
    contentType: labelled('encoding', 'contenttype', 'content type', 'media type'),
    headers: map('header', 'header'),
    style: labelled('encoding', 'style'),
    explode: labelled('encoding', 'explode'),
    allowReserved: mark('encoding', 'allowreserved', 'reserved characters'),
    encoding: map('encoding', 'encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: one('encoding'),
  },
  response: {
    $ref: REFERENCE,
    summary,
    description,
    headers: map('header', 'header'),
    content: map('mediaType', 'media type'),
    links: map('link', 'link'),
  },
  // Every field is an expression; see `keywordOf`.
  callback: { $ref: REFERENCE },
  example: {
    $ref: REFERENCE,
    summary,
    description,
    value: fact('example', 'value'),
    dataValue: fact('example', 'value'),
    serializedValue: fact('example', 'value'),
    externalValue: fact('example', 'link'),
  },
  link: {
    $ref: REFERENCE,
    operationRef: none('told by the page that it leads to; see `walk.ts`'),
    operationId: none('told by the page that it leads to; see `walk.ts`'),
    parameters: fact('link', 'value', { each: 'entry' }),
    requestBody: fact('link', 'value'),
    description,
    server: one('server'),
  },
  tag: {
    name: fact('tag', 'word'),
    summary: fact('tag', 'word'),
    'x-displayName': fact('tag', 'word'),
    description,
    externalDocs: one('externalDocs'),
    parent: fact('tag', 'name'),
    kind: fact('tag', 'word'),
  },
  reference: { $ref: REFERENCE, summary, description },
  schema: SCHEMA_KEYWORDS,
  discriminator: {
    propertyName: fact('discriminator', 'word'),
    mapping: fact('discriminator', 'word', { each: 'key' }),
    defaultMapping: none('told by the schema that it names; see `discriminator.ts`'),
  },
  xml: {
    name: labelled('XML', 'xml name'),
    namespace: labelled('XML', 'xml namespace'),
    prefix: labelled('XML', 'xml prefix'),
    nodeType: labelled('XML', 'xml nodetype', 'xml node type'),
    attribute: mark('XML', 'xml attribute'),
    wrapped: mark('XML', 'xml wrapped'),
  },
  securityScheme: {
    $ref: REFERENCE,
    type: none('told in words; see `security.ts`'),
    description,
    name: fact('security scheme', 'word'),
    in: fact('security scheme', 'label', { labels: ['in'] }),
    scheme: fact('security scheme', 'name'),
    bearerFormat: labelled('security scheme', 'bearer format'),
    flows: one('oauthFlows'),
    openIdConnectUrl: address(),
    oauth2MetadataUrl: address(),
    deprecated,
  },
  oauthFlows: flows,
  oauthFlow: {
    authorizationUrl: address(),
    deviceAuthorizationUrl: address(),
    tokenUrl: address(),
    refreshUrl: address(),
    scopes: none('told with their descriptions; see `security.ts`'),
  },
};

/** Fields of any name, in objects that are maps or that have more fields than their table. */
export function keywordOf(object: ObjectName, key: string): Keyword | undefined {
  const keywords = KEYWORDS[object];
  if (Object.hasOwn(keywords, key)) return keywords[key];
  if (object === 'callback' && !key.startsWith('x-')) return one('pathItem');
  return undefined;
}

/**
 * Maps in which `x-` marks an extension, and a `$ref` is not followed; in all others the author chooses names
 * freely.
 */
export function isExtension(object: ObjectName, field: string, name: string): boolean {
  const isPatterned = object === 'document' ? field === 'paths' : field === 'responses';
  const isOfMap = isPatterned && (object === 'document' || object === 'operation');
  return isOfMap && (name.startsWith('x-') || name === '$ref');
}
