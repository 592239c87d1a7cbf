import { expect, it } from 'vitest';
import { initialValues, requestOf } from '../../../src/model/request/form-values.ts';
import { buildRequestForm } from '../../../src/model/request/request-form.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import type { PageOptions, SliceDocument } from '../../../src/slices/slice.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { drawPages } from '../../support/draw.tsx';

const nested = (depth: number): object => ({
  type: 'object',
  properties: { [`level${depth}`]: depth === 4 ? { type: 'string' } : nested(depth + 1) },
});
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/books': {
      get: {
        operationId: 'listBooks',
        security: [{ key: [] }],
        'x-codeSamples': [{ lang: 'Python', source: 'shop.books()' }],
        responses: {
          200: { description: 'Good', content: { 'application/json': { schema: nested(0) } } },
        },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
} as unknown as Document;

const htmlOf = async (page: string, options: PageOptions): Promise<string> =>
  (await drawPages(DOCUMENT, options)).get(page)?.html ?? '';

it.each([
  [undefined, 1],
  [0, 0],
  [2, 2],
  [999, 4],
])('openLevels %s: %i levels of properties are open', async (openLevels, open) => {
  const html = await htmlOf('list-books', openLevels === undefined ? {} : { openLevels });
  const folds = Array.from(
    html.matchAll(/<details class="ref-fold ref-nested"[^>]*>/g),
    ([tag]) => tag,
  );
  expect(folds).toHaveLength(4);
  expect(folds.filter((tag) => tag.includes(' open'))).toHaveLength(open);
});

it('downloadUrl: the introduction links to the document', async () => {
  const link = '<a href="/shop.yaml?a&amp;b" download="">';
  expect(await htmlOf('shop', { downloadUrl: '/shop.yaml?a&b' })).toContain(link);
  expect(await htmlOf('shop', {})).toContain('<a href="/reference/api/openapi.json" download="">');
});

it('hideGeneratedSamples: a language with a sample of the document has only that', async () => {
  const samples = [{ id: 'python' }, { id: 'go' }];
  const all = await htmlOf('list-books', { samples });
  const own = await htmlOf('list-books', { samples, hideGeneratedSamples: true });
  for (const html of [all, own]) {
    expect(html).toContain('shop.books()');
    expect(html).toContain('id="sample-go"');
  }
  expect(all).toContain('requests');
  expect(own).not.toContain('requests');
});

it('maskCredentials: samples keep placeholders, the request itself does not', () => {
  for (const maskCredentials of [true, undefined] as const) {
    const { plan } = planPages(DOCUMENT, 'api', maskCredentials ? { maskCredentials } : {});
    const slice = buildSlices(DOCUMENT, plan).find(({ page }) => page.kind === 'operation');
    const form = buildRequestForm(JSON.parse(slice?.json ?? '') as SliceDocument);
    if (!form) throw new Error('There is no form.');
    const secrets = { key: { token: 'SECRET' } };
    const headers = (use: 'sample' | 'send') =>
      requestOf(form, initialValues(form), secrets, use).headers;
    expect(headers('sample')).toContainEqual([
      'X-Key',
      maskCredentials ? 'YOUR_API_KEY' : 'SECRET',
    ]);
    expect(headers('send')).toContainEqual(['X-Key', 'SECRET']);
  }
});
