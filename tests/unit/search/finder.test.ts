import { beforeAll, describe, expect, it } from 'vitest';
import { indexFiles } from '../../../src/search/build.ts';
import { type Found, Names } from '../../../src/search/collect.ts';
import type { Kind, Place } from '../../../src/search/entry.ts';
import { Finder } from '../../../src/search/finder.ts';
import { groupsOf } from '../../../src/search/groups.ts';
import { ENGLISH, languageOf } from '../../../src/search/language.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { drawDocument } from '../../support/draw.tsx';

/** A finder over files in memory, and the names of those that it has read. */
function finderOf(found: readonly Found[]): { finder: Finder; read: string[] } {
  const files = indexFiles(found);
  const read: string[] = [];
  const finder = new Finder(async (file) => {
    read.push(file);
    const text = files.get(file);
    if (text === undefined) throw new Error(`There is no file ${file}`);
    return JSON.parse(text);
  }, languageOf(ENGLISH));
  return { finder, read };
}

function entry(kind: Kind, name: string, places: readonly Place[] = [{ at: name }]): Found {
  return { kind, name, places };
}

async function namesFound(finder: Finder, query: string): Promise<string[]> {
  const { hits } = await finder.find(parseQuery(query));
  return hits.map(({ entry: { kind, name } }) => `${kind} ${name}`);
}

describe('a document', () => {
  let finder: Finder;
  beforeAll(async () => {
    const names = new Names();
    for (const { model } of (await drawDocument('openapi/bookshop.yaml')).values())
      names.add(model);
    ({ finder } = finderOf(names.all()));
  });

  it.each([
    ['list_books', 'operation list_books'],
    ['listBooks', 'operation list_books'],
    ['List books', 'operation list_books'],
    ['GET /books', 'operation list_books'],
    ['POST /books', 'operation create_book'],
    ['/books/17', 'operation get_book'],
    ['https://eu.bookshop.example/v2/books/17', 'operation get_book'],
    ['X-Total-Count', 'field X-Total-Count'],
    ['xtotalcount', 'field X-Total-Count'],
    ['toatl count', 'field X-Total-Count'],
    ['Book', 'schema Book'],
    ['paperback', 'value paperback'],
    ['paperbak', 'value paperback'],
    ['catalogue:write', 'scope catalogue:write'],
    ['oauth', 'scheme oauth'],
    ['404', 'status 404'],
    ['field:title', 'field title'],
    ['method:delete', 'operation delete_book'],
    ['tag:orders method:post', 'operation create_order'],
  ])('%s', async (query, first) => {
    expect((await namesFound(finder, query))[0]).toBe(first);
  });

  it('finds nothing for nothing, and for what it does not have', async () => {
    expect(await namesFound(finder, '')).toEqual([]);
    expect(await namesFound(finder, 'xyzzyq')).toEqual([]);
    expect(await namesFound(finder, 'field:list_books')).not.toContain('operation list_books');
    expect(await namesFound(finder, 'tag:nothing')).toEqual([]);
  });
});

it.each(['vuocher', 'vuochers'])('misspelled: %s means one and several', async (query) => {
  const { finder } = finderOf([entry('field', 'voucher'), entry('field', 'vouchers')]);
  expect((await namesFound(finder, query)).toSorted()).toEqual(['field voucher', 'field vouchers']);
});

it('the plural of a word that is two letters from a query is found with the word', async () => {
  const { finder } = finderOf([entry('field', 'coupon'), entry('field', 'coupons')]);
  expect(await namesFound(finder, 'cuopn')).toEqual([]);
  expect((await namesFound(finder, 'cupon')).toSorted()).toEqual(['field coupon', 'field coupons']);
});

