import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPageFile, isSliceFile } from '../../../src/address/files.ts';
import type { Memory } from '../../../src/generate/api.ts';
import { type ApiConfig, ConfigError, checkConfig } from '../../../src/generate/config.ts';
import { type GenerateResult, generate } from '../../../src/generate/generate.ts';
import { type IndexedPage, LAYOUT } from '../../../src/generate/layout.ts';
import { FileInTheWay } from '../../../src/generate/write.ts';
import { ROOT } from '../../support/site.ts';
import { readTree } from '../../support/tree.ts';

const BOOKSHOP = path.join(ROOT, 'openapi/bookshop.yaml');
const folders: string[] = [];

function temporary(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-test-'));
  folders.push(folder);
  return folder;
}

function run(root: string, document = BOOKSHOP): Promise<GenerateResult> {
  return generate({ root, apis: [{ id: 'bookshop', document }] });
}

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

describe('the generated pages of a small document', () => {
  let root: string;
  beforeAll(async () => {
    root = temporary();
    const { problems } = await run(root);
    expect(problems).toEqual([]);
  });

  it('are the pages of the snapshot', async () => {
    const files = Object.fromEntries(
      Object.entries(readTree(path.join(root, 'docs'))).filter(([file]) => !isSliceFile(file)),
    );
    expect(Object.keys(files).length).toBeGreaterThan(15);
    const text = Object.entries(files).map(([file, content]) => `==== ${file}\n${content}`);
    await expect(text.join('\n')).toMatchFileSnapshot('./snapshot/bookshop.txt');
  });

  it('have a slice each', () => {
    const folder = 'docs/reference/bookshop';
    const files = Object.entries(readTree(path.join(root, folder)));
    const slices = files.filter(([file]) => isSliceFile(file));
    const pages = files.filter(([file]) => isPageFile(file));
    expect(slices.map(([file]) => file.replace(/json$/, 'mdx')).sort()).toEqual(
      pages.map(([file]) => file).sort(),
    );
    for (const [file, content] of pages) {
      const slice = path.basename(file).replace(/mdx$/, 'json');
      expect(content).toContain(`\nslice: "${slice}"\n`);
      expect(content).toContain(
        `<Reference slice="${slice}" folder="${path.posix.join(folder, path.dirname(file))}">`,
      );
    }
    for (const [file, content] of slices) {
      const slice = JSON.parse(content);
      expect(slice.openapi, file).toMatch(/^3\.1/);
    }
  });

  it('stand in an index by their names in the document', () => {
    const file = path.join(root, LAYOUT.index, 'bookshop.json');
    const index: IndexedPage[] = JSON.parse(fs.readFileSync(file, 'utf8'));
    expect(index).toHaveLength(27);
    expect(index).toEqual(
      expect.arrayContaining([
        { kind: 'tag', id: 'orders', title: 'Orders', name: 'orders' },
        { kind: 'operation', id: 'list-books', title: 'List books', name: 'list_books' },
        { kind: 'schema', id: 'schemas/booklist', title: 'BookList', name: 'BookList' },
        { kind: 'webhook', id: 'stock-low', title: 'A book is nearly sold out', name: 'stock_low' },
      ]),
    );
    // The document gives it no operationId.
    expect(index.filter(({ name }) => name === undefined).map(({ id }) => id)).toHaveLength(1);
  });

  it('are the same bytes from a second clean run', async () => {
    const again = temporary();
    await run(again);
    for (const folder of ['docs', LAYOUT.index]) {
      expect(readTree(path.join(again, folder))).toEqual(readTree(path.join(root, folder)));
    }
  });
});

