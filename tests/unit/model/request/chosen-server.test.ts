import { expect, it } from 'vitest';
import type { ServerModel } from '../../../../src/model/page/page.ts';
import {
  chosenBaseUrl,
  hasHost,
  initialServer,
  pastedServer,
} from '../../../../src/model/request/chosen-server.ts';
import { typedServer } from '../../../../src/model/request/typed-server.ts';

const SERVER = 'https://{host}/api/v3';

it.each<[server: string, text: string, expected: ReturnType<typeof pastedServer>]>([
  [SERVER, 'https://a.example', { value: 'a.example' }],
  [SERVER, ' https://a.example:8443/ ', { value: 'a.example:8443' }],
  [SERVER, 'HTTPS://a.example/api/v3/', { value: 'a.example' }],
  // Another scheme or path is another server.
  [SERVER, 'http://localhost:9000', { baseUrl: 'http://localhost:9000/api/v3' }],
  [SERVER, 'http://localhost:9000/api/v3', { baseUrl: 'http://localhost:9000/api/v3' }],
  [SERVER, 'https://a.example/b', { baseUrl: 'https://a.example/b' }],
  ['https://{host}', 'https://a.example', { value: 'a.example' }],
  ['https://{host}/{v}', 'http://a.example', { baseUrl: 'http://a.example' }],
  [SERVER, 'a.example', undefined],
  [SERVER, 'https://', undefined],
  [SERVER, 'https://user@a.example', undefined],
  [SERVER, 'ftp://a.example', undefined],
  // Not the host alone.
  ['https://eu.{host}/api', 'https://a.example', undefined],
  ['{host}/api', 'https://a.example', undefined],
])('in %s, pasting %j', (server, text, expected) => {
  expect(pastedServer(text, server, 'host')).toEqual(expected);
});

const server = (url: string, variables: Readonly<Record<string, string>> = {}): ServerModel => ({
  url,
  variables: Object.entries(variables).map(([name, usual]) => ({ name, default: usual, enum: [] })),
  extensions: [],
});
const OWN = [server(SERVER, { host: 'authentik.example.com' })];
const FIXED = [server('https://a.test/v1'), server('https://b.test/v2')];

it.each<[kind: string, servers: readonly ServerModel[], text: string, base: string | undefined]>([
  ['a host in a variable', OWN, 'sso.test', 'https://sso.test/api/v3'],
  ['a host in a variable', OWN, 'https://sso.test:9443/api/v3/', 'https://sso.test:9443/api/v3'],
  ['a host in a variable', OWN, 'http://localhost:9000', 'http://localhost:9000/api/v3'],
  ['a host in a variable', OWN, 'https://sso.test/other', 'https://sso.test/other'],
  ['a host in a variable', OWN, 'https://sso.test?a=b', undefined],
  ['a host in a variable', OWN, '', undefined],
  ['no host', [server('/v1')], 'a.test', 'https://a.test/v1'],
  ['no host', [server('/v1')], 'https://a.test/v1', 'https://a.test/v1'],
  ['no host', [server('/v1')], 'https://a.test/v2', 'https://a.test/v2'],
  ['fixed hosts', FIXED, 'https://b.test/v2/', 'https://b.test/v2'],
  ['fixed hosts', FIXED, 'http://localhost', 'http://localhost'],
  ['no servers', [], 'a.test', 'https://a.test'],
])('of an API with %s, %j -> %j', (_kind, servers, text, base) => {
  const typed = typedServer(text, { servers });
  expect(
    typed && chosenBaseUrl({ operation: { servers } }, initialServer({ servers }, typed)),
  ).toBe(base);
});

it('a server of the document is chosen as such', () => {
  expect(typedServer('https://b.test/v2', { servers: FIXED })).toEqual({ server: '1' });
  expect(typedServer('sso.test', { servers: OWN })).toEqual({
    server: '0',
    variables: { host: 'sso.test' },
  });
});

it.each<
  [servers: readonly ServerModel[], choice: Parameters<typeof initialServer>[1], has: boolean]
>([
  [OWN, {}, false],
  [OWN, { variables: { host: 'sso.test' } }, true],
  [OWN, { server: 'own', host: 'https://a.test' }, true],
  [[server('/v1')], {}, false],
  [[server('/v1')], { host: 'https://a.test' }, true],
  [[server('https://api.example.com')], {}, true],
  [[server('https://{host}', { host: 'eu.service.test' })], {}, true],
])('whether the reader has said where %j is with %j: %s', (servers, choice, has) => {
  expect(hasHost({ operation: { servers } }, initialServer({ servers }, choice))).toBe(has);
});
