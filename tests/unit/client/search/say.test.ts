import { afterEach, expect, it, vi } from 'vitest';
import { sayCount } from '../../../../src/client/search/say.ts';

afterEach(() => vi.unstubAllGlobals());

const ENGLISH = '1 name|{count} names';
const POLISH = '{count} nazwa|{count} nazwy|{count} nazw|{count} nazwy';

it.each([
  ['en', ENGLISH, 0, '0 names'],
  ['en', ENGLISH, 1, '1 name'],
  ['en', ENGLISH, 2, '2 names'],
  ['en', ENGLISH, 1193, '1,193 names'],
  ['de', '1 Name|{count} Namen', 1193, '1.193 Namen'],
  ['pl', POLISH, 1, '1 nazwa'],
  ['pl', POLISH, 3, '3 nazwy'],
  ['pl', POLISH, 5, '5 nazw'],
  // A translation with fewer forms than the language has.
  ['pl', '{count} nazw', 3, '3 nazw'],
])('in %s, of %s, %i: %s', (lang, names, count, expected) => {
  vi.stubGlobal('document', { documentElement: { lang } });
  vi.stubGlobal('SEARCH_SAYS', { count: names });
  expect(sayCount('count', count)).toBe(expected);
});

it('more than were counted are many', () => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal('SEARCH_SAYS', { count: ENGLISH });
  expect(sayCount('count', 500, true)).toBe('500+ names');
});
