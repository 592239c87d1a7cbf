import { expect, test } from 'vitest';
import { resolveAddresses } from '../../../src/document/addresses.ts';
import { Origins } from '../../../src/document/origin.ts';
import type { JsonObject } from '../../../src/json/guards.ts';

const PLACE = 'https://docs.example/spec/openapi.yaml?token=secret';
const resolve = (document: JsonObject, place?: string) =>
  resolveAddresses(document, place, new Origins());

test.each([
  ['v2', 'https://docs.example/spec/v2'],
  ['../api', 'https://docs.example/api'],
  ['/', 'https://docs.example/'],
  ['', 'https://docs.example/'],
  ['./', 'https://docs.example/spec/'],
  ['/{version}/a', 'https://docs.example/{version}/a'],
  ['../{version}', 'https://docs.example/{version}'],
  ['//other.example/a', '//other.example/a'],
  ['https://other.example/', 'https://other.example/'],
  ['{scheme}://other.example', '{scheme}://other.example'],
])('the server %j of a document by address is %s', (url, expected) => {
  const variables = { scheme: { default: 'https' }, version: { default: 'v1' } };
  const servers = [{ url, variables }];
  const links = { next: { server: { url } } };
  const operation = { servers, responses: { 200: { links } } };
  const document = { servers, paths: { '/a': { servers, get: operation } } };
  const whole = [{ url: expected, variables }];
  expect(resolve(document, PLACE)).toEqual({
    servers: whole,
    paths: {
      '/a': {
        servers: whole,
        get: {
          servers: whole,
          responses: { 200: { links: { next: { server: { url: expected } } } } },
        },
      },
    },
  });
  // A local document has no address, and that of this machine is nobody's business.
  expect(resolve(document)).toBe(document);
});

test('a document by address without servers is served where it stands', () => {
  expect(resolve({ paths: {} }, PLACE)).toEqual({
    servers: [{ url: 'https://docs.example' }],
    paths: {},
  });
});

const withAddresses = (page: (path: string) => string, endpoint: (path: string) => string) => ({
  info: {
    termsOfService: page('/terms'),
    contact: { url: page('help') },
    license: { url: page('../license.html') },
  },
  externalDocs: { url: page('./start.html') },
  tags: [{ name: 'a', externalDocs: { url: page('tags/a') } }],
  paths: {
    '/a': {
      get: {
        externalDocs: { url: page('more') },
        responses: {
          200: { content: { 'text/plain': { examples: { a: { externalValue: page('a.txt') } } } } },
        },
      },
    },
  },
  components: {
    schemas: { A: { externalDocs: { url: page('/schemas') } } },
    securitySchemes: {
      known: {
        type: 'openIdConnect',
        openIdConnectUrl: endpoint('/.well-known/openid-configuration'),
      },
      signIn: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: endpoint('/oauth/authorize'),
            tokenUrl: endpoint('../token'),
            refreshUrl: endpoint('./refresh'),
          },
        },
      },
    },
  },
});

test.each([
  ['https://{host}/v2', undefined, 'https://api.example/v2', 'https://api.example/v2'],
  ['https://{host}/v2', PLACE, PLACE, 'https://api.example/v2'],
  ['v2', PLACE, PLACE, 'https://docs.example/spec/v2'],
])('addresses with the server %s and the place %s', (url, place, pages, endpoints) => {
  const servers = [{ url, variables: { host: { default: 'api.example' } } }];
  const same = (path: string) => path;
  const against = (base: string) => (path: string) => new URL(path, base).href;
  const document = { servers, ...withAddresses(same, same) };
  const { servers: _, ...rest } = resolve(document, place);
  expect(rest).toEqual(withAddresses(against(pages), against(endpoints)));
  expect(JSON.stringify(rest)).not.toContain('secret');
});

test('with nothing to count from, they stay', () => {
  const same = (path: string) => path;
  const document = { servers: [{ url: '/v2' }], ...withAddresses(same, same) };
  expect(resolve(document)).toBe(document);
});