describe('names', () => {
  it('of older versions come after those of the current one, unless they match better', async () => {
    const older = { ...entry('operation', 'list_vouchers'), version: '1.0' };
    const { finder } = finderOf([older, entry('field', 'vouchers_list')]);
    expect(await namesFound(finder, 'vouchers')).toEqual([
      'field vouchers_list',
      'operation list_vouchers',
    ]);
    expect((await namesFound(finder, 'list_vouchers'))[0]).toBe('operation list_vouchers');
  });

  const operation = (path: string, method = 'GET'): Found => ({
    ...entry('operation', 'List', [{ at: path }]),
    method,
    path,
  });

  it.each([
    // What has no operationId is called by its summary, which others may have.
    ['/pears', 'GET /pears'],
    ['list', 'GET /pears', 'GET /apples', 'POST /pears'],
    // Headings of one name in several guides.
    ['errors', 'heading a/#errors', 'heading b/#errors'],
    // What belongs to a name does not go before what has it in its own.
    ['oauth2', 'scheme scheme', 'POST /oauth2/token'],
    ['>=', 'value gte'],
    ['🎉', 'value party'],
    ['名前', 'field name'],
    ['method:post tag:rare', 'POST /rare'],
  ])('%s', async (query, ...expected) => {
    const { finder } = finderOf([
      operation('/apples'),
      operation('/pears'),
      operation('/pears', 'POST'),
      { ...operation('/rare', 'POST'), name: 'one', tags: ['rare'] },
      ...Array.from({ length: 3000 }, (_, index) => ({
        ...operation(`/thing/${index}`, 'POST'),
        name: `thing${index}`,
      })),
      { ...entry('heading', 'Errors', [{ at: 'a/#errors' }]), title: 'A' },
      { ...entry('heading', 'Errors', [{ at: 'b/#errors' }]), title: 'B' },
      entry('scheme', 'oauth2', [{ at: 'scheme' }]),
      ...Array.from({ length: 60 }, (_, index) => ({
        ...entry('scope', `scope:${index}`),
        title: 'oauth2',
      })),
      { ...operation('/oauth2/token', 'POST'), name: 'token' },
      entry('value', '>=', [{ at: 'gte' }]),
      entry('value', '🎉', [{ at: 'party' }]),
      entry('field', '顧客名前', [{ at: 'name' }]),
    ]);
    const { hits } = await finder.find(parseQuery(query));
    const lines = hits.map(({ entry: { kind, method, path, best } }) =>
      kind === 'operation' ? `${method} ${path}` : `${kind} ${best.at}`,
    );
    expect(lines.slice(0, expected.length)).toEqual(expected);
  });

  it('of sections come first for what they are about, before what has the word in it', async () => {
    const list = { ...operation('/auth/tokens'), name: 'List tokens' };
    const create = { ...operation('/auth/tokens', 'POST'), name: 'Create a token' };
    const section = (name: string, at: string) => ({
      ...entry('heading', name, [{ at }]),
      title: 'Shop',
    });
    const { finder } = finderOf([
      list,
      create,
      section('Authentication', '#authentication'),
      section('Errors', '#errors'),
      entry('field', 'error_code'),
      entry('value', '4011'),
    ]);
    const first = async (query: string) => (await namesFound(finder, query))[0];
    for (const query of ['token', 'sign in', 'How do I authenticate?', 'api key'])
      expect(await first(query), query).toBe('heading Authentication');
    for (const query of ['401', '429', 'errors', 'error codes'])
      expect(await first(query), query).toBe('heading Errors');
    expect(await first('create token')).toBe('operation Create a token');
    expect(await first('list tokens')).toBe('operation List tokens');
    // A path is not a topic, and neither is a word in a longer question.
    expect(await first('/auth/tokens')).toBe('operation List tokens');
    expect(await namesFound(finder, 'refund')).toEqual([]);
  });

  it('of guides are found by what else their topic is called', async () => {
    const { finder } = finderOf([
      entry('guide', 'Getting started'),
      entry('heading', 'Get a token'),
      entry('heading', 'Errors'),
    ]);
    for (const query of ['authentication', 'sign in', 'api key'])
      expect(await namesFound(finder, query), query).toEqual(['heading Get a token']);
  });

  it('says where there may be more of them', async () => {
    const { finder } = finderOf(
      Array.from({ length: 3000 }, (_, index) => entry('field', `value_${index}`)),
    );
    expect((await finder.find(parseQuery('value'))).isCut).toBe(true);
    expect((await finder.find(parseQuery('value_7'))).isCut).toBe(false);
  });
});

