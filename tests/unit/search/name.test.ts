import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/search/distance.ts';
import { keyOf, wordsOf } from '../../../src/search/name.ts';

describe('wordsOf', () => {
  it.each([
    ['is_superuser', 'is superuser'],
    ['isSuperuser', 'is superuser'],
    ['is-superuser', 'is superuser'],
    ['IS SUPERUSER', 'is superuser'],
    ['SAMLProvider', 'saml provider'],
    ['OAuth2Provider', 'oauth2 provider'],
    ['IPv4Address', 'ipv4 address'],
    ['sha256', 'sha256'],
    ['X-Total-Count', 'x total count'],
    ['/core/users/{id}/', 'core users id'],
    ['authentik_core.user', 'authentik core user'],
    ['Größe', 'große'],
    ['Ж_имя', 'ж имя'],
    // Without any, the name itself.
    ['>=', '>='],
    [' $ ', '$'],
    [' ', ''],
  ])('of %s', (name, words) => {
    expect(wordsOf(name).join(' ')).toBe(words);
  });

  it('joins them to a key', () => {
    expect(keyOf('page_size')).toBe(keyOf('PageSize'));
    expect(keyOf('page_size')).not.toBe(keyOf('pages_size'));
  });
});

describe('distance', () => {
  it.each([
    ['imperonate', 'impersonate', 1],
    ['impresonate', 'impersonate', 1],
    ['impersonate', 'impersonate', 0],
    // The beginning of a word is enough.
    ['impreson', 'impersonate', 1],
    ['usr', 'users', 1],
    ['polices', 'policies', 1],
    ['abc', 'xyz', Number.POSITIVE_INFINITY],
    ['much longer', 'much', Number.POSITIVE_INFINITY],
  ])('from %s to %s', (word, other, expected) => {
    expect(distance(word, other, 2)).toBe(expected);
  });
});
