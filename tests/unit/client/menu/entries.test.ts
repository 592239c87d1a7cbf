import { describe, expect, it } from 'vitest';
import {
  addressIn,
  countIn,
  itemsAt,
  type MenuEntry,
  matchesIn,
} from '../../../../src/client/menu/entries.ts';

const LIST: MenuEntry = ['List users', '/api/users-list/', 'get api-method', '/core/users/'];
const CREATE: MenuEntry = [
  'Create a user',
  '/api/users-create/',
  'post api-method',
  '/core/users/',
];
const GROUPS: MenuEntry = ['List groups', '/api/groups-list/', 'get api-method', '/core/groups/'];
const SCHEMA: MenuEntry = ['User', '/api/schemas/user/', 'schema'];
const CORE: MenuEntry = [
  'Core',
  '/api/core/',
  [
    ['Users', '', [LIST, CREATE]],
    ['Groups', '', [GROUPS]],
  ],
];
const MENU: readonly MenuEntry[] = [
  ['Introduction', '/api/'],
  ['Access', '', [CORE]],
  ['Schemas', '', [['U', '', [SCHEMA]]]],
];

/** Headings with labels. */
function found(query: string): string[] {
  return matchesIn(MENU, query).map(
    ({ heading, links }) => `${heading}: ${links.map(([label]) => label).join(', ')}`,
  );
}

describe('matchesIn', () => {
  it.each([
    ['list', ['Core: List users, List groups']],
    ['LIST user', ['Core: List users']],
    ['user list', ['Core: List users']],
    ['post', ['Core: Create a user']],
    ['/core/groups', ['Core: List groups']],
    ['users-create', ['Core: Create a user']],
    ['user', ['Core: List users, Create a user', 'Schemas: User']],
    ['intro', [': Introduction']],
    ['core', ['Access: Core', 'Core: List users, Create a user, List groups']],
    ['zzz', []],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('has each page once for each category that it is in', () => {
    expect(countIn(MENU)).toBe(6);
    expect(countIn([...MENU, ['Again', '/api/again/', [LIST]]])).toBe(8);
  });
});

describe('itemsAt', () => {
  const labels = (entries: readonly MenuEntry[]) => entries.map(([label]) => label);

  it.each([
    [[], ['Introduction', 'Access', 'Schemas']],
    [[['Access', '']], ['Core']],
    [
      [
        ['Access', ''],
        ['Core', '/api/core/'],
      ],
      ['Users', 'Groups'],
    ],
    // Addresses may end without a slash, and a category without a page has that of its first one.
    [
      [
        ['Access', ''],
        ['Core', '/api/core'],
        ['Groups', '/api/groups-list'],
      ],
      ['List groups'],
    ],
    [[['Schemas', '/api/schemas/user/']], ['U']],
    [
      [
        ['Access', ''],
        ['Core', '/api/other/'],
      ],
      [],
    ],
  ] as const)('%j', (steps, expected) => {
    expect(labels(itemsAt(MENU, steps))).toEqual(expected);
  });

  it('distinguishes categories of one name by their addresses', () => {
    const twice: MenuEntry[] = [
      ['Tag', '/api/one/', [LIST]],
      ['Tag', '/api/two/', [GROUPS]],
    ];
    expect(labels(itemsAt(twice, [['Tag', '/api/two/']]))).toEqual(['List groups']);
  });
});

it('a category without pages leads nowhere', () => {
  expect(addressIn(['Empty', '', []])).toBe('');
  expect(addressIn(['Schemas', '', [['U', '', [SCHEMA]]]])).toBe('/api/schemas/user/');
});
