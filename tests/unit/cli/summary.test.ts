import { expect, it } from 'vitest';
import { readsLine, summaryTable } from '../../../src/cli/summary.ts';

it('counts what a run did, for each kind of files', () => {
  const table = summaryTable({
    written: ['docs/reference/shop/a.api.mdx', 'docs/reference/shop/a.api.json'],
    unchanged: Array.from(
      { length: 1200 },
      (_, at) => `docs/reference/shop/schemas/s${at}.schema.mdx`,
    ),
    removed: ['docs/reference/shop/b.tag.mdx', '.reference/site.json'],
  });
  expect(table).toBe(
    [
      '                      written  unchanged    removed',
      '  operation pages           1          0          0',
      '  schema pages              0      1,200          0',
      '  tag pages                 0          0          1',
      '  slices                    1          0          0',
      '  other files               0          0          1',
      '  all                       2      1,200          2',
    ].join('\n'),
  );
});

it.each([
  [{ files: [], hosts: {} }, undefined],
  [{ files: ['a.md'], hosts: {} }, '  Also read: 1 file (a.md)'],
  [
    { files: [], hosts: { 'example.com': 1, 'localhost:8080': 12 } },
    '  Also read: 13 requests to 2 hosts (example.com, localhost:8080: 12)',
  ],
  [
    { files: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], hosts: { 'example.com': 1 } },
    '  Also read: 8 files (a, b, c, d, e, f, 2 more), 1 request to 1 host (example.com)',
  ],
])('names what was read besides the documents: %j', (reads, line) => {
  expect(readsLine(reads)).toBe(line);
});
