import { describe, expect, it } from 'vitest';
import { rootOf, stemOf } from '../../../src/search/stem.ts';

describe('singular and plural have one stem', () => {
  it.each([
    ['user', 'users'],
    ['policy', 'policies'],
    ['license', 'licenses'],
    ['address', 'addresses'],
    ['case', 'cases'],
    ['box', 'boxes'],
    ['branch', 'branches'],
    ['cache', 'caches'],
    ['movie', 'movies'],
    ['status', 'statuses'],
    ['key', 'keys'],
  ])('%s, %s', (one, many) => {
    expect(stemOf(many)).toBe(stemOf(one));
  });

  it.each([['oauth2'], ['me'], ['ios'], ['analysis']])('%s has no plural', (word) => {
    expect(stemOf(word)).toBe(word);
  });

  it('other words have others', () => {
    for (const [a, b] of [
      ['user', 'use'],
      ['policy', 'police'],
      ['group', 'groupie'],
    ] as const)
      expect(stemOf(a), `${a}, ${b}`).not.toBe(stemOf(b));
  });
});

describe('words of a family have one root', () => {
  it.each([
    ['invite', 'invitations', 'invited'],
    ['impersonate', 'impersonation'],
    ['authenticator', 'authentication', 'authenticated'],
    ['deploy', 'deployed', 'deploys', 'deployment'],
    ['pay', 'payments'],
    ['book', 'booking'],
  ])('%s', (...family) => {
    expect(new Set(family.map(rootOf)).size).toBe(1);
  });
});
