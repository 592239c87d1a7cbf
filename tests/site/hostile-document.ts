import { FORMATTED, TEXTS } from './hostile-texts.ts';

/** Stands at the end of a description of more than 100 KB. */
export const END_OF_LONG = 'the end of the long description';

const named = (value: (text: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(TEXTS.map((text) => [text, value(text)]));

/** A schema every text of which is `text`. */
function schemaOf(text: string): object {
  return {
    type: 'string',
    title: text,
    description: `${text}\n\n${text}`,
    default: text,
    enum: [text, `${text} 2`],
    examples: [text],
    pattern: text,
    format: text,
    externalDocs: { url: text, description: text },
    xml: { name: text, namespace: text, prefix: text },
    'x-extension': text,
  };
}

const everything = {
  type: 'object',
  description: FORMATTED,
  required: TEXTS,
  properties: named(schemaOf),
  patternProperties: named(() => ({ type: 'string' })),
  example: named((text) => text),
};

/** What a small page need not repeat of the document. */
const SMALL = { servers: [{ url: '/' }], security: [], responses: {} };

/** An operation with every text in every place that an operation has. */
const operation = {
  description: FORMATTED,
  externalDocs: { url: 'javascript:alert(1)', description: FORMATTED },
  security: [named((text) => [text]), {}],
  servers: [
    ...TEXTS.map((url) => ({ url, description: url })),
    {
      url: 'https://{__proto__}.example',
      variables: named((text) => ({ default: text, enum: [text], description: text })),
    },
  ],
  parameters: ['query', 'header', 'cookie'].flatMap((place) =>
    TEXTS.map((text) => ({ name: text, in: place, description: text, schema: schemaOf(text) })),
  ),
  requestBody: {
    description: FORMATTED,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Everything' },
        examples: named((text) => ({ summary: text, description: text, value: { [text]: text } })),
      },
      'application/xml': { schema: { $ref: '#/components/schemas/Everything' } },
      'application/x-www-form-urlencoded': { schema: { $ref: '#/components/schemas/Everything' } },
      'multipart/form-data': {
        schema: { $ref: '#/components/schemas/Everything' },
        encoding: named((text) => ({ contentType: text, headers: { [text]: schemaOf(text) } })),
      },
      ...named((text) => ({ example: text })),
    },
  },
  responses: {
    '200': {
      description: FORMATTED,
      headers: named((text) => ({ description: text, schema: schemaOf(text) })),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Choices' } } },
      links: named((text) => ({
        operationId: text,
        description: text,
        parameters: { [text]: text },
        requestBody: text,
        server: { url: text },
      })),
    },
    ...named((text) => ({ description: text })),
  },
  callbacks: named((text) => ({
    [text]: {
      post: { summary: text, description: text, responses: { '200': { description: text } } },
    },
  })),
  'x-codeSamples': TEXTS.map((text) => ({ lang: text, label: text, source: text })),
  'x-extension': TEXTS,
};

function refTo(schema: string): string {
  const segment = schema.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#/components/schemas/${encodeURIComponent(segment)}`;
}

/** Which of the texts become a tag, a schema or a webhook with a page of its own. */
const some = (step: number): string[] => TEXTS.filter((_, index) => index % step === 0);

/**
 * An OpenAPI document whose texts and names try all that text can try, in every place from which text
 * reaches a page, its head, the sidebar, a slice, an address or the name of a file.
 */
export function hostileDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '<script>alert(1)</script> {process.exit(1)} "</title>',
      summary: TEXTS.join(' '),
      description: FORMATTED,
      version: '1 "x" </code>',
      termsOfService: 'javascript:alert(1)',
      contact: { name: '<b>', url: 'data:text/html,x', email: '"><script>alert(1)</script>@x' },
      license: { name: '{alert(1)}', url: 'javascript:alert(1)', identifier: '<b>' },
    },
    externalDocs: { url: ' javascript:alert(1)', description: FORMATTED },
    servers: [{ url: 'javascript:alert(1)//' }, ...operation.servers],
    security: [named((text) => [text])],
    tags: [
      ...some(3).map((name) => ({
        name,
        description: FORMATTED,
        'x-displayName': `Tag ${name}`,
        externalDocs: { url: 'javascript:alert(1)', description: name },
      })),
      { name: 'index', description: 'Named like an operation.' },
    ],
    paths: {
      '/everything/{id}': { summary: FORMATTED, post: { operationId: 'everything', ...operation } },
      '/long': {
        get: {
          operationId: 'long',
          description: `${'A *long* text, with `code` and <id>.\n\n'.repeat(2_700)}${END_OF_LONG}`,
          ...SMALL,
        },
      },
      // By operationId: addresses and names of files.
      ...Object.fromEntries(
        TEXTS.map((text, index) => [
          `/by-id/${index}/${text}`,
          { get: { operationId: text, tags: [some(3)[index] ?? 'index'], ...SMALL } },
        ]),
      ),
      // By summary: titles, labels and the head.
      ...Object.fromEntries(
        TEXTS.map((text, index) => [
          `/by-summary/${index}`,
          { get: { summary: text, description: text, tags: ['index'], ...SMALL } },
        ]),
      ),
      // By neither: the path says all there is.
      '/../../etc/passwd/{__proto__}': { get: SMALL },
      '//evil.example/{a}?b#c': { get: SMALL },
      '/%2e%2e/%zz': { get: SMALL },
      '': { get: SMALL },
    },
    webhooks: Object.fromEntries(
      some(4).map((text) => [text, { post: { description: text, ...SMALL } }]),
    ),
    components: {
      schemas: {
        Everything: everything,
        Choices: {
          oneOf: some(8).map((text) => ({ $ref: refTo(`named ${text}`) })),
          discriminator: {
            propertyName: '</script>',
            mapping: Object.fromEntries(some(8).map((text) => [text, refTo(`named ${text}`)])),
          },
        },
        ...Object.fromEntries(
          some(8).map((text) => [`named ${text}`, { type: 'object', title: text }]),
        ),
        ...Object.fromEntries(some(2).map((text) => [text, schemaOf(text)])),
      },
      securitySchemes: named((text) => ({
        type: 'oauth2',
        description: text,
        flows: {
          [text]: {
            authorizationUrl: text,
            tokenUrl: `https://${text}`,
            scopes: { [text]: text },
          },
        },
      })),
    },
  };
}
