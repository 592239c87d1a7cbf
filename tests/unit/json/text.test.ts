import { describe, expect, it } from 'vitest';
import { ExactNumber } from '../../../src/json/number.ts';
import { jsonText, parseJson } from '../../../src/json/text.ts';

/** Numbers that stand for all others, and whether a double writes them as they are. */
const NUMBERS: readonly (readonly [text: string, isDouble: boolean])[] = [
  ['0', true],
  ['-1', true],
  ['19.99', true],
  ['9007199254740991', true],
  ['1e-7', true],
  ['-0', false],
  ['1.0', false],
  ['1.10', false],
  ['1e3', false],
  ['1E400', false],
  ['1e-400', false],
  ['0.0000001', false],
  ['9007199254740993', false],
  ['9223372036854775807', false],
  ['-9223372036854775808', false],
  ['18446744073709551615', false],
  ['2936.23380448434092597', false],
  ['1000000000000000000000', false],
];

describe('reading and writing JSON', () => {
  it.each(NUMBERS)('%s keeps its digits', (text, isDouble) => {
    const value = parseJson(text);
    expect(typeof value === 'number').toBe(isDouble);
    expect(String(value)).toBe(text);
    expect(jsonText(value)).toBe(text);
    expect(jsonText({ a: [value] })).toBe(`{"a":[${text}]}`);
    expect(parseJson(jsonText({ a: [value, 'x'] }, 2))).toEqual({ a: [value, 'x'] });
  });

  it('writes as JSON.stringify does, indented or not, beside exact numbers too', () => {
    const text =
      '{"10":[],"2":{},"a":[1,[null,true,{"b":"\\u2028\\"\\n"}]],"__proto__":{"x":"1.0"}}';
    const value: unknown = JSON.parse(text);
    for (const indent of [0, 1, 2]) {
      expect(jsonText(value, indent)).toBe(JSON.stringify(value, null, indent));
      const marked = { value, mark: new ExactNumber('7.0'), left: undefined, list: [undefined] };
      const expected = JSON.stringify({ ...marked, mark: 7 }, null, indent);
      expect(jsonText(marked, indent)).toBe(expected.replace('7', '7.0'));
    }
    expect(jsonText(undefined)).toBe('');
  });

  it('reads what JSON.parse reads, beside exact numbers too', () => {
    const texts = [
      '{"a":1,"a":2,"__proto__":3,"\\u0061b":"\\ud83d\\ude00\\/"}',
      ' [ ] ',
      '{"":{"x":[{},[],"",null,false,true]}}',
      '"]},"',
    ];
    for (const text of texts) {
      const [, exact] = parseJson(`[${text}, 1.0]`) as unknown[];
      expect(String(exact)).toBe('1.0');
      const [value] = parseJson(`[\n${text} ,1.0 ]`) as unknown[];
      expect(value).toEqual(JSON.parse(text));
      expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    }
  });

  it('is not taken in by numbers in strings', () => {
    const text = '{"9223372036854775807":"1.0 and -0","x":"\\"9223372036854775807"}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it('refuses what is no JSON', () => {
    for (const text of ['', '01.0', '[1.0,]', '{"a":1.0', '.5', '+1.0', '1.', 'NaN'])
      expect(() => parseJson(text), text).toThrow(SyntaxError);
  });

  it('reads long texts', () => {
    const long = `${'\\n'.repeat(200_000)}${'x'.repeat(200_000)}`;
    expect(parseJson(`["${long}",1.0]`)).toHaveLength(2);
  });
});
