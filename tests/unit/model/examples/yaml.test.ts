import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { toYaml } from '../../../../src/model/examples/yaml.ts';

it('writes blocks, and quotes only where a text would be something else', () => {
  const value = {
    name: 'Two words',
    on: 'yes',
    'a: b': [1.5, 'x', { c: null, d: [] }, [true, ['1']], {}],
    nested: { text: '# no comment\n- no list', empty: '' },
  };
  expect(toYaml(value)).toBe(
    [
      'name: Two words',
      '"on": "yes"',
      '"a: b":',
      '  - 1.5',
      '  - x',
      '  - c: null',
      '    d: []',
      '  - - true',
      '    - - "1"',
      '  - {}',
      'nested:',
      '  text: "# no comment\\n- no list"',
      '  empty: ""',
    ].join('\n'),
  );
});

const TEXTS = [
  '',
  ' ',
  '~',
  'null',
  'No',
  'y',
  '1',
  '1e3',
  '0x1f',
  '.inf',
  '2026-03-01',
  '12:30:45',
  '<<',
  '=',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a #b',
  '#a',
  '&a *b !c',
  '%TAG',
  '---',
  '...',
  '@a `b',
  '"q" \'q\'',
  '{a: 1}',
  '[a]',
  '| >',
  'a\n\nb\n',
  '\ta ',
  '\r\n\u0000\u001f\u007f\u0085\u00a0\u2028\ufeff',
  '\\ \\n \\u0041',
  'ü \u{1f600}',
  '__proto__',
  'constructor',
];

it('comes back as it was, whatever the texts', () => {
  const value = {
    ...Object.fromEntries(TEXTS.map((text) => [text, text])),
    lists: TEXTS.map((text) => [text, [{ [text]: [text] }]]),
    numbers: [0, -1, 1.5, 1e21, -2.5e-7, 9007199254740991],
  };
  expect(JSON.stringify(parse(toYaml(value)))).toBe(JSON.stringify(value));
  for (const text of [...TEXTS, null, true, 7, [], {}]) expect(parse(toYaml(text))).toEqual(text);
});
