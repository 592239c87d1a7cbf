import { expect, test } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import { firstRequestOf } from '../../../../src/model/page/first-request.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

interface Parts {
  readonly components?: { readonly securitySchemes: object };
  readonly security?: unknown;
  readonly servers?: unknown;
}

function slice({ security, ...parts }: Parts): SliceDocument {
  const schemes = Object.keys(parts.components?.securitySchemes ?? {});
  return {
    openapi: '3.1.1',
    info: { title: 'Bookshop', version: '1' },
    'x-page': {
      kind: 'info',
      api: 'bookshop',
      id: 'bookshop',
      title: 'Bookshop',
      schemaPages: {},
      tagPages: {},
      operations: [{ id: 'list', title: 'List books', method: 'GET', path: '/books' }],
      firstSteps: {
        request: 'list',
        security: security ?? schemes.map((name) => ({ [name]: [] })),
      },
    },
    ...parts,
  } as unknown as SliceDocument;
}

const code = (parts: Parts) =>
  firstRequestOf(createContext(slice(parts)))?.samples[0]?.variants[0]?.code;

test.each([
  ['no server', {}, 'curl https://api.example.com/books'],
  ['relative', { servers: [{ url: '/api/' }] }, 'curl https://api.example.com/api/books'],
  ['absolute', { servers: [{ url: 'https://a.example/v1' }] }, 'curl https://a.example/v1/books'],
  [
    'variables',
    { servers: [{ url: 'https://{host}/{x}', variables: { host: { default: 'b.example' } } }] },
    'curl https://b.example/x/books',
  ],
  ['of wrong type', { servers: 'no', security: 3 }, 'curl https://api.example.com/books'],
])('server: %s', (_, parts, expected) => {
  expect(code(parts)).toBe(expected);
});

test.each([
  [{ type: 'http', scheme: 'bearer' }, " \\\n  --header 'Authorization: Bearer YOUR_TOKEN'"],
  [{ type: 'http', scheme: 'basic' }, " \\\n  --user 'YOUR_USERNAME:YOUR_PASSWORD'"],
  [{ type: 'oauth2' }, " \\\n  --header 'Authorization: Bearer YOUR_TOKEN'"],
  [{ type: 'apiKey', in: 'header', name: 'X-Key' }, " \\\n  --header 'X-Key: YOUR_API_KEY'"],
  [{ type: 'apiKey', in: 'cookie', name: 'sid' }, " \\\n  --header 'Cookie: sid=YOUR_API_KEY'"],
  // No name of a header.
  [{ type: 'apiKey', in: 'header', name: 'it"s' }, ''],
  [{ type: 'mutualTLS' }, ''],
])('security scheme: %j', (scheme, expected) => {
  const start = 'curl https://api.example.com/books';
  expect(code({ components: { securitySchemes: { scheme } } })).toBe(start + expected);
  expect(code({ components: { securitySchemes: { scheme } }, security: [] })).toBe(start);
});

test('a key in the query', () => {
  const scheme = { type: 'apiKey', in: 'query', name: 'api key' };
  expect(code({ components: { securitySchemes: { scheme } }, security: [{ scheme: [] }] })).toBe(
    "curl 'https://api.example.com/books?api%20key=YOUR_API_KEY'",
  );
});
