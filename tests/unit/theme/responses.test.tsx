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
