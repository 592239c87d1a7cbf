import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { TextLinks } from '../../../src/slices/text-links.ts';
import { drawPages } from '../../support/draw.tsx';

const next = { next: { operationRef: '#/paths/~1ferries~1%7Bid%7D/get' } };
const answer = { responses: { '200': { description: 'ok', links: next } } };

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Ferries',
    version: '1',
    description:
      '# Rate limits\n\nSee [below](#section/Rate-limits/Per-key), [here](#per-key), [there](#/tags/1).\n\n## Per key\n\n# Übersicht',
  },
  tags: [
    { name: 'Sea Lines', description: '# Winter\n\n[Boats](#operation/boardFerry)' },
    { name: 'admin/keys', 'x-displayName': 'Keys' },
  ],
  paths: {
    '/ferries': { get: { tags: ['Sea Lines'], operationId: 'listFerries', ...answer } },
    '/ferries/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { tags: ['Sea Lines'], operationId: 'getFerry', ...answer },
      put: { tags: ['admin/keys'], operationId: 'board/ferry now', ...answer },
      post: {
        tags: ['Sea Lines'],
        summary: 'Board a ferry',
        description:
          'After [this](#operation/getFerry) comes [that](#operation/nothing).\n\n[f](a.md)',
        ...answer,
      },
    },
  },
  webhooks: { sailed: { post: { operationId: 'onSailed', ...answer } } },
  components: {
    schemas: { Ferry: { type: 'object' }, 'Sea.Port': { type: 'object' } },
    securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'key' } },
  },
} as unknown as Document;

const links = new TextLinks(DOCUMENT, planPages(DOCUMENT, 'api').plan);

describe('a link in a text leads to the page of', () => {
  it.each<[what: string, href: string, place: string | undefined]>([
    ['an operation', '#operation/getFerry', 'get-ferry'],
    ['an operation in other letters', '#operation/get_ferry', undefined],
    ['an operation with a slash', '#operation/board/ferry%20now', 'board-ferry-now'],
    ['an operation, Stoplight', '#/operations/getFerry', 'get-ferry'],
    ['an operation, Swagger UI', '#/Sea%20Lines/getFerry', 'get-ferry'],
    ['an operation of a tag', '#tag/Sea-Lines/operation/getFerry', 'get-ferry'],
    ['an operation of a tag with a slash', '#tag/admin/keys/operation/getFerry', 'get-ferry'],
    ['an operation without an id', '#tag/Sea-Lines/paths/~1ferries~1{id}/post', 'board-a-ferry'],
    ['an operation, Scalar', '#tag/sea-lines/POST/ferries/{id}', 'board-a-ferry'],
    ['an operation by pointer', '#/paths/~1ferries~1%7Bid%7D/get', 'get-ferry'],
    ['a part of it', '#/paths/~1ferries~1{id}/get/responses/200', 'get-ferry'],
    ['a path', '#/paths/~1ferries', 'list-ferries'],
    ['a webhook', '#operation/onSailed', 'on-sailed'],
    ['a webhook by pointer', '#/webhooks/sailed/post', 'on-sailed'],
    ['a tag', '#tag/Sea Lines', 'sea-lines'],
    ['a tag in lower case', '#tag/sea-lines', 'sea-lines'],
    ['a tag with a slash', '#tag/admin/keys', 'admin-keys'],
    ['a tag as it is shown', '#tag/keys', 'admin-keys'],
    ['a tag, Swagger UI', '#/Sea%20Lines', 'sea-lines'],
    ['a tag by pointer', '#/tags/0', 'sea-lines'],
    ['a heading of a tag', '#tag/Sea-Lines/Winter', 'sea-lines#section-winter'],
    ['a schema', '#/components/schemas/Ferry', 'schemas/ferry'],
    ['a schema with a dot', '#/components/schemas/Sea.Port', 'schemas/sea-port'],
    ['a property', '#/components/schemas/Ferry/properties/id', 'schemas/ferry'],
    ['a schema of OpenAPI 2.0', '#/definitions/Ferry', 'schemas/ferry'],
    ['a schema, Redoc', '#schema/Ferry', 'schemas/ferry'],
    ['a schema, Stoplight', '#/schemas/Ferry', 'schemas/ferry'],
    ['a schema, Scalar', '#model/ferry', 'schemas/ferry'],
    ['a heading', '#section/Rate-limits', '#section-rate-limits'],
    ['a heading below another', '#section/Rate-limits/Per-key', '#section-per-key'],
    ['a heading by itself', '#section/Per key', '#section-per-key'],
    ['a heading as GitHub names it', '#rate-limits', '#section-rate-limits'],
    ['a heading in other letters', '#section/%C3%9Cbersicht', '#section-übersicht'],
    ['a security scheme', '#section/Authentication/apiKey', '#authentication-apiKey'],
    [
      'a security scheme by pointer',
      '#/components/securitySchemes/apiKey',
      '#authentication-apiKey',
    ],
    ['all security schemes', '#section/Authentication', '#authentication'],
    ['the API', '#/info', ''],
    ['no operation', '#operation/getBoat', undefined],
    ['no method', '#/paths/~1ferries/post', undefined],
    ['no tag', '#tag/Sea', undefined],
    ['no tag by pointer', '#/tags/7', undefined],
    ['no schema', '#/components/schemas/Boat', undefined],
    ['no page for a response', '#/components/responses/Ferry', undefined],
    ['no heading', '#section/Per-key/Rate-limits', undefined],
    ['nothing', '#', undefined],
    ['a member of all objects', '#operation/constructor', undefined],
    ['broken encoding', '#operation/%E0%A4', undefined],
    ['a file', './ferries.md', undefined],
    ['a long name', `#tag/${'a/operation/'.repeat(1_000_000)}`, undefined],
  ])('%s: %s', (_what, href, place) => {
    expect(links.targetOf(href)).toBe(place);
  });
});

