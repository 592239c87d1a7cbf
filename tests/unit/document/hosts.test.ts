import { describe, expect, test } from 'vitest';
import { Hosts, isHost } from '../../../src/document/hosts.ts';

describe('refHosts', () => {
  test.each([
    ['example.com', true],
    ['example.com:8443', true],
    ['localhost', true],
    ['127.0.0.1:9000', true],
    ['[::1]:9000', true],
    ['bücher.example', true],
    ['', false],
    ['https://example.com', false],
    ['example.com/path', false],
    ['user:pw@example.com', false],
    ['example.com:', false],
    ['example.com:port', false],
    ['example.com:99999', false],
    ['a b', false],
    ['*.example.com', false],
    ['%65xample.com', false],
  ])('%j lists a host: %j', (text, isOne) => {
    expect(isHost(text)).toBe(isOne);
  });

  test.each<[refHost: string, url: string, isAllowed: boolean]>([
    ['example.com', 'https://example.com/a.yaml', true],
    ['example.com', 'http://example.com/a.yaml', true],
    ['EXAMPLE.com', 'https://example.com/a.yaml', true],
    ['bücher.example', 'https://xn--bcher-kva.example/a.yaml', true],
    ['example.com:443', 'https://example.com/a.yaml', true],
    ['example.com', 'https://example.com:8443/a.yaml', false],
    ['example.com:8443', 'https://example.com:8443/a.yaml', true],
    ['example.com:8443', 'https://example.com/a.yaml', false],
    ['example.com', 'https://sub.example.com/a.yaml', false],
    ['example.com', 'https://notexample.com/a.yaml', false],
    ['example.com', 'https://example.com.evil.test/a.yaml', false],
    ['example.com', 'https://example.com@evil.test/a.yaml', false],
    ['127.0.0.1:9000', 'http://0x7f.1:9000/', true],
    ['127.0.0.1:9000', 'http://2130706433:9001/', false],
  ])('%j allows %s: %j', (refHost, url, isAllowed) => {
    const check = () => new Hosts('/openapi.yaml', [refHost]).forRefs.check(new URL(url));
    if (isAllowed) check();
    else expect(check).toThrow('a local document may not read from');
  });
});

describe('a document from the network', () => {
  const hosts = new Hosts('https://example.com/api/openapi.yaml', []);

  test.each([
    ['https://example.com/other.yaml', true],
    ['https://example.com:443/other.yaml', true],
    ['http://example.com/other.yaml', false],
    ['https://example.com:8443/other.yaml', false],
    ['https://sub.example.com/other.yaml', false],
  ])('reads its own origin: %s: %j', (url, isAllowed) => {
    const check = () => hosts.forRefs.check(new URL(url));
    if (isAllowed) check();
    else expect(check).toThrow('is not the server of the document');
  });

  test('reads where it was redirected to; that server was not named', () => {
    const moved = new Hosts('https://example.com/openapi.yaml', []);
    moved.readFrom('https://cdn.example.net/openapi.yaml');
    moved.forRefs.check(new URL('https://cdn.example.net/part.yaml'));
    expect(moved.forRefs.isNamed(new URL('https://cdn.example.net/part.yaml'))).toBe(false);
    expect(moved.forRefs.isNamed(new URL('https://example.com/part.yaml'))).toBe(true);
  });
});

test('a password goes to its own origin, and is in no address', () => {
  const hosts = new Hosts('https://me:p%40ss@example.com/a.yaml', []);
  expect(hosts.withoutPassword('https://me:p%40ss@example.com/a.yaml')).toBe(
    'https://example.com/a.yaml',
  );
  const authorization = (url: string) => hosts.forRefs.authorization(new URL(url));
  expect(authorization('https://example.com/b.yaml')).toBe(`Basic ${btoa('me:p@ss')}`);
  expect(authorization('http://example.com/b.yaml')).toBeUndefined();
  expect(authorization('https://example.com:8443/b.yaml')).toBeUndefined();
  expect(authorization('https://sub.example.com/b.yaml')).toBeUndefined();
  // What the document says does not take the place of what the maintainer said.
  hosts.withoutPassword('https://you:other@example.com/c.yaml');
  expect(authorization('https://example.com/c.yaml')).toBe(`Basic ${btoa('me:p@ss')}`);
});
