import { createRequire } from 'node:module';
import { ownFile, PACKAGE } from '../own-files.ts';
import { type SiteFiles, siteFiles } from './site-files.ts';

/** An API of a new site. */
export interface NewApi {
  readonly id: string;
  /** Path from the site's folder, or URL. */
  readonly document: string;
  /** The document and what it reads, by their paths from the site's folder. */
  readonly files: SiteFiles;
  /** An operationId that a guide can name, if there is one. */
  readonly operation?: string;
}

/**
 * The files of a site to own.
 *
 * @param folder Name of its folder.
 * @param given Its APIs; without any, it gets an example.
 */
export function newSiteFiles(folder: string, given: readonly NewApi[]): SiteFiles {
  const apis = given.length > 0 ? given : [EXAMPLE];
  return new Map([
    ['package.json', manifest(folder)],
    ...siteFiles(`${PACKAGE}/config`, '/guides/start/'),
    ['openapi/apis.ts', list(apis)],
    ...apis.flatMap(({ files }) => [...files]),
    ['docs/guides/start.md', guide(apis)],
    ['README.md', README],
    ['tsconfig.json', TSCONFIG],
    ['.gitignore', IGNORED],
  ]);
}

/** With our own version, and those of Docusaurus and React that we need. */
function manifest(folder: string): string {
  const { version, peerDependencies } = createRequire(ownFile('index.ts'))('../package.json');
  const newest = (range: string): string => range.split('||').at(-1)?.trim() ?? range;
  const peers = Object.entries<string>(peerDependencies).map(([name, range]) => [
    name,
    newest(range),
  ]);
  const dependencies = { ...Object.fromEntries(peers), [PACKAGE]: `^${version}` };
  const run = (name: string): string => `${PACKAGE} ${name}`;
  const content = {
    name:
      folder
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'api-reference',
    version: '0.0.0',
    private: true,
    scripts: {
      start: run('start'),
      build: run('build'),
      serve: run('serve'),
      check: run('check'),
      coverage: run('coverage'),
      typecheck: 'tsc',
    },
    dependencies: Object.fromEntries(
      Object.entries({ ...dependencies, '@mdx-js/react': '^3.0.0' }).sort(([a], [b]) =>
        a < b ? -1 : 1,
      ),
    ),
    devDependencies: {
      '@docusaurus/types': newest(peerDependencies['@docusaurus/core']),
      '@types/node': '^20.19.0',
      typescript: '^6.0.0',
    },
    engines: { node: '>=20.19' },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function list(apis: readonly NewApi[]): string {
  const entries = apis.map(
    ({ id, document }) => `  { id: ${quoted(id)}, document: ${quoted(document)} },\n`,
  );
  return `import type { ApiConfig } from '${PACKAGE}';

/** The APIs of the site. An id is the first part of the address of each of its pages: \`/reference/<id>/\`. */
const apis: ApiConfig[] = [
${entries.join('')}];

export default apis;
`;
}

/** As a string of JavaScript. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

function guide([api, another]: readonly NewApi[]): string {
  const named =
    api?.operation === undefined || another
      ? ''
      : `
It can also show parts of the reference by their names in the document, which are never out of date:

<Operation id="${api.operation}" />
`;
  return `---
title: Get started
description: What readers need before their first request.
---

This is a guide: a Markdown file in \`docs/guides\`. Write what the reference does not say, such as how to get an API key.
${named}`;
}

const README = `# API reference

A [Docusaurus](https://docusaurus.io) site that is generated from OpenAPI documents by \`${PACKAGE}\`.

\`\`\`bash
npm install
npm start                # a live preview: pages follow the document and the guides
npm run build            # the site, in build/: static files for any host
npm run serve            # view it
npm run check            # problems of the documents: what is wrong, where, and how to fix it
npm run coverage         # how much of the documents is in the built pages
\`\`\`

| | |
| --- | --- |
| \`openapi/apis.ts\` | the list of APIs and their options |
| \`openapi/\` | the documents |
| \`docs/guides/\` | guides, in Markdown |
| \`docusaurus.config.ts\`, \`sidebars.ts\` | the site |
| \`static/\` | files that are served as they are |
| \`docs/reference/\`, \`.reference/\`, \`build/\` | generated; not in git |

Where the site will be is said at the build:

\`\`\`bash
npm run build -- --url https://docs.example.com/api/
\`\`\`
`;

const TSCONFIG = `{
  "compilerOptions": {
    "module": "esnext",
    "moduleResolution": "bundler",
    "target": "es2023",
    "strict": true,
    "skipLibCheck": true,
    "noEmit": true,
    "types": ["node"]
  },
  "include": ["*.ts", "openapi"]
}
`;

const IGNORED = `node_modules/
# generated
docs/reference/
.reference/
.docusaurus/
build/
build.partial/
`;

const BOOKS = `openapi: 3.1.1
info:
  title: Books
  version: 1.0.0
  description: An example. Replace it with your own document.
servers:
  - url: https://api.example.com
tags:
  - name: Books
paths:
  /books:
    get:
      operationId: listBooks
      summary: List books
      description: Finds books by their words.
      tags: [Books]
      security: []
      parameters:
        - name: q
          in: query
          description: Words in the title.
          schema:
            type: string
          example: sea
      responses:
        '200':
          description: The books, best matches first.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Book'
components:
  schemas:
    Book:
      type: object
      description: A book.
      required: [title]
      properties:
        title:
          type: string
          description: As on the cover.
          examples: [The Old Man and the Sea]
`;

const EXAMPLE: NewApi = {
  id: 'books',
  document: 'openapi/openapi.yaml',
  files: new Map([['openapi/openapi.yaml', BOOKS]]),
  operation: 'listBooks',
};
