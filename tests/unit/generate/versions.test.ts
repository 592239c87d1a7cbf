import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ApiConfig, checkConfig } from '../../../src/generate/config.ts';
import { generate } from '../../../src/generate/generate.ts';
import { entriesOf } from '../../../src/generate/versions.ts';
import { ROOT } from '../../support/site.ts';
import { readTree } from '../../support/tree.ts';

const SHOP = { id: 'shop', document: '2.yaml' };
const ONE = { version: '1.0', document: '1.yaml' };

it.each<[name: string, api: ApiConfig, entries: readonly object[]]>([
  ['no versions', { ...SHOP, version: '2.0', versions: [] }, [SHOP]],
  [
    'one version',
    { ...SHOP, versions: [ONE] },
    [
      { ...SHOP, versioned: { of: 'shop', position: 0 } },
      {
        id: 'shop@1.0',
        document: '1.yaml',
        versioned: { of: 'shop', name: '1.0', position: 1 },
      },
    ],
  ],
  [
    'options that versions share, and those that belong to a document',
    {
      ...SHOP,
      ...{ main: true, label: 'Shop', proxy: 'https://p', overlays: ['o'], downloadUrl: 'u' },
      ...{ outputDir: 'docs/shop', version: '2', refHosts: ['a'] },
      versions: [
        { ...ONE, label: '1.x', refHosts: ['b'] },
        { version: '0.9', document: '0.yaml', outputDir: 'docs/old', overlays: ['n'] },
      ],
    },
    [
      {
        ...SHOP,
        ...{ main: true, label: 'Shop', proxy: 'https://p', overlays: ['o'], downloadUrl: 'u' },
        ...{ outputDir: 'docs/shop', refHosts: ['a'] },
        versioned: { of: 'shop', name: '2', position: 0 },
      },
      {
        ...{ id: 'shop@1.0', document: '1.yaml', label: 'Shop', proxy: 'https://p' },
        ...{ outputDir: 'docs/shop/1.0', refHosts: ['b'] },
        versioned: { of: 'shop', name: '1.x', position: 1 },
      },
      {
        ...{ id: 'shop@0.9', document: '0.yaml', label: 'Shop', proxy: 'https://p' },
        ...{ outputDir: 'docs/old', refHosts: ['a'], overlays: ['n'] },
        versioned: { of: 'shop', name: '0.9', position: 2 },
      },
    ],
  ],
])('entries of an API: %s', (_name, api, entries) => {
  const found = entriesOf([api]);
  expect(found).toEqual(entries);
  expect(entriesOf(found)).toEqual(found);
});

const NAME =
  'is part of addresses: it must consist of letters, digits, and single dots and hyphens between them, for example "1.0". Other names can be the label.';

it.each<[api: object, message: string]>([
  [
    { versions: {} },
    `versions must be a list, for example [{ version: '1.0', document: 'openapi/v1.yaml' }]. It is {}.`,
  ],
  [
    { versions: [ONE, { version: '0.9' }] },
    'versions, entry 2: "document" is missing. Set it to the path or URL of the OpenAPI document.',
  ],
  [
    { versions: [{ document: 'a' }] },
    `versions, entry 1: "version" is missing. Set it to the name of the version in addresses, for example '1.0'.`,
  ],
  [
    { versions: [{ ...ONE, labell: 'a' }] },
    'versions, entry 1: there is no option "labell". Did you mean "label"?',
  ],
  [{ versions: [{ ...ONE, version: '1/0' }] }, `versions, entry 1: version "1/0" ${NAME}`],
  [{ versions: [{ ...ONE, version: '..' }] }, `versions, entry 1: version ".." ${NAME}`],
  [{ versions: [{ ...ONE, version: 'schemas' }] }, `versions, entry 1: version "schemas" ${NAME}`],
  [
    { versions: [{ ...ONE, version: '1.x' }] },
    'versions, entry 1: version "1.x" begins with what Docusaurus takes for a position. Write "v1.x", and "1.x" as its label.',
  ],
  [
    { versions: [ONE, { ...ONE, version: '1.0-b' }, { ...ONE, version: '1.0-B' }] },
    'versions lists "1.0-B" twice. Give each version a name of its own.',
  ],
  [
    { id: '', versions: [ONE] },
    'an API with versions needs an id, for example "my-api": without one, it would change with the title of the document.',
  ],
])('%j is a mistake', async (api, message) => {
  await expect(checkConfig([{ ...SHOP, ...api }])).rejects.toThrow(
    `openapi/apis.ts, entry 1: ${message}`,
  );
});

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'versions-'));
  for (const version of ['1.0', '2.0'])
    fs.copyFileSync(
      path.join(ROOT, `tests/support/versions/shop-${version}.yaml`),
      path.join(root, `${version}.yaml`),
    );
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const API: ApiConfig = {
  id: 'shop',
  document: '2.0.yaml',
  versions: [{ version: '1.0', document: '1.0.yaml' }],
};

it('pages of two versions, the same in each run; those of a removed version are removed', async () => {
  const { problems } = await generate({ root, apis: [API] });
  expect(problems).toEqual([]);
  const tree = readTree(path.join(root, 'docs'));
  const shown = Object.entries(tree).map(([file, text]) =>
    /list-books.*(?:mdx|json)$/.test(file) ? `==== ${file}\n${text}` : `==== ${file}\n`,
  );
  await expect(shown.join('\n')).toMatchFileSnapshot('./snapshot/versions.txt');
  // Without the record that nothing has changed.
  fs.rmSync(path.join(root, '.reference/generated.json'));
  fs.rmSync(path.join(root, 'docs'), { recursive: true });
  await generate({ root, apis: [API] });
  expect(readTree(path.join(root, 'docs'))).toEqual(tree);
  const { versions: _versions, ...alone } = API;
  const { changes } = await generate({ root, apis: [alone] });
  const older = Object.keys(tree).filter((file) => file.includes('/1.0/'));
  expect(older.length).toBeGreaterThan(10);
  expect(changes?.removed).toEqual(
    expect.arrayContaining(older.map((file) => path.posix.join('docs', file))),
  );
  expect(Object.keys(readTree(path.join(root, 'docs'))).join()).not.toContain('1.0');
});

it('a version must not have the address of a page', async () => {
  const file = path.join(root, '2.0.yaml');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('list_books', 'next'));
  const versions = [{ version: 'next', document: '1.0.yaml' }];
  await expect(generate({ root, apis: [{ ...API, versions }] })).rejects.toThrow(
    'The API "shop": the page of GET /books has the same address as "shop@next", "next". Give "shop@next" another outputDir.',
  );
});
