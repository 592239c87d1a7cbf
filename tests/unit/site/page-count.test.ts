import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LAYOUT } from '../../../src/generate/layout.ts';
import { checkPages, countPages } from '../../../src/site/page-count.ts';

let siteDir: string;
beforeEach(() => {
  siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  write(LAYOUT.manifest, JSON.stringify({ apis: [{ id: 'shop', pages: { info: 1, schema: 2 } }] }));
});
afterEach(() => fs.rmSync(siteDir, { recursive: true }));

function write(file: string, text = ''): void {
  fs.mkdirSync(path.dirname(path.join(siteDir, file)), { recursive: true });
  fs.writeFileSync(path.join(siteDir, file), text);
}

it.each([
  ['shop/index.html', 'shop/schemas/book/index.html', 'shop/schemas/maker/index.html'],
  ['shop.html', 'shop/schemas/book.html', 'shop/schemas/maker.html'],
])('all planned pages are there: %s', async (...files) => {
  const outDir = path.join(siteDir, 'build');
  for (const file of files) write(`build/reference/${file}`);
  write('build/reference/shop/schemas/book.json');
  expect(await countPages(siteDir, outDir)).toBe(3);
  await expect(checkPages(siteDir, outDir)).resolves.toBeUndefined();
  fs.rmSync(path.join(outDir, 'reference', files[2] ?? ''));
  await expect(checkPages(siteDir, outDir)).rejects.toThrow(
    '1 reference page missing, though Docusaurus reported no error.',
  );
});
