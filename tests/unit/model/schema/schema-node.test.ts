import { describe, expect, test } from 'vitest';
import { MAX_PROPERTIES } from '../../../../src/model/schema/schema-node.ts';
import { nodeOf, outlineOf, ref } from '../slice-of.ts';

const text = { type: 'string' };

describe('what is inside of a schema', () => {
  test.each<[string, unknown, string[]]>([
    [
      'properties, required ones marked, then patterns and all others',
      {
        type: 'object',
        required: ['a'],
        properties: { a: text, b: { type: 'integer' } },
        patternProperties: { '^x-': {} },
        additionalProperties: { type: 'boolean' },
      },
      ['object', '  a!: string', '  b: integer', '  ^x-: any', '  any key: boolean'],
    ],
    [
      'no other properties: a constraint, no property',
      { properties: { a: text }, additionalProperties: false },
      ['object', '  a: string'],
    ],
    [
      'properties of the items of arrays, under the array',
      { type: 'array', items: { type: 'array', items: { properties: { a: text } } } },
      ['array of array of object', '  a: string'],
    ],
    [
      'tuples',
      { type: 'array', prefixItems: [text, { type: 'integer' }], items: { type: 'boolean' } },
      [
        'array of boolean',
        '  <Item 1>: string',
        '  <Item 2>: integer',
        '  <Further items>: boolean',
      ],
    ],
    [
      'allOf, merged',
      { allOf: [{ properties: { a: text }, required: ['a'] }, { properties: { b: text } }] },
      ['object', '  a!: string', '  b: string'],
    ],
    [
      'allOf that contradicts itself, as a part',
      {
        allOf: [
          { type: 'string', minLength: 1 },
          { type: 'integer', minimum: 1 },
        ],
      },
      ['string', '  <Also>: integer'],
    ],
    [
      'choices beside properties',
      {
        properties: { a: text },
        oneOf: [{ title: 'Card', properties: { b: text } }, { required: ['a'] }],
      },
      ['object', '  a: string', '  [Card]: object', '    b: string', '  [with a]: object'],
    ],
    [
      'oneOf and anyOf',
      { oneOf: [text, { type: 'integer' }], anyOf: [{ title: 'A' }, { title: 'B' }] },
      [
        'string or integer',
        '  [string]: string',
        '  [integer]: integer',
        '  <Also>: any',
        '    [A]: any',
        '    [B]: any',
      ],
    ],
    [
      'everything else that holds a schema',
      {
        contains: text,
        unevaluatedItems: text,
        propertyNames: text,
        unevaluatedProperties: text,
        contentSchema: text,
        not: { const: 1 },
        if: text,
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: text,
        else: text,
        dependentSchemas: { a: text },
      },
      [
        'any',
        '  <Contains>: string',
        '  <Other items>: string',
        '  <Property names>: string',
        '  <Other properties>: string',
        '  <Content>: string',
        '  <Must not match>: integer',
        '  <If>: string',
        '  <Then>: string',
        '  <Otherwise>: string',
        '  <If a is present>: string',
      ],
    ],
    ['not true', { not: true }, ['any', '  <Must not match>: any']],
    ['a property that may not be there', { properties: { a: false } }, ['object', '  a: nothing']],
    [
      'names of JavaScript',
      JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":{}}}'),
      ['object', '  __proto__: string', '  constructor: any'],
    ],
  ])('%s', (_name, schema, expected) => {
    expect(outlineOf(nodeOf(schema))).toEqual(expected);
  });
});

