import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Moves } from '../../../src/address/address.ts';
import { addressFile, lastAddresses } from '../../../src/generate/addresses.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { nextAddresses } from '../../../src/generate/next-addresses.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { writeMovedPages } from '../../../src/site/moved-pages.ts';
import { planPages } from '../../../src/slices/plan.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-test-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

const NONE: Moves = { ids: new Map(), moved: new Map() };

/** Of a document with these operations, `GET /path` by path. */
function planOf(operationIds: Readonly<Record<string, string>>, schemas: object = {}) {
  const paths = Object.entries(operationIds).map(([at, operationId]) => [
    `/${at}`,
    { get: { operationId, tags: ['t'], responses: {} } },
  ]);
  const info = { title: 'Shop', version: '1' };
  const components = { schemas };
  const document = { openapi: '3.1.0', info, paths: Object.fromEntries(paths), components };
  return planPages(document as unknown as Document, 'shop').plan;
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

/** Writes what a run writes, and reads it as the next one does. */
async function run(last: Moves, ...plan: Parameters<typeof planOf>): Promise<Moves> {
  write(...addressFile('shop', nextAddresses(last, planOf(...plan))));
  return lastAddresses(root, 'shop');
}

const targets = ({ ids, moved }: Moves) =>
  Object.fromEntries(Array.from(moved, ([id, identity]) => [id, ids.get(identity)]));

describe('addresses from run to run', () => {
  it('lead on where pages have moved, also more than once, until another page has them', async () => {
    const first = await run(NONE, { a: 'boxes', b: 'lids' }, { Box: {} });
    expect(targets(first)).toEqual({});
    const second = await run(first, { x: 'Boxes', a: 'boxes', b: 'lids' }, { Box: { title: 'A' } });
    expect(targets(second)).toEqual({ boxes: 'boxes-get-a', 'schemas/box': 'schemas/a' });
    const third = await run(second, { a: 'crates', b: 'lids' }, { Box: { title: 'A' } });
    expect(targets(third)).toEqual({
      boxes: 'crates',
      'boxes-get-a': 'crates',
      'schemas/box': 'schemas/a',
    });
    const fourth = await run(third, { a: 'crates', b: 'BOXES' });
    expect(targets(fourth)).toEqual({ 'boxes-get-a': 'crates', lids: 'boxes' });
  });

  it.each([
    [true, 'b-ücher/index.html', '/x/docs/shop/b-%E6%9C%AC/', 'schemas/a/index.html'],
    [undefined, 'b-ücher/index.html', '/x/docs/shop/b-%E6%9C%AC/', 'schemas/a/index.html'],
    [false, 'b-ücher.html', '/x/docs/shop/b-%E6%9C%AC', 'schemas/a.html'],
  ])('are pages that redirect, with trailingSlash %s', async (trailingSlash, file, to, schema) => {
    const before = {
      ids: new Map(),
      moved: new Map([
        ['b-ücher', '#/paths/~1a/get'],
        ['schemas/a', '#/components/schemas/B'],
      ]),
    };
    await run(before, { a: 'b_本' }, { B: {} });
    const outDir = fs.mkdtempSync(path.join(root, 'build-'));
    const url = { baseUrl: '/x/', trailingSlash };
    await writeMovedPages(root, outDir, { id: 'shop', base: 'docs/shop' }, url);
    const read = (name: string): string =>
      fs.readFileSync(path.join(outDir, 'docs/shop', name), 'utf8');
    expect(read(file)).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`);
    expect(read(file)).toContain('<script src="/x/docs/shop/moved.js">');
    expect(read(schema)).toContain('<a href="/x/docs/shop/schemas/b');
    expect(read('moved.js')).toContain('location.replace');
  });

  it('need no page where none has moved', async () => {
    await run(NONE, { a: 'boxes' });
    const outDir = fs.mkdtempSync(path.join(root, 'build-'));
    await writeMovedPages(root, outDir, { id: 'shop', base: 'shop' }, { baseUrl: '/' });
    expect(fs.readdirSync(outDir)).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['another form', '[]'],
    ['null', 'null'],
    [
      'ids that lead out of the folder',
      '{"ids":{"a":"../b","c":1},"moved":{"../a":"a","/etc":"a"}}',
    ],
  ])('are none in a damaged file: %s', async (_name, text) => {
    fs.mkdirSync(path.join(root, LAYOUT.addresses), { recursive: true });
    fs.writeFileSync(path.join(root, LAYOUT.addresses, 'shop.json'), text);
    expect(await lastAddresses(root, 'shop')).toEqual(NONE);
  });

  it('are none before the first run', async () => {
    expect(await lastAddresses(root, 'other')).toEqual(NONE);
  });
});
