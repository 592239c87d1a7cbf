import { describe, expect, it } from 'vitest';
import { entriesOf, own } from '../../../../src/json/guards.ts';
import { jsonText, parseJson } from '../../../../src/json/text.ts';
import { createContext, type ModelContext } from '../../../../src/model/page/context.ts';
import { givenValue, inputOf } from '../../../../src/model/request/control.ts';
import {
  addedValue,
  firstValue,
  ofVariant,
  type ValueForm,
  valueForm,
  variantOf,
  withMember,
} from '../../../../src/model/request/value-form.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';

const SCHEMAS = {
  Cat: {
    type: 'object',
    required: ['kind', 'name'],
    properties: {
      kind: { type: 'string' },
      name: { type: 'string' },
      lives: { type: 'integer' },
    },
  },
  Dog: {
    type: 'object',
    required: ['kind', 'name'],
    properties: {
      kind: { type: 'string' },
      name: { type: 'string' },
      tail: { type: 'boolean' },
    },
  },
  Pet: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
    },
  },
  Tree: {
    type: 'object',
    properties: {
      id: { type: 'integer', readOnly: true },
      label: { type: 'string' },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
    required: ['label'],
  },
};

const context: ModelContext = createContext({
  openapi: '3.1.0',
  info: { title: '', version: '' },
  components: { schemas: SCHEMAS },
} as unknown as SliceDocument);

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const kindOf = (schema: unknown, value: unknown): string => {
  const form = valueForm(schema, value, context);
  return form.kind === 'control' ? form.control.kind : form.kind;
};

describe('the form for a value', () => {
  it.each<[what: string, schema: unknown, value: unknown, kind: string, nullable: boolean]>([
    ['an object', ref('Tree'), {}, 'object', false],
    ['an object that is not there yet', ref('Tree'), undefined, 'object', false],
    ['a map', { additionalProperties: { type: 'integer' } }, { a: 1 }, 'object', false],
    ['a free object', { type: 'object' }, {}, 'object', false],
    ['a list', { type: 'array', items: { type: 'string' } }, ['a'], 'list', false],
    [
      'a list of a few values',
      { type: 'array', items: { enum: ['a', 'b'] } },
      ['a'],
      'choices',
      false,
    ],
    ['a list with another value', { type: 'array', items: { enum: ['a'] } }, ['z'], 'list', false],
    ['a text', { type: 'string' }, 'a', 'text', false],
    ['a text or null', { type: ['string', 'null'] }, null, 'text', true],
    ['null as a choice', { oneOf: [{ type: 'string' }, { type: 'null' }] }, 'a', 'text', true],
    ['a boolean', { type: 'boolean' }, true, 'choice', false],
    ['one of a few', { enum: ['a', 'b'] }, 'b', 'choice', false],
    ['none of a few', { enum: ['a', 'b'] }, 'c', 'json', false],
    ['a number', { type: 'integer' }, 3, 'number', false],
    ['a number being typed', { type: 'number' }, '1.', 'number', false],
    ['a date', { type: 'string', format: 'date' }, '2024-02-29', 'date', false],
    ['a time', { type: 'string', format: 'date-time' }, '2024-02-29T12:00:00Z', 'date-time', false],
    [
      'a time that the control would rewrite',
      { type: 'string', format: 'date-time' },
      '2024-02-29T12:00:00+02:00',
      'text',
      false,
    ],
    ['a secret', { type: 'string', format: 'password' }, 'a', 'password', false],
    ['a file, which JSON does not hold', { type: 'string', format: 'binary' }, 'a', 'text', false],
    ['a choice', ref('Pet'), { kind: 'dog' }, 'variants', false],
    ['anything', {}, { a: 1 }, 'json', false],
    ['one of two types', { type: ['string', 'integer'] }, 1, 'json', false],
    ['a text in place of an object', ref('Tree'), 'a', 'json', false],
    ['an object in place of a text', { type: 'string' }, {}, 'json', false],
    ['a number in place of a text', { type: 'string' }, 1, 'json', false],
    ['an object in place of a list', { type: 'array', items: {} }, {}, 'json', false],
  ])('%s', (_what, schema, value, kind, nullable) => {
    expect([kindOf(schema, value), valueForm(schema, value, context).nullable]).toEqual([
      kind,
      nullable,
    ]);
  });

  it('has required members first, and none that are only read', () => {
    const form = valueForm(
      {
        type: 'object',
        required: ['z', 'id'],
        properties: {
          a: { type: 'string' },
          z: { type: 'string' },
          id: { type: 'string', readOnly: true },
        },
      },
      {},
      context,
    );
    expect(form.kind === 'object' && form.members.map(({ name }) => name)).toEqual(['z', 'a']);
  });

  it('lets a map have other members, and an object with its own ones not', () => {
    const others = (schema: object): unknown => {
      const form = valueForm(schema, {}, context);
      return form.kind === 'object' && form.others;
    };
    expect(others({ type: 'object' })).toBe(true);
    expect(others({ type: 'object', additionalProperties: false })).toBe(false);
    expect(others({ additionalProperties: { type: 'integer' } })).toEqual({ type: 'integer' });
    expect(others(ref('Tree'))).toBe(false);
  });
});

