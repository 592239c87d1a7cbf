import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/json/guards.ts';
import { jsonText, parseJson } from '../../../../src/json/text.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import type { Direction } from '../../../../src/model/schema/schema.ts';
import type { Json } from '../../../../src/openapi/types.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

type Schema = JsonObject | boolean;
type Schemas = Record<string, Schema>;

function contextOf(schemas: Schemas = {}) {
  return createContext({ openapi: '3.1.0', components: { schemas } } as unknown as SliceDocument);
}

function sample(schema: Schema, schemas: Schemas = {}, direction: Direction = 'both'): Json {
  return sampleValue(schema, contextOf(schemas), { direction }).value;
}

/** What a validator of its own has against a value; nothing where it is valid. */
function errorsOf(value: Json, schema: Schema, schemas: Schemas): unknown {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'doc', components: { schemas } });
  const absolute = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components', '"doc#/components'),
  );
  return ajv.validate(absolute, value) ? [] : ajv.errors;
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('sampleValue: exact values', () => {
  it.each<[what: string, schema: Schema, value: Json]>([
    ['string', { type: 'string' }, 'string'],
    ['integer', { type: 'integer' }, 0],
    ['boolean', { type: 'boolean' }, true],
    ['null', { type: 'null' }, null],
    ['anything', true, null],
    ['a type or null', { type: ['null', 'string'] }, 'string'],
    ['minimum', { type: 'integer', minimum: 3 }, 3],
    ['maximum', { type: 'number', maximum: -2 }, -2],
    ['const', { const: { a: 1 } }, { a: 1 }],
    ['enum', { enum: [null, 'b', 'c'] }, 'b'],
    ['default', { type: 'string', default: 'x' }, 'x'],
    ['a default that is not valid', { type: 'string', default: 1 }, 'string'],
    ['example before default', { type: 'string', default: 'x', example: 'y' }, 'y'],
    ['examples', { type: 'integer', examples: ['no', 7] }, 7],
    ['date-time', { type: 'string', format: 'date-time' }, '2024-01-15T09:30:00Z'],
    ['byte', { type: 'string', contentEncoding: 'base64' }, 'c3RyaW5n'],
    ['an unknown format', { type: 'string', format: 'slug' }, 'string'],
    ['a list', { type: 'array', items: { type: 'string' } }, ['string']],
    ['a list without room', { type: 'array', maxItems: 0 }, []],
    [
      'an object',
      { properties: { a: { type: 'string' }, b: { type: 'integer' } } },
      { a: 'string', b: 0 },
    ],
    ['a map', { additionalProperties: { type: 'integer' } }, { property1: 0 }],
    ['a map of anything', { type: 'object', additionalProperties: true }, {}],
  ])('%s', (_what, schema, value) => {
    expect(sample(schema)).toEqual(value);
  });

  it('leaves out what is read-only in requests and write-only in responses', () => {
    const schema: Schema = {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer', readOnly: true },
        secret: { type: 'string', writeOnly: true },
        nested: { allOf: [ref('ReadOnly')] },
      },
    };
    const schemas = { ReadOnly: { type: 'string', readOnly: true } };
    expect(sample(schema, schemas, 'request')).toEqual({ secret: 'YOUR_SECRET' });
    expect(sample(schema, schemas, 'response')).toEqual({ id: 1, nested: 'string' });
  });

  it('gives a discriminator the value of its mapping', () => {
    const schemas: Schemas = {
      Cat: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string' }, meow: { type: 'boolean' } },
      },
      Dog: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } },
      Base: {
        type: 'object',
        properties: { kind: { type: 'string' } },
        discriminator: { propertyName: 'kind', mapping: { child: '#/components/schemas/Child' } },
      },
      Child: { allOf: [ref('Base'), { properties: { more: { type: 'string' } } }] },
    };
    const pets: Schema = {
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: { propertyName: 'kind', mapping: { tom: '#/components/schemas/Cat' } },
    };
    expect(sample(pets, schemas)).toEqual({ kind: 'tom', meow: true });
    expect(sample({ ...pets, oneOf: [ref('Dog')] }, schemas)).toMatchObject({ kind: 'Dog' });
    expect(sample(ref('Child'), schemas)).toEqual({ kind: 'child', more: 'string' });
  });

  it.each<[what: string, schema: object, text: string]>([
    ['JSON', {}, '{"delta":"Hä"}'],
    ['JSON in base64', { contentEncoding: 'base64' }, 'eyJkZWx0YSI6IkjDpCJ9'],
    ['JSON in base64url', { contentEncoding: 'base64url' }, 'eyJkZWx0YSI6IkjDpCJ9'],
    ['too much for its text', { maxLength: 3 }, 'ing'],
    ['a notation that is not JSON', { contentMediaType: 'text/html' }, 'string'],
    ['an example beside it', { examples: ['{}'] }, '{}'],
  ])('a text that holds a value: %s', (_what, keywords, text) => {
    const content = {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: ref('Delta'),
      ...keywords,
    };
    const Delta: Schema = { properties: { delta: { type: 'string', examples: ['Hä'] } } };
    expect(sample(content as Schema, { Delta })).toBe(text);
  });

  it('null, where a default or an example says so', () => {
    const name: Schema = { type: ['string', 'null'] };
    expect(sample({ properties: { a: { ...name, default: null } } })).toEqual({ a: null });
    expect(sample({ properties: { a: { ...name, examples: [null] } } })).toEqual({ a: null });
    expect(sample({ properties: { a: { type: 'string', default: null } } })).toEqual({
      a: 'string',
    });
  });

  it('keeps names that objects have by themselves', () => {
    const schema = JSON.parse(
      '{"properties": {"__proto__": {"type": "string"}, "constructor": {"type": "string"}}}',
    );
    expect(JSON.stringify(sample(schema))).toBe('{"__proto__":"string","constructor":"string"}');
  });
});

