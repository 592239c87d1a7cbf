import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { responseYaml } from '../../../../src/client/console/response-yaml.ts';
import { parseJson, parseJsonInOrder } from '../../../../src/json/text.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const context = createContext({ openapi: '3.1.0' } as unknown as SliceDocument);

/** Values that YAML could read as something else, or as more than a value. */
const TEXTS = [
  ...[
    '',
    ' ',
    'a',
    'a b',
    'a ',
    ' a',
    '-',
    '- a',
    'a: b',
    'a #b',
    '#a',
    '? a',
    '&a',
    '*a',
    '!a',
    '|',
    '>',
  ],
  ...[
    'yes',
    'No',
    'on',
    'null',
    '~',
    'true',
    'NaN',
    '.inf',
    '1',
    '0x1F',
    '1e3',
    '2024-02-29',
    '12:30:45',
    '=',
  ],
  ...[
    '"',
    "'",
    '\\',
    'a\nb',
    'a\tb',
    '\u0000',
    '\u2028',
    '\u{1F600}',
    '%a',
    '@a',
    '`a',
    '{a',
    '[a',
    'a,b',
    '---',
    '...',
    '<<',
  ],
];

it.each<[unknown]>([
  ...TEXTS.map((text): [unknown] => [text]),
  ...TEXTS.map((text): [unknown] => [{ [text]: text }]),
  [TEXTS],
  [[[], {}, [[]], [{}], [[1, [2]], { a: [{ b: { c: [] } }] }]]],
  [{ a: { b: [{ c: 1, d: [2, 3] }, 'x'], e: {} }, f: [[{ g: null }]] }],
  [null],
  [-1.5e-7],
])('%j is the same as YAML', (value) => {
  const { examples } = parse(responseYaml(value, 'response200', context));
  expect(examples).toEqual({ response200: { value } });
});

it('digits are kept, and secrets are not', () => {
  const value = parseJson(
    '{"id":12345678901234567890,"price":1.10,"token":"abc","user":{"password":"x","name":"y"}}',
  );
  expect(responseYaml(value, 'response200', context)).toBe(`examples:
  response200:
    value:
      id: 12345678901234567890
      price: 1.10
      token: ""
      user:
        password: ""
        name: "y"
`);
});

it('names keep their order, numbers among them', () => {
  expect(responseYaml(parseJsonInOrder('{"b":1,"10":2}'), 'a', context)).toBe(`examples:
  a:
    value:
      b: 1
      "10": 2
`);
});
