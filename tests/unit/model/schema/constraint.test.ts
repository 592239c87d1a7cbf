import { expect, test } from 'vitest';
import { sayInEnglish } from '../../../../src/model/page/words.ts';
import { constraintsOf, enumOf } from '../../../../src/model/schema/constraint.ts';

test.each<[object, string[]]>([
  [{ minimum: 0, maximum: 10, multipleOf: 0.5 }, ['min 0', 'max 10', 'multiple of 0.5']],
  [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, ['greater than 0', 'less than 1']],
  [
    { minLength: 1, maxLength: 64, pattern: '^a$' },
    ['min length 1', 'max length 64', 'pattern ^a$'],
  ],
  [
    { contentEncoding: 'base64', contentMediaType: 'image/png' },
    ['encoding base64', 'media type image/png'],
  ],
  [{ minItems: 1, maxItems: 2, uniqueItems: true }, ['min items 1', 'max items 2', 'unique items']],
  [{ contains: {}, minContains: 1, maxContains: 2 }, ['min contained 1', 'max contained 2']],
  [{ items: false, unevaluatedItems: false }, ['no further items', 'no other items']],
  [{ minProperties: 1, maxProperties: 2 }, ['min properties 1', 'max properties 2']],
  [
    { additionalProperties: false, unevaluatedProperties: false, propertyNames: false },
    ['no additional properties', 'no other properties', 'no properties'],
  ],
  [{ dependentRequired: { a: ['b', 'c'] } }, ['requires a → b, c']],
  [{ required: ['a', 'b'], properties: { a: {} } }, ['required b']],
  [
    { xml: { name: 'n', prefix: 'p', namespace: 'urn:x', attribute: true, wrapped: false } },
    ['XML name n', 'XML namespace urn:x', 'XML prefix p', 'XML attribute'],
  ],
  [
    { minimum: '1', pattern: 2, uniqueItems: 'yes', required: true, dependentRequired: [], xml: 1 },
    [],
  ],
])('%j says %j', (schema, expected) => {
  const told = constraintsOf({ ...schema }, sayInEnglish);
  expect(
    told.map(({ label, value }) => (value === undefined ? label : `${label} ${value}`)),
  ).toEqual(expected);
});

test.each<[string, object, object[]]>([
  ['values', { enum: ['a', null, 1] }, [{ value: 'a' }, { value: null }, { value: 1 }]],
  [
    'descriptions by value',
    { enum: ['a', 1], 'x-enumDescriptions': { a: 'A.', 1: 'One.' } },
    [
      { value: 'a', description: 'A.' },
      { value: 1, description: 'One.' },
    ],
  ],
  [
    'names and descriptions in order',
    { enum: [1], 'x-enum-varnames': ['ONE'], 'x-enum-descriptions': ['One.'] },
    [{ value: 1, description: 'ONE: One.' }],
  ],
  [
    'a list that does not fit',
    { enum: [1, 2], 'x-enumNames': ['ONE'] },
    [{ value: 1 }, { value: 2 }],
  ],
  [
    'constants as choices',
    { oneOf: [{ const: 'a', title: 'A', description: 'Is a.' }, { const: 'b' }] },
    [{ value: 'a', description: 'A: Is a.' }, { value: 'b' }],
  ],
  [
    'constants that are narrowed down',
    { enum: ['b', 'a'], oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }, { const: 'c' }] },
    [{ value: 'b' }, { value: 'a', description: 'A' }],
  ],
  ['choices that are more than constants', { oneOf: [{ const: 'a' }, { type: 'string' }] }, []],
  ['no list', { enum: 'x' }, []],
])('enum: %s', (_name, schema, expected) => {
  expect(enumOf({ ...schema })).toEqual(expected);
});
