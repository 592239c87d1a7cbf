import { expect, test } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { drawPages } from '../../support/draw.tsx';
import { textOf } from '../../support/html.ts';

/** One of everything that pages count. */
const one = { type: 'object', properties: { only: { type: 'string', enum: ['x'] } } };
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Ferries', version: '1' },
  tags: [{ name: 'Boats' }],
  paths: {
    '/boats': {
      post: {
        operationId: 'addBoat',
        tags: ['Boats'],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  deep: { type: 'object', properties: { deeper: one } },
                  oneOf: { oneOf: [one] },
                  anyOf: { anyOf: [one] },
                  list: {
                    type: 'array',
                    items: { oneOf: [{ $ref: '#/components/schemas/Boat' }] },
                  },
                },
              },
              examples: { first: { value: {} } },
            },
          },
        },
        responses: { 200: { description: 'Done.' } },
      },
    },
  },
  components: { schemas: { Boat: one } },
} as unknown as Document;

test('what there is one of is not counted in the plural', async () => {
  const pages = await drawPages(DOCUMENT, { samples: [{ id: 'curl' }] });
  const texts = [...pages.values()].map(({ html }) => textOf(html));
  expect(texts.join()).toContain('1 property');
  expect(texts.join()).toContain('1 operation');
  const wrong = texts.flatMap((text) => text.match(/\b1 [a-z]+s\b|of 1\b/g) ?? []);
  expect(wrong).toEqual([]);
});
