import { describe, expect, test } from 'vitest';
import { Anchors, kebabSegmentOf, segmentOf } from '../../../../src/model/page/anchor.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import { sliceOf } from '../slice-of.ts';

const context = createContext(
  sliceOf({
    paths: { '/users/{id}': { get: { operationId: 'x' } } },
    components: {
      schemas: {
        'a/b~c d': { type: 'string', $defs: { inner: { $anchor: 'inner' } } },
        Whole: { $anchor: 'whole', $id: 'https://example.com/whole' },
      },
      parameters: {
        Page: { name: 'page', in: 'query', description: 'Page.' },
        Alias: { $ref: '#/components/parameters/Page', description: 'Alias.' },
        Circle: { $ref: '#/components/parameters/Circle' },
      },
    },
  }),
);

test.each<[string, unknown]>([
  ['#/paths/~1users~1%7Bid%7D/get/operationId', 'x'],
  ['#/components/schemas/a~1b~0c%20d/type', 'string'],
  ['#inner', { $anchor: 'inner' }],
  ['#/components/schemas/constructor', undefined],
  ['#/components/schemas/__proto__', undefined],
  ['other.yaml#/a', undefined],
  ['#nowhere', undefined],
])('%s points to %j', (pointer, expected) => {
  expect(context.lookUp(pointer)).toEqual(expected);
});

test.each<[string, object]>([
  ['#/components/schemas/a~1b~0c%20d', { name: 'a/b~c d', component: 'a/b~c d' }],
  ['#/components/schemas/Whole/$defs/x', { name: 'x', component: 'Whole' }],
  ['#whole', { name: 'Whole', component: 'Whole' }],
  ['https://example.com/whole', { name: 'Whole' }],
  ['#inner', { name: 'inner', component: 'a/b~c d' }],
  ['other.yaml#/a', { name: 'a' }],
])('%s names %j', (pointer, expected) => {
  expect(context.schemaRef(pointer)).toMatchObject(expected);
});

test.each<[unknown, object | undefined]>([
  [{ name: 'plain' }, { name: 'plain' }],
  [{ $ref: '#/components/parameters/Alias' }, { name: 'page', description: 'Alias.' }],
  [
    { $ref: '#/components/parameters/Alias', description: 'Mine.', name: 'no' },
    { name: 'page', description: 'Mine.' },
  ],
  [{ $ref: '#/components/parameters/Circle' }, undefined],
  [{ $ref: '#/nowhere' }, undefined],
  ['text', undefined],
  [[], undefined],
])('%j is resolved to %j', (value, expected) => {
  const resolved = context.resolve(value);
  if (expected === undefined) expect(resolved).toBeUndefined();
  else expect(resolved).toMatchObject(expected);
});

describe('anchors', () => {
  test.each([
    ['page_size', 'page_size'],
    ['X-Rate-Limit', 'X-Rate-Limit'],
    ['filter[a]', 'filter-a'],
    ['text/csv; charset=utf-8', 'text-csv-charset-utf-8'],
    ['日', '~65e5'],
    ['***', 'name'],
  ])('segment of %s', (name, expected) => {
    expect(segmentOf(name)).toBe(expected);
  });

  test.each([
    ['CreditCard', 'credit-card'],
    ['Simple User (v2)', 'simple-user-v2'],
    ['array of User', 'array-of-user'],
  ])('segment of the label %s', (label, expected) => {
    expect(kebabSegmentOf(label)).toBe(expected);
  });

  test('are unique', () => {
    const anchors = new Anchors();
    const claimed = ['a', 'a', 'a-2', 'a'].map((name) => anchors.claim('', name));
    expect(claimed).toEqual(['a', 'a-2', 'a-2-2', 'a-3']);
  });
});
