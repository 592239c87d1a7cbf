import { expect, it } from 'vitest';
import { bestOf, isLikely, wordsOfAddress } from '../../../../src/client/search/guess.ts';

it.each([
  ['core_users_create', 'core users create'],
  ['reference/shop/providers-oauth2-create', 'providers oauth2 create'],
  ['reference/shop/providers-oauth-2-create/', 'providers oauth2 create'],
  ['reference/shop/schemas/User.html', 'User'],
  ['guides/größe', 'größe'],
  ['', ''],
])('%s says %s', (path, words) => {
  expect(wordsOfAddress(path)).toBe(words);
});

it.each([
  ['a page with all words', 0.4, 'core-users-create', undefined, true],
  ['a page without one of them', 4.75, 'core-users-create', undefined, true],
  // `nope`, of which this has `notification` and `prope…`.
  ['a page with parts of words', 7.6, 'events-transports-test-create', undefined, false],
  ['what is spelled alike, in the address', 0, 'schemas/user', 'user', true],
  ['what is spelled alike, in a description', 1.2, 'core-users-list', 'does', false],
])('%s is a guess or not', (_, cost, at, near, expected) => {
  expect(isLikely({ cost, entry: { kind: 'operation', name: at, best: { at } } }, near)).toBe(
    expected,
  );
});

const hit = (at: string) => ({ entry: { kind: 'operation', name: at, best: { at } } }) as const;

it.each([
  [
    'the page with the same letters',
    'oauth-2-create',
    ['oauth2-list', 'oauth2-create'],
    ['oauth2-create'],
  ],
  ['pages, not places on them', 'users', ['user#query-users', 'users-list'], ['users-list']],
  [
    'others of about that length first, three at most',
    'users-make',
    ['users-create-bulk', 'users-list', 'users-import', 'users-find'],
    ['users-list', 'users-find', 'users-import'],
  ],
])('guesses %s', (_, address, found, expected) => {
  expect(bestOf(found.map(hit), address).map(({ entry }) => entry.name)).toEqual(expected);
});
