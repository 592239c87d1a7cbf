import { describe, expect, test } from 'vitest';
import { Origins } from '../../../src/document/origin.ts';
import { applyOverlay } from '../../../src/document/overlay.ts';
import { SourceFile } from '../../../src/document/source.ts';
import type { JsonObject } from '../../../src/json/guards.ts';

function apply(root: JsonObject, ...actions: unknown[]) {
  const overlay = { overlay: '1.0.0', actions };
  const file = new SourceFile('overlay.yaml', JSON.stringify(overlay));
  return applyOverlay(root, overlay, file, new Origins());
}

const nested = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}{}${'}'.repeat(levels)}`);

describe('an overlay that asks for too much is refused', () => {
  const text = `${'a'.repeat(60)}!`;
  test.each<[string, JsonObject, readonly unknown[], RegExp]>([
    [
      'an expression that goes back and forth over a text for ever',
      { info: { title: text } },
      [{ target: "$.info[?search(@, '(a+)+$')]", remove: true }],
      /Its regular expression takes too long/,
    ],
    [
      'another one, as a whole',
      { info: { title: text } },
      Array(50).fill({ target: "$.info[?match(@, '(a*)*b')]", remove: true }),
      /Its regular expression takes too long/,
    ],
    [
      'a target that goes through the document again and again',
      { a: nested(100) },
      [{ target: `$${'..*'.repeat(8)}`, update: { b: 1 } }],
      /It traverses the document too many times/,
    ],
    [
      'one that names the same places many times',
      nested(20),
      [{ target: `$${'[*,*,*,*]'.repeat(12)}`, update: { b: 1 } }],
      /It traverses the document too many times/,
    ],
    [
      'one within a filter',
      { a: Array(5_000).fill({ b: 1 }) },
      [{ target: '$.a[?count($.a[*]) > 1]', update: { c: 1 } }],
      /It traverses the document too many times/,
    ],
    [
      'growth from action to action',
      { x: { a: {} } },
      Array(40).fill({ target: '$.x..*', update: { a: {}, b: {} } }),
      /adds too many values/,
    ],
    [
      'depth from action to action',
      { x: {} },
      Array.from({ length: 12 }, (_, index) => ({
        target: `$.x${'.a'.repeat(50 * index)}`,
        update: nested(50),
      })),
      /more than 500 levels deep/,
    ],
  ])('%s', (_what, root, actions, message) => {
    const { problems } = apply(root, ...actions);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    expect(problems[0]).toMatchObject({ severity: 'error', rule: 'overlay' });
  });

  test('a large one is applied', () => {
    const paths = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`/${index}`, { get: { description: 'd' } }]),
    );
    const entries = Array(70_000).fill(1);
    const { root, problems } = apply(
      { paths, list: [] },
      { target: '$.paths..[?@.description == "d"]', update: { deprecated: true } },
      { target: '$.list', update: entries },
      { target: '$.list[0:60000]', remove: true },
    );
    expect(problems).toEqual([]);
    expect(root.list).toHaveLength(10_000);
    expect(JSON.stringify(root).match(/deprecated/g)).toHaveLength(20_000);
  });
});

test.each(["it's", 'a\\b', 'a\nb', '\u0001', '"'])('the name %j is found', (name) => {
  const { root, problems } = apply({ [name]: { a: { b: 1 } } }, { target: '$..a', remove: true });
  expect(problems).toEqual([]);
  expect(root).toEqual({ [name]: {} });
});

test('a place that is selected twice is removed once', () => {
  const { root } = apply({ list: [1, 2, 3] }, { target: '$.list[0,0]', remove: true });
  expect(root).toEqual({ list: [2, 3] });
});
