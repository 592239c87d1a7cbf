import { expect, it } from 'vitest';
import type { Found } from '../../../src/search/collect.ts';
import type { IndexedApi } from '../../../src/search/entry.ts';
import { Together } from '../../../src/site/search-together.ts';

const API = { id: 'shop', label: 'Shop API', base: 'reference/shop' } as IndexedApi;
const NAMES: Found[] = [
  {
    kind: 'operation',
    name: 'list_books',
    method: 'GET',
    path: '/books',
    about: 'All of them.',
    places: [{ at: 'list-books' }, { at: 'tags/books' }],
  },
  { kind: 'schema', name: 'Büch', places: [{ at: 'schemas/büch#schema-id' }] },
  { kind: 'field', name: 'isbn', places: [{ at: 'schemas/book#schema-isbn' }] },
  { kind: 'operation', name: 'old', version: '1.0', places: [{ at: '1.0/old' }] },
];

it.each([
  [
    undefined,
    [
      'reference/shop/',
      'reference/shop/list-books/',
      'reference/shop/schemas/b%C3%BCch/#schema-id',
    ],
  ],
  [
    false,
    ['reference/shop', 'reference/shop/list-books', 'reference/shop/schemas/b%C3%BCch#schema-id'],
  ],
])('names of many APIs have their places in the site, with trailingSlash %s', (slash, places) => {
  const together = new Together(slash);
  together.add(API, NAMES);
  expect(together.count).toBe(1);
  expect(together.found.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'api Shop API',
    'operation list_books',
    'schema Büch',
  ]);
  expect(together.found.flatMap((found) => found.places.map(({ at }) => at))).toEqual(places);
  expect(together.found.some((found) => 'about' in found)).toBe(false);
});
