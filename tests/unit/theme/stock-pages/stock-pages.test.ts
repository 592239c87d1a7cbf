import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { measure } from '../../../../src/coverage/coverage.ts';
import type { SitePage } from '../../../../src/coverage/site.ts';
import { loadDocument } from '../../../../src/document/load.ts';
import { formatPointer } from '../../../../src/openapi/pointer.ts';
import type { Document } from '../../../../src/openapi/types.ts';
import { textOf } from '../../../support/html.ts';
import { drawStockPage } from '../../../support/stock-page.tsx';

/*
 * Pages that versions of docusaurus-plugin-openapi-docs wrote for `zoo.yaml`, and that a site has committed. Those of
 * the version that is installed are written here; those of earlier ones are in folders with its number.
 */

const HERE = import.meta.dirname;
const FILE = path.join(HERE, 'zoo.yaml');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'stock-pages-'));
afterAll(() => fs.rmSync(scratch, { recursive: true }));

interface StockPlugin {
  extendCli(cli: { command: (name: string) => object }): void;
}

/** Has upstream write its pages. */
async function generate(outputDir: string, options: object): Promise<string> {
  const { default: plugin }: { default: (context: object, options: object) => StockPlugin } =
    createRequire(import.meta.url)('docusaurus-plugin-openapi-docs');
  const actions: Record<string, (id: string, instance: object) => Promise<void>> = {};
  const command = (name: string): object => {
    const built = {
      ...Object.fromEntries(
        ['description', 'usage', 'arguments', 'option'].map((key) => [key, () => built]),
      ),
      action: (run: (typeof actions)[string]) => Object.assign(actions, { [name]: run }),
    };
    return built;
  };
  const siteConfig = { presets: [['classic', { docs: { routeBasePath: '/' } }]], plugins: [] };
  const sidebarOptions = { groupPathsBy: 'tag', categoryLinkSource: 'tag' };
  const zoo = { specPath: FILE, outputDir, sidebarOptions, showSchemas: true, ...options };
  plugin(
    { siteDir: scratch, siteConfig },
    { id: 'openapi', docsPluginId: 'classic', config: { zoo } },
  ).extendCli({ command });
  await actions['gen-api-docs']?.('zoo', { opts: () => ({}), args: [] });
  return outputDir;
}

interface StockPage {
  readonly file: string;
  readonly html: string;
  readonly info: SitePage['info'];
}

/** Draws all pages of a folder. */
async function drawAll(folder: string): Promise<StockPage[]> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const data = Object.fromEntries(
    files
      .filter((file) => file.endsWith('.json'))
      .map((file) => [path.basename(file), fs.readFileSync(path.join(folder, file), 'utf8')]),
  );
  const pages = files.filter((file) => file.endsWith('.mdx'));
  return Promise.all(
    pages.map(async (file) => {
      const source = fs.readFileSync(path.join(folder, file), 'utf8');
      return { file, html: await drawStockPage(source, { file, data }), info: infoOf(source) };
    }),
  );
}

/** What a page is about, from its front matter. */
function infoOf(source: string): SitePage['info'] {
  const { title, id, api, schema } = parse(/^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '');
  const about = { api: 'zoo', id, title, schemaPages: {}, tagPages: {} };
  if (schema) return { ...about, kind: 'schema', name: title };
  if (api === undefined)
    return title === 'Zoo' ? { ...about, kind: 'info' } : { ...about, kind: 'tag', name: title };
  const { method, path: route } =
    typeof api === 'string' ? JSON.parse(String(inflateSync(Buffer.from(api, 'base64')))) : api;
  return { ...about, kind: 'operation', path: route, method };
}

let zoo: Document;
beforeAll(async () => {
  const { document, problems } = await loadDocument({ document: FILE, cwd: HERE });
  if (!document) throw new Error(JSON.stringify(problems));
  zoo = document;
});

/**
 * The facts of the document that its pages do not show.
 *
 * @param isApart Whether to look for a fact in its own part of the page, or anywhere on it: the older form has no
 * ids for its parts.
 */
function missingOn(pages: readonly StockPage[], isApart: boolean): string[] {
  const folder = fs.mkdtempSync(path.join(scratch, 'html-'));
  const site = pages.map(({ html, info }, index) => {
    const file = path.join(folder, `${index}.html`);
    fs.writeFileSync(file, html);
    return { address: `docs/${info.id}`, file, bytes: html.length, info };
  });
  const texts = new Map(pages.map(({ html, info }) => [info, textOf(html)]));
  const { missing } = measure(zoo, {
    id: 'zoo',
    base: 'docs',
    title: 'Zoo',
    version: '1',
    pages: site,
  });
  return missing
    .filter(
      ({ fact, pages: [page] }) =>
        isApart || !(page && texts.get(page.info)?.includes(textOf(String(fact.value)))),
    )
    .map(({ fact }) => `${fact.kind} ${formatPointer(fact.path)}`);
}

/**
 * Facts that upstream's pages do not say; and security schemes, which its page of the API shows in its own words.
 */
const UNSAID =
  /^(?:operation id|server|server variable|tag|security scheme) |^description #\/servers\//;

