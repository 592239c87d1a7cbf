import { expect, test } from 'vitest';
import { typeName } from '../../../../src/model/schema/type-name.ts';
import { contextOf, ref } from '../slice-of.ts';

const context = contextOf({
  User: { type: 'object', properties: { name: { type: 'string' } } },
  Users: { type: 'array', items: ref('User') },
  Id: { type: 'string', format: 'uuid' },
  Kind: { type: 'string', enum: ['a', 'b'] },
  Pet: { oneOf: [ref('User'), ref('Id')] },
  Nested: { type: 'array', items: ref('Nested') },
});

test.each<[unknown, string]>([
  [true, 'any'],
  [{}, 'any'],
  [undefined, 'any'],
  ['text', 'any'],
  [false, 'nothing'],
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
  [{ format: 'date' }, 'any (date)'],
  [{ type: 'boolean', format: 'odd' }, 'boolean (odd)'],
  [{ type: 'boolean', format: 'boolean' }, 'boolean'],
  [{ type: ['integer', 'null'] }, 'integer or null'],
  [
    { type: ['string', 'integer', 'null'], format: 'int64' },
    'string (int64) or integer (int64) or null',
  ],
  [{ type: 'null' }, 'null'],
  [{ const: null }, 'null'],
  [{ enum: [null] }, 'null'],
  [{ type: 'object' }, 'object'],
  [{ properties: {} }, 'object'],
  [{ type: 'object', additionalProperties: { type: 'string' } }, 'map of string'],
  [{ type: 'object', additionalProperties: ref('User') }, 'map of User'],
  [{ type: 'object', additionalProperties: {} }, 'map of any'],
  [{ type: 'object', additionalProperties: false }, 'object'],
  [{ type: 'object', properties: { a: {} }, additionalProperties: {} }, 'object'],
  [{ type: 'array' }, 'array'],
  [{ items: { type: 'string' } }, 'array of string'],
  [{ type: 'array', items: ref('User') }, 'array of User'],
  [{ type: 'array', items: ref('Users') }, 'array of Users'],
  [{ type: 'array', items: { type: 'array', items: {} } }, 'array of array of any'],
  [{ type: 'array', items: { type: ['string', 'null'] } }, 'array of (string or null)'],
  [{ type: ['array', 'null'], items: ref('Id') }, 'array of string (uuid) or null'],
  [{ enum: ['a', 1, 1.5, null] }, 'string or integer or number or null'],
  [{ const: 'a' }, 'string'],
  [ref('User'), 'User'],
  [ref('Users'), 'array of User'],
  [ref('Id'), 'string (uuid)'],
  [ref('Kind'), 'string'],
  [ref('Pet'), 'Pet'],
  [ref('Missing'), 'Missing'],
  [ref('Nested'), 'array of Nested'],
  [{ allOf: [ref('User')], description: 'The owner.' }, 'User'],
  [{ allOf: [ref('User'), { properties: { b: {} } }] }, 'object'],
  [{ anyOf: [ref('User'), { type: 'null' }] }, 'User or null'],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'string or integer'],
  [
    { oneOf: [{ type: 'string' }, { type: 'integer' }, { enum: [null] }] },
    'string or integer or null',
  ],
  [{ oneOf: ['integer', 'string', 'array', 'object'].map((type) => ({ type })) }, 'one of 4 types'],
])('the type of %j is %s', (schema, expected) => {
  expect(typeName(schema, context)).toBe(expected);
});