describe('the files', () => {
  // As many names as a large API has: 4,000 fields of 200 nouns.
  const many = Array.from({ length: 4000 }, (_, index) =>
    entry('field', `noun${index % 200}_quality${Math.floor(index / 200)}_value`),
  );

  it('are few for a query, however many names there are', async () => {
    for (const [query, most] of [
      ['noun7_quality3_value', 3],
      ['noun7', 5],
      // In every name: the first blocks give enough.
      ['value', 6],
    ] as const) {
      const { finder, read } = finderOf(many);
      expect((await namesFound(finder, query)).length, query).toBeGreaterThan(0);
      expect(read.length, query).toBeLessThanOrEqual(most);
    }
  });

  it('are the same for the same entries', () => {
    expect([...indexFiles(many)]).toEqual([...indexFiles(many)]);
  });

  it('are tried again after one could not be loaded', async () => {
    const files = indexFiles([entry('field', 'one')]);
    let isOffline = true;
    const finder = new Finder(async (file) => {
      if (isOffline) throw new Error('offline');
      return JSON.parse(files.get(file) ?? '');
    }, languageOf(ENGLISH));
    await expect(finder.find(parseQuery('one'))).rejects.toThrow('offline');
    isOffline = false;
    expect(await namesFound(finder, 'one')).toEqual(['field one']);
  });
});

describe('places', () => {
  const placesFor = (name: string, count: number): Place[] =>
    Array.from({ length: count }, (_, index) => ({ at: `${name}#${index}` }));

  it.each([1, 2, 399, 400, 401, 1000])(
    'of an entry with %s of them are all told',
    async (count) => {
      const found = [3, count, 250, 1].map((size, index) =>
        entry('field', `name${index}`, placesFor(`name${index}`, size)),
      );
      const { finder, read } = finderOf(found);
      const [hit] = (await finder.find(parseQuery('name1'))).hits;
      if (!hit) throw new Error('not found');
      expect(hit.entry.places ?? 1).toBe(count);
      const before = read.length;
      expect(await finder.places(hit.entry)).toEqual(placesFor('name1', count));
      expect(read.length - before).toBe(count === 1 ? 0 : Math.ceil(count / 400));
    },
  );
});

describe('order', () => {
  it('is by exactness, then by kind, then by how near, short and used a name is', async () => {
    const { finder } = finderOf([
      entry('guide', 'Users and groups'),
      entry('field', 'user_name'),
      entry('field', 'user_name_of_group', [{ at: 'a' }, { at: 'b' }]),
      entry('field', 'user_type_of_group', [{ at: 'a' }]),
      entry('schema', 'UserName'),
      entry('schema', 'UserNameRequest'),
      { ...entry('operation', 'set_user_name'), method: 'PUT', path: '/users/{id}/name' },
      entry('field', 'users_names'),
    ]);
    expect(await namesFound(finder, 'user_name')).toEqual([
      'field user_name',
      'schema UserName',
      'operation set_user_name',
      'field users_names',
      'schema UserNameRequest',
      'field user_name_of_group',
    ]);
  });

  it('is that of groups by kind: the one with the best result comes first', async () => {
    const { finder } = finderOf([
      entry('field', 'voucher_code'),
      entry('schema', 'Voucher'),
      entry('heading', 'Vouchers'),
      entry('guide', 'Voucher codes'),
      { ...entry('operation', 'list_vouchers'), method: 'GET', path: '/vouchers' },
    ]);
    const groups = async (query: string) =>
      groupsOf((await finder.find(parseQuery(query))).hits).map(
        ({ kind, hits }) => `${kind} ${hits.length}`,
      );
    expect(await groups('voucher')).toEqual(['operation 1', 'guide 2', 'schema 1', 'field 1']);
    expect(await groups('voucher_code')).toEqual(['field 1', 'guide 1']);
  });
});

it.each([
  ['isbn', 'isbn'],
  ['isbn qqqzzz', 'isbn'],
  ['qqqzzz total count', 'total count'],
  ['qqqzzz', ''],
])('the words of “%s” that something is called are “%s”', async (query, known) => {
  const { finder } = finderOf([entry('field', 'isbn'), entry('field', 'X-Total-Count')]);
  expect((await finder.known(parseQuery(query))).join(' ')).toBe(known);
});