describe('a second run', () => {
  let root: string;
  let document: string;
  beforeEach(async () => {
    root = temporary();
    document = path.join(root, 'bookshop.yaml');
    fs.copyFileSync(BOOKSHOP, document);
    await run(root, document);
  });

  it('writes nothing when nothing changed', async () => {
    const file = path.join(root, 'docs/reference/bookshop/sidebar.items.json');
    const before = fs.statSync(file).mtimeMs;
    const { changes } = await run(root, document);
    expect(changes).toMatchObject({ written: [], removed: [] });
    expect(changes?.unchanged.length).toBeGreaterThan(30);
    expect(fs.statSync(file).mtimeMs).toBe(before);
  });

  it('goes well where an example names what is no file', async () => {
    fs.mkdirSync(path.join(root, 'folder'));
    fs.writeFileSync(
      document,
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'T', version: '1' },
        paths: {},
        components: {
          examples: { a: { externalValue: './folder' }, b: { externalValue: 'a\0b' } },
        },
      }),
    );
    for (const written of [true, false]) {
      const { problems, changes } = await run(root, document);
      // The pages of the document that was there before are lost.
      const others = problems.filter(({ rule }) => rule !== 'lost-address');
      expect(others.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
      expect((changes?.written.length ?? 0) > 0).toBe(written);
    }
  });

  it('removes the pages of what is gone, and no hand-written file', async () => {
    const own = path.join(root, 'docs/reference/bookshop/hand-written.md');
    fs.writeFileSync(own, '# mine\n');
    const { problems, changes } = await run(root, await smaller(document));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(changes?.removed.length).toBeGreaterThan(0);
    expect(fs.existsSync(own)).toBe(true);
    expect(
      fs
        .readdirSync(path.join(root, 'docs/reference/bookshop'))
        .filter((file) => file.endsWith('.api.mdx')),
    ).toEqual(['health.api.mdx']);
  });

  it('leaves alone a document of the user in the folder of the pages', async () => {
    const root = temporary();
    const own = path.join(root, 'docs/reference/bookshop/openapi.json');
    fs.mkdirSync(path.dirname(own), { recursive: true });
    fs.copyFileSync(BOOKSHOP, own);
    const before = fs.readFileSync(own, 'utf8');
    const document = path.join(root, 'own.yaml');
    fs.copyFileSync(BOOKSHOP, document);
    await run(root, document);
    fs.appendFileSync(document, '# Changed.\n');
    await run(root, document);
    expect(fs.readFileSync(own, 'utf8')).toBe(before);
    expect(fs.existsSync(own.replace('.json', '.document.json'))).toBe(true);
  });

  it('refuses to overwrite a hand-written page, and writes nothing', async () => {
    const page = fs
      .readdirSync(path.join(root, 'docs/reference/bookshop'))
      .find((file) => file.endsWith('.api.mdx'));
    fs.rmSync(path.join(root, '.reference'), { recursive: true });
    fs.writeFileSync(path.join(root, `docs/reference/bookshop/${page}`), '# mine\n');
    const before = readTree(path.join(root, 'docs'));
    await expect(run(root, document)).rejects.toThrow(FileInTheWay);
    expect(readTree(path.join(root, 'docs'))).toEqual(before);
    expect(fs.existsSync(path.join(root, LAYOUT.record))).toBe(false);
  });

  it('keeps the last good pages when the document is broken', async () => {
    const before = readTree(path.join(root, 'docs'));
    fs.writeFileSync(document, 'openapi: 3.1.0\ninfo: [\n');
    const { problems, changes } = await run(root, document);
    expect(changes).toBeUndefined();
    expect(problems).toMatchObject([{ severity: 'error', line: expect.any(Number) }]);
    expect(readTree(path.join(root, 'docs'))).toEqual(before);
  });
});

async function smaller(document: string): Promise<string> {
  fs.writeFileSync(
    document,
    'openapi: 3.1.0\ninfo: {title: Bookshop, version: "2"}\npaths:\n  /health:\n    get:\n      operationId: health\n      responses: {"200": {description: ok}}\n',
  );
  return document;
}

