import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../../src/document/load.ts';
import { asObject, entriesOf, isObject, own } from '../../../../src/json/guards.ts';
import { Budget } from '../../../../src/model/examples/budget.ts';
import { exampleValue } from '../../../../src/model/examples/example-value.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import type { Json } from '../../../../src/openapi/types.ts';
import type { SliceDocument } from '../../../../src/slices/slice.ts';
import { validatorOf } from '../../../support/validator.ts';
import { contextOf, ref } from '../slice-of.ts';

const OPTIONS = { direction: 'request', fields: 'required' } as const;

function required(schema: object, schemas: Record<string, object> = {}): Json {
  return sampleValue(schema, contextOf(schemas), OPTIONS).value;
}

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const uuid1 = '123e4567-e89b-42d3-a456-000000000000';

describe('required fields', () => {
  it.each<[what: string, schema: object, value: Json]>([
    [
      'nothing optional',
      { required: ['b'], properties: { a: text, b: text, c: { type: 'object' } } },
      { b: 'string' },
    ],
    [
      'the first text if nothing is required',
      { properties: { a: text, b: text } },
      { a: 'string' },
    ],
    [
      'a text before a number, and both before a list',
      { properties: { list: { type: 'array' }, size: { type: 'integer' }, a: text } },
      { a: 'string' },
    ],
    [
      'a number if there is no text',
      { properties: { o: {}, n: { type: 'integer' } } },
      { o: null },
    ],
    [
      'no id of another thing',
      { properties: { flow: uuid, user_id: { type: 'integer' }, parentId: text, a: text } },
      { a: 'string' },
    ],
    ['nothing rather than an id', { properties: { flow: uuid, users: { items: uuid } } }, {}],
    ['an id that is required', { required: ['flow'], properties: { flow: uuid } }, { flow: uuid1 }],
    [
      'an empty list of ids',
      { required: ['flows'], properties: { flows: { type: 'array', items: uuid } } },
      { flows: [] },
    ],
    [
      'as many ids as a list requires',
      { required: ['flows'], properties: { flows: { type: 'array', minItems: 1, items: uuid } } },
      { flows: [uuid1] },
    ],
    [
      'one item of another list, with what it requires',
      {
        required: ['list'],
        properties: {
          list: { type: 'array', items: { required: ['a'], properties: { a: text, b: text } } },
        },
      },
      { list: [{ a: 'string' }] },
    ],
    [
      'optional ones to reach a minimum, ids last',
      { minProperties: 2, properties: { flow: uuid, list: { type: 'array' }, a: text } },
      { list: [null], a: 'string' },
    ],
    [
      'nothing read-only',
      { properties: { id: { type: 'integer', readOnly: true }, a: text } },
      { a: 'string' },
    ],
    [
      'one scalar of an object if there are only objects',
      { properties: { settings: { properties: { flow: uuid, dark: { type: 'boolean' } } } } },
      { settings: { dark: true } },
    ],
    [
      'what the first choice requires',
      { properties: { x: text }, anyOf: [{ required: ['b'] }, { required: ['c'] }] },
      { b: null },
    ],
    [
      'what a required one depends on',
      {
        required: ['a'],
        properties: { a: text, b: text, c: text },
        dependentRequired: { a: ['b'] },
      },
      { a: 'string', b: 'string', c: 'string' },
    ],
    [
      "the document's example as it is",
      { properties: { a: text, b: text }, example: { b: 'x', a: 'y' } },
      { b: 'x', a: 'y' },
    ],
    ['the examples of properties', { properties: { a: { ...text, example: 'x' } } }, { a: 'x' }],
    ['an item of a list', { type: 'array', items: { properties: { a: text } } }, [{ a: 'string' }]],
  ])('have %s', (_what, schema, value) => {
    expect(required(schema)).toEqual(value);
  });

  it('are all of them in a response', () => {
    const schema = { properties: { a: text, b: text } };
    const value = sampleValue(schema, contextOf(), { direction: 'response' }).value;
    expect(value).toEqual({ a: 'string', b: 'string' });
  });
});

