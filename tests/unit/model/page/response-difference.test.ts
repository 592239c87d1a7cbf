import { describe, expect, it } from 'vitest';
import { createContext } from '../../../../src/model/page/context.ts';
import {
  responseDifference,
  responseSchema,
} from '../../../../src/model/page/response-difference.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const json = (title: string) => ({ content: { 'application/json': { schema: { title } } } });
const context = createContext({
  openapi: '3.1.0',
  info: { title: '', version: '' },
  paths: {
    '/a': {
      get: {
        responses: {
          200: json('200'),
          '2XX': json('2XX'),
          default: { $ref: '#/components/responses/Other' },
          404: { description: 'without a body' },
        },
      },
    },
  },
  components: {
    responses: { Other: json('default') },
    schemas: {
      Tree: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer' },
          note: { type: 'string' },
          secret: { type: 'string', writeOnly: true },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
        },
      },
    },
  },
  'x-page': { kind: 'operation', api: 'a', id: 'a', title: '', path: '/a', method: 'get' },
} as unknown as SliceDocument);

it.each([
  [200, '200'],
  [201, '2XX'],
  [500, 'default'],
])('the schema of status %i is that of %s', (status, title) => {
  expect(responseSchema(status, context)).toEqual({ title });
});

it('a response without a body has no schema', () => {
  expect(responseSchema(404, context)).toBeUndefined();
});

describe('the difference of', () => {
  const tree = { $ref: '#/components/schemas/Tree' };
  const difference = (value: unknown, schema: unknown) => {
    const { undescribed, absent, invalid } = responseDifference(value, schema, context);
    return {
      undescribed,
      absent,
      invalid: invalid.map(({ path, keyword }) => `${path.join('.')} ${keyword}`),
    };
  };
  it.each<
    [
      what: string,
      value: unknown,
      schema: unknown,
      expected: Partial<ReturnType<typeof difference>>,
    ]
  >([
    ['what is as described', { id: 1, note: '', children: [] }, tree, {}],
    [
      'a variant whose required member is in requests only',
      { name: 'x' },
      {
        anyOf: [
          {
            required: ['name', 'secret'],
            properties: { name: { type: 'string' }, secret: { type: 'string', writeOnly: true } },
          },
          { properties: { bark: { type: 'boolean' } } },
        ],
      },
      {},
    ],
    [
      'more and less',
      {
        id: 1,
        extra: 1,
        children: [
          { id: 2, other: 1 },
          { id: 3, note: '' },
        ],
      },
      tree,
      { undescribed: ['extra', 'children[].other'], absent: ['note', 'children[].children'] },
    ],
    [
      'what is not valid',
      { id: 'x', children: [{}] },
      tree,
      {
        invalid: ['id type', 'children.0 required'],
        absent: ['note', 'children[].id', 'children[].note', 'children[].children'],
      },
    ],
    [
      'a map',
      { a: { id: 1, note: '', children: [], x: 1 } },
      { type: 'object', additionalProperties: tree },
      { undescribed: ['*.x'] },
    ],
    ['an object that is open', { a: 1 }, { type: 'object' }, {}],
    [
      'an object that is closed',
      { a: 1 },
      { type: 'object', properties: {}, additionalProperties: false },
      { undescribed: ['a'] },
    ],
    [
      'a choice',
      [{ kind: 'b', y: 1, z: 1 }],
      {
        type: 'array',
        items: {
          oneOf: [
            { type: 'object', properties: { kind: { const: 'a' }, x: {} } },
            { type: 'object', properties: { kind: { const: 'b' }, y: {} } },
          ],
        },
      },
      { undescribed: ['[].z'] },
    ],
    ['anything', [1, 'a', null, { a: 1 }], {}, {}],
  ])('%s', (_what, value, schema, expected) => {
    expect(difference(value, schema)).toEqual({
      undescribed: [],
      absent: [],
      invalid: [],
      ...expected,
    });
  });
});
