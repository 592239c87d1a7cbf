import { describe, expect, it } from 'vitest';
import { UNWATCHED } from '../../../../src/site/internals/unwatched.ts';

const WATCHED = ['docs/guides/start.mdx', 'docs/reference/shop/tips.md', 'docs/older.api.mdx'];
const NOT_WATCHED = [
  'docs/reference/shop/list-books.api.mdx',
  'docs/reference/shop/schemas/book.schema.mdx',
  'node_modules/react/index.js',
];

describe.each([
  ['/home/me/site/', '/'],
  ['C:\\Users\\me\\site\\', '\\'],
])('below %s', (root, separator) => {
  const file = (name: string): string => root + name.replaceAll('/', separator);

  it.each([...WATCHED, 'node_modules/@docusaurus/core/index.js'])('%s is watched', (name) => {
    expect(UNWATCHED.test(file(name))).toBe(false);
  });

  it.each(NOT_WATCHED)('%s is not', (name) => {
    expect(UNWATCHED.test(file(name))).toBe(true);
  });
});
