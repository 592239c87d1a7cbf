import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSecrets, writeSecrets } from '../../../../src/client/console/secrets.ts';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
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

it('what is stored and cannot be read is none', () => {
  stored.set('ref-secrets good https://a.example', '{');
  expect(readSecrets({ api: 'good' }, 'https://a.example')).toEqual({});
});
