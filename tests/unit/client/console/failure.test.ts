import { afterEach, expect, it, vi } from 'vitest';
import { failureOf } from '../../../../src/client/console/failure.ts';

afterEach(() => vi.unstubAllGlobals());

const API = 'https://api.example';

interface Case {
  readonly url?: string;
  readonly method?: string;
  readonly page?: string;
  readonly error?: Error;
  readonly isBlocked?: boolean;
  readonly isOnline?: boolean;
  /** Addresses that answer. */
  readonly alive?: readonly string[];
  /** Of these, those whose answers this page may read. */
  readonly open?: readonly string[];
}

it.each<[kind: string, when: string, given: Case]>([
  ['policy', 'this site forbids it', { isBlocked: true }],
  ['refused', 'the address is none', { url: 'https://' }],
  ['offline', 'there is no network', { isOnline: false }],
  ['mixed', 'a secure page asks an address that is not', { url: 'http://api.example/a' }],
  ['refused', 'the browser cannot send it', { error: new RangeError('x') }],
  ['unreachable', 'nothing answers there', {}],
  ['cors', 'the same address answers', { alive: [`${API}/`, `${API}/a`] }],
  ['dropped', 'the host answers, but not this address', { alive: [`${API}/`] }],
  ['cors', 'not even GET is allowed', { method: 'POST', alive: [`${API}/`, `${API}/a`] }],
  [
    'corsOrDropped',
    'GET is allowed',
    { method: 'POST', alive: [`${API}/`, `${API}/a`], open: [`${API}/a`] },
  ],
  ['dropped', 'it is the host of this page', { page: API, method: 'POST', alive: [`${API}/`] }],
])('%s, where %s', async (kind, _when, given) => {
  const { url = `${API}/a`, method = 'GET', page = 'https://docs.example', alive = [] } = given;
  const asked: string[] = [];
  vi.stubGlobal('navigator', { onLine: given.isOnline ?? true });
  vi.stubGlobal('location', new URL(page));
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    expect(init.credentials).toBe('omit');
    expect(['GET', 'HEAD']).toContain(init.method);
    asked.push(address);
    const readable = init.mode === 'no-cors' ? alive : (given.open ?? []);
    if (!readable.includes(address)) throw new TypeError('Failed to fetch');
    return new Response();
  });
  const error = given.error ?? new TypeError('Failed to fetch');
  expect(await failureOf(url, method, error, given.isBlocked ?? false)).toBe(kind);
  // What may change something is not sent again.
  if (method === 'POST' && page !== API) expect(asked).toEqual([`${API}/`, url]);
});
