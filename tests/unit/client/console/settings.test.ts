import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Exchange, exchange } from '../../../../src/client/console/exchange.ts';
import { browserRequest } from '../../../../src/client/console/request-init.ts';
import { readSecrets, writeSecrets } from '../../../../src/client/console/secrets.ts';

function storage() {
  const stored = new Map<string, string>();
  return {
    stored,
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  };
}

let tab: ReturnType<typeof storage>;
let browser: ReturnType<typeof storage>;
beforeEach(() => {
  tab = storage();
  browser = storage();
  vi.stubGlobal('sessionStorage', tab);
  vi.stubGlobal('localStorage', browser);
  vi.stubGlobal('location', new URL('https://docs.example/page/'));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  [undefined, 1, 0],
  ['localStorage', 0, 1],
  [false, 0, 0],
] as const)(
  'authPersistence %s: %i secrets in the tab, %i in the browser',
  (given, inTab, inBrowser) => {
    const of = { api: 'shop', ...(given !== undefined && { authPersistence: given }) };
    const secrets = { key: { token: 'T' } };
    writeSecrets(of, 'https://shop.example', secrets);
    expect([tab.stored.size, browser.stored.size]).toEqual([inTab, inBrowser]);
    expect(readSecrets(of, 'https://shop.example')).toEqual(given === false ? {} : secrets);
    writeSecrets(of, 'https://shop.example', {});
    expect([tab.stored.size, browser.stored.size]).toEqual([0, 0]);
  },
);

const REQUEST = { method: 'GET', url: 'https://shop.example/books', headers: [] };

it.each([
  [undefined, '', 'omit'],
  [undefined, 'a=b', 'include'],
  ['same-origin', '', 'same-origin'],
  ['include', '', 'include'],
  ['omit', 'a=b', 'omit'],
] as const)(
  'requestCredentials %s, a request with the cookies "%s": %s',
  (cookies, sent, expected) => {
    const headers = sent === '' ? [] : [['Cookie', sent] as const];
    const { init } = browserRequest({ ...REQUEST, headers }, new Map(), { cookies });
    expect(init.credentials).toBe(expected);
  },
);

describe('a request without an answer', () => {
  it.each([
    [new DOMException('', 'TimeoutError'), true],
    [undefined, false],
  ])('is late if nobody cancelled it', async (reason, isLate) => {
    const pending = (_url: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    vi.stubGlobal('fetch', pending);
    const controller = new AbortController();
    const reports: Exchange[] = [];
    const done = exchange(
      browserRequest(REQUEST, new Map()),
      controller.signal,
      (reported) => void reports.push(reported),
    );
    await new Promise((resolve) => setTimeout(resolve));
    controller.abort(reason);
    await done;
    expect(reports).toEqual([{ state: 'waiting' }, { state: 'cancelled', isLate }]);
  });
});
