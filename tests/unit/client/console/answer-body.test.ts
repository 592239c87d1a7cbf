import { expect, it } from 'vitest';
import {
  fileNameOf,
  harmless,
  isDrawing,
  isPicture,
  prettyBody,
} from '../../../../src/client/console/answer-body.ts';
import type { Answer } from '../../../../src/client/console/exchange.ts';

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
  const html = prettyBody({
    text,
    mediaType: 'application/json',
    body: new Blob([text]),
  } as Answer);
  const shown = html.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"');
  expect(shown).toBe(
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