const HARD: Schemas = {
  Email: { type: 'string', format: 'email', minLength: 20, maxLength: 30 },
  Formats: {
    type: 'object',
    properties: Object.fromEntries(
      (
        'date-time date time duration email hostname ipv4 ipv6 uri uri-reference uuid json-pointer ' +
        'relative-json-pointer regex uri-template byte'
      )
        .split(' ')
        .map((format) => [format, { type: 'string', format }]),
    ),
  },
  Lengths: {
    type: 'array',
    prefixItems: [
      { type: 'string', minLength: 40 },
      { type: 'string', maxLength: 2 },
    ],
    minItems: 2,
  },
  Pattern: { type: 'string', pattern: '^[A-Z]{3}-\\d+$', minLength: 12 },
  PatternWithFormat: { type: 'string', pattern: '^https://' },
  Exclusive: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  ExclusiveInteger: { type: 'integer', exclusiveMinimum: 0 },
  Multiple: { type: 'integer', minimum: 7, multipleOf: 5 },
  Fraction: { type: 'number', minimum: 1, multipleOf: 0.5, exclusiveMinimum: 1 },
  Between: { type: 'number', minimum: 0.2, maximum: 0.3 },
  Negative: { type: 'integer', maximum: -1, multipleOf: 3 },
  Unique: {
    type: 'array',
    minItems: 4,
    uniqueItems: true,
    items: { type: 'string', format: 'uuid' },
  },
  UniqueEnum: { type: 'array', minItems: 3, uniqueItems: true, items: { enum: ['a', 'b', 'c'] } },
  UniqueObjects: {
    type: 'array',
    minItems: 3,
    uniqueItems: true,
    items: { type: 'object', required: ['a'], properties: { a: { type: 'integer', maximum: 1 } } },
  },
  UniqueNumbers: {
    type: 'array',
    minItems: 3,
    uniqueItems: true,
    items: { type: 'number', multipleOf: 0.1 },
  },
  Tuple: {
    type: 'array',
    prefixItems: [{ type: 'string' }, { type: 'integer' }],
    items: false,
    minItems: 2,
  },
  Contains: {
    type: 'array',
    items: { type: 'integer' },
    contains: { minimum: 10 },
    minContains: 2,
  },
  AllOf: {
    allOf: [
      { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
      { properties: { a: { minLength: 9 } } },
    ],
  },
  OneOfOverlap: {
    oneOf: [
      { type: 'object', properties: { a: { type: 'string' } } },
      {
        type: 'object',
        required: ['b'],
        properties: { b: { type: 'string' }, a: { type: 'integer' } },
      },
    ],
  },
  OneOfWithBase: {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string' } },
    oneOf: [{ required: ['b'] }, { required: ['c'] }],
  },
  OneOfNumbers: { oneOf: [{ type: 'integer' }, { type: 'number' }] },
  AnyOf: { anyOf: [false, { type: 'string', minLength: 3 }] },
  TwoChoices: {
    allOf: [
      { oneOf: [{ required: ['a'], properties: { a: { const: 1 } } }, { required: ['b'] }] },
      { anyOf: [{ required: ['c'], properties: { c: { type: 'string' } } }] },
    ],
    type: 'object',
  },
  Not: {
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'string' } },
    not: { required: ['a'] },
  },
  If: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['x', 'y'] } },
    if: { properties: { kind: { const: 'x' } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema is called so
    then: { required: ['extra'], properties: { extra: { type: 'integer', minimum: 5 } } },
  },
  Else: { type: 'integer', minimum: 4, if: { maximum: 2 }, else: { multipleOf: 7 } },
  DependentRequired: {
    type: 'object',
    properties: { a: { type: 'string' } },
    dependentRequired: { a: ['b'] },
  },
  DependentSchemas: {
    type: 'object',
    properties: { a: { type: 'string' } },
    dependentSchemas: {
      a: { required: ['b'], properties: { b: { type: 'integer', minimum: 2 } } },
    },
  },
  MinProperties: { type: 'object', minProperties: 3, additionalProperties: { type: 'string' } },
  MaxProperties: { type: 'object', maxProperties: 1, properties: { a: true, b: true } },
  Names: {
    type: 'object',
    minProperties: 2,
    propertyNames: { pattern: '^x-[a-z]+$' },
    additionalProperties: { type: 'integer' },
  },
  PatternProperties: {
    type: 'object',
    minProperties: 1,
    patternProperties: { '^\\d+$': { type: 'boolean' } },
    additionalProperties: false,
  },
  RequiredOnly: { type: 'object', required: ['a', 'b'] },
  Nullable: { anyOf: [{ type: 'null' }, { type: 'string', format: 'uuid' }] },
  Tree: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string' },
      parent: ref('Tree'),
      children: { type: 'array', items: ref('Tree') },
    },
  },
  Expression: {
    oneOf: [
      { type: 'object', required: ['not'], properties: { not: ref('Expression') } },
      {
        type: 'object',
        required: ['all'],
        properties: { all: { type: 'array', minItems: 2, items: ref('Expression') } },
      },
      { type: 'string' },
    ],
  },
  Linked: {
    type: 'object',
    required: ['next'],
    properties: { next: { oneOf: [ref('Linked'), { type: 'null' }] } },
  },
  Mutual: { type: 'object', required: ['other'], properties: { other: ref('MutualOther') } },
  MutualOther: {
    type: 'object',
    required: ['back'],
    properties: { back: { type: 'array', items: ref('Mutual') } },
  },
  MapOfSelf: { type: 'object', additionalProperties: ref('MapOfSelf') },
  Widened: { type: ['string', 'integer'], enum: [3, 'x'] },
};

