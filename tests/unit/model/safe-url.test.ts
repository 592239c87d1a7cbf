import { expect, test } from 'vitest';
import { safeUrl } from '../../../src/model/safe-url.ts';

test.each([
  ['https://a.example/b', 'https://a.example/b'],
  [' http://a.example ', 'http://a.example'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['/terms', '/terms'],
  ['docs/terms.html', 'docs/terms.html'],
  ['javascript:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['http://[', undefined],
  ['', undefined],
  [7, undefined],
  [null, undefined],
])('%j', (value, expected) => {
  expect(safeUrl(value)).toBe(expected);
});
