import { expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { formerPages } from '../../../src/history/former-pages.ts';
import type { Document } from '../../../src/openapi/types.ts';

const schema = { type: 'object', properties: { size: { type: 'integer' } } };
const body = { requestBody: { content: { 'application/json': { schema } } }, responses: {} };

function documentWith(parts: object): Document {
  return { openapi: '3.1.0', info: { title: 'Ferries', version: '1' }, ...parts } as Document;
}

test.each([
  [
    'an operation',
    { paths: { '/boats/small/{id}': { put: body } } },
    { paths: { '/small/boats/{id}': { put: body } } },
    { kind: 'operation', now: 'PUT /small/boats/{id}' },
  ],
  [
    'a webhook',
    { webhooks: { boatArrived: { post: body } } },
    { webhooks: { arrivedBoat: { post: body } } },
    { kind: 'webhook', now: 'webhook POST arrivedBoat' },
  ],
])('%s with another name has moved', (_what, old, now, expected) => {
  const [before, after] = [documentWith(old), documentWith(now)];
  const changes = compareDocuments(before, after);
  expect(changes.map(({ kind }) => kind)).toContain('operation-renamed');
  const pages = formerPages(before, after, changes).filter(({ kind }) => kind !== 'tag');
  expect(pages).toEqual([expect.objectContaining(expected)]);
});
