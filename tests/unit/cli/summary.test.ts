import { expect, it } from 'vitest';
import { summaryTable } from '../../../src/cli/summary.ts';

it('counts what a run did, for each kind of files', () => {
  const table = summaryTable({
    written: ['docs/reference/shop/a.api.mdx', '.reference/static/reference/shop/a.json'],
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
