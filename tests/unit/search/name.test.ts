import { describe, expect, it } from 'vitest';
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
