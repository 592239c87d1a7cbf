import { describe, expect, it, test } from 'vitest';
import { own } from '../../../../src/json/guards.ts';
import { annotationOf } from '../../../../src/model/schema/merge.ts';
import { contextOf, ref } from '../slice-of.ts';

const context = contextOf({
  User: {
    title: 'User',
    description: 'A user.',
    type: 'object',
    properties: { a: { type: 'string' } },
  },
  Alias: ref('User'),
  Circle: { allOf: [ref('Circle')], maxLength: 3 },
  Null: { enum: [null] },
});

/** A schema, what it is merged to, and the names of what it is and of what is merged in. */
test.each<[string, unknown, object]>([
  ['a reference', ref('Alias'), { ref: 'Alias', bases: ['Alias', 'User'] }],
  [
    'what stands beside a reference goes first',
    { ...ref('User'), description: 'The owner.' },
    { ref: 'User', schema: { title: 'User', description: 'The owner.' } },
  ],
  [
    'allOf with one reference and remarks is that reference',
    { allOf: [ref('User'), { readOnly: true }], deprecated: true },
    { ref: 'User', schema: { title: 'User', readOnly: true, deprecated: true } },
  ],
  [
    'allOf with properties beside is an extension: without the name and title of its base',
    { allOf: [ref('User')], properties: { b: {} } },
    {
      ref: undefined,
      bases: ['User'],
      schema: expect.not.objectContaining({ title: 'User' }),
    },
  ],
  [
    'titles and descriptions of parts are told besides those of the whole',
    {
      description: 'All.',
      allOf: [
        ref('User'),
        { title: 'One', description: 'First.', properties: { b: {} } },
        { title: 'Other', description: 'Second.', properties: { c: {} } },
      ],
    },
    {
      partTitles: ['One', 'Other'],
      schema: { description: 'All.\n\nFirst.\n\nSecond.' },
    },
  ],
  [
    'what is said beside a reference in allOf goes before what it leads to',
    { allOf: [ref('User'), { title: 'Owner', description: 'The owner.' }] },
    { ref: 'User', schema: { title: 'User', description: 'The owner.' } },
  ],
  [
    'the title of a choice without an alternative is one of its own',
    { oneOf: [{ title: 'Only', const: 1 }] },
    { ownTitle: 'Only', schema: { const: 1 } },
  ],
  [
    'what a part says of the whole holds, what a base says of itself does not',
    {
      allOf: [{ properties: { b: {} }, xml: { wrapped: true }, deprecated: true }, ref('User')],
    },
    { schema: { xml: { wrapped: true }, deprecated: true } },
  ],
  [
    'the same property twice holds twice',
    { allOf: [{ properties: { a: { minLength: 1 } } }, ref('User')] },
    { schema: { properties: { a: { allOf: [{ minLength: 1 }, { type: 'string' }] } } } },
  ],
  ['a circle', ref('Circle'), { ref: 'Circle', bases: ['Circle'], schema: { maxLength: 3 } }],
  ['a reference to nothing', ref('Missing'), { ref: 'Missing', schema: {} }],
  ['a pointer that cannot be decoded', { $ref: '#/%E0%A4%A' }, { ref: '%E0%A4%A', schema: {} }],
  ['anyOf with null', { anyOf: [ref('User'), { type: 'null' }] }, { ref: 'User', nullable: true }],
  [
    'null by reference, among more choices',
    { oneOf: [ref('User'), { type: 'string' }, ref('Null')] },
    { nullable: true, schema: { oneOf: [ref('User'), { type: 'string' }] } },
  ],
  ['type with null', { type: ['string', 'null'] }, { nullable: true }],
  ['enum with null', { enum: ['a', null] }, { nullable: true }],
  [
    'enum with null, but a type without',
    { type: 'string', enum: ['a', null] },
    { nullable: false },
  ],
  ['false', { allOf: [false] }, { never: true }],
  [
    'intersections',
    {
      allOf: [
        {
          type: ['number', 'string'],
          minimum: 1,
          maximum: 9,
          enum: [1, 2, 3],
          required: ['a'],
          uniqueItems: true,
        },
        {
          type: 'integer',
          minimum: 2,
          maximum: 12,
          enum: [2, 3, 4],
          required: ['b', 'a'],
          uniqueItems: false,
        },
      ],
    },
    {
      schema: {
        type: ['integer'],
        minimum: 2,
        maximum: 9,
        enum: [2, 3],
        required: ['a', 'b'],
        uniqueItems: true,
      },
    },
  ],
  [
    'other properties: the stricter rule',
    { allOf: [{ additionalProperties: {} }, { additionalProperties: { type: 'string' } }] },
    { schema: { additionalProperties: { type: 'string' } } },
  ],
  [
    'no other properties wins',
    { allOf: [{ additionalProperties: false }, { additionalProperties: true }] },
    { schema: { additionalProperties: false } },
  ],
  [
    'what cannot be said as one is left over',
    {
      allOf: [{ pattern: 'a', not: {} }, { pattern: 'b', not: { type: 'null' } }, { pattern: 'a' }],
    },
    { schema: { pattern: 'a', not: {} }, rest: [{ pattern: 'b', not: { type: 'null' } }] },
  ],
  [
    'conditions stay together',
    {
      allOf: [
        { if: { minimum: 1 }, else: false },
        { if: { maximum: 1 }, else: true },
      ],
    },
    { schema: { if: { minimum: 1 } }, rest: [{ if: { maximum: 1 }, else: true }] },
  ],
  [
    'wrong types',
    {
      allOf: [
        { properties: [], required: true, minimum: '1', type: 3, enum: 'x' },
        { required: 'a', minimum: 2 },
      ],
    },
    { schema: { properties: [], required: [], minimum: 2, type: 3 } },
  ],
])('%s', (_name, schema, expected) => {
  const { ref: named, bases, ...flat } = context.flatten(schema);
  expect({ ...flat, ref: named?.name, bases: bases.map((base) => base.name) }).toMatchObject(
    expected,
  );
});

