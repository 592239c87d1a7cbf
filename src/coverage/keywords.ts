import type { ObjectKind } from '../openapi/keywords.ts';
import { fact, type Keyword, type Keywords, labelled, mark, names, none } from './keyword.ts';
import { SCHEMA_KEYWORDS } from './keywords-schema.ts';

const description = fact('description', 'markdown');
const summary = fact('summary', 'word');
const deprecated = mark('deprecated', 'deprecated');
const REFERENCE = none('what it leads to is shown');

const examples: Keywords = {
  example: fact('example', 'value'),
  examples: names('example'),
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
  content: names('media type'),
  ...examples,
};

const address = (...labels: string[]): Keyword => fact('security scheme', 'link', { labels });

/**
 * Every field of every object of OpenAPI 3.1.1 and 3.2.0 (section 4.8 and 4 of each) that does more than contain
 * other objects: its fact, or why it is none.
 */
export const KEYWORDS: Readonly<Partial<Record<ObjectKind, Keywords>>> = {
  document: {
    openapi: none('the version of the standard, not of the API'),
    $self: none('says how references find the document'),
    jsonSchemaDialect: none('which dialect schemas are written in'),
    webhooks: names('webhook'),
    security: none('shown for each operation; see `security.ts`'),
  },
  info: {
    title: fact('title', 'word'),
    summary,
    description,
    termsOfService: fact('terms of service', 'link'),
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
    variables: names('server variable'),
  },
  serverVariable: {
    enum: fact('server variable', 'value', { each: 'item' }),
    default: fact('server variable', 'value', { labels: ['default'] }),
    description,
  },
  components: {
    securitySchemes: names('security scheme'),
  },
  pathItem: {
    $ref: REFERENCE,
    summary,
    description,
  },
  operation: {
    tags: none('shown by the names of the tags; see `operation-walk.ts`'),
    summary,
    description,
    operationId: fact('operation id', 'word'),
    responses: names('response status'),
    callbacks: names('callback'),
    deprecated,
    security: none('shown with the schemes; see `security.ts`'),
  },
  // From Redoc, widely used.
  codeSample: {
    lang: none('shown by the name of its tab'),
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
    in: none('shown by the heading above; see `operation-walk.ts`'),
    allowEmptyValue: mark('serialization', 'may be empty', 'empty value'),
    allowReserved: mark('serialization', 'reserved characters'),
  },
  header,
  requestBody: {
    $ref: REFERENCE,
    description,
    content: names('media type'),
    required: mark('required', 'request body required'),
  },
  mediaType: {
    $ref: REFERENCE,
    ...examples,
    encoding: names('encoding'),
  },
  encoding: {
    contentType: labelled('encoding', 'contenttype', 'content type', 'media type'),
    headers: names('header'),
    style: labelled('encoding', 'style'),
    explode: labelled('encoding', 'explode'),
    allowReserved: mark('encoding', 'allowreserved', 'reserved characters'),
    encoding: names('encoding'),
  },
  response: {
    $ref: REFERENCE,
    summary,
    description,
    headers: names('header'),
    content: names('media type'),
    links: names('link'),
  },
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
    operationRef: none('shown by the page that it leads to; see `walk.ts`'),
    operationId: none('shown by the page that it leads to; see `walk.ts`'),
    parameters: fact('link', 'value', { each: 'entry' }),
    requestBody: fact('link', 'value'),
    description,
  },
  tag: {
    name: fact('tag', 'word'),
    summary: fact('tag', 'word'),
    'x-displayName': fact('tag', 'word'),
    description,
    parent: fact('tag', 'name'),
    kind: fact('tag', 'word'),
  },
  reference: { $ref: REFERENCE, summary, description },
  schema: SCHEMA_KEYWORDS,
  discriminator: {
    propertyName: fact('discriminator', 'word'),
    mapping: fact('discriminator', 'word', { each: 'key' }),
    defaultMapping: none('shown by the schema that it names; see `discriminator.ts`'),
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
    type: none('shown in words; see `security.ts`'),
    description,
    name: fact('security scheme', 'word'),
    in: fact('security scheme', 'label', { labels: ['in'] }),
    scheme: fact('security scheme', 'name'),
    bearerFormat: labelled('security scheme', 'bearer format'),
    openIdConnectUrl: address(),
    oauth2MetadataUrl: address(),
    deprecated,
  },
  oauthFlow: {
    authorizationUrl: address(),
    deviceAuthorizationUrl: address(),
    tokenUrl: address(),
    refreshUrl: address(),
    scopes: none('shown with their descriptions; see `security.ts`'),
  },
};

/** What is known of a field, besides the objects in it. */
export function keywordOf(object: ObjectKind, key: string): Keyword | undefined {
  const keywords = KEYWORDS[object];
  return keywords && Object.hasOwn(keywords, key) ? keywords[key] : undefined;
}