describe('sampleValue: valid against hard schemas', () => {
  it.each(Object.keys(HARD))('%s', (name) => {
    const value = sample(ref(name), HARD);
    expect(errorsOf(value, ref(name), HARD), JSON.stringify(value)).toEqual([]);
  });
});

describe('sampleValue: numbers that a double does not hold', () => {
  it.each([
    [
      '{"type":"integer","minimum":9007199254740993,"maximum":9007199254740993}',
      '9007199254740993',
    ],
    ['{"type":"integer","minimum":9223372036854775807}', '9223372036854775807'],
    ['{"type":"integer","maximum":-9223372036854775809}', '-9223372036854775809'],
    ['{"type":"integer","exclusiveMinimum":9223372036854775807}', '9223372036854775808'],
    ['{"type":"number","minimum":1e400}', '1e400'],
    ['{"type":"number","minimum":1.0}', '1'],
    ['{"const":18446744073709551615}', '18446744073709551615'],
    ['{"enum":[1.10]}', '1.10'],
    ['{"type":"integer","default":9007199254740993,"maximum":9007199254740992}', '0'],
  ])('%s: %s', (text, expected) => {
    const schema = parseJson(text);
    expect(jsonText(sampleValue(schema, contextOf(), { direction: 'both' }).value)).toBe(expected);
  });
});

