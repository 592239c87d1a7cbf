import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFullText } from '../../../src/site/full-text.ts';
import type { BuiltLanguage } from '../../../src/site/languages.ts';
import type { PublishedApi } from '../../../src/site/published.ts';

let outDir: string;
beforeEach(() => {
  outDir = fs.mkdtempSync(path.join(os.tmpdir(), 'full-'));
});
afterEach(() => fs.rmSync(outDir, { recursive: true }));

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
  fs.writeFileSync(path.join(outDir, file), text);
}

const api = (rest: object): PublishedApi => ({ isLast: true, pages: [], ...rest }) as never;
const run = (apis: readonly PublishedApi[]): string | undefined =>
  writeFullText({ outDir } as BuiltLanguage, apis, [{ title: 'Start', path: 'guides/start' }]);

it('has the guides and the pages that readers see first, and says how large it is', () => {
  write('guides/start.md', '# Start\n');
  write('reference/shop.md', '# Shop\n');
  write('reference/shop/1.0.md', '# Shop 1.0\n');
  write('old/shop.md', '# Old\n');
  const warning = run([
    api({ pages: [{ path: 'reference/shop' }, { path: 'reference/shop/without-twin' }] }),
    api({
      pages: [{ path: 'reference/shop/1.0' }],
      id: 'shop-1.0',
      versionOf: { of: 'shop', name: '1.0', position: 1 },
    }),
    api({ pages: [{ path: 'old/shop' }], isLast: false }),
  ]);
  expect(fs.readFileSync(path.join(outDir, 'llms-full.txt'), 'utf8')).toBe(
    '<!-- guides/start.md -->\n\n# Start\n\n<!-- reference/shop.md -->\n\n# Shop\n',
  );
  expect(warning).toContain('llms-full.txt has 0.0 MB, in 2 pages.');
});

it('leaves a file of the site as it is', () => {
  write('llms-full.txt', 'mine');
  expect(run([])).toBeUndefined();
  expect(fs.readFileSync(path.join(outDir, 'llms-full.txt'), 'utf8')).toBe('mine');
});
