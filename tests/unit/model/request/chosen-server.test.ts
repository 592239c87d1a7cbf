import { expect, it } from 'vitest';
import { pastedServer } from '../../../../src/model/request/chosen-server.ts';

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