describe('a wanted choice', () => {
  const Cash = {
    required: ['kind'],
    properties: { kind: { const: 'cash' }, tip: { type: 'integer' } },
  };
  const Card = {
    required: ['kind'],
    properties: { kind: { const: 'card' }, tip: { type: 'integer' } },
  };
  const choices = [ref('Cash'), ref('Card')];
  const schemas = { Cash, Card };
  const valueFor = (schema: object, wanted: object[], fields: 'all' | 'required' = 'required') =>
    sampleValue(schema, contextOf(schemas), { ...OPTIONS, fields, wanted: new Set(wanted) }).value;

  it('comes first, with either fields', () => {
    expect(valueFor({ oneOf: choices }, [])).toEqual({ kind: 'cash' });
    expect(valueFor({ oneOf: choices }, [choices[1] ?? {}])).toEqual({ kind: 'card' });
    expect(valueFor({ oneOf: choices }, [choices[1] ?? {}], 'all')).toEqual({
      kind: 'card',
      tip: 0,
    });
  });

  it('is found in an optional property that leads to it, before an example', () => {
    const payment = { oneOf: choices, example: { kind: 'cash' } };
    const schema = { required: ['a'], properties: { a: text, payment }, example: { a: 'x' } };
    expect(valueFor(schema, [])).toEqual({ a: 'x' });
    expect(valueFor(schema, [payment, choices[1] ?? {}])).toEqual({
      a: 'string',
      payment: { kind: 'card' },
    });
  });

  it('is found among the schemas that extend one', () => {
    const discriminator = { propertyName: 'kind', mapping: { box: 'Box', tin: 'Tin' } };
    const Item = { type: 'object', properties: { kind: text }, discriminator };
    const extended = (name: string) => ({
      allOf: [ref('Item'), { required: ['kind'], properties: { [name]: {} } }],
    });
    const all = { Item, Box: extended('size'), Tin: extended('width') };
    const options = { ...OPTIONS, wanted: new Set([ref('Tin')]) };
    expect(sampleValue(ref('Item'), contextOf(all), options).value).toEqual({ kind: 'tin' });
  });

  it("takes the document's example only if it is of that choice", () => {
    const schema = { oneOf: choices };
    const media = { schema, examples: { one: { value: { kind: 'cash', tip: 5 } } } };
    const value = (wanted: object[]) =>
      exampleValue('application/json', media, contextOf(schemas), {
        ...OPTIONS,
        wanted: new Set(wanted),
      });
    expect(value([])).toEqual({ kind: 'cash', tip: 5 });
    expect(value([choices[0] ?? {}])).toEqual({ kind: 'cash', tip: 5 });
    expect(value([choices[1] ?? {}])).toEqual({ kind: 'card' });
  });
});

it('are valid in all of authentik, and refer to nothing that is not required', {
  timeout: 120_000,
}, async () => {
  const file = createRequire(import.meta.url).resolve('@goauthentik/api/schema.yml');
  const { document } = await loadDocument({ document: file, cwd: '/' });
  const context = createContext(document as unknown as SliceDocument);
  const mistakesIn = validatorOf(document?.components ?? {}, 'request');
  const found = entriesOf(document?.paths).flatMap(([path, item]) =>
    entriesOf(item).flatMap(([method, operation]) => {
      const content = own(own(operation, 'requestBody'), 'content');
      const schema = own(own(content, 'application/json'), 'schema');
      if (schema === undefined) return [];
      const { value } = sampleValue(schema, { ...context, budget: new Budget() }, OPTIONS);
      const names = asObject(context.flatten(schema).schema).required;
      const optional = isObject(value)
        ? Object.keys(value).filter((name) => Array.isArray(names) && !names.includes(name))
        : [];
      return [
        {
          place: `${method} ${path}`,
          errors: mistakesIn(value as Json, schema),
          optional,
          size: Object.keys(asObject(value)).length,
        },
      ];
    }),
  );
  expect(found.length).toBeGreaterThan(400);
  expect(found.filter(({ errors }) => errors.length > 0)).toEqual([]);
  expect(found.filter(({ optional }) => optional.length > 0)).toEqual([]);
  expect(JSON.stringify(found.filter(({ size }) => size > 9))).toBe('[]');
});
