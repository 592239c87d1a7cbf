import { describe, expect, it } from 'vitest';
import {
  fileNameOf,
  harmless,
  indented,
  isDrawing,
  isPicture,
  jsonLines,
  prettyBody,
} from '../../../../src/client/console/answer-body.ts';
import { MAX_TEXT } from '../../../../src/client/console/exchange.ts';

it.each([
  ['image/png', true, false],
  ['image/svg+xml', true, true],
  ['image/svg', true, true],
  // Documents that a browser runs, by a name of pictures.
  ['image/x+xml', false, false],
  ['image/xml', false, false],
  ['text/html', false, false],
])('%s is a picture: %j, a drawing: %j', (type, picture, isDrawn) => {
  expect([isPicture(type), isDrawing(type)]).toEqual([picture, isDrawn]);
});

it('bodies are saved without their type', () => {
  expect(harmless(new Blob(['<script>'], { type: 'text/html' })).type).toBe(
    'application/octet-stream',
  );
});

it('JSON is laid out with the digits that it has', () => {
  const digits = ['1945044589271781376', '1.10', '-0', '1E400', '2936.23380448434092597'];
  const text = `{"a":[${digits.join()}],"9007199254740993":"1.0"}`;
  const body = new Blob([text]);
  expect(jsonLines({ text, mediaType: 'application/json', body })).toBe(
    `{\n  "a": [\n    ${digits.join(',\n    ')}\n  ],\n  "9007199254740993": "1.0"\n}`,
  );
});

it.each([
  ['attachment; filename="a b.csv"', 'a b.csv'],
  ['attachment; filename=../../.bashrc', '__.._.bashrc'],
  ['attachment; filename="..\\..\\x.exe"', '__.._x.exe'],
  ['attachment; filename=".bashrc"', '_bashrc'],
  ['attachment; filename="a\u202egnp.exe"', 'a_gnp.exe'],
  ['attachment; filename="a/b:c|d?.txt"', 'a_b_c_d_.txt'],
  ['attachment', 'response.json'],
  ['', 'response.json'],
])('the name of a download, %j: %j', (disposition, expected) => {
  const headers = [['content-disposition', disposition]] as const;
  expect(fileNameOf({ headers, mediaType: 'application/problem+json' })).toBe(expected);
});

it('a type without letters gives a name, too', () => {
  expect(fileNameOf({ headers: [], mediaType: 'a/../b' })).toBe('response.b');
  expect(fileNameOf({ headers: [], mediaType: '' })).toBe('response.bin');
});

describe('JSON is laid out', () => {
  it.each([
    [{}],
    [[]],
    [[[], {}, [{}]]],
    [{ a: 1, b: [true, null, 'x'], c: { d: { e: [] } } }],
    [{ 'a: {b}': '[1, 2]: "quoted" \\ \n {', '': [''] }],
    ['only a text'],
    [-1.5e300],
  ])('%j as JSON.stringify does it', (value) => {
    const expected = JSON.stringify(value, null, 2);
    expect(indented(JSON.stringify(value))).toBe(expected);
    expect(indented(expected)).toBe(expected);
  });

  it('what JavaScript would change stays as it is', () => {
    expect(indented('{"a":12345678901234567890,"a":1.0,"b":1E5}')).toBe(
      '{\n  "a": 12345678901234567890,\n  "a": 1.0,\n  "b": 1E5\n}',
    );
  });

  const long = JSON.stringify(
    Array.from({ length: 20_000 }, (_, id) => ({ id, name: 'a \\"long\\" name', tags: ['x'] })),
  );

  it('cut anywhere, it is the beginning of the whole', () => {
    const whole = indented(long);
    for (let end = 1; end < 200; end++)
      expect(whole.startsWith(indented(long.slice(0, end)).trimEnd())).toBe(true);
  });

  it('a long answer is laid out, in no time', () => {
    const text = long.slice(0, MAX_TEXT);
    expect(text).toHaveLength(MAX_TEXT);
    const lines = jsonLines({ text, mediaType: 'application/json', body: new Blob([long]) });
    expect(lines?.split('\n').length).toBeGreaterThan(10_000);
  });

  it('also where it came laid out', () => {
    const text = '{\n  "a": 1\n}';
    const answer = { text, mediaType: 'application/hal+json', body: new Blob([text]) };
    expect(jsonLines(answer)).toBe(text);
  });

  it.each([
    ['{"a":1', '{"a":1'],
    ['<b>{"a":1}', '&lt;b&gt;{"a":1}'],
  ])('what is no JSON is shown as it came: %s', (text, html) => {
    const answer = { text, mediaType: 'application/json', body: new Blob([text]) };
    expect([jsonLines(answer), prettyBody(answer)]).toEqual([undefined, html]);
  });
});
