import kebabCase from 'lodash/kebabCase.js';
import { describe, expect, it, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { distinctIds, idsInOrder } from '../../../src/slices/distinct-ids.ts';
import { pageClaim } from '../../../src/slices/page-id.ts';
import { planPages } from '../../../src/slices/plan.ts';

/** A thing of a document that has a page. */
type Thing =
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'schema'; readonly name: string; readonly title?: string }
  | {
      readonly kind: 'paths' | 'webhooks';
      readonly path: string;
      readonly method: string;
      readonly operationId?: string;
      readonly summary?: string;
    };

/** Few words, so that most names meet: in case, in signs, as emoji, in letters without Latin ones. */
const NAMES =
  'box|Box|BOX|b-ox|box get box|get-box|box tag|box 2|Lid|lid|Schemas|schemas/box|📦|🚚|'
    .concat('箱|箱 📦|коробка|Коробка|ΟΔΟΣ|οδος|οδοσ|con|Größe|grosse|what?|what!|a/b|a-b')
    .split('|');
const METHODS = ['get', 'put', 'post', 'delete'];

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function someThing(below: (most: number) => number): Thing {
  const name = () => NAMES[below(NAMES.length)] ?? '';
  const maybe = () => (below(2) ? name() : undefined);
  const kind = (['tag', 'schema', 'paths', 'paths', 'webhooks'] as const)[below(5)] ?? 'tag';
  if (kind === 'tag') return { kind, name: name() };
  if (kind === 'schema') return { kind, name: name(), title: maybe() };
  const path = kind === 'paths' ? `/${name()}` : name();
  const method = METHODS[below(METHODS.length)] ?? '';
  return { kind, path, method, operationId: maybe(), summary: maybe() };
}

function keyOf(thing: Thing): string {
  return 'path' in thing
    ? `${thing.kind} ${thing.method} ${thing.path}`
    : `${thing.kind} ${thing.name}`;
}

/** A document of these things, each in the place that its order gives it. */
function documentOf(things: readonly Thing[]): Document {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Box', version: '1' },
    tags: [] as unknown[],
    paths: {} as Record<string, Record<string, unknown>>,
    webhooks: {} as Record<string, Record<string, unknown>>,
    components: { schemas: {} as Record<string, unknown> },
  };
  const tags = things.flatMap((thing) => (thing.kind === 'tag' ? [thing.name] : []));
  document.tags = tags.map((name) => ({ name }));
  // All tags in use, and none more where one of the operations goes: those without a tag have one of ours.
  document.paths['/every-tag'] = { get: { operationId: 'everyTag', tags: ['x', ...tags] } };
  for (const thing of things) {
    if (thing.kind === 'schema') document.components.schemas[thing.name] = { title: thing.title };
    if (!('path' in thing)) continue;
    const { kind, path, method, operationId, summary } = thing;
    document[kind][path] = {
      ...document[kind][path],
      [method]: { operationId, summary, tags: ['x'] },
    };
  }
  return document as unknown as Document;
}

/** Address to what it shows. */
function addressesOf(things: readonly Thing[]): Map<string, string> {
  const pages = planPages(documentOf(things), 'api').plan.pages.filter(
    // The list of schemas gives way to whatever else is called so.
    ({ kind }) => kind !== 'info' && kind !== 'schemaList',
  );
  const kinds: Record<string, string> = { operation: 'paths', webhook: 'webhooks' };
  const addresses = new Map(
    pages.map(({ id, kind, method, path, name }) => [
      id.toLowerCase(),
      method ? `${kinds[kind]} ${method} ${path}` : `${kind} ${name}`,
    ]),
  );
  // Upstream makes an id of it once more, which must change nothing.
  for (const { id } of pages)
    expect(kebabCase(id.replace('schemas/', ''))).toBe(id.replace('schemas/', ''));
  expect(addresses.size, 'each page has an address of its own').toBe(pages.length);
  return addresses;
}

