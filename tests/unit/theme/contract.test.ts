import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type UpstreamMethodEndpoint from 'docusaurus-theme-openapi-docs/lib/theme/ApiExplorer/MethodEndpoint';
import type UpstreamParamsItem from 'docusaurus-theme-openapi-docs/lib/theme/ParamsItem';
import type UpstreamSchemaItem from 'docusaurus-theme-openapi-docs/lib/theme/SchemaItem';
import type { ComponentType } from 'react';
import { expect, it } from 'vitest';
import MethodEndpoint from '../../../src/theme/ApiExplorer/MethodEndpoint/index.tsx';
import ParamsItem from '../../../src/theme/ParamsItem/index.tsx';
import SchemaItem from '../../../src/theme/SchemaItem/index.tsx';
import { textOf } from '../../support/html.ts';
import { ROOT } from '../../support/site.ts';
import { componentFile, drawStockPage, themeImports } from '../../support/stock-page.tsx';

/*
 * Pages that the upstream plugin writes name components of the upstream theme. Ours have the same names, so that
 * such a page builds on this site and shows what it was given. These pages have two forms: the older one passes
 * one row to each component and writes the rest as HTML, the current one passes whole objects to few components.
 * Upstream's own code writes the current form for this test, and the schemas of the older form.
 */

const resolve = createRequire(import.meta.url);
type Write = (page: object) => string;
const current: Record<'createApiPageMD' | 'createInfoPageMD' | 'createSchemaPageMD', Write> =
  resolve('docusaurus-plugin-openapi-docs/lib/markdown/index.js');
const { createNodes }: { createNodes: (schema: object, type: string) => string | string[] } =
  resolve('docusaurus-plugin-openapi-docs/lib/markdown/createSchema.js');

// tsc checks that ours accept the props that upstream's declare. Upstream's tabs declare none.
type Takes<Theirs> = Theirs extends (props: infer Props) => unknown ? ComponentType<Props> : never;
MethodEndpoint satisfies Takes<typeof UpstreamMethodEndpoint>;
ParamsItem satisfies Takes<typeof UpstreamParamsItem>;
SchemaItem satisfies Takes<typeof UpstreamSchemaItem>;

const SCHEMA = {
  type: 'object',
  required: ['animal'],
  discriminator: {
    propertyName: 'animal',
    mapping: {
      felix: { type: 'object', properties: { claws: { type: 'integer', maximum: 18 } } },
      rex: { type: 'object', properties: { barks: { type: 'boolean' } } },
    },
  },
  properties: {
    animal: { type: 'string', description: 'Which one it is.' },
    moods: { type: 'array', items: { type: 'string', enum: ['sleepy', 'hungry'] } },
    home: {
      type: 'object',
      description: 'Where it lives.',
      properties: { street: { type: 'string', maxLength: 41, default: 'Elm Street' } },
    },
    food: {
      oneOf: [
        { title: 'Fish', type: 'object', properties: { bones: { type: 'number' } } },
        { title: 'Seeds', type: 'object', properties: { weight: { type: 'number' } } },
      ],
    },
  },
  additionalProperties: { type: 'integer', description: 'Anything counted.' },
};

const BODY = { content: { 'application/json': { schema: SCHEMA } } };
const OPERATION = {
  method: 'post',
  path: '/animals/{id}',
  description: 'Feeds an animal.',
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  requestBody: BODY,
  responses: { 200: { description: 'It is fed.', ...BODY } },
  servers: [{ url: 'https://zoo.test' }],
  security: [{ ticket: [] }],
  securitySchemes: { ticket: { type: 'apiKey', in: 'header', name: 'X-Ticket' } },
  callbacks: {
    full: { '{$request.body#/url}': { post: { responses: { 204: { description: 'Noted.' } } } } },
  },
};

/** With the front matter that upstream writes. */
function withApi(page: string): string {
  const api = deflateSync(JSON.stringify(OPERATION)).toString('base64');
  return `---\ntitle: Feed\napi: ${api}\n---\n${page}`;
}

const INFO = {
  info: { title: 'Zoo', version: '1', logo: { url: '/zoo.png' } },
  downloadUrl: '/zoo.json',
  securitySchemes: { ticket: { type: 'apiKey', in: 'header', name: 'X-Ticket' } },
};

/** What any page with the schema says. */
const FACTS = [
  ...['animal', 'Which one it is.', 'felix', 'claws integer', '18', 'rex', 'barks boolean'],
  ...['moods', 'sleepy', 'hungry', 'home', 'Where it lives.', 'street', '41'],
  ...['Elm Street', 'Fish', 'bones', 'Seeds', 'weight', 'Anything counted.'],
];

/** Pages of the older form import all of these. */
const OLDER_IMPORTS = ['DiscriminatorTabs', 'Markdown', 'SchemaItem', 'SchemaTabs', 'TabItem']
  .map((name) => `import ${name} from "@theme/${name}";\n`)
  .join('');

const PAGES: readonly (readonly [name: string, source: string, facts: readonly string[]])[] = [
  [
    'an operation',
    withApi(
      current.createApiPageMD({
        title: 'Feed',
        infoPath: 'docs/zoo',
        frontMatter: {},
        api: structuredClone(OPERATION),
      }),
    ),
    [
      ...['Feed', 'POST', '/animals/{id}', 'Feeds an animal.', 'id string', 'required'],
      ...['API key', 'ticket', 'https://zoo.test/', 'Try it', 'curl', ...FACTS],
      ...['200', 'It is fed.', 'POST full', '{$request.body#/url}', '204', 'Noted.'],
    ],
  ],
  [
    'an API',
    current.createInfoPageMD(structuredClone(INFO)),
    ['Zoo', 'API Key: ticket', 'X-Ticket', 'OpenAPI document'],
  ],
  [
    'a schema',
    current.createSchemaPageMD({ schema: { title: 'Animal', ...SCHEMA } }),
    ['Animal', ...FACTS],
  ],
  [
    'the schemas of the older form',
    `${OLDER_IMPORTS}\n${[createNodes(structuredClone(SCHEMA), 'response')].flat().join('\n')}`,
    ['property name*', ...FACTS],
  ],
  [
    'an older page',
    fs.readFileSync(path.join(ROOT, 'tests/site/older-page.api.mdx'), 'utf8'),
    [
      ...['POST', '/accounts/{number}/close/', 'number integer', 'required'],
      ...[
        'The number on the statement.',
        '204',
        'The account is closed',
        '400',
        'application/json',
      ],
      ...[
        'Schema',
        'balance_errors string[]',
        'reason',
        '30',
        'property name*',
        'not empty',
        '401',
      ],
    ],
  ],
];

const named = new Set([
  'ApiExplorer/SecuritySchemes',
  ...PAGES.flatMap(([, page]) => themeImports(page)),
]);

it.each([...named].sort())('@theme/%s is ours or Docusaurus’ own', (name) => {
  const theme = path.join(ROOT, 'node_modules/@docusaurus/theme-classic/lib/theme');
  const isThere = [componentFile(name), path.join(theme, name, 'index.js')].some(fs.existsSync);
  expect(isThere).toBe(true);
});

it.each(PAGES)('%s shows what it was given', async (_name, page, facts) => {
  const text = textOf(await drawStockPage(page));
  expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
});