describe('named schemas (D6)', () => {
  const User = { type: 'object', properties: { name: text } };

  test.each<[string, unknown, object, string[]]>([
    [
      'are drawn once, where they are nearest to the top',
      { properties: { deep: { properties: { user: ref('User') } }, owner: ref('User') } },
      { User },
      [
        'object',
        '  deep: object',
        '    user: User -> User (repeated)',
        '  owner: User',
        '    name: string',
      ],
    ],
    [
      'that contain themselves end in a link',
      ref('Node'),
      { Node: { properties: { next: ref('Node'), all: { type: 'array', items: ref('Node') } } } },
      ['Node', '  next: Node -> Node (recursive)', '  all: array of Node -> Node (recursive)'],
    ],
    [
      'that contain each other end in a link',
      ref('A'),
      { A: { properties: { b: ref('B') } }, B: { additionalProperties: ref('A') } },
      ['A', '  b: B', '    any key: A -> A (recursive)'],
    ],
    [
      'that are arrays of themselves end in a link',
      ref('List'),
      { List: { type: 'array', items: ref('List') } },
      ['array of List -> List (recursive)'],
    ],
    [
      'that refer to themselves or to each other only',
      { properties: { self: ref('Self'), all: ref('All'), a: ref('A') } },
      { Self: ref('Self'), All: { allOf: [ref('All')] }, A: ref('B'), B: ref('A') },
      ['object', '  self: Self', '  all: All', '  a: A'],
    ],
    [
      'that are extended by a part of themselves',
      ref('Node'),
      {
        Node: { properties: { child: { allOf: [ref('Node'), { properties: { extra: text } }] } } },
      },
      ['Node', '  child: Node -> Node (recursive)', '    extra: string'],
    ],
    [
      'that are small are drawn wherever they occur',
      { properties: { a: ref('Kind'), b: ref('Kind'), c: ref('Kinds'), d: ref('Kinds') } },
      { Kind: { type: 'string', enum: ['x'] }, Kinds: { type: 'array', items: ref('Kind') } },
      ['object', '  a: string', '  b: string', '  c: array of string', '  d: array of string'],
    ],
    [
      'without a page, in $defs',
      ref('Tree'),
      {
        Tree: {
          $defs: { leaf: User },
          properties: { a: { $ref: '#/components/schemas/Tree/$defs/leaf' } },
        },
      },
      ['Tree', '  a: leaf', '    name: string'],
    ],
    [
      'by $anchor and $dynamicRef',
      ref('Tree'),
      {
        Tree: {
          $dynamicAnchor: 'node',
          properties: { kids: { items: { $dynamicRef: '#node' } }, a: { $ref: '#leaf' } },
        },
        Leaf: { $anchor: 'leaf', ...User },
      },
      ['Tree', '  kids: array of Tree -> Tree (recursive)', '  a: Leaf', '    name: string'],
    ],
    [
      'with a base that lists its children',
      ref('Pet'),
      {
        Pet: {
          properties: { kind: text },
          discriminator: {
            propertyName: 'kind',
            mapping: { dog: 'Dog', cat: '#/components/schemas/Cat' },
          },
        },
        Dog: { allOf: [ref('Pet'), { properties: { barks: { type: 'boolean' } } }] },
        Cat: { allOf: [ref('Pet'), { properties: { friend: ref('Pet') } }] },
      },
      [
        'Pet',
        '  kind: string',
        '  [Dog]: Dog',
        '    kind: string',
        '    barks: boolean',
        '  [Cat]: Cat',
        '    kind: string',
        '    friend: Pet -> Pet (recursive)',
      ],
    ],
  ])('%s', (_name, schema, schemas, expected) => {
    expect(outlineOf(nodeOf(schema, schemas))).toEqual(expected);
  });

  test('keep what stands beside the reference when they are linked', () => {
    const node = nodeOf(
      {
        properties: {
          a: ref('User'),
          b: { ...ref('User'), description: 'The owner.', deprecated: true },
          c: { type: 'array', items: ref('User'), minItems: 1 },
          d: { anyOf: [ref('User'), { type: 'null' }] },
        },
      },
      { User },
    );
    const [, b, c, d] = node.properties.map((property) => property.schema);
    expect(b).toMatchObject({ type: 'User', description: 'The owner.', deprecated: true });
    expect(b?.link).toEqual({
      name: 'User',
      href: '/schemas/user/',
      reason: 'repeated',
      shown: { id: 'request-a', trail: ['a'] },
    });
    expect(c).toMatchObject({
      type: 'array of User',
      constraints: [{ label: 'min items', value: '1' }],
    });
    expect(d).toMatchObject({ type: 'User or null', nullable: true });
  });

  test('deep and connected: linear, with links to what is left', () => {
    const level = (next: string) => ({ properties: { a: ref(next), b: ref(next), c: text } });
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`L${index}`, level(`L${index + 1}`)]),
    );
    const lines = outlineOf(nodeOf(ref('L0'), { ...schemas, L40: { properties: { end: text } } }));
    expect(lines.length).toBe(25);
    expect(lines).toContain(`${' '.repeat(16)}a: L8 -> L8 (deep)`);
  });

  test.each([
    ['components', '#/components/schemas/'],
    ['$defs', '#/components/schemas/Root/$defs/'],
  ])('extended at every level, from %s: stops at the budget', (_name, base) => {
    const extend = (next: number) => ({
      allOf: [{ $ref: `${base}L${next}` }, { properties: { x: text } }],
    });
    const levels = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `L${index}`,
        { properties: { a: extend(index + 1), b: extend(index + 1) } },
      ]),
    );
    const lines = outlineOf(nodeOf(extend(0), { ...levels, Root: { $defs: levels } }));
    expect(lines.length).toBeLessThan(4 * MAX_PROPERTIES);
  });

  test('wide: named schemas are linked when there is no room left', () => {
    const names = Array.from({ length: 100 }, (_, index) => `S${index}`);
    const fields = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`f${index}`, text]),
    );
    const schemas = Object.fromEntries(names.map((name) => [name, { properties: fields }]));
    const root = { properties: Object.fromEntries(names.map((name) => [name, ref(name)])) };
    const links = outlineOf(nodeOf(root, schemas)).filter((line) => line.endsWith('(deep)'));
    expect(links.length).toBe(100 - MAX_PROPERTIES / 10);
  });
});

