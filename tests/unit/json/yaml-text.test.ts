import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseJsonInOrder } from '../../../src/json/text.ts';
import { yamlText } from '../../../src/json/yaml-text.ts';
import { TEXTS } from '../../site/hostile-texts.ts';
import { ROOT } from '../../support/site.ts';

const WORDS = [
  'true',
  'No',
  'null',
  '~',
  'y',
  '.inf',
  '1e3',
  '0x1',
  '012',
  '2020-01-01',
  '12:30',
  '-',
  '?',
];
const LINES = [
  'a\nb',
  'a\nb\n',
  'a\n\n\nb',
  ' a\nb',
  'a\n  b',
  'a\nb\n\n',
  '\n',
  'a\r\nb',
  'a \n b ',
  '# a\nb: c',
];
const ALL = [
  ...TEXTS,
  ...WORDS,
  ...LINES,
  '',
  ' ',
  'a: b',
  'a #b',
  'a b',
  '\ud800',
  ...[
    '\u007f',
    'a\u0085b',
    '\u009f',
    '\u2028',
    'a\u2029b',
    '\ufeff',
    'a\ufffe',
    'a\n\ufffe',
    'a\n\u0080',
    '\uffff\nb',
  ],
  '\t',
];

describe('YAML', () => {
  it.each(ALL)('has the text %j, as a value and as a key', (text) => {
    const value = { [text]: [text, { a: text, b: [[text], {}] }], [`${text}2`]: {} };
    for (const version of ['1.1', '1.2'] as const)
      expect(parse(yamlText(value), { version }), yamlText(value)).toEqual(value);
    expect(yamlText(value)).not.toMatch(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/);
  });

  it('has the numbers and the order of keys as they are', () => {
    const json = '{"b":1.10,"410":9007199254740993,"2":[-0,1e400,{}],"a":[[],[1,[2]]],"c":null}';
    expect(yamlText(parseJsonInOrder(json))).toBe(
      'b: 1.10\n"410": 9007199254740993\n"2":\n  - -0\n  - 1e400\n  - {}\na:\n  - []\n  - - 1\n    - - 2\nc: null\n',
    );
  });

  it('of a whole document is that document', () => {
    const document = parse(fs.readFileSync(path.join(ROOT, 'openapi/conformance.yaml'), 'utf8'));
    expect(parse(yamlText(document))).toEqual(document);
  });

  it('of a value that contains nothing', () => {
    expect([{}, [], 'a', 1].map(yamlText)).toEqual(['{}\n', '[]\n', 'a\n', '1\n']);
  });
});
