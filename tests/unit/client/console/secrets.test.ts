import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rememberedServer, rememberServer } from '../../../../src/client/console/remembered.ts';
import {
  hasStoredSecrets,
  readSecrets,
  writeSecrets,
} from '../../../../src/client/console/secrets.ts';
import { SECRETS_CHANGED } from '../../../../src/client/protocol.ts';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  // The names of a storage's own members are its keys.
  vi.stubGlobal(
    'sessionStorage',
    new Proxy(
      {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => stored.set(key, value),
        removeItem: (key: string) => stored.delete(key),
      } as object,
      {
        ownKeys: () => [...stored.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('secrets are those of one API and one server', () => {
  const secrets = { token: { token: 'T' } };
  writeSecrets({ api: 'good' }, 'https://a.example', secrets);
  expect(readSecrets({ api: 'good' }, 'https://a.example')).toEqual(secrets);
  for (const [api, server] of [
    ['evil', 'https://a.example'],
    ['good', 'https://a.example.evil.example'],
    ['good', 'http://a.example'],
    ['good', 'https://a.example:8443'],
    ['good', 'https://a.example/v2'],
  ] as const)
    expect(readSecrets({ api }, server)).toEqual({});
  writeSecrets({ api: 'good' }, 'https://a.example', {});
  expect(stored.size).toBe(0);
});

it('pages load the app at once as long as there is a server or a secret', () => {
  const isMarked = () => stored.has('ref-tab-own');
  writeSecrets({ api: 'good' }, 'https://a.example', { token: { token: 'T' } });
  expect(isMarked()).toBe(true);
  writeSecrets({ api: 'other' }, 'https://a.example', { token: { token: 'T' } });
  writeSecrets({ api: 'good' }, 'https://a.example', {});
  expect(isMarked()).toBe(true);
  writeSecrets({ api: 'other' }, 'https://a.example', {});
  expect(isMarked()).toBe(false);
  rememberServer('good', { server: '1' }, false);
  writeSecrets({ api: 'good' }, 'https://a.example', {});
  expect(isMarked()).toBe(true);
});

it('the server that pages show anyway is not remembered', () => {
  const usual = { server: '0', host: '', baseUrl: 'https://a.example' };
  let events = 0;
  document.addEventListener(SECRETS_CHANGED, () => {
    events += 1;
  });
  rememberServer('good', usual, true);
  expect([stored.size, events]).toEqual([0, 0]);
  rememberServer('good', { ...usual, server: '1' }, false);
  expect(rememberedServer('good').server).toBe('1');
  // The reader has returned to it.
  rememberServer('good', usual, true);
  expect(rememberedServer('good')).toEqual({});
  expect([stored.size, events]).toEqual([0, 2]);
});

it('what is stored and cannot be read is none', () => {
  stored.set('ref-secrets good https://a.example', '{');
  expect(readSecrets({ api: 'good' }, 'https://a.example')).toEqual({});
});

it('an event has what has changed: secrets, and the chosen server', () => {
  const details: unknown[] = [];
  document.addEventListener(SECRETS_CHANGED, (event) => {
    details.push((event as CustomEvent).detail);
  });
  const secrets = { token: { token: 'T' } };
  writeSecrets({ api: 'good' }, 'https://a.example', secrets);
  const chosen = { server: '0', host: '', baseUrl: 'https://a.example' };
  rememberServer('good', chosen, false);
  // The same again.
  rememberServer('good', chosen, false);
  expect(details).toEqual([{ api: 'good', baseUrl: 'https://a.example', secrets }, null]);
});

it('whether there are some is known by API and server', () => {
  expect(hasStoredSecrets('good')).toBe(false);
  writeSecrets({ api: 'good' }, 'https://a.example', { token: { token: 'T' } });
  expect(hasStoredSecrets('good')).toBe(true);
  expect(hasStoredSecrets('goo')).toBe(false);
  expect(hasStoredSecrets('good', 'https://a.example')).toBe(true);
  expect(hasStoredSecrets('good', 'https://b.example')).toBe(false);
  // An emptied field is none.
  writeSecrets({ api: 'good' }, 'https://a.example', { token: { token: '' } });
  expect(hasStoredSecrets('good')).toBe(false);
});
