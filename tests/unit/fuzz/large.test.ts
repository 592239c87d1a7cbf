import { describe, expect, test } from 'vitest';
import { scanJson } from '../../../src/document/json-scan.ts';
import { Origins } from '../../../src/document/origin.ts';
import { parseFile } from '../../../src/document/parse.ts';
import { SourceFile } from '../../../src/document/source.ts';
import { keyOf } from '../../../src/json/decimal.ts';
import { Anchors } from '../../../src/model/page/anchor.ts';
import { textOfPattern } from '../../../src/model/schema/pattern.ts';
import { isValid, validity } from '../../../src/model/schema/schema-check.ts';
import { mismatchesOf } from '../../../src/model/schema/schema-mismatch.ts';
import { nearest, nearestBudget } from '../../../src/problems/nearest.ts';

/**
 * Documents of 10 KB to 1 MB for which the square of their size would be minutes. Each must come to an
 * end within the test's time, which is generous for what is linear.
 */
const numbers = (length: number) => Array.from({ length }, (_, index) => index);
const reading = { lookUp: () => undefined, direction: 'both' } as const;

test('anchors of one name', () => {
  const anchors = new Anchors();
  anchors.claim('a-3');
  const claimed = numbers(100_000).map(() => anchors.claim('a'));
  expect(claimed.slice(0, 4)).toEqual(['a', 'a-2', 'a-4', 'a-5']);
  expect(new Set(claimed).size).toBe(claimed.length);
  expect(anchors.claim('a-2')).toBe('a-2-2');
});

test('problems at each key of a large object', () => {
  const source = `{${numbers(60_000).map((index) => `\n"k${index}": ${index}`)}}`;
  const file = new SourceFile('a.json', source);
  const places = numbers(60_000).map((index) => file.find([`k${index}`]).line);
  expect(places).toEqual(numbers(60_000).map((index) => index + 2));
});

test('keys that stand twice in a large object', () => {
  const lines = [...numbers(60_000), 7, 59_999].map((index) => `k${index}: 1\n`).join('');
  const { problems } = parseFile(new SourceFile('a.yaml', lines), new Origins());
  expect(problems?.map(({ line, message }) => [line, message])).toEqual([
    [60_001, 'The key "k7" occurs more than once in this object.'],
    [60_002, 'The key "k59999" occurs more than once in this object.'],
  ]);
});

test('JSON of many strings and spaces', () => {
  expect(scanJson(`[${'"a",\n '.repeat(200_000)}"b"]`)).toEqual([]);
  expect(scanJson(`["${'\\n'.repeat(500_000)}"${' '.repeat(500_000)}]`)).toEqual([]);
});

describe('names like many wrong ones', () => {
  const name = (index: number, letter: string) =>
    letter.repeat(80) + String(index).padStart(6, '0');
  const candidates = numbers(5_000).map((index) => name(index, 'x'));

  test('are found until the budget is used up', () => {
    const budget = nearestBudget();
    const found = numbers(1_000).map((index) =>
      budget.left > 0 ? nearest(name(index, 'x').slice(1), candidates, budget) : undefined,
    );
    expect(found[0]).toBe(candidates[0]);
    expect(found.at(-1)).toBeUndefined();
    expect(budget.left).toBeLessThan(1);
  });

  test('are not found at any price, one by one', () => {
    const budget = { left: 9_000_000 };
    nearest(name(1, 'y'), candidates, budget);
    expect(budget.left).toBeGreaterThan(5_000_000);
  });
});

describe('values', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['unique numbers', numbers(300_000), { uniqueItems: true }, true],
    [
      'numbers of which one is there twice',
      [...numbers(300_000), 1.0],
      { uniqueItems: true },
      false,
    ],
    [
      'objects that differ in the order of names alone',
      [...numbers(50_000).map((a) => ({ a, b: [a] })), { b: [7], a: 7 }],
      { uniqueItems: true },
      false,
    ],
    [
      'many values of many',
      numbers(10_000).map((index) => `v${index}`),
      { items: { enum: numbers(100_000).map((index) => `v${index}`) } },
      true,
    ],
    [
      'many objects without any of many properties',
      Array(10_000).fill({}),
      { items: { properties: Object.fromEntries(numbers(20_000).map((i) => [`p${i}`, {}])) } },
      true,
    ],
    [
      'a long text of many lengths',
      'a'.repeat(1_000_000),
      { allOf: numbers(20_000).map((minLength) => ({ minLength })) },
      true,
    ],
  ])('%s', (_what, value, schema, expected) => {
    expect(isValid(value, schema, reading)).toBe(expected);
  });

  test.each<[unknown, unknown, boolean]>([
    [1, 1.0, true],
    [0, -0, true],
    [1, '1', false],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: undefined }, { a: null }, false],
    [[1, 2], [2, 1], false],
    [['a,b'], ['a', 'b'], false],
    [{ 'a":1,"b': 1 }, { a: 1, b: 1 }, false],
    [[], {}, false],
    [null, 'null', false],
  ])('%j and %j have the same key: %j', (a, b, same) => {
    expect(keyOf(a) === keyOf(b)).toBe(same);
  });
});

describe('patterns that go many ways', () => {
  const names = numbers(200).map((index) => `${'a'.repeat(180)}${index}`);
  const slow = numbers(200).map((index) => `^(a*)(a*)${index}!`);
  const patternProperties = Object.fromEntries(slow.map((pattern) => [pattern, false]));
  const value = Object.fromEntries(names.map((name) => [name, 1]));
  const schema = { patternProperties, additionalProperties: false };

  test('leave the question open, and no mismatch is made up', () => {
    const budget = { left: 500_000 };
    expect(validity(value, schema, { ...reading, budget })).toBeUndefined();
    expect(budget.left).toBeLessThan(1);
    expect(isValid(value, schema, reading)).toBe(true);
    expect([...mismatchesOf(value, schema, reading)]).toEqual([]);
  });

  const open = { pattern: '^(a+)+$' };
  test.each<[string, unknown, boolean]>([
    ['not', { not: open }, true],
    ['oneOf', { oneOf: [open, { type: 'string' }] }, true],
    ['oneOf that fails anyway', { oneOf: [open, {}, {}] }, false],
    ['anyOf', { anyOf: [open, false] }, true],
    ['allOf', { allOf: [{ not: open }, open] }, true],
    ['allOf that fails anyway', { allOf: [open, { type: 'number' }] }, false],
    // biome-ignore lint/suspicious/noThenProperty: a keyword
    ['if', { if: open, then: false, else: false }, true],
    ['propertyNames', { propertyNames: open }, true],
  ])('a pattern that is not tried is no reason to refuse a value: %s', (_what, where, expected) => {
    expect(isValid(`${'a'.repeat(100)}!`, where, reading)).toBe(expected);
  });

  test.each([
    ['escapes', '\\u0061'.repeat(100_000)],
    ['counts', 'a{1000}'.repeat(10_000)],
    ['sets', '[a-z]'.repeat(20_000)],
  ])('a text is looked for in %s', (_what, pattern) => {
    expect(textOfPattern(pattern, 0, 100, 0)).toBeUndefined();
  });
});
