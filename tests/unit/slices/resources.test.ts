import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { groupByResource } from '../../../src/slices/resources.ts';
import { casingOf } from '../../../src/slices/titles/casing.ts';
import { Phrases } from '../../../src/slices/titles/phrase.ts';

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
} as unknown as Document;

/** The groups of some paths, each with how many operations it has, as `Name: paths`. */
function groups(paths: Readonly<Record<string, number>>, kind = 'operation'): string[] {
  const operations = Object.entries(paths).flatMap(([path, count]) =>
    Array.from({ length: count }, () => ({ kind, path })),
  );
  const found = groupByResource(operations, new Phrases(casingOf(DOCUMENT, [])));
  expect(found.flatMap((group) => group.operations)).toHaveLength(operations.length);
  return found.map(
    ({ name, operations }) =>
      `${name}: ${[...new Set(operations.map(({ path }) => path))].join(' ')}`,
  );
}

describe('operations are grouped by', () => {
  it.each([
    [
      'the resource that their path begins with',
      {
        '/core/users/': 2,
        '/core/users/{id}/': 4,
        '/core/users/{id}/token/': 1,
        '/core/groups/': 3,
      },
      ['Users: /core/users/ /core/users/{id}/ /core/users/{id}/token/', 'Groups: /core/groups/'],
    ],
    [
      'a kind of what is above, where no operation is about all of that',
      { '/stages/all/': 2, '/stages/email/': 4, '/stages/ldap/totp/{id}/': 4 },
      [
        'Stages: /stages/all/',
        'Email stage: /stages/email/',
        'TOTP LDAP stages: /stages/ldap/totp/{id}/',
      ],
    ],
    [
      'what is below a resource that has most of them',
      {
        '/repos/{owner}/{repo}': 3,
        '/repos/{owner}/{repo}/branches': 4,
        '/repos/{owner}/{repo}/keys/{id}': 5,
        '/repos/{owner}/{repo}/topics': 1,
      },
      [
        'Repos: /repos/{owner}/{repo} /repos/{owner}/{repo}/topics',
        'Branches: /repos/{owner}/{repo}/branches',
        'Keys: /repos/{owner}/{repo}/keys/{id}',
      ],
    ],
    [
      'names that tell them apart',
      { '/orgs/{org}/hooks': 5, '/repos/{repo}/hooks': 5 },
      ['Hooks of orgs: /orgs/{org}/hooks', 'Hooks of repos: /repos/{repo}/hooks'],
    ],
    [
      'the rest, which comes last',
      { '/status': 1, '/v2/users': 5, '/v2/teams': 5 },
      ['Users: /v2/users', 'Teams: /v2/teams', ': /status'],
    ],
    [
      'plain words, if only those can be counted',
      { '/system': 5, '/user/following/{id}': 5 },
      ['System: /system', 'Following: /user/following/{id}'],
    ],
  ])('%s', (_, paths, expected) => {
    expect(groups(paths)).toEqual(expected);
  });
});

describe('there is one group without a name for', () => {
  it.each([
    ['few operations', { '/users': 4, '/teams': 5 }, 'operation'],
    ['a single resource', { '/users': 4, '/users/{id}': 7 }, 'operation'],
    ['webhooks', { 'users/added': 5, 'teams/added': 5 }, 'webhook'],
  ])('%s', (_, paths, kind) => {
    expect(groups(paths, kind)).toEqual([`: ${Object.keys(paths).join(' ')}`]);
  });
});