/** Every part of a value as its fields show it, put together again as the fields would. */
function throughForm(schema: unknown, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  const form: ValueForm = valueForm(schema, value, context);
  switch (form.kind) {
    case 'control':
      // Empty controls change nothing until they are filled in.
      return value === '' || (form.control.kind === 'choices' && jsonText(value) === '[]')
        ? value
        : givenValue(inputOf(value, form.control), form.control);
    case 'variants':
      return throughForm(form.variants[form.chosen]?.schema, value);
    case 'list':
      return (value as unknown[]).map((item, index) => throughForm(form.itemOf(index), item));
    case 'object':
      return entriesOf(value).reduce<unknown>((whole, [name, member]) => {
        const known = form.members.find((one) => one.name === name);
        return withMember(whole, name, throughForm(known?.schema ?? true, member));
      }, value);
  }
}

describe('nothing is lost on the way through a form', () => {
  const VALUES = [
    'null',
    '""',
    '"2024-02-29T12:00:00.5+02:00"',
    '12345678901234567890',
    '1.10',
    'true',
    '[]',
    '[null,[1,{"a":[]}],"x"]',
    '{"label":"a","children":[{"label":"","children":[]}],"more":{"__proto__":1,"constructor":2}}',
    '{"kind":"dog","name":"Rex","tail":"no","unknown":[1.0]}',
    '{"kind":"fish"}',
    '{"0":1,"b":2,"1":3}',
  ];
  const FORMS: unknown[] = [
    {},
    true,
    ...Object.keys(SCHEMAS).map(ref),
    { type: 'string' },
    { type: 'string', format: 'date-time' },
    { type: 'string', format: 'date' },
    { type: 'number' },
    { type: 'boolean' },
    { type: ['array', 'null'], items: { type: 'string' } },
    { type: 'array', items: { enum: ['x', 1] } },
    { type: 'object', additionalProperties: { type: 'array', items: { type: 'integer' } } },
    { anyOf: [{ type: 'integer' }, { type: 'array', items: {} }, ref('Tree')] },
    { enum: ['x', null, 1] },
  ];
  it.each(FORMS.map((schema) => [JSON.stringify(schema), schema] as const))(
    '%s',
    (_name, schema) => {
      for (const text of VALUES) {
        const value = parseJson(text);
        expect(jsonText(throughForm(schema, value)), text).toBe(jsonText(value));
      }
    },
  );
});

describe('variants', () => {
  const variants = () => {
    const form = valueForm(ref('Pet'), { kind: 'dog' }, context);
    if (form.kind !== 'variants') throw new Error(form.kind);
    return form;
  };

  it('are named, and chosen by their tag, by the reader, or by what fits', () => {
    const { variants: all, chosen } = variants();
    expect(all.map(({ label }) => label)).toEqual(['Cat', 'Dog']);
    expect(chosen).toBe(1);
    expect(variantOf({ kind: 'cat', tail: true }, all, context, 1)).toBe(0);
    const untagged = all.map(({ label, schema }) => ({ label, schema }));
    const both = { kind: '', name: '' };
    expect(variantOf(both, untagged, context)).toBe(0);
    expect(variantOf(both, untagged, context, 1)).toBe(1);
    expect(variantOf({ tail: 1 }, untagged, context)).toBe(1);
  });

  it('a chosen one keeps what it may have of the one before', () => {
    const [, dog] = variants().variants;
    if (!dog) throw new Error('no dog');
    const value = ofVariant({ kind: 'cat', name: 'Tom', lives: 9 }, dog, context);
    expect(value).toMatchObject({ kind: 'dog', name: 'Tom' });
    expect(own(value, 'lives')).toBeUndefined();
  });
});

it('a first value is what the schema requires, and recursive schemas end', () => {
  expect(Object.keys(Object(firstValue(ref('Tree'), 'tree', context)))).toEqual(['label']);
});

it.each([
  ['of texts', { type: 'array', items: { type: 'string' } }, ['']],
  ['of objects', { type: 'array', items: ref('Cat') }, [{ name: 'My cat' }]],
  [
    'that has a first value',
    { type: 'array', items: { type: 'integer' }, default: [1, 2] },
    [1, 2],
  ],
])('a list %s is added with an item', (_, schema, value) => {
  expect(addedValue(schema, 'list', context)).toEqual(value);
});

it('what is no list is added as it begins', () => {
  expect(addedValue(ref('Tree'), 'tree', context)).toEqual(
    firstValue(ref('Tree'), 'tree', context),
  );
});

it.each([
  ['is changed in its place', 'a', 3, '{"a":3,"b":2}'],
  ['is added at the end', 'c', 3, '{"a":1,"b":2,"c":3}'],
  ['is removed', 'a', undefined, '{"b":2}'],
  ['may have any name', '__proto__', 3, '{"a":1,"b":2,"__proto__":3}'],
] as const)('a member %s', (_what, name, value, text) => {
  expect(jsonText(withMember({ a: 1, b: 2 }, name, value))).toBe(text);
});
