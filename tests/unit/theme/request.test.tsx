import { expect, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';

test.each([
  ['a short description', 'before', 'Adds a book.'],
  ['a long description', 'after', 'Adds a book. '.repeat(40)],
])('%s: the description comes %s the samples on phones', async (kind, _, description) => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: { '/books': { post: { operationId: 'add', summary: 'Add', description } } },
  } as unknown as Document;
  const html = (await drawPages(document)).get('add')?.html ?? '';
  const sample = html.indexOf('id="sample-curl"');
  const text = html.indexOf('<p>Adds a book.');
  expect(Math.min(sample, text)).toBeGreaterThan(0);
  expect(sample < text).toBe(kind === 'a long description');
});
