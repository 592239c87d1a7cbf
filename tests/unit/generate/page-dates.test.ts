import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPlace } from '../../../src/address/docs.ts';
import { historyOf, lastChanges } from '../../../src/generate/git.ts';
import { LAYOUT, type ManifestApi } from '../../../src/generate/layout.ts';
import { pageDates } from '../../../src/generate/page-dates.ts';
import { versionAt } from '../../../src/generate/page-version.ts';

// As it is, but its calls are counted.
vi.mock('../../../src/generate/page-version.ts', { spy: true });

let folder: string;
beforeEach(() => {
  vi.mocked(versionAt).mockClear();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-site-'));
  git('init', '--quiet', '--initial-branch', 'main');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

let day = 0;
function git(...args: readonly string[]): void {
  const date = `2020-01-${String(day).padStart(2, '0')}T12:00:00Z`;
  const someone = [
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@b.example',
    '-c',
    'commit.gpgSign=false',
  ];
  execFileSync('git', [...someone, ...args], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

interface Shop {
  readonly version?: string;
  readonly books?: string;
  readonly orders?: string;
  readonly title?: string;
}

function write({ version = '1', books = 'Books.', orders, title = 'string' }: Shop): void {
  const list = (description: string, schema: string): object => ({
    get: {
      operationId: `list${schema}`,
      description,
      responses: {
        200: {
          description: 'All.',
          content: { 'application/json': { schema: { $ref: `schemas.json#/${schema}` } } },
        },
      },
    },
  });
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shop', version },
    paths: { '/books': list(books, 'Book'), ...(orders && { '/orders': list(orders, 'Order') }) },
  };
  const of = (type: string): object => ({ type: 'object', properties: { title: { type } } });
  fs.writeFileSync(path.join(folder, 'shop.json'), JSON.stringify(document));
  fs.writeFileSync(
    path.join(folder, 'schemas.json'),
    JSON.stringify({ Book: of(title), Order: of('string') }),
  );
}

/** Commits what was written, on a day of January 2020. */
function commit(on: number, shop: Shop): void {
  day = on;
  write(shop);
  git('add', '.');
  git('commit', '--quiet', '--message', 'A change');
}

const API: ManifestApi = {
  id: 'shop',
  label: 'Shop',
  title: 'Shop',
  version: '1',
  infoId: 'shop',
  place: defaultPlace({ api: 'shop' }),
  base: 'reference/shop',
  pages: {},
  sources: {
    document: 'shop.json',
    overlays: [],
    refFolders: [],
    options: {},
    files: ['schemas.json', 'shop.json'],
  },
};

const KEPT = `${LAYOUT.dates}/shop.json.gz`;

/** Days of January 2020 by page id. */
async function days(root = folder, api = API): Promise<Record<string, number>> {
  const dates = await pageDates(root, api);
  const entries = [...dates].map(([page, time]) => [page, new Date(time * 1000).getUTCDate()]);
  return Object.fromEntries(entries.sort());
}

describe('a page has the date of the change that made it what it is', () => {
  it('all pages that of the first one', async () => {
    commit(1, {});
    expect(await days()).toEqual({
      shop: 1,
      operations: 1,
      'list-book': 1,
      schemas: 1,
      'schemas/book': 1,
    });
  });

  it('a new version is a change of the info page alone', async () => {
    commit(1, {});
    commit(2, { version: '2' });
    expect(await days()).toMatchObject({ shop: 2, operations: 1, 'list-book': 1 });
  });

  it('a text of the page that says it, and of those that list it', async () => {
    commit(1, { orders: 'Orders.' });
    commit(2, { orders: 'Orders.', books: 'All books.' });
    expect(await days()).toMatchObject({ 'list-book': 2, operations: 2, 'list-order': 1 });
  });

  it('a schema, in a file of its own, of all that show it', async () => {
    commit(1, { orders: 'Orders.' });
    commit(2, { orders: 'Orders.', title: 'integer' });
    commit(3, { orders: 'Orders.', title: 'integer', version: '2' });
    const expected = { 'schemas/book': 2, 'list-book': 2, 'list-order': 1, shop: 3 };
    expect(await days()).toMatchObject(expected);
  });

  it('a text that came back is as new as that', async () => {
    commit(1, {});
    commit(2, { books: 'All books.' });
    commit(3, {});
    expect(await days()).toMatchObject({ 'list-book': 3 });
  });

  it('pages that came later', async () => {
    commit(1, {});
    commit(2, { orders: 'Orders.' });
    expect(await days()).toMatchObject({ 'list-order': 2, 'list-book': 1 });
  });
});

describe('no date is better than a false one', () => {
  it('without a repository', async () => {
    commit(1, {});
    fs.rmSync(path.join(folder, '.git'), { recursive: true });
    expect(await days()).toEqual({});
  });

  it('of a document that is not in it', async () => {
    write({});
    expect(await days()).toEqual({});
  });

  it('of one that is not as it was committed', async () => {
    commit(1, {});
    write({ version: '2' });
    expect(await days()).toEqual({});
  });

  it('of one that came from the network', async () => {
    commit(1, {});
    const { sources: _, ...remote } = API;
    expect(await days(folder, remote)).toEqual({});
  });

  it('of what changed before the history of a shallow clone', async () => {
    commit(1, { orders: 'Orders.' });
    commit(2, { orders: 'Orders.', books: 'All books.' });
    commit(3, { orders: 'Orders.', books: 'All books.', version: '2' });
    const clone = path.join(folder, 'clone');
    const from = `file://${folder}`;
    git('clone', '--quiet', '--depth', '1', from, clone);
    expect(await days(clone)).toEqual({});
    fs.rmSync(clone, { recursive: true });
    git('clone', '--quiet', '--depth', '2', from, clone);
    expect(await days(clone)).toEqual({});
    fs.rmSync(clone, { recursive: true });
    git('clone', '--quiet', from, clone);
    expect(await days(clone)).toMatchObject({ shop: 3, 'list-book': 2, 'list-order': 1 });
  });

  it('before a version that cannot be read', async () => {
    commit(1, {});
    day = 2;
    fs.writeFileSync(path.join(folder, 'shop.json'), '{');
    git('commit', '--quiet', '--all', '--message', 'A mistake');
    commit(3, {});
    commit(4, { version: '2' });
    expect(await days()).toEqual({ shop: 4 });
  });
});

describe('a version is read once', () => {
  /** The commits that are read, and the dates. */
  async function read(api = API): Promise<[number, Record<string, number>]> {
    vi.mocked(versionAt).mockClear();
    const dates = await days(folder, api);
    return [vi.mocked(versionAt).mock.calls.length, dates];
  }
  const lock = (text: string): void =>
    fs.writeFileSync(path.join(folder, 'package-lock.json'), text);
  const sources = API.sources && { ...API.sources, options: { requiredFirst: true } };

  beforeEach(() => {
    lock('{}');
    commit(1, { orders: 'Orders.' });
    day = 2;
    fs.writeFileSync(path.join(folder, 'shop.json'), '{');
    git('commit', '--quiet', '--all', '--message', 'A mistake');
    commit(3, { orders: 'Orders.' });
    commit(4, { orders: 'Orders.', books: 'All books.' });
  });

  it('by the next build not at all, which has the same dates', async () => {
    const [count, dates] = await read();
    // The last two, and the mistake, before which nothing is known.
    expect(count).toBe(3);
    expect(await read()).toEqual([0, dates]);
  });

  it('after another commit, that one alone', async () => {
    await read();
    commit(5, { orders: 'All orders.', books: 'All books.' });
    const [count, dates] = await read();
    expect(count).toBe(1);
    expect(dates).toMatchObject({ 'list-order': 5, 'list-book': 4 });
  });

  it.each<[string, () => void, ManifestApi?]>([
    ['the options change', () => {}, { ...API, ...(sources && { sources }) }],
    ['the version of a package changes', () => lock('{ }')],
    ['what is kept is damaged', () => fs.truncateSync(path.join(folder, KEPT), 40)],
    ['what is kept is gone', () => fs.rmSync(path.join(folder, KEPT))],
    [
      'nobody knows the versions of packages',
      () => fs.rmSync(path.join(folder, 'package-lock.json')),
    ],
  ])('again where %s', async (_, change, api) => {
    const [count, dates] = await read();
    change();
    expect(await read(api)).toEqual([count, dates]);
  });
});

it('a merge is a change on the day of the merge', async () => {
  commit(1, {});
  git('switch', '--quiet', '--create', 'other');
  commit(2, { books: 'All books.' });
  git('switch', '--quiet', 'main');
  day = 5;
  git('merge', '--quiet', '--no-ff', 'other');
  expect(await days()).toMatchObject({ 'list-book': 5 });
});

it('a document above the project is followed as well', async () => {
  commit(1, {});
  fs.mkdirSync(path.join(folder, 'site'));
  const up = (file: string): string => `../${file}`;
  const { sources } = API;
  const files = sources?.files.map(up) ?? [];
  const above = sources && { ...API, sources: { ...sources, document: '../shop.json', files } };
  expect(await days(path.join(folder, 'site'), above)).toMatchObject({ 'list-book': 1 });
});

it('the history of a guide is that of its file', async () => {
  commit(1, {});
  day = 2;
  fs.writeFileSync(path.join(folder, 'a guide *.md'), '# Guide');
  git('add', '.');
  git('commit', '--quiet', '--message', 'A guide');
  commit(3, { version: '2' });
  const { commits } = await historyOf(folder, ['a guide *.md'], 1);
  expect(commits.map(({ time }) => new Date(time * 1000).getUTCDate())).toEqual([2]);
});

describe('the last changes of many files', () => {
  const file = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  function commitAll(at: number, names: readonly string[]): void {
    day = at;
    for (const name of names) file(name, `${name} ${at}`);
    git('add', '.');
    git('commit', '--quiet', '--message', `Day ${at}`);
  }
  const NAMES = ['docs/a guide *.md', 'docs/ä.md', 'docs/changed.md', 'docs/new.md', 'above.md'];

  beforeEach(() => {
    commitAll(1, NAMES.slice(0, 3));
    git('switch', '--quiet', '--create', 'other');
    commitAll(2, ['docs/ä.md']);
    git('switch', '--quiet', 'main');
    commitAll(3, ['above.md', 'docs/a guide *.md', 'unrelated.md']);
    day = 4;
    git('merge', '--quiet', '--no-ff', 'other');
    commitAll(5, ['unrelated.md']);
    file('docs/changed.md', 'edited');
    file('docs/new.md', 'not added');
  });
  const daysOf = (times: ReadonlyMap<string, number>): Record<string, number> =>
    Object.fromEntries(
      [...times].map(([name, time]) => [name, new Date(time * 1000).getUTCDate()]),
    );

  it('are those of each file alone', async () => {
    const times = await lastChanges(folder, NAMES);
    for (const name of NAMES) {
      const [alone] = (await historyOf(folder, [name], 1)).commits;
      expect(times.get(name), name).toBe(alone?.time);
    }
    expect(daysOf(times)).toEqual({ 'docs/a guide *.md': 3, 'docs/ä.md': 4, 'above.md': 3 });
  });

  it('are found from a folder below', async () => {
    const below = path.join(folder, 'docs');
    const times = await lastChanges(below, ['ä.md', '../above.md']);
    expect(daysOf(times)).toEqual({ 'ä.md': 4, '../above.md': 3 });
  });

  it('are not known from before the history of a shallow clone', async () => {
    const clone = path.join(folder, 'clone');
    git('clone', '--quiet', '--depth', '3', `file://${folder}`, clone);
    const known = await lastChanges(clone, ['docs/ä.md', 'docs/changed.md']);
    expect(daysOf(known)).toEqual({ 'docs/ä.md': 4 });
  });

  it('are none without a repository', async () => {
    fs.rmSync(path.join(folder, '.git'), { recursive: true });
    expect(await lastChanges(folder, NAMES)).toEqual(new Map());
  });
});