describe('sampleValue: size', () => {
  const levels = (required: boolean): Schemas =>
    Object.fromEntries(
      Array.from({ length: 15 }, (_, level): [string, Schema] => [
        `L${level}`,
        {
          type: 'object',
          ...(required && { required: ['left', 'right'] }),
          properties:
            level === 14
              ? { end: { type: 'string' } }
              : { left: ref(`L${level + 1}`), right: ref(`L${level + 1}`) },
        },
      ]),
    );

  it('stays small where levels refer twice to the next', () => {
    const schemas = levels(false);
    const value = sample(ref('L0'), schemas);
    expect(JSON.stringify(value).length).toBeLessThan(5_000);
    expect(errorsOf(value, ref('L0'), schemas)).toEqual([]);
  });

  it.each([
    ['Linked', { next: null }],
    ['Expression', { not: 'string' }],
  ])('a choice that ends goes before one that goes on: %s', (name, expected) => {
    expect(sample(ref(name), HARD)).toEqual(expected);
  });

  it('takes the smallest choice where the first one is too large', () => {
    const schemas = levels(true);
    const small: Schema = { type: 'object', required: ['end'], properties: { end: { const: 1 } } };
    const schema: Schema = { oneOf: [ref('L0'), ref('L5'), small] };
    expect(sampleValue(schema, contextOf(schemas), { direction: 'both' })).toEqual({
      value: { end: 1 },
    });
    const nested: Schema = { type: 'array', minItems: 1, items: schema };
    expect(sampleValue(nested, contextOf(schemas), { direction: 'both' })).toEqual({
      value: [{ end: 1 }],
    });
  });

  it('is cut where nothing may be left out', () => {
    expect(JSON.stringify(sample(ref('L0'), levels(true))).length).toBeLessThan(5_000);
  });

  it('ends where a schema needs itself', () => {
    const self: Schemas = {
      Self: {
        type: 'object',
        required: ['a', 'b'],
        properties: { a: ref('Self'), b: ref('Self') },
      },
    };
    expect(JSON.stringify(sample(ref('Self'), self)).length).toBeLessThan(5_000);
  });

  it('ends where a schema extends itself', () => {
    const self: Schemas = {
      Self: { allOf: [ref('Self'), { properties: { a: { type: 'string' } } }] },
    };
    expect(sample(ref('Self'), self)).toEqual({ a: 'string' });
  });

  it.each(['oneOf', 'anyOf'])(
    'ends where choices lead to each other in a circle: %s',
    (keyword) => {
      const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
      const schemas = Object.fromEntries(
        names.map((name) => [name, { [keyword]: names.map(ref) }]),
      );
      expect(sample(ref('S0'), schemas)).toEqual({});
    },
  );

  it('ends for schemas that contradict themselves and values of wrong types', () => {
    const wrong = [
      { type: 'string', minLength: 5, maxLength: 2 },
      { type: 'integer', minimum: 5, maximum: 4 },
      { type: 'array', minItems: 1e9, items: { type: 'string' } },
      { type: 'string', minLength: 1e9 },
      { type: 'object', minProperties: 1e9 },
      {
        type: 5,
        properties: 'x',
        required: 'y',
        enum: 3,
        allOf: {},
        oneOf: [1, null, 'a'],
        items: [],
      },
      { enum: [] },
      false,
    ];
    for (const schema of wrong) {
      expect(() => sample(schema as unknown as Schema)).not.toThrow();
    }
  });
});

it('follows $dynamicRef as it does $ref', () => {
  const Tree: Schema = {
    $dynamicAnchor: 'tree',
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, next: { $dynamicRef: '#tree' } },
  };
  expect(sample({ $dynamicRef: '#tree' }, { Tree })).toEqual({ name: 'My tree' });
});