describe.each<[version: string, isApart: boolean, unsaid: readonly string[]]>([
  [
    '3.0.1',
    false,
    // In its requests are no examples, encodings, types and descriptions of whole bodies, and no values of a mapping.
    [
      'discriminator #/components/schemas/Animal/discriminator/mapping/bird',
      'example #/paths/~1animals/post/requestBody/content/application~1json/examples/felix',
      'summary #/paths/~1animals/post/requestBody/content/application~1json/examples/felix/summary',
      'example #/paths/~1animals/post/requestBody/content/application~1json/examples/felix/value',
      'type #/paths/~1animals/post/requestBody/content/multipart~1form-data/schema/type',
      'encoding #/paths/~1animals/post/requestBody/content/multipart~1form-data/encoding/photo/contentType',
      'type #/paths/~1animals/post/callbacks/settled/{$request.body#~1notify}/post/requestBody/content/application~1json/schema/type',
      'type #/paths/~1animals/post/callbacks/escaped/{$request.body#~1alarm}/post/requestBody/content/application~1json/schema/type',
      'type #/components/schemas/Family/type',
      'description #/components/schemas/Family/description',
      'description #/components/schemas/Visit/description',
    ],
  ],
  ['4.5.1', true, []],
  ['installed', true, []],
  ['installed, with JSON files', true, []],
  ['installed, without compression', true, []],
])('pages of version %s', (version, isApart, unsaid) => {
  let pages: readonly StockPage[];
  beforeAll(async () => {
    const options = {
      externalJsonProps: version.endsWith('files'),
      disableCompression: version.endsWith('compression'),
    };
    const folder = version.startsWith('installed')
      ? await generate(path.join(scratch, version, 'docs/zoo'), options)
      : path.join(HERE, version);
    pages = await drawAll(folder);
  }, 60_000);

  it('show every fact that they were given', () => {
    expect(pages).toHaveLength(13);
    expect(missingOn(pages, isApart).filter((fact) => !UNSAID.test(fact))).toEqual(unsaid);
  });

  it('have no two elements with the same id', () => {
    for (const { file, html } of pages) {
      const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      ).toEqual([]);
    }
  });

  it('have the samples of the operation, its authentication, and a button to try it', () => {
    const { html = '' } = pages.find(({ file }) => file.endsWith('plan-visit.api.mdx')) ?? {};
    expect(textOf(html)).toContain('https://{region}.zoo.example.com');
    expect(textOf(html)).toContain('API key in header X-Ticket');
    expect(html).toContain('data-try="#stock"');
    expect(html).toContain('id="sample-curl"');
  });
});

describe('a page', () => {
  const source = (file: string): string => fs.readFileSync(path.join(HERE, '4.5.1', file), 'utf8');
  const textWith = async (file: string, edit: (source: string) => string): Promise<string> => {
    const edited = edit(source(file));
    expect(edited).not.toBe(source(file));
    return textOf(await drawStockPage(edited, { file: `docs/zoo/${file}` }));
  };

  it('shows what its users have added and changed, and not what they have removed', async () => {
    const text = await textWith('add-animal.api.mdx', (page) =>
      page
        .replace('<Heading\n  id={"request"}', 'Ask the **keeper** first.\n\n$&')
        .replace('On the back of the photo.', 'On its back.')
        .replace(/<StatusCodes\n[\s\S]*?<\/StatusCodes>/, ''),
    );
    for (const shown of [
      'Ask the keeper first.',
      'On its back.',
      'POST settled',
      'Who has arrived.',
    ])
      expect(text).toContain(shown);
    for (const gone of ['On the back of the photo.', 'It has moved in.', '409'])
      expect(text).not.toContain(gone);
  });

  it('shows an edited choice of a discriminator', async () => {
    const text = await textWith('animal.schema.mdx', (page) =>
      page.replace('What it listens to.', 'It does not listen.'),
    );
    expect(text).toContain('It does not listen.');
  });

  it('needs no front matter', async () => {
    const text = await textWith('list-animals.api.mdx', (page) =>
      page.replace(/^---\n[\s\S]*?\n---\n/, ''),
    );
    for (const shown of ['GET', '/animals', 'mood', 'sleepy', 'X-Total', 'That was not possible.'])
      expect(text).toContain(shown);
    expect(text).not.toContain('Try it');
  });

  it.each(['ParamsDetails', 'RequestSchema', 'StatusCodes', 'Schema'])(
    'with an empty <%s> and nothing that could be in it is an error that names the page',
    async (name) => {
      const page = `import ${name} from "@theme/${name}";\n\n<${name} />\n`;
      await expect(drawStockPage(page, { file: 'docs/zoo/empty.mdx' })).rejects.toThrow(
        `docs/zoo/empty.mdx: <${name}> has nothing to show.`,
      );
    },
  );

  it.each([
    ['text', '"api" in the front matter cannot be read. incorrect header check. Restore the line'],
    ['eJyrVkrLz1eyUkpKLFKqBQAdegRg', '"api" in the front matter cannot be read.'],
    ['[1]', '"api" in the front matter cannot be read. It is not an object.'],
  ])('with the damaged api %s is an error that names the page', async (api, message) => {
    const page = source('get-animal.api.mdx').replace(/^api: .*$/m, `api: ${api}`);
    await expect(drawStockPage(page, { file: 'docs/zoo/get-animal.api.mdx' })).rejects.toThrow(
      `docs/zoo/get-animal.api.mdx: ${message}`,
    );
  });
});