describe('checkConfig', () => {
  it.each([
    [
      [{ id: 'My API', document: 'a.yaml' }],
      'openapi/apis.ts, entry 1: id "My API" must consist of lowercase',
    ],
    [
      [
        { id: 'a', document: 'a.yaml' },
        { id: 'a', document: 'b.yaml' },
      ],
      'entry 2: the id "a" is already used by entry 1',
    ],
    [[{ id: 'a', document: '' }], '"document" is missing'],
    [[], 'lists no API'],
    [
      [
        { id: 'a', document: 'a.yaml', main: true },
        { id: 'b', document: 'b.yaml', main: true },
      ],
      '"b" is a second API with main: true',
    ],
    [
      [{ id: 'a', document: 'a.yaml', rules: { 'undeclared-tags': 'off' } }],
      'entry 1: there is no rule "undeclared-tags". Did you mean "undeclared-tag"?',
    ],
    [[{ id: 'a', document: 'a.yaml', rules: { syntax: 'off' } }], 'cannot be configured'],
    [
      [{ id: 'a', document: 'a.yaml', rules: { upgrade: 'no' } }],
      'is set to "no". Set it to one of error, warning, hint, off.',
    ],
    [
      [{ id: 'a', document: 'a.yaml', samples: ['curl', 'pyton'] }],
      'entry 1: "pyton" is not a sample language. Did you mean "python"?',
    ],
    [[{ id: 'a', document: 'a.yaml', samples: ['c#'] }], 'Did you mean "csharp"?'],
    [[{ id: 'a', document: 'a.yaml', samples: [{ label: 'Perl' }] }], 'Use curl, python, '],
    [[{ id: 'a', document: 'a.yaml', samples: ['go', { id: 'go' }] }], 'samples lists "go" twice'],
    [[{ id: 'a', document: 'a.yaml', samples: 'go' }], 'samples must be a list'],
    [
      [{ id: 'a', document: 'a.yaml', synonyms: { 'sign in': 'login', whoami: ['me'] } }],
      `entry 1: synonyms["whoami"] must be words that the document has for it, for example { whoami: 'me', 'sign in, log in': 'session' }. It is ["me"].`,
    ],
    [
      [{ id: 'a', document: 'a.yaml', synonyms: { 'sign in,': 'login' } }],
      'entry 1: synonyms["sign in,"] must be words',
    ],
    [[{ id: 'a', document: 'a.yaml', synonyms: [] }], 'synonyms must be an object, for example'],
    [[{ id: 'a', document: 'a.yaml', refHosts: 'example.com' }], 'refHosts must be a list'],
    [
      [{ id: 'a', document: 'a.yaml', refHosts: ['https://me:pw@example.com:8443/a'] }],
      'refHosts lists a URL, which is not a host. Write "example.com:8443".',
    ],
    [
      [{ id: 'a', document: 'a.yaml', refHosts: ['example.com', '*.example.com'] }],
      'refHosts lists "*.example.com", which is not a host. Write a host, optionally with a port',
    ],
    [[null], 'entry 1: null is not an entry. Write { id:'],
    [['a.yaml'], 'entry 1: "a.yaml" is not an entry'],
    [[{ document: 'a.yaml' }], 'entry 1: "id" is missing. Set it to'],
    [[{ id: 1, document: 'a.yaml' }], "id must be a string, for example 'my-api'. It is 1."],
    [[{ id: null, document: 'a.yaml' }], 'It is null.'],
    [[{ id: 'a' }], '"document" is missing'],
    [[{ id: 'a', document: ['a.yaml'] }], 'document must be a string'],
    [
      [{ id: 'a', document: 'a.yaml', overlays: 'o.yaml' }],
      `overlays must be a list of strings, for example ['openapi/overlay.yaml']. It is "o.yaml".`,
    ],
    [[{ id: 'a', document: 'a.yaml', refFolders: [1] }], 'refFolders must be a list of strings'],
    [[{ id: 'a', document: 'a.yaml', extensions: 'x-a' }], 'extensions must be a list of strings'],
    [[{ id: 'a', document: 'a.yaml', main: 'yes' }], 'main must be true or false'],
    [
      [{ id: 'a', document: 'a.yaml', outputDir: '' }],
      '"outputDir" is missing. Set it to a folder',
    ],
    [[{ id: 'a', document: 'a.yaml', docsPluginId: 1 }], 'docsPluginId must be a string'],
    [
      [{ id: 'a', document: 'a.yaml', introduction: 'above' }],
      "introduction must be 'folder' or 'below', for example 'below'. It is \"above\".",
    ],
    [[{ id: 'a', document: 'a.yaml', rules: ['upgrade'] }], 'rules must be an object'],
    [[{ id: 'a', document: 'a.yaml', samples: [null] }], 'null is not a sample language'],
    [
      [{ id: 'a', document: 'a.yaml', overlay: [] }],
      'no option "overlay". Did you mean "overlays"?',
    ],
    [[{ id: 'a', document: 'a.yaml', constructor: 1 }], 'no option "constructor". Options: id,'],
  ])('%j', async (entries, message) => {
    await expect(checkConfig(entries)).rejects.toThrow(ConfigError);
    await expect(checkConfig(entries)).rejects.toThrow(message);
  });
});

