import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/document/json.ts';
import { Origins } from '../../../src/document/origin.ts';
import { applyOverlay } from '../../../src/document/overlay.ts';
import { SourceFile } from '../../../src/document/source.ts';

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
