import { expect, it } from 'vitest';
import { impliedMappings } from '../../../src/document/implied-mappings.ts';
import { Origins } from '../../../src/document/origin.ts';
import { upgrade } from '../../../src/document/upgrade.ts';
import { type JsonObject, own } from '../../../src/json/guards.ts';

const extend = (parent: string, properties: object = {}) => ({
  allOf: [{ $ref: `#/components/schemas/${parent}` }, { type: 'object', properties }],
});
const tagged = (more: object = {}) => ({ discriminator: { propertyName: 'kind' }, ...more });

/** The mapping of the schema `Item` among others. */
function mappingOf(schemas: object): unknown {
  const found = impliedMappings({ components: { schemas } } as JsonObject, new Origins());
  const item = own(own(own(found, 'components'), 'schemas'), 'Item');
  return own(own(item, 'discriminator'), 'mapping');
}

it.each<[what: string, schemas: object, mapping: object | undefined]>([
  [
    'all that extend it, in the order of the document',
    { 'Round tin': extend('Box'), Item: tagged(), Box: extend('Item'), Other: extend('Else') },
    { 'Round tin': '#/components/schemas/Round%20tin', Box: '#/components/schemas/Box' },
  ],
  [
    'by the only value that they allow',
    {
      Item: tagged(),
      A: extend('Item', { kind: { const: 'a' } }),
      B: extend('Item', { kind: { enum: ['b'] } }),
      C: extend('Item', { kind: { enum: ['c', 'd'] } }),
    },
    {
      a: '#/components/schemas/A',
      b: '#/components/schemas/B',
      C: '#/components/schemas/C',
    },
  ],
  [
    'in a circle',
    { Item: { ...tagged(), ...extend('A') }, A: extend('Item') },
    { A: '#/components/schemas/A' },
  ],
  [
    'a name with a slash',
    { Item: tagged(), 'a/b': extend('Item') },
    { 'a/b': '#/components/schemas/a~1b' },
  ],
  ['none', { Item: tagged() }, undefined],
  ['none of a choice', { Item: tagged({ oneOf: [{}] }), A: extend('Item') }, undefined],
  [
    'none beside a mapping',
    {
      Item: { discriminator: { propertyName: 'kind', mapping: { x: 'A' } } },
      A: extend('Item'),
      B: extend('Item'),
    },
    { x: 'A' },
  ],
  ['none without a property', { Item: { discriminator: {} }, A: extend('Item') }, undefined],
  ['wrong types', { Item: tagged(), A: { allOf: [null, { $ref: 5 }] }, B: null }, undefined],
])('%s', (_what, schemas, mapping) => {
  expect(mappingOf(schemas)).toEqual(mapping);
});

it('a document without any stays as it is', () => {
  const root = { components: { schemas: { Item: tagged(), A: {} } } };
  expect(impliedMappings(root, new Origins())).toBe(root);
});

it('of version 2.0, which knows no other way', () => {
  const definitions = {
    Item: { type: 'object', discriminator: 'kind', properties: { kind: { type: 'string' } } },
    Box: { allOf: [{ $ref: '#/definitions/Item' }, { type: 'object' }] },
  };
  const root = { swagger: '2.0', info: { title: 'Two', version: '1' }, paths: {}, definitions };
  const { document } = upgrade(root, '2.0', new Origins());
  expect(mappingOf(document.components?.schemas ?? {})).toEqual({
    Box: '#/components/schemas/Box',
  });
});