test.each<['request' | 'response' | 'both', string[], string[]]>([
  ['request', ['name', 'password'], ['id', 'group']],
  ['response', ['id', 'name', 'group'], ['password']],
  ['both', ['id', 'name', 'password', 'group'], []],
])('a %s shows %j and leaves out %j', (direction, shown, omitted) => {
  const schema = {
    properties: {
      id: { type: 'integer', readOnly: true },
      name: text,
      password: { type: 'string', writeOnly: true },
      group: { allOf: [ref('Group')], readOnly: true },
    },
  };
  const node = nodeOf(schema, { Group: { properties: { a: text } } }, direction);
  expect(node.properties.map((property) => property.name)).toEqual(shown);
  expect(node.omitted).toEqual(omitted);
});

test('anchors follow the path; arrays add nothing, choices their label', () => {
  const node = nodeOf({
    properties: {
      results: { type: 'array', items: { properties: { 'user.name': text } } },
      'a b': text,
      'a/b': text,
      größe: text,
      pay: {
        oneOf: [
          { title: 'CreditCard', properties: { number: text } },
          { title: 'Cash', properties: {} },
        ],
      },
    },
    additionalProperties: true,
  });
  const anchors = (from: typeof node): string[] => [
    ...from.properties.flatMap((property) => [property.anchor, ...anchors(property.schema)]),
    ...(from.choices?.options ?? []).flatMap((option) => [
      option.anchor,
      ...anchors(option.schema),
    ]),
  ];
  expect(anchors(node)).toEqual([
    'request-results',
    'request-results-user.name',
    'request-a~20~b~~',
    'request-a~2f~b~~',
    'request-gr~f6~dfe',
    'request-pay',
    'request-pay-credit-card',
    'request-pay-credit-card-number',
    'request-pay-cash',
    'request-property-name',
  ]);
});

test('facts of the items of an array stand with the array', () => {
  const node = nodeOf({
    type: 'array',
    description: 'Colours.',
    maxItems: 3,
    items: {
      type: 'string',
      description: 'One colour.',
      enum: ['red'],
      minLength: 1,
      example: 'red',
    },
  });
  expect(node).toMatchObject({
    description: 'Colours.\n\nOne colour.',
    constraints: [
      { label: 'max items', value: '3' },
      { label: 'item min length', value: '1' },
    ],
    enum: [{ value: 'red' }],
    examples: [['red']],
  });
});

test('default null is a default, no default is none', () => {
  expect(nodeOf({ default: null }).default).toBeNull();
  expect('default' in nodeOf({})).toBe(false);
});
