import { expect, test } from 'vitest';
import { nodeOf, outlineOf, ref } from '../slice-of.ts';

const text = { type: 'string' };
const map = (values: unknown, more: object = {}) => ({
  type: 'object',
  additionalProperties: values,
  ...more,
});

test.each<[what: string, schema: unknown, outline: string[]]>([
  ['values of a type', map(text), ['map of string']],
  ['any values', map(true), ['map of any']],
  ['any values, as a schema', map({}), ['map of any']],
  ['lists and maps', map({ type: 'array', items: map(text) }), ['map of array of map of string']],
  [
    'values with more to say',
    map({ ...text, maxLength: 3 }),
    ['map of string', '  any key: string'],
  ],
  ['values that are named', map(ref('Id')), ['map of string', '  any key: string']],
  ['a map that is named', ref('Labels'), ['Labels', '  any key: string']],
  [
    'a map that something else is said of',
    { allOf: [map(text), { not: { required: ['a'] } }, { not: { required: ['b'] } }] },
    [
      'map of string',
      '  any key: string',
      '  <Must not match>: object',
      '  <Also>: any',
      '    <Must not match>: object',
    ],
  ],
  [
    'names that something else is said of',
    map(
      { ...text, minLength: 1 },
      { propertyNames: { allOf: [{ pattern: '^a' }, { pattern: 'b$' }] } },
    ),
    ['map of string', '  any key: string', '  <Property names>: any', '    <Also>: any'],
  ],
  [
    'beside properties',
    map(text, { properties: { a: text } }),
    ['object', '  a: string', '  any key: string'],
  ],
  [
    'named by the author',
    map({ ...text, 'x-additionalPropertiesName': 'language' }),
    ['map of string', '  language: string'],
  ],
  [
    'certain names',
    map(text, { propertyNames: { enum: ['low', 'high'] } }),
    ['map of string', '  low | high: string'],
  ],
  [
    'names by pattern, behind a reference',
    map(text, { propertyNames: ref('Key') }),
    ['map of string', '  ^[a-z]+$: string'],
  ],
  [
    'names with more to say',
    map({ ...text, minLength: 1 }, { propertyNames: { pattern: '^a', maxLength: 3 } }),
    ['map of string', '  any key: string', '  <Property names>: any'],
  ],
  [
    'too many names',
    map({ ...text, minLength: 1 }, { propertyNames: { enum: [...'abcdefghijklmnopqrstuvw'] } }),
    ['map of string', '  any key: string', '  <Property names>: string'],
  ],
  [
    'names of other properties, by pattern',
    { propertyNames: { pattern: '^a' }, patternProperties: { '^a': text } },
    ['any', '  ^a: string', '  <Property names>: any'],
  ],
])('%s', (_what, schema, outline) => {
  const schemas = {
    Id: text,
    Labels: map(text),
    Key: { type: 'string', pattern: '^[a-z]+$' },
  };
  expect(outlineOf(nodeOf(schema, schemas))).toEqual(outline);
});
