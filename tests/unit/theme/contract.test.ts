import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { evaluate } from '@mdx-js/mdx';
import type UpstreamMethodEndpoint from 'docusaurus-theme-openapi-docs/lib/theme/ApiExplorer/MethodEndpoint';
import type UpstreamParamsItem from 'docusaurus-theme-openapi-docs/lib/theme/ParamsItem';
import type UpstreamSchemaItem from 'docusaurus-theme-openapi-docs/lib/theme/SchemaItem';
import type { MDXComponents } from 'mdx/types';
import { type ComponentType, createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { separateImports } from '../../../src/site/older-pages.ts';
import MethodEndpoint from '../../../src/theme/ApiExplorer/MethodEndpoint/index.tsx';
import ParamsItem from '../../../src/theme/ParamsItem/index.tsx';
import SchemaItem from '../../../src/theme/SchemaItem/index.tsx';
import { Heading, TabItem, Translate } from '../../support/docusaurus/stand-ins.tsx';
import { textOf } from '../../support/html.ts';
import { ROOT } from '../../support/site.ts';

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

/** Components of the current form that are missing here, or ignore what such a page passes, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ApiLogo: 'InfoPage shows the logo.',
  'ApiExplorer/Export': 'InfoPage links to the document.',
  'ApiExplorer/SecuritySchemes': 'It gets the address of a page and no fact.',
  // `generate` writes such a page in our own form, whose components read the page's slice.
  ParamsDetails: 'It reads the slice.',
  RequestSchema: 'It reads the slice.',
  Schema: 'It takes a schema of the page model.',
  StatusCodes: 'It reads the slice.',
};

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
  callbacks: {
    full: { '{$request.body#/url}': { post: { responses: { 204: { description: 'Noted.' } } } } },
  },
};
const INFO = {
  info: { title: 'Zoo', version: '1', logo: { url: '/zoo.png' } },
  downloadUrl: '/zoo.json',
  securitySchemes: { ticket: { type: 'apiKey', in: 'header', name: 'X-Ticket' } },
};

const PAGES: readonly (readonly [name: string, source: string, facts: readonly string[]])[] = [
  [
    'an operation',
    current.createApiPageMD({
      title: 'Feed',
      infoPath: 'docs/zoo',
      frontMatter: {},
      api: structuredClone(OPERATION),
    }),
    ['Feed', 'POST', '/animals/{id}', 'Feeds an animal.', 'POST full', '{$request.body#/url}'],
  ],
  [
    'an API',
    current.createInfoPageMD(structuredClone(INFO)),
    ['Zoo', 'API Key: ticket', 'X-Ticket'],
  ],
  ['a schema', current.createSchemaPageMD({ schema: { title: 'Animal', ...SCHEMA } }), ['Animal']],
  [
    'the schemas of the older form',
    [createNodes(structuredClone(SCHEMA), 'response')].flat().join('\n'),
    [
      ...['animal', 'Which one it is.', 'felix', 'claws integer', '18', 'rex', 'barks boolean'],
      ...['moods', 'string[]', 'sleepy', 'hungry', 'home', 'Where it lives.', 'street', '41'],
      ...['Elm Street', 'Fish', 'bones', 'Seeds', 'weight', 'property name*', 'Anything counted.'],
    ],
  ],
  [
    'an older page',
    separateImports(
      fs
        .readFileSync(path.join(ROOT, 'tests/site/older-page.api.mdx'), 'utf8')
        .replace(/^---[\s\S]*?\n---\n/, ''),
    ),
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

/** What the pages import from the theme: `ApiExplorer/MethodEndpoint`, in pages as `MethodEndpoint`. */
const named = new Set(
  PAGES.flatMap(([, source]) =>
    Array.from(source.matchAll(/ from "@theme\/(.+)";$/gm), ([, file = '']) => file),
  ),
);
// The current form leaves this import out.
named.add('ApiExplorer/SecuritySchemes');

const isIn = (theme: string, file: string): boolean =>
  ['tsx', 'js'].some((type) => fs.existsSync(path.join(ROOT, theme, file, `index.${type}`)));

const components: MDXComponents = { Heading, TabItem, Translate };
for (const file of named) {
  if (Object.hasOwn(EXCEPTIONS, file)) components[path.basename(file)] = () => null;
  else if (isIn('src/theme', file))
    components[path.basename(file)] = (
      await import(path.join(ROOT, 'src/theme', file, 'index.tsx'))
    ).default;
}

it.each([...named].sort())('@theme/%s is ours or Docusaurus’ own, or is an exception', (file) => {
  const isThere = ['src/theme', 'node_modules/@docusaurus/theme-classic/lib/theme'].some((theme) =>
    isIn(theme, file),
  );
  expect(isThere || Object.hasOwn(EXCEPTIONS, file)).toBe(true);
});

async function drawn(source: string, others: MDXComponents = {}): Promise<string> {
  const { default: Page } = await evaluate(source.replace(/^import .*\n/gm, ''), runtime);
  return textOf(renderToString(createElement(Page, { components: { ...components, ...others } })));
}

it.each(PAGES)('%s shows what it was given', async (_name, source, facts) => {
  const text = await drawn(source);
  expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
});

it.each(Object.keys(EXCEPTIONS))('@theme/%s is an exception that is needed', async (file) => {
  const name = path.basename(file);
  const page = PAGES.find(([, source]) => source.includes(`<${name}\n`));
  expect(page, 'a page that names it').toBeDefined();
  if (!isIn('src/theme', file)) return;
  const { default: Ours } = await import(path.join(ROOT, 'src/theme', file, 'index.tsx'));
  const [, source = ''] = page ?? [];
  const nothing = await drawn(source);
  expect(await drawn(source, { [name]: Ours }).catch(() => nothing)).toBe(nothing);
});
