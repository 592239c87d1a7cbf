import { describe, expect, test } from 'vitest';
import { isLoopback, safeUrl, secureUrl, webUrl } from '../../../../src/model/request/safe-url.ts';

test.each([
  ['https://a.example/b', 'https://a.example/b'],
  [' http://a.example ', 'http://a.example'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['//a.example/b', 'https://a.example/b'],
  ['/terms', undefined],
  ['docs/terms.html', undefined],
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

/** What neither a request may be sent to nor a window be moved to. */
const NO_WEB = [
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JAVASCRIPT://a.example/%0aalert(1)',
  'mailto:a@b.example',
  'data:text/html,x',
  'blob:https://a.example/0',
  'about:blank',
  'file:///etc/passwd',
  'ftp://a.example',
  'ws://a.example',
  'view-source:https://a.example',
  'https://good.example@evil.example',
  'https://a:b@evil.example',
  'http://[',
  'https://',
  '',
  7,
  null,
  undefined,
  ['https://a.example'],
];

describe('webUrl', () => {
  test.each(NO_WEB)('is none for %j', (value) => {
    expect(webUrl(value)).toBeUndefined();
    expect(secureUrl(value)).toBeUndefined();
  });

  test.each(NO_WEB.slice(0, 13))('with a base is none for %j', (value) => {
    expect(webUrl(value, 'https://base.example/v1/')).toBeUndefined();
  });

  test.each([
    ['https://a.example/b?c#d', undefined, 'https://a.example/b?c#d'],
    ['HTTP://A.example', undefined, 'http://a.example/'],
    ['token', 'https://a.example/v1/', 'https://a.example/v1/token'],
    ['//b.example/x', 'https://a.example/v1/', 'https://b.example/x'],
    ['/x', undefined, undefined],
    ['/x', 'about:blank', undefined],
  ])('of %j against %j is %j', (value, base, expected) => {
    expect(webUrl(value, base)?.href).toBe(expected);
  });
});

describe('secureUrl, isLoopback', () => {
  test.each([
    ['localhost', true],
    ['api.localhost', true],
    ['localhost.', true],
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['[::1]', true],
    ['localhost.evil', false],
    ['127.evil.example', false],
    ['127.0.0.1.evil', false],
    ['evillocalhost', false],
    ['[::1].evil', false],
    ['192.168.0.1', false],
    ['0.0.0.0', false],
  ])('%s: %j', (host, isLocal) => {
    expect(isLoopback(host)).toBe(isLocal);
    if (!URL.canParse(`http://${host}/`)) return;
    expect(secureUrl(`http://${host}/`) !== undefined).toBe(isLocal);
    expect(secureUrl(`https://${host}/`)).toBeDefined();
  });
});