describe('the places of APIs', () => {
  const docs = [
    { id: 'default', path: 'docs', routeBasePath: 'docs' },
    { id: 'api', path: 'content/api', routeBasePath: 'a/b' },
  ];
  const entry = (more: Partial<ApiConfig>): ApiConfig => ({
    id: 'shop',
    document: BOOKSHOP,
    ...more,
  });

  it('are those of their options', async () => {
    const root = temporary();
    const { manifest } = await generate({
      root,
      docs,
      apis: [
        entry({}),
        entry({ id: 'b', docsPluginId: 'api' }),
        entry({ id: 'c', docsPluginId: 'api', outputDir: './content/api/', introduction: 'below' }),
      ],
    });
    expect(
      manifest?.apis.map(({ base, infoPath, place }) => [place.outputDir, base, infoPath]),
    ).toEqual([
      ['docs/reference/shop', 'docs/reference/shop', undefined],
      ['content/api/reference/b', 'a/b/reference/b', undefined],
      ['content/api', 'a/b', 'bookshop'],
    ]);
    const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
    expect(read('docs/reference/shop/bookshop.info.mdx')).toContain('\nslug: "/reference/shop"\n');
    expect(read('content/api/bookshop.info.mdx')).not.toContain('\nslug:');
    expect(read('content/api/list-books.api.mdx')).toContain('\ninfo_path: "bookshop"\n');
    expect(JSON.parse(read('content/api/list-books.api.json'))['x-page'].infoPath).toBe('bookshop');
    expect(JSON.parse(read('content/api/sidebar.items.json'))[0]).toMatchObject({ id: 'bookshop' });
    expect(read('content/api/sidebar.ts')).toContain("'sidebar.items.json'");
  });

  it.each<[string, readonly ApiConfig[], string]>([
    [
      'docs that do not exist',
      [entry({ docsPluginId: 'apis' })],
      'The API "shop": the site has no docs plugin with the id "apis". Did you mean "api"?',
    ],
    [
      'docs with a name like no other',
      [entry({ docsPluginId: 'reference' })],
      'Set docsPluginId to one of "default", "api".',
    ],
    [
      'a folder outside of the docs',
      [entry({ outputDir: 'pages/shop' })],
      'outputDir "pages/shop" is not in the folder of the docs plugin "default", "docs". Write "docs/shop", for example.',
    ],
    [
      'a folder of other docs',
      [entry({ outputDir: 'content/api/shop' })],
      'Set docsPluginId to "api", whose folder is "content/api".',
    ],
    [
      'the folder of another API',
      [entry({ outputDir: 'docs/a' }), entry({ id: 'b', outputDir: 'docs/a/' })],
      'The APIs "shop" and "b" have the same outputDir, "docs/a". Give each one a folder of its own.',
    ],
  ])('cannot be %s', async (_name, apis, message) => {
    const root = temporary();
    const run = generate({ root, docs, apis });
    await expect(run).rejects.toThrow(ConfigError);
    await expect(run).rejects.toThrow(message);
    expect(fs.existsSync(path.join(root, LAYOUT.record)), 'nothing is written').toBe(false);
  });

  it('of an API that has moved are empty afterwards', async () => {
    const root = temporary();
    await generate({ root, docs, apis: [entry({})] });
    await generate({ root, docs, apis: [entry({ outputDir: 'docs/petstore' })] });
    expect(fs.readdirSync(path.join(root, 'docs'))).toEqual(['petstore']);
  });
});

describe('ids that are made from titles', () => {
  it.each([
    ['of two titles', { First: '', Second: '' }, undefined],
    [
      'that are equal',
      { First: '', first: '' },
      'entry 2: the id "first" is already used by entry 1',
    ],
    [
      'in other scripts',
      { 図書: '', 在庫: '' },
      'entry 2: the id "api" is already used by entry 1',
    ],
    [
      'and one that is written',
      { First: '', Second: 'first' },
      'the id "first" is already used by entry 1',
    ],
  ])('%s', async (_name, ids, message) => {
    const folder = temporary();
    const apis = Object.entries(ids).map(([title, id], at) => {
      const document = path.join(folder, `${at}.json`);
      const content = { openapi: '3.1.0', info: { title, version: '1' }, paths: {} };
      fs.writeFileSync(document, JSON.stringify(content));
      return { id, document };
    });
    const run = generate({ root: folder, apis });
    if (message === undefined) {
      expect((await run).manifest?.apis.map(({ id }) => id)).toEqual(['first', 'second']);
      return;
    }
    await expect(run).rejects.toThrow(ConfigError);
    await expect(run).rejects.toThrow(message);
    expect(fs.existsSync(path.join(folder, LAYOUT.record)), 'nothing is written').toBe(false);
  });
});

