import { expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const body = (schema: object): object => ({
  description: '',
  content: { 'application/json': { schema } },
});
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const get = (responses: object): object => ({ get: { responses } });

it('the first page lists the schemas of errors, by status and by use', () => {
  const document = {
    openapi: '3.1.1',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/a': get({
        '200': body(ref('Book')),
        '400': body(ref('Invalid')),
        default: body(ref('Odd')),
      }),
      '/b': get({ '400': { $ref: '#/components/responses/Bad' }, '4XX': body({ type: 'string' }) }),
      '/c': get({
        '400': body({ oneOf: [ref('Invalid'), ref('Odd')] }),
        'x-500': body(ref('Odd')),
      }),
      '/d': get({ '503': { description: 'Nobody is there.' } }),
    },
    components: {
      responses: { Bad: body(ref('Invalid')) },
      schemas: { Book: {}, Invalid: {}, Odd: {} },
    },
  };
  const { plan } = planPages(document as unknown as Document, 'shop');
  const slices = buildSlices(document as unknown as Document, plan);
  const info = slices.find(({ page }) => page.kind === 'info');
  const page = JSON.parse(info?.json ?? '')['x-page'];
  expect(page.errors).toEqual([
    { status: '400', schema: 'Invalid', operations: 3 },
    { status: '400', schema: 'Odd', operations: 1 },
    { status: 'default', schema: 'Odd', operations: 1 },
  ]);
  expect(page.schemaPages).toEqual({ Invalid: 'schemas/invalid', Odd: 'schemas/odd' });
});
