import { expect, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';

const docs = { externalDocs: { description: 'More', url: '../guides/more.html' } };

/** Relative addresses wherever there may be one, in a document that has no place and names no host. */
const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Ferries',
    version: '1',
    termsOfService: '/terms',
    contact: { name: 'Harbor', url: 'help' },
    license: { name: 'House', url: 'licenses/house.html' },
  },
  ...docs,
  servers: [{ url: '../api' }],
  security: [{ signIn: [] }, { known: [] }],
  tags: [{ name: 'Boats', ...docs }],
  paths: {
    '/boats': {
      get: {
        operationId: 'listBoats',
        tags: ['Boats'],
        ...docs,
        responses: {
          200: {
            description: 'All.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Boat' },
                examples: {
                  long: { summary: 'A long list', externalValue: 'examples/boats.json' },
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: { Boat: { type: 'object', ...docs } },
    securitySchemes: {
      known: { type: 'openIdConnect', openIdConnectUrl: '/.well-known/openid-configuration' },
      signIn: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: '/oauth/authorize',
            tokenUrl: 'oauth/token',
            refreshUrl: './oauth/refresh',
            scopes: {},
          },
        },
      },
    },
  },
} as unknown as Document;

test('no link leads to a page of the site that is not there, and relative addresses are text', async () => {
  const pages = await drawPages(DOCUMENT, { samples: [{ id: 'curl' }] });
  const known = new Set([
    ...[...pages.values()].map(({ page }) =>
      page.kind === 'info' ? '/reference/api/' : `/reference/api/${page.id}/`,
    ),
    '/reference/api/openapi.json',
    '/reference/api/openapi.yaml',
  ]);
  const all = [...pages.values()].map(({ html }) => html).join('\n');
  const links = Array.from(all.matchAll(/<a [^>]*?href="([^"#]+)/g), ([, href = '']) => href);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((href) => !known.has(href) && !/^(https?:|mailto:)/.test(href))).toEqual([]);
  for (const address of [
    'examples/boats.json',
    '/oauth/authorize',
    'oauth/token',
    './oauth/refresh',
    '/.well-known/openid-configuration',
  ]) {
    expect(all).toContain(address);
  }
  // The server without a host: no dots in the request, and the page calls the host a stand-in.
  const operation = (pages.get('list-boats')?.html ?? '').replaceAll('<wbr>', '');
  expect(operation).toContain('https://api.example.com is a placeholder');
  expect(operation).toContain('https://api.example.com/api/boats');
  expect(operation).not.toContain('com/../api');
});