test('a schema object is flattened once', () => {
  const schema = ref('User');
  expect(context.flatten(schema)).toBe(context.flatten(schema));
});

test('nothing given is changed', () => {
  const schemas = { Base: { properties: { a: { type: 'string' } }, required: ['a'] } };
  const schema = { allOf: [ref('Base'), { properties: { a: { minLength: 1 } }, required: ['b'] }] };
  const before = JSON.stringify([schemas, schema]);
  contextOf(schemas).flatten(schema);
  expect(JSON.stringify([schemas, schema])).toBe(before);
});

describe('what narrows a schema goes before it', () => {
  const Base = {
    type: 'object',
    properties: {
      state: { type: 'string', enum: ['planned', 'lost'], default: 'planned', 'x-note': 'base' },
      weight: { type: 'number', maximum: 100, default: 50, examples: [5, 50] },
    },
  };
  const schemas = { Base, State: { enum: ['planned', 'lost'], default: 'planned' } };
  const annotations = (schema: unknown, property?: string) => {
    const context = contextOf(schemas);
    const flat = context.flatten(schema).schema;
    const one =
      property === undefined ? flat : context.flatten(own(flat.properties, property)).schema;
    return Object.fromEntries(Object.entries(one).filter(([key]) => annotationOf(key)));
  };
  const state = (schema: object) => ({ properties: { state: schema } });
  const weight = (schema: object) => ({ properties: { weight: schema } });
  const lost = { enum: ['lost'], default: 'lost', 'x-note': 'narrow' };

  it.each<[what: string, schema: object, property: string | undefined, expected: object]>([
    [
      'the member beside a named one',
      { allOf: [ref('Base'), state(lost)] },
      'state',
      { default: 'lost', 'x-note': 'narrow' },
    ],
    [
      'in any order',
      { allOf: [state(lost), ref('Base')] },
      'state',
      { default: 'lost', 'x-note': 'narrow' },
    ],
    [
      'what stands beside allOf',
      { allOf: [ref('Base')], ...state(lost) },
      'state',
      { default: 'lost', 'x-note': 'narrow' },
    ],
    [
      'what stands beside a $ref',
      { ...ref('State'), default: 'lost' },
      undefined,
      { default: 'lost' },
    ],
    [
      'the later of two members',
      { allOf: [state({ default: 'planned' }), state({ default: 'lost' })] },
      'state',
      { default: 'lost' },
    ],
    [
      'the nearest of many',
      {
        allOf: [{ allOf: [ref('Base'), weight({ default: 1 })] }, weight({ default: 2 })],
        ...weight({ default: 3 }),
      },
      'weight',
      { default: 3, examples: [5, 50] },
    ],
    [
      'the member, where what stands beside allOf says nothing',
      {
        allOf: [{ allOf: [ref('Base'), weight({ default: 1 })] }, weight({ default: 2 })],
        ...weight({ minimum: 1 }),
      },
      'weight',
      { default: 2, examples: [5, 50] },
    ],
    [
      'not what it rules out',
      { allOf: [ref('Base'), weight({ maximum: 10 })] },
      'weight',
      { examples: [5] },
    ],
    [
      'an example or examples, whichever is narrower',
      { allOf: [ref('Base'), weight({ example: 7 })] },
      'weight',
      { default: 50, example: 7 },
    ],
    [
      'but an author sees a wrong value',
      { allOf: [{ enum: ['planned'] }], default: 'none' },
      undefined,
      { default: 'none' },
    ],
    ['also a wrong one alone', { enum: ['a'], default: 'b' }, undefined, { default: 'b' }],
  ])('%s', (_what, schema, property, expected) => {
    expect(annotations(schema, property)).toEqual(expected);
  });

  it('whatever order the parts come in, a default keeps to the limits of all', () => {
    const parts = [
      state({ default: 'planned' }),
      state({ enum: ['lost', 'found'], default: 'found' }),
      state({ enum: ['planned', 'lost'], default: 'lost' }),
    ];
    for (const [a, b, c] of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const) {
      const allOf = [parts[a], parts[b], parts[c]];
      expect(annotations({ allOf }, 'state'), `${a}${b}${c}`).toEqual({ default: 'lost' });
    }
  });
});