function shuffled<T>(list: readonly T[], below: (most: number) => number): T[] {
  return list
    .map((item) => ({ item, at: below(2 ** 30) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('addresses of random documents whose names meet', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('(%i)', (seed) => {
    const below = numbers(seed);
    const all = new Map(
      Array.from({ length: 8 + below(24) }, () => someThing(below)).map((one) => [keyOf(one), one]),
    );
    const things = [...all.values()];
    const before = addressesOf(things);
    const entries = [...before].sort();
    expect([...addressesOf(shuffled(things, below))].sort(), 'in another order').toEqual(entries);

    const more = Array.from({ length: 4 }, () => someThing(below));
    const added = more.filter((one) => !all.has(keyOf(one)));
    const after = addressesOf(shuffled([...added, ...things], below));
    for (const [address, thing] of before) {
      expect([thing, undefined], `${address} after ${JSON.stringify(added)}`).toContain(
        after.get(address),
      );
    }
  });
});

test('what meets already stays where it is when more comes', () => {
  const bins: Thing[] = [
    { kind: 'paths', path: '/bins', method: 'get', operationId: 'bins' },
    { kind: 'paths', path: '/bins', method: 'post', operationId: 'Bins' },
    { kind: 'paths', path: '/lids', method: 'get', summary: 'Change lids' },
    { kind: 'paths', path: '/lids', method: 'delete', summary: 'Change lids' },
    { kind: 'webhooks', path: 'bins', method: 'post' },
    { kind: 'tag', name: 'bins' },
    { kind: 'tag', name: 'schemas' },
    { kind: 'schema', name: 'bins' },
    { kind: 'schema', name: 'Bins' },
    { kind: 'schema', name: 'New', title: 'Lid' },
    { kind: 'schema', name: 'Old', title: 'Lid' },
  ];
  const before = addressesOf(bins);
  expect([...before.keys()]).toEqual([
    'bins-tag',
    'schemas',
    'x',
    'every-tag',
    'bins-get-bins',
    'bins-post-bins',
    'change-lids-get-lids',
    'change-lids-delete-lids',
    'bins-webhook-post-bins',
    expect.stringMatching(/^schemas\/bins-\d+$/),
    expect.stringMatching(/^schemas\/bins-\d+$/),
    'schemas/lid-new',
    'schemas/lid-old',
  ]);
  const after = addressesOf([
    { kind: 'paths', path: '/tubs', method: 'get', operationId: 'BINS' },
    { kind: 'paths', path: '/tubs', method: 'post', summary: 'Change lids' },
    { kind: 'schema', name: 'BINS' },
    { kind: 'schema', name: 'Lid', title: 'Lid' },
    ...bins,
  ]);
  for (const [address, thing] of before) expect(after.get(address)).toBe(thing);
  expect(after.size).toBe(before.size + 4);
});

test('names without a letter have an address that others do not change', () => {
  const parcel: Thing = { kind: 'tag', name: '📦' };
  const address = [...addressesOf([parcel])].find(([, thing]) => thing === 'tag 📦')?.[0];
  expect(address).toMatch(/^tag-\d+$/);
  const after = addressesOf([{ kind: 'tag', name: '🚚' }, parcel]);
  expect(after.get(address ?? '')).toBe('tag 📦');
});

test('what has been given up belongs to nobody', () => {
  const claim = (...ids: string[]) => ({ ids, last: (attempt: number) => `${ids[0]}-${attempt}` });
  expect(distinctIds([claim('a', 'a-x'), claim('A', 'a-y')])).toEqual(['a-x', 'a-y']);
  // The third wants what the first would move to: neither gets it.
  expect(distinctIds([claim('a', 'b'), claim('a', 'c'), claim('b', 'd')])).toEqual([
    'a-2',
    'c',
    'd',
  ]);
  expect(distinctIds([claim('a'), claim('b')])).toEqual(['a', 'b']);
});

test('many of one name', () => {
  const claims = Array.from({ length: 20_000 }, (_, index) =>
    pageClaim({ kind: 'tag', names: [index % 2 ? 'a' : 'A'], apart: 'tag', identity: `${index}` }),
  );
  expect(new Set(distinctIds(claims)).size).toBe(claims.length);
});

it('the first claim has its id if the order matters, as with the stock plugin', () => {
  const claim = (...ids: string[]) => ({ ids, last: (attempt: number) => `last-${attempt}` });
  expect(idsInOrder([claim('a'), claim('A', 'b'), claim('b'), claim('b', 'a')])).toEqual([
    'a',
    'b',
    'last-1',
    'last-2',
  ]);
});
