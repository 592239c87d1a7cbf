import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultPlace } from '../../../src/address/docs.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { writePages } from '../../../src/upstream/pages.ts';
import { Upstream } from '../../../src/upstream/plugin.ts';
import type { SidebarItem } from '../../../src/upstream/sidebar.ts';
import { readPageBody } from '../../../src/upstream/source.ts';
import { TEXTS } from '../../site/hostile-texts.ts';

/** Writes front matter as JavaScript; what Docusaurus' MDX loader puts into the module of a page. */
const stringifyObject: (value: unknown) => string = createRequire(
  import.meta.resolve('@docusaurus/core/package.json'),
)('stringify-object');

function documentOf(texts: readonly string[]): Document {
  return {
    openapi: '3.1.0',
    info: { title: texts[0] ?? '', version: '1', description: texts[1] },
    tags: texts.map((name) => ({ name, description: name })),
    paths: Object.fromEntries(
      texts.map((text, at) => [
        `/${at}/${text}`,
        { get: { summary: text, description: text, tags: [text], responses: {} } },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(texts.map((text) => [text, { title: text, description: text }])),
    },
  };
}

const cache = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-test-'));
const upstream = new Upstream();
afterAll(() => {
  upstream.close();
  fs.rmSync(cache, { recursive: true });
});

async function write(document: Document) {
  const { plan } = planPages(document, 'api');
  const at = { place: defaultPlace({ api: 'api' }), hasInfoPath: false };
  return { plan, ...(await writePages(plan, buildSlices(document, plan), at, upstream, cache)) };
}

describe('writePages', () => {
  it('writes a page for everything, with text as data in the front matter only', async () => {
    const { plan, files, sidebar } = await write(documentOf(TEXTS));
    expect(files.size).toBe(plan.pages.length);
    for (const [file, source] of files) {
      expect(file).toMatch(/^(schemas\/)?[\p{L}\p{N}-]+\.(api|info|list|tag|schema)\.mdx$/u);
      const [, frontMatter = '', body = ''] =
        /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(source) ?? [];
      const page = plan.pages.find(({ id }) => file.startsWith(`${id}.`));
      const values = parse(frontMatter);
      expect(values.title, file).toBe(page?.title.replaceAll('\\', '∖'));
      expect(new Function(`return ${stringifyObject(values)}`)(), file).toEqual(values);
      expect(body.replace(/^import .*$/gm, '')).not.toMatch(/process\.|alert\(|["'{]{2}|😀/u);
    }
    expect(JSON.stringify(sidebar)).toContain('process.exit(1)');
  });

  it('writes pages whose components can be read again, whatever their texts', async () => {
    const { files } = await write(documentOf(TEXTS));
    for (const [file, source] of files) {
      const body = readPageBody(source);
      expect(body?.slice, file).toBe(
        file
          .replace(/\.mdx$/, '.json')
          .split('/')
          .at(-1),
      );
      expect(body?.folder, file).toMatch(/^docs\/reference\/api(\/schemas)?$/);
      const elements = Array.from(source.matchAll(/^ {2}<(\w+) \/>$/gm), ([, name]) => name);
      expect(body?.components, file).toEqual(elements);
    }
  });

  it.each<[string, (source: string) => string]>([
    ['a text before it', (source) => source.replace('<Reference', 'Text\n\n<Reference')],
    ['a text after it', (source) => `${source}\nText\n`],
    ['a text inside', (source) => source.replace('  <TagPage />', '  Text')],
    ['a component of its own', (source) => source.replaceAll('TagPage', 'OwnPage')],
    ['a property', (source) => source.replace('<TagPage />', '<TagPage of={1} />')],
    [
      'another import',
      (source) => source.replace('import TagPage', "import x from './x';\nimport TagPage"),
    ],
    ['the same name from elsewhere', (source) => source.replace('@theme/TagPage', '@site/TagPage')],
    ['nobody who says it is generated', (source) => source.replace(/^\{\/\*.*$/m, '')],
    ['no component', (source) => source.replace('  <TagPage />\n', '')],
  ])('a page with %s is somebody else’s', async (_, edit) => {
    const { files } = await write(documentOf(['one']));
    const source = [...files.values()].find((file) => file.includes('<TagPage />')) ?? '';
    expect(readPageBody(source)?.components).toEqual(['TagPage']);
    expect(edit(source)).not.toBe(source);
    expect(readPageBody(edit(source))).toBeUndefined();
  });

  it('groups tags as x-tagGroups says, and lists the rest', async () => {
    const document = documentOf(['one', 'two', 'three']);
    const { sidebar } = await write({
      ...document,
      'x-tagGroups': [{ name: 'Numbers', tags: ['two', 'one'] }],
    } as Document);
    const labels = sidebar.map((item) => [
      item.label,
      item.type === 'category' ? item.items.map(({ label }) => label) : [],
    ]);
    expect(labels).toEqual([
      ['Introduction', []],
      ['Numbers', ['one', 'two']],
      ['More', ['three']],
      ['Schemas', ['one', 'three', 'two']],
    ]);
  });

  it('puts tags into the tag above them; one without operations of its own is a group', async () => {
    const document = documentOf(['one', 'two', 'three', 'four']);
    const parents = { two: 'one', three: 'top', one: 'four' };
    const { sidebar } = await write({
      ...document,
      tags: [
        ...['one', 'two', 'three', 'four'].map((name) => ({
          name,
          parent: name in parents ? parents[name as keyof typeof parents] : undefined,
        })),
        { name: 'top', summary: 'On top' },
      ],
    } as Document);
    const outline = (items: readonly SidebarItem[]): unknown[] =>
      items.flatMap((item) =>
        item.type === 'category' ? [[item.label, ...outline(item.items)]] : [],
      );
    expect(outline(sidebar)).toEqual([
      ['On top', ['three']],
      ['More', ['four', ['one', ['two']]]],
      ['Schemas'],
    ]);
  });

  it('nests tags beside a list of schemas', async () => {
    const document = documentOf(['one', 'two']);
    const tags = [{ name: 'one' }, { name: 'two', parent: 'one' }];
    const { sidebar } = await write({ ...document, tags } as Document);
    expect(sidebar.map(({ label }) => label)).toEqual(['Introduction', 'one', 'Schemas']);
  });

  it('tells names that meet apart', async () => {
    const get = (tag: string) => ({ get: { summary: 'Sort things', tags: [tag], responses: {} } });
    const { sidebar } = await write({
      openapi: '3.1.0',
      info: { title: 'Names', version: '1' },
      tags: [
        { name: 'box', 'x-displayName': 'Box' },
        { name: 'Box' },
        { name: 'Schemas' },
        { name: 'schemas' },
      ],
      paths: {
        '/a': get('box'),
        '/b': { ...get('box'), put: { ...get('box').get, tags: ['Box'] } },
        '/c': { ...get('Schemas'), put: get('schemas').get },
      },
      components: { schemas: { One: { title: 'Lid' }, Two: { title: 'Lid' }, Lid: {} } },
    } as unknown as Document);
    const outline = (items: readonly SidebarItem[]): unknown[] =>
      items.map((item) =>
        item.type === 'category' ? [item.label, ...outline(item.items)] : item.label,
      );
    expect(outline(sidebar)).toEqual([
      'Introduction',
      ['Box (box)', 'Sort things (/a)', 'Sort things (/b)'],
      ['Box', 'Sort things (/b)'],
      ['Schemas (tag)', 'Sort things (/c)'],
      ['schemas (tag)', 'Sort things (/c)'],
      ['Schemas', 'Lid', 'Lid (One)', 'Lid (Two)'],
    ]);
  });

  it('divides many schemas by their first letter, also one that takes two code units', async () => {
    const names = Array.from({ length: 61 }, (_, at) => (at % 2 ? `\u{10428}${at}` : `x${at}`));
    const schemas = Object.fromEntries(names.map((name) => [name, {}]));
    const { sidebar } = await write({ ...documentOf([]), components: { schemas } });
    const [, list] = sidebar;
    expect(list?.type === 'category' && list.items.map(({ label }) => label)).toEqual([
      'X',
      '\u{10400}',
    ]);
  });

  it('writes an API without operations', async () => {
    const { files, sidebar } = await write({
      openapi: '3.1.0',
      info: { title: 'Empty', version: '1' },
    });
    expect([...files.keys()]).toEqual(['empty.info.mdx']);
    expect(sidebar).toMatchObject([{ type: 'doc', id: 'reference/api/empty' }]);
  });
});

describe('what upstream made', () => {
  const file = path.join(cache, 'api.json');
  const made = (): number => fs.statSync(file).mtimeMs;
  const infoOf = ({ files }: { files: ReadonlyMap<string, string> }): string | undefined =>
    [...files].find(([name]) => name.endsWith('.info.mdx'))?.[1];

  it('is made again only where an id, a tag or a method is another', async () => {
    fs.rmSync(file, { force: true });
    const document = documentOf(['one', 'two']);
    const first = await write(document);
    const time = made();
    const described = { ...document, info: { ...document.info, description: 'Another text' } };
    const second = await write(described);
    expect(made()).toBe(time);
    expect(second.sidebar).toEqual(first.sidebar);
    expect(infoOf(second)).not.toBe(infoOf(first));
    const third = await write(documentOf(['one', 'three']));
    expect(made()).not.toBe(time);
    expect(JSON.stringify(third.sidebar)).toContain('three');
  });

  it('is made again where its file is damaged', async () => {
    const document = documentOf(['one', 'two']);
    const { sidebar } = await write(document);
    fs.writeFileSync(file, '{"key":"');
    expect((await write(document)).sidebar).toEqual(sidebar);
    expect(JSON.parse(fs.readFileSync(file, 'utf8')).sidebar).toBeDefined();
  });
});
