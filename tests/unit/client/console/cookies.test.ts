import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takenNames, withTemporaryCookies } from '../../../../src/client/console/cookies.ts';

/** The cookies of a page, as RFC 6265 section 5.3 keeps them, and all that were written. */
let jar: Map<string, string>;
let written: string[];
beforeEach(() => {
  [jar, written] = [new Map(), []];
  vi.stubGlobal('location', { hostname: 'docs.example' });
  vi.stubGlobal('document', {
    get cookie() {
      return [...jar].map((pair) => pair.join('=')).join('; ');
    },
    set cookie(text: string) {
      written.push(text);
      const [pair = '', ...attributes] = text.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      if (attributes.includes('max-age=0')) jar.delete(name);
      else jar.set(name, pair.slice(name.length + 1));
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const API = 'https://docs.example:8443/v1';
const seen = async (): Promise<string> => document.cookie;

it('are there for the request, and gone after it', async () => {
  expect(await withTemporaryCookies('a=1; b=2', API, seen)).toBe('a=1; b=2');
  expect(document.cookie).toBe('');
  const failing = withTemporaryCookies('a=1', API, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(document.cookie).toBe('');
});

it('leave those of the site alone', async () => {
  jar.set('session', 'own');
  expect(takenNames('session=x; a=1')).toEqual(['session']);
  expect(await withTemporaryCookies('session=x; a=1', API, seen)).toBe('session=own; a=1');
  expect(document.cookie).toBe('session=own');
  expect(written.filter((text) => text.startsWith('session'))).toEqual([]);
});

it('are not taken for the site’s own meanwhile', async () => {
  await withTemporaryCookies('a=1', API, async () => expect(takenNames('a=1')).toEqual([]));
});

it('have no attributes of their own', async () => {
  await withTemporaryCookies('a=1;domain=docs.example;max-age=9999', API, seen);
  expect(written.map((text) => text.match(/;/g)?.length)).toEqual(written.map(() => 3));
  expect([...jar]).toEqual([]);
});

it('are those of one request at a time', async () => {
  let end = (): void => {};
  const first = withTemporaryCookies('a=1', API, async () => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return document.cookie;
  });
  const second = withTemporaryCookies('a=2', API, seen);
  await vi.waitFor(() => expect(document.cookie).toBe('a=1'));
  end();
  expect(await Promise.all([first, second])).toEqual(['a=1', 'a=2']);
  expect(document.cookie).toBe('');
});

it('are none for another host', async () => {
  expect(await withTemporaryCookies('a=1', 'https://api.example/', seen)).toBe('');
  expect(written).toEqual([]);
});
