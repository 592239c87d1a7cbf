import { expect, test } from 'vitest';
import { choicesOf } from '../../../../src/model/schema/choice.ts';
import { contextOf, ref } from '../slice-of.ts';

const schemas = {
  Cat: { properties: { kind: { const: 'cat' } } },
  Dog: { title: 'Good dog', properties: { kind: { enum: ['dog', 'puppy'] } } },
  'a/b': { properties: {} },
};
const discriminator = (mapping?: object) => ({ discriminator: { propertyName: 'kind', mapping } });

/** Schema, then each choice as `label: discriminator values`. */
test.each<[string, unknown, string[]]>([
  ['component names and titles', { oneOf: [ref('Cat'), ref('Dog')] }, ['Cat:', 'Good dog:']],
  [
    'types in words',
    { anyOf: [{ type: 'string' }, { type: 'array', items: ref('Cat') }] },
    ['string:', 'array of Cat:'],
  ],
  ['constants', { oneOf: [{ const: 'a', minLength: 1 }, { type: 'integer' }] }, ['a:', 'integer:']],
  [
    'nothing to go by',
    { oneOf: [{ type: 'object' }, { properties: {} }] },
    ['Option 1:', 'Option 2:'],
  ],
  [
    'required properties',
    { anyOf: [{ required: ['a'] }, { required: ['b', 'c'] }] },
    ['with a:', 'with b, c:'],
  ],
  ['the same title twice', { oneOf: [{ title: 'A' }, { title: 'A' }] }, ['A:', 'A (2):']],
  [
    'a title twice, distinguished by name',
    { oneOf: [ref('Dog'), { ...ref('Cat'), title: 'Good dog' }] },
    ['Good dog:', 'Cat:'],
  ],
  [
    'mapping by pointer and by bare name',
    {
      oneOf: [ref('Cat'), ref('a~1b')],
      ...discriminator({ c: 'Cat', k: '#/components/schemas/Cat', x: 'a/b' }),
    },
    ['Cat:c,k', 'a/b:x'],
  ],
  [
    'values by the property',
    { oneOf: [ref('Cat'), ref('Dog')], ...discriminator() },
    ['Cat:cat', 'Good dog:dog,puppy'],
  ],
  [
    'values by the name',
    { oneOf: [ref('Cat'), ref('a~1b')], ...discriminator() },
    ['Cat:cat', 'a/b:a/b'],
  ],
  [
    'no list but a mapping',
    discriminator({ c: 'Cat', d: 'Dog', e: 'Dog' }),
    ['Cat:c', 'Good dog:d,e'],
  ],
  [
    'a default, listed or not',
    {
      discriminator: { propertyName: 'kind', mapping: { c: 'Cat' }, defaultMapping: 'Dog' },
    },
    ['Cat:c', 'Good dog:dog,puppy or else'],
  ],
  ['wrong types', { oneOf: [1, 'x'], discriminator: [], anyOf: {} }, ['Option 1:', 'Option 2:']],
])('%s', (_name, schema, expected) => {
  const context = contextOf(schemas);
  const choices = choicesOf(context.flatten(schema), context);
  const told = choices?.options.map(
    ({ label, values, isDefault }) => `${label}:${values.join(',')}${isDefault ? ' or else' : ''}`,
  );
  expect(told).toEqual(expected);
});

test.each<[string, unknown]>([
  ['no list', {}],
  ['an empty list', { oneOf: [] }],
  ['constants only, which are an enum', { oneOf: [{ const: 1 }, { const: 2 }] }],
  ['one choice, which is no choice', { oneOf: [ref('Cat')] }],
])('no choices: %s', (_name, schema) => {
  const context = contextOf(schemas);
  expect(choicesOf(context.flatten(schema), context)).toBeUndefined();
});
