import { describe, expect, it } from 'vitest';
import { partsFrom, pathTo, wholePart } from '../../../../src/client/console/json-index.ts';

/** All parts below the top of a text, as text. */
function partsIn(text: string): string[] {
  const whole = wholePart(text);
  if (!whole?.opens) return [];
  return partsFrom(text, whole.start + 1, 1000).parts.map(
    ({ name = '', start, end }) => name + text.slice(start, end),
  );
}

describe('the parts of a text', () => {
  it.each<[text: string, parts: string[]]>([
    ['{}', []],
    [' [ ] ', []],
    ['{"a":1,"b":{"c":[2]},"d":"}"}', ['"a"1', '"b"{"c":[2]}', '"d""}"']],
    ['[1.50, "a,b", null , [] ,{"x":"]"}]', ['1.50', '"a,b"', 'null', '[]', '{"x":"]"}']],
    [String.raw`{"a\"b": "\\", "c": "\\\""}`, [String.raw`"a\"b""\\"`, String.raw`"c""\\\""`]],
    ['{"a":1,"a":2}', ['"a"1', '"a"2']],
    ['[12345678901234567890]', ['12345678901234567890']],
    ['{\n  "a" :\n 1\n}\n', ['"a"1']],
  ])('%s', (text, parts) => {
    expect(partsIn(text)).toEqual(parts);
  });

  it('come some at a time', () => {
    const text = JSON.stringify(Array.from({ length: 250 }, (_item, id) => ({ id })));
    const found: string[] = [];
    let steps = 0;
    for (let next: number | undefined = 1; next !== undefined; steps += 1) {
      const some = partsFrom(text, next, 100);
      found.push(...some.parts.map(({ start, end }) => text.slice(start, end)));
      next = some.next;
    }
    expect([steps, found.length, found.at(-1)]).toEqual([3, 250, '{"id":249}']);
  });

  it('are cut if they are long, and complete for what is inside', () => {
    const [part] = partsFrom(`["${'x'.repeat(20_000)}"]`, 1, 1).parts;
    expect(part?.text?.length).toBe(10_001);
    expect(part?.end).toBe(20_003);
  });

  it.each(['', '{', '{"a":1}}', '[1] 2', 'a b', '"a'.concat('" b')])('%s is not JSON', (text) => {
    expect(wholePart(text)).toBeUndefined();
  });

  it('are found in what is deeper than a stack', () => {
    const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(wholePart(text)?.end).toBe(200_000);
  });
});

it.each<[found: string, path: string[]]>([
  ['Ann', ['people', '0', 'name']],
  ['Bob', ['people', '1', 'name']],
  ['people', ['people']],
  ['last', ['last one']],
  ['7', ['last one']],
])('the path to %s is %j', (found, path) => {
  const text = '{"people": [{"name": "Ann"}, {"name": "Bob"}], "last one": 7}';
  expect(pathTo(text, text.indexOf(found))).toEqual(path);
});
