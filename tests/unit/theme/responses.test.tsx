import { expect, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';

/** The statuses of an operation in the order of their tabs, the open one in brackets. */
async function tabsOf(statuses: readonly string[]): Promise<string[]> {
  const responses = Object.fromEntries(
    statuses.map((status) => [status, { description: `Answer ${status}.` }]),
  );
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: { '/books': { get: { operationId: 'list', responses } } },
  } as Document;
  const page = (await drawPages(document)).get('list')?.html ?? '';
  const html = page.slice(page.indexOf('id="responses"'));
  const tabs = html.matchAll(
    /<a href="#response-[^"]*"[^>]*?( aria-current="true")?>([^<]+)<\/a>/g,
  );
  return Array.from(tabs, ([, isOpen, status = '']) => (isOpen ? `[${status}]` : status));
}

test.each([
  [
    ['410', '2XX', 'default'],
    ['[2XX]', '410', 'default'],
  ],
  [
    ['100', '201', '200'],
    ['[200]', '201', '100'],
  ],
  [
    ['404', '302'],
    ['[302]', '404'],
  ],
  [['default'], ['[default]']],
])('%j: the first success is open', async (statuses, tabs) => {
  expect(await tabsOf(statuses)).toEqual(tabs);
});

test('the first example of the first success is below the samples, unless it is long', async () => {
  const body = (example: unknown) => ({
    description: '',
    content: { 'text/csv': {}, 'application/json': { example } },
  });
  const responses = (text: string) => ({ 404: body('No'), 201: body('Later'), 200: body(text) });
  const post = (operationId: string, text: string) => ({
    operationId,
    responses: responses(text),
  });
  const pages = await drawPages({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://shop.example' }],
    paths: {
      '/books': { post: post('add', 'A') },
      '/long': { post: post('long', 'A'.repeat(10_000)) },
    },
  } as unknown as Document);
  const below = (id: string) =>
    /Response 20\d[^<]*<\/a>(.*?)<\/section>/s.exec(pages.get(id)?.html ?? '')?.[1];
  expect(below('add')).toContain('"A"');
  expect(pages.get('add')?.html).toContain('#example-1-of-response-200-');
  expect(below('long')).toBe('</div>');
});
