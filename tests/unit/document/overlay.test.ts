import { describe, expect, test } from 'vitest';
import { Origins } from '../../../src/document/origin.ts';
import { applyOverlay } from '../../../src/document/overlay.ts';
import { SourceFile } from '../../../src/document/source.ts';
import type { JsonObject } from '../../../src/json/guards.ts';

const ROOT: JsonObject = {
  info: { title: 'T' },
  tags: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
  paths: { '/a': { get: { tags: ['a'] }, post: { tags: ['b'], deprecated: true } }, '/b': {} },
};

function apply(...actions: unknown[]) {
  const overlay = { overlay: '1.0.0', actions };
  const file = new SourceFile('overlay.yaml', JSON.stringify(overlay));
  const before = JSON.stringify(ROOT);
  const { root, problems } = applyOverlay(ROOT, overlay, file, new Origins());
  expect(JSON.stringify(ROOT), 'the input is not changed').toBe(before);
  expect(problems).toEqual([]);
  return root;
}

describe('actions of an overlay', () => {
  test.each<[string, readonly unknown[], JsonObject]>([
    [
      'an object is merged',
      [{ target: '$.info', update: { a: { b: 1 } } }],
      { info: { title: 'T', a: { b: 1 } } },
    ],
    ['deeply', [{ target: '$', update: { info: { title: 'U' } } }], { info: { title: 'U' } }],
    [
      'a list grows by an entry',
      [{ target: '$.tags', update: { name: 'd' } }],
      { tags: [...(ROOT.tags as []), { name: 'd' }] },
    ],
    [
      'a list grows by a list',
      [{ target: '$', update: { tags: [{ name: 'd' }] } }],
      { tags: [...(ROOT.tags as []), { name: 'd' }] },
    ],
    [
      'a list takes the place of an object',
      [{ target: '$', update: { info: [1] } }],
      { info: [1] },
    ],
    [
      'entries are removed',
      [{ target: '$.tags[?@.name != "b"]', remove: true }],
      { tags: [{ name: 'b' }] },
    ],
    [
      'members are removed',
      [{ target: '$.paths.*[?@.deprecated == true]', remove: true }],
      { paths: { '/a': { get: { tags: ['a'] } }, '/b': {} } },
    ],
    [
      'remove wins over update',
      [{ target: '$.info', remove: true, update: {} }],
      { info: undefined },
    ],
    [
      'every match is updated',
      [{ target: '$.paths["/a"].*', update: { tags: ['x'] } }],
      {
        paths: {
          '/a': { get: { tags: ['a', 'x'] }, post: { tags: ['b', 'x'], deprecated: true } },
          '/b': {},
        },
      },
    ],
    [
      'in order',
      [
        { target: '$.info', update: { a: {} } },
        { target: '$.info.a', update: { b: 1 } },
      ],
      { info: { title: 'T', a: { b: 1 } } },
    ],
    [
      'from anywhere',
      [{ target: '$..[?@.deprecated]', update: { deprecated: false } }],
      {
        paths: {
          '/a': { get: { tags: ['a'] }, post: { tags: ['b'], deprecated: false } },
          '/b': {},
        },
      },
    ],
  ])('%s', (_name, actions, expected) => {
    expect(apply(...actions)).toEqual({ ...ROOT, ...expected });
  });

  test('a key __proto__ is a key', () => {
    const root = apply({ target: '$.info', update: JSON.parse('{"__proto__":{"polluted":1}}') });
    const info = root.info as JsonObject;
    expect(Object.keys(info)).toEqual(['title', '__proto__']);
    expect(info.polluted).toBeUndefined();
  });
});

/** Without the list entries and members that are marked, looked at one by one. */
function withoutInternal(value: unknown): unknown {
  const isKept = (item: unknown) =>
    (item as { readonly 'x-internal'?: unknown } | null)?.['x-internal'] !== true;
  if (Array.isArray(value)) return value.filter(isKept).map(withoutInternal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => isKept(item))
      .map(([key, item]) => [key, withoutInternal(item)]),
  );
}

describe('remove takes away just what matches, in lists and objects at once', () => {
  /** Some of the values are marked, and hold others that are. Keys of objects may be numbers as well. */
  function someValue(below: (most: number) => number, depth: number): unknown {
    const size = depth > 4 ? 0 : below(5);
    const items = Array.from({ length: size }, () => someValue(below, depth + 1));
    if (below(3) === 0) return items;
    const members = items.map((item, at) => [below(2) ? `${at}` : `key-${at}`, item]);
    return {
      ...Object.fromEntries(members),
      n: below(1000),
      ...(!below(3) && { 'x-internal': true }),
    };
  }

  test.each(Array.from({ length: 100 }, (_, seed) => seed))('(%i)', (seed) => {
    let state = seed * 2654435761 + 1;
    const below = (most: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    const members = Array.from({ length: 8 }, (_, at) => [`m${at}`, someValue(below, 0)]);
    const root = Object.fromEntries([...members, ['always', { 'x-internal': true }]]);
    const actions = [{ target: "$..[?@['x-internal'] == true]", remove: true }];
    const file = new SourceFile('overlay.yaml', '');
    const overlay = { overlay: '1.0.0', actions };
    expect(applyOverlay(root, overlay, file, new Origins())).toEqual({
      root: withoutInternal(root),
      problems: [],
    });
  });
});
