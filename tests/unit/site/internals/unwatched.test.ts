import { describe, expect, it } from 'vitest';
import { unwatched } from '../../../../src/site/internals/unwatched.ts';

const PATTERN = unwatched([{ folder: 'docs/reference/shop' }, { folder: 'api/v.1' }]);
const WATCHED = [
  'docs/guides/start.mdx',
  'docs/reference/shop/tips.md',
  'docs/older.api.mdx',
  'api/v-1/a.api.mdx',
];
const NOT_WATCHED = [
  'docs/reference/shop/list-books.api.mdx',
  'docs/reference/shop/schemas/book.schema.mdx',
  'api/v.1/a.tag.mdx',
  'node_modules/react/index.js',
];

describe.each([
  ['/home/me/site/', '/'],
  ['C:\\Users\\me\\site\\', '\\'],
])('below %s', (root, separator) => {
  const file = (name: string): string => root + name.replaceAll('/', separator);

  it.each([...WATCHED, 'node_modules/@docusaurus/core/index.js'])('%s is watched', (name) => {
    expect(PATTERN.test(file(name))).toBe(false);
  });

  it.each(NOT_WATCHED)('%s is not', (name) => {
    expect(PATTERN.test(file(name))).toBe(true);
  });
});
