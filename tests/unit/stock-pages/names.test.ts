import { expect, it } from 'vitest';
import { withNames } from '../../../src/stock-pages/names.ts';

const CAT = { title: 'Cat', properties: { claws: { type: 'integer' } } };
const DOG = { title: 'Dog', properties: { barks: { type: 'boolean' } } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const mapping = (targets: object) => ({
  discriminator: { propertyName: 'kind', mapping: targets },
});

it.each<[name: string, schema: unknown, node: unknown, schemas: object]>([
  ['a schema without either is as it was', CAT, CAT, {}],
  ['true is as it was', true, true, {}],
  [
    'a schema inside itself',
    { title: 'Node', properties: { next: 'circular(Node)', all: { items: 'circular(Node)' } } },
    ref('Node'),
    { Node: { title: 'Node', properties: { next: ref('Node'), all: { items: ref('Node') } } } },
  ],
  [
    'the nearest one of that title',
    {
      title: 'A',
      items: { title: 'B', not: { title: 'A', allOf: ['circular(A)', 'circular(B)'] } },
    },
    { title: 'A', items: ref('B') },
    {
      B: { title: 'B', not: ref('A') },
      A: { title: 'A', allOf: [ref('A'), ref('B')] },
    },
  ],
  [
    'two schemas of one title',
    {
      properties: {
        a: { title: 'Node', items: 'circular(Node)' },
        b: { title: 'Node', not: 'circular(Node)' },
        c: { title: 'Node', items: 'circular(Node)' },
      },
    },
    { properties: { a: ref('Node'), b: ref('Node%20(2)'), c: ref('Node') } },
    {
      Node: { title: 'Node', items: ref('Node') },
      'Node (2)': { title: 'Node', not: ref('Node%20(2)') },
    },
  ],
  [
    'a title that nothing around has, and none',
    { properties: { a: 'circular(Other)', b: 'circular()' } },
    { properties: { a: { title: 'Other' }, b: {} } },
    {},
  ],
  [
    'data that looks like it',
    { enum: ['circular(A)'], default: 'circular(A)', example: { items: 'circular(A)' } },
    { enum: ['circular(A)'], default: 'circular(A)', example: { items: 'circular(A)' } },
    {},
  ],
  [
    'targets of a mapping that are choices',
    { oneOf: [CAT, DOG], ...mapping({ cat: CAT, kitten: CAT, dog: DOG }) },
    {
      oneOf: [ref('Cat'), ref('Dog')],
      ...mapping({ cat: ref('Cat').$ref, kitten: ref('Cat').$ref, dog: ref('Dog').$ref }),
    },
    { Cat: CAT, Dog: DOG },
  ],
  [
    'a choice that was edited',
    { anyOf: [{ ...CAT, description: 'Edited.' }], ...mapping({ cat: CAT }) },
    { anyOf: [ref('Cat')], ...mapping({ cat: ref('Cat').$ref }) },
    { Cat: { ...CAT, description: 'Edited.' } },
  ],
  [
    'targets of a mapping without choices, one without a title',
    mapping({ cat: CAT, other: { type: 'object' } }),
    mapping({ cat: ref('Cat').$ref, other: ref('other').$ref }),
    { Cat: CAT, other: { type: 'object' } },
  ],
  [
    'a target that extends the schema with the mapping',
    { title: 'Pet', ...mapping({ cat: { title: 'Cat', allOf: ['circular(Pet)', CAT] } }) },
    ref('Pet'),
    {
      Pet: { title: 'Pet', ...mapping({ cat: ref('Cat').$ref }) },
      Cat: { title: 'Cat', allOf: [ref('Pet'), CAT] },
    },
  ],
  [
    'a target that is the schema itself',
    { title: 'Pet', ...mapping({ pet: 'circular(Pet)', cat: '#/components/schemas/Cat' }) },
    ref('Pet'),
    { Pet: { title: 'Pet', ...mapping({ pet: ref('Pet').$ref, cat: ref('Cat').$ref }) } },
  ],
])('%s', (_name, schema, node, schemas) => {
  expect(withNames(schema, 'schema')).toEqual({ node, schemas });
});

it('schemas anywhere in an operation', () => {
  const node = { title: 'Node', items: 'circular(Node)' };
  const content = { 'application/json': { schema: node } };
  const parameters = [{ name: 'a', in: 'query', schema: node }];
  const callbacks = { done: { '{$url}': { post: { requestBody: { content } } } } };
  const named = { 'application/json': { schema: ref('Node') } };
  expect(
    withNames({ parameters, responses: { 200: { content } }, callbacks }, 'operation'),
  ).toEqual({
    node: {
      parameters: [{ name: 'a', in: 'query', schema: ref('Node') }],
      responses: { 200: { content: named } },
      callbacks: { done: { '{$url}': { post: { requestBody: { content: named } } } } },
    },
    schemas: { Node: { title: 'Node', items: ref('Node') } },
  });
});
