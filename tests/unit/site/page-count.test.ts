import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { htmlOf } from '../../../src/address/address.ts';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { checkPages, countPages } from '../../../src/site/page-count.ts';
import type { PublishedPage } from '../../../src/site/published.ts';

let siteDir: string;
beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  write(
    LAYOUT.manifest,
    JSON.stringify({
      apis: [
        { id: 'shop', base: 'docs/1.0/shop', pages: { info: 1, schema: 2 } },
        { id: 'shop@1', base: 'docs/1.0/shop/1', pages: { info: 1 } },
      ],
    }),
  );
});
afterEach(() => fs.rmSync(siteDir, { recursive: true }));

function write(file: string, text = ''): void {
  fs.mkdirSync(path.dirname(path.join(siteDir, file)), { recursive: true });
  fs.writeFileSync(path.join(siteDir, file), text);
}

const PAGES = [
  'docs/1.0/shop',
  'docs/1.0/shop/1',
  'docs/1.0/shop/schemas/book',
  'docs/1.0/shop/schemas/maker',
];

it.each([true, undefined, false])(
  'all pages exist, with trailingSlash %s',
  async (trailingSlash) => {
    const outDir = path.join(siteDir, 'build');
    const url = { trailingSlash };
    for (const page of PAGES) write(`build/${htmlOf(page, url)}`);
    write('build/docs/1.0/shop/schemas/book.json');
    const apis = [{ pages: PAGES.map((path) => ({ path }) as PublishedPage) }];
    expect(await countPages(siteDir, outDir)).toBe(4);
    expect(() => checkPages(apis, outDir, url)).not.toThrow();
    fs.rmSync(path.join(outDir, htmlOf(PAGES.at(-1) ?? '', url)));
    expect(() => checkPages(apis, outDir, url)).toThrow(
      '1 reference page missing, though Docusaurus reported no error: docs/1.0/shop/schemas/maker.',
    );
  },
);