describe('a process that generates again and again', () => {
  it('reads only the APIs whose files changed', async () => {
    const root = temporary();
    const apis = ['a', 'b'].map((id) => {
      const document = path.join(root, `${id}.yaml`);
      fs.copyFileSync(BOOKSHOP, document);
      return { id, document };
    });
    const memory: Memory = new Map();
    const steps: string[] = [];
    const again = () => generate({ root, apis, memory, onStep: (step) => steps.push(step) });
    await again();
    const [, second] = apis;
    fs.writeFileSync(
      second?.document ?? '',
      fs.readFileSync(BOOKSHOP, 'utf8').replace('Look for books', 'Search for books'),
    );
    steps.length = 0;
    const { changes, manifest } = await again();
    expect(steps.filter((step) => step.startsWith('reading'))).toEqual(['reading b.yaml']);
    expect(manifest?.apis.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(changes?.written.length).toBeGreaterThan(0);
    expect(changes?.written.filter((file) => file.includes('/a/'))).toEqual([]);
    expect(changes?.removed).toEqual([]);
  });

  it('does not take an edit during a run for what went in', async () => {
    const root = temporary();
    const document = path.join(root, 'bookshop.yaml');
    const text = fs.readFileSync(BOOKSHOP, 'utf8');
    fs.writeFileSync(document, text);
    const onStep = (step: string): void => {
      if (step.includes('cutting')) fs.writeFileSync(document, text.replaceAll('books', 'volumes'));
    };
    const apis = [{ id: 'bookshop', document }];
    await generate({ root, apis, onStep });
    const { changes } = await generate({ root, apis });
    expect(changes?.written.length).toBeGreaterThan(0);
  });
});

describe('what was read besides the document', () => {
  const text = `openapi: 3.1.0
info: { title: T, version: '1', description: { $ref: parts/about.md } }
paths: {}
components: { examples: { e: { externalValue: link.txt }, f: { externalValue: none.txt } } }
`;
  /** A project whose document refers to a file, and in an example to a link that leads out. */
  function project(): string {
    const root = temporary();
    fs.mkdirSync(path.join(root, 'api/parts'), { recursive: true });
    fs.writeFileSync(path.join(root, 'api/openapi.yaml'), text);
    fs.writeFileSync(path.join(root, 'api/parts/about.md'), 'Of the original.');
    return root;
  }
  const apis = [{ id: 'a', document: 'api/openapi.yaml' }];

  it('is named, also where nothing had to be done', async () => {
    const root = project();
    for (const written of [true, false]) {
      const { changes, reads } = await generate({ root, apis });
      expect((changes?.written.length ?? 0) > 0).toBe(written);
      expect(reads).toEqual({ files: ['api/parts/about.md'], hosts: {} });
    }
  });

  it('are the files of this project, not of the one that it is a copy of', async () => {
    const original = project();
    await generate({ root: original, apis });
    const copy = path.join(temporary(), 'a', 'copy');
    fs.cpSync(original, copy, { recursive: true, preserveTimestamps: true });
    for (const file of Object.values(readTree(path.join(copy, '.reference'))))
      expect(file).not.toContain(original);
    fs.writeFileSync(path.join(copy, 'api/parts/about.md'), 'Of the copy.');
    const { changes, inputs } = await generate({ root: copy, apis });
    expect(inputs.every((file) => file.startsWith(copy))).toBe(true);
    expect(changes?.written.length).toBeGreaterThan(0);
    const slices = Object.values(readTree(path.join(copy, 'docs'))).join();
    expect(slices).toContain('Of the copy.');
  });

  it('is looked at again where a link was refused', async () => {
    const root = project();
    fs.writeFileSync(path.join(root, 'api/.secret'), 'secret');
    const link = path.join(root, 'api/link.txt');
    fs.symlinkSync('.secret', link);
    const refused = await generate({ root, apis });
    expect(refused.problems.map(({ rule }) => rule).sort()).toEqual([
      'refused-ref',
      'unresolved-ref',
    ]);
    fs.rmSync(link);
    fs.symlinkSync('parts/about.md', link);
    const { problems } = await generate({ root, apis });
    expect(problems.map(({ rule }) => rule)).toEqual(['unresolved-ref']);
  });

  it('is read anew where other rules hold', async () => {
    const root = project();
    const [entry] = apis;
    const now = async (more: Partial<ApiConfig>) => {
      const { problems } = await generate({ root, apis: [{ ...entry, ...more } as ApiConfig] });
      return problems.filter(({ rule }) => rule === 'refused-ref').length;
    };
    fs.writeFileSync(path.join(root, 'note.txt'), 'A note.');
    fs.writeFileSync(
      path.join(root, 'api/openapi.yaml'),
      text.replace('link.txt', '../note.txt').replace(', f: { externalValue: none.txt }', ''),
    );
    expect(await now({})).toBe(1);
    expect(await now({ refFolders: ['note.txt'] })).toBe(0);
    expect(await now({})).toBe(1);
  });
});