it('pages link to what their descriptions name, and show the text of what leads nowhere', async () => {
  const pages = await drawPages(DOCUMENT);
  expect(pages.get('board-a-ferry')?.html).toContain(
    '<p>After <a href="/reference/api/get-ferry/">this</a> comes that.</p>\n<p>f</p>',
  );
  const info = pages.get('ferries')?.html;
  expect(info).toContain(
    '<h2 id="section-rate-limits">Rate limits</h2>\n<p>See <a href="/reference/api/#section-per-key">below</a>, <a href="#section-per-key">here</a>, <a href="/reference/api/admin-keys/">there</a>.</p>\n<h3 id="section-per-key">Per key</h3>',
  );
  expect(pages.get('list-ferries')?.html).toContain(
    '<code>next</code> <a href="/reference/api/get-ferry/">',
  );
  expect(pages.get('sea-lines')?.html).toContain('<p>Boats</p>');
});

describe('code that names an operation', () => {
  it.each<[code: string, place: string | undefined]>([
    ['GET /ferries/{id}', 'get-ferry'],
    ['get /ferries/{ferry}', 'get-ferry'],
    ['/ferries', 'list-ferries'],
    ['POST /ferries', undefined],
    // Three operations.
    ['/ferries/{id}', undefined],
    ['/boats', undefined],
    ['GET  /ferries', undefined],
    ['GET /ferries and more', undefined],
    [`/${'a'.repeat(1_000)}`, undefined],
  ])('%s', (code, place) => {
    expect(links.mentioned(code)).toBe(place);
  });

  it('is a link, except in links, in blocks of code and on its own page', async () => {
    const description =
      'See `GET /ferries/{id}`, [`/ferries`](#tag/admin/keys), `/ferries` and `/ports`.\n\n    GET /ferries';
    const { paths } = DOCUMENT as unknown as { paths: Record<string, Record<string, object>> };
    const pages = await drawPages({
      ...DOCUMENT,
      paths: { ...paths, '/ferries': { get: { ...paths['/ferries']?.get, description } } },
      tags: [{ name: 'Sea Lines', description }, { name: 'admin/keys' }],
    } as unknown as Document);
    const link = '<a href="/reference/api/get-ferry/"><code>GET /ferries/{id}</code></a>';
    const keys = '<a href="/reference/api/admin-keys/"><code>/ferries</code></a>';
    const tag = pages.get('sea-lines')?.html ?? '';
    const own = '<a href="/reference/api/list-ferries/"><code>/ferries</code></a>';
    expect(tag).toContain(`<p>See ${link}, ${keys}, ${own} and <code>/ports</code>.</p>`);
    expect(tag).toContain('<code>GET /ferries\n</code></pre>');
    expect(pages.get('list-ferries')?.html).toContain(
      `<p>See ${link}, ${keys}, <code>/ferries</code> and <code>/ports</code>.</p>`,
    );
  });
});
