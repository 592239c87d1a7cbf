import { describe, expect, it } from 'vitest';
import { asArray, asObject } from '../../../../src/json/guards.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { contextOf, ref } from '../slice-of.ts';

const OPTIONS = { direction: 'request', fields: 'required' } as const;
const text = { type: 'string' };

/** Two kinds of payment, distinguished by a constant. */
const kind = (value: string) => ({ required: ['kind'], properties: { kind: { const: value } } });
const schemas = { Cash: kind('cash'), Card: kind('card') };
const [cash, card] = [ref('Cash'), ref('Card')];
const payment = { oneOf: [cash, card] };
const list = { type: 'array', items: payment };
const given = [{ kind: 'cash' }];

describe('a wanted choice inside of', () => {
  it.each<[what: string, schema: object, members: object[], value: unknown]>([
    ['the items of a list', list, [], [{ kind: 'card' }]],
    ['a list with an example', { ...list, examples: [given] }, [], [{ kind: 'card' }]],
    ['a list of lists', { type: 'array', items: list, default: [given] }, [], [[{ kind: 'card' }]]],
    [
      'the first items of a list',
      { type: 'array', prefixItems: [payment], example: given },
      [],
      [{ kind: 'card' }],
    ],
    [
      'a map',
      { type: 'object', additionalProperties: payment, example: { a: given[0] } },
      [payment],
      { property1: { kind: 'card' } },
    ],
    [
      'a map with other members',
      { required: ['a'], properties: { a: text }, additionalProperties: payment },
      [payment],
      { a: 'string', property1: { kind: 'card' } },
    ],
    [
      'a map of lists',
      { type: 'object', additionalProperties: list },
      [list],
      { property1: [{ kind: 'card' }] },
    ],
    [
      'members by pattern',
      { type: 'object', patternProperties: { '^a$': text, '^b$': payment } },
      [payment],
      { b: { kind: 'card' } },
    ],
    [
      'a schema that cannot be merged',
      { allOf: [{ oneOf: [{ minProperties: 1 }] }, payment], example: given[0] },
      [],
      { kind: 'card' },
    ],
  ])('%s', (_what, schema, members, value) => {
    const wanted = new Set([card, ...members]);
    expect(sampleValue(schema, contextOf(schemas), { ...OPTIONS, wanted }).value).toEqual(value);
  });

  const deep = (inner: object, levels: number): object =>
    levels === 0 ? inner : { required: ['a'], properties: { a: deep(inner, levels - 1) } };

  it('an optional property is shown, however deep it is', () => {
    const nullable = { type: ['object', 'null'], ...payment };
    const schema = deep({ properties: { payment: nullable } }, 9);
    const options = { direction: 'request', wanted: new Set([nullable, card]) } as const;
    const value = JSON.stringify(sampleValue(schema, contextOf(schemas), options).value);
    expect(value).toContain('"a":{"payment":{"kind":"card"}}');
  });

  it('a list is shown, however deep it is', () => {
    const schema = deep(list, 9);
    const value = (wanted: object[]) =>
      JSON.stringify(
        sampleValue(schema, contextOf(schemas), { ...OPTIONS, wanted: new Set(wanted) }).value,
      );
    expect(value([])).toContain('"a":[]');
    expect(value([card])).toContain('"a":[{"kind":"card"}]');
  });

  it('a schema that its discriminator maps to, in a list', () => {
    const discriminator = { propertyName: 'kind', mapping: { box: 'Box', tin: 'Tin' } };
    const Item = { type: 'object', properties: { kind: text }, discriminator };
    const all = {
      Item,
      Box: { allOf: [ref('Item'), { required: ['kind'] }] },
      Tin: { allOf: [ref('Item'), { required: ['kind'] }] },
    };
    const items = { type: 'array', items: ref('Item'), example: [{ kind: 'box' }] };
    const valueFor = (name: string) =>
      sampleValue(items, contextOf(all), { ...OPTIONS, wanted: new Set([ref(name)]) }).value;
    expect(valueFor('Box')).toEqual([{ kind: 'box' }]);
    expect(valueFor('Tin')).toEqual([{ kind: 'tin' }]);
  });

  it('a schema that contains itself ends', () => {
    const Tree = {
      required: ['payment', 'children'],
      properties: {
        payment,
        children: { type: 'array', items: ref('Tree') },
        byName: { type: 'object', additionalProperties: ref('Tree') },
      },
    };
    const wanted = new Set([payment, card]);
    const context = contextOf({ ...schemas, Tree });
    expect(sampleValue(ref('Tree'), context, { ...OPTIONS, wanted }).value).toEqual({
      payment: { kind: 'card' },
      children: [],
    });
  });
});

describe('a property that says which choice another one has', () => {
  const variants = { Cash: { type: 'object' }, BankAccount: { type: 'object' } };
  const both = [ref('Cash'), ref('BankAccount')];
  const mapping = { 'x.cash': 'Cash', 'x.bank': 'BankAccount' };
  const tagged = { oneOf: both, discriminator: { propertyName: 'kind', mapping } };
  const payments = { CashPayment: { type: 'object' }, CardPayment: { type: 'object' } };
  const named = { anyOf: [ref('CashPayment'), ref('CardPayment')] };
  const inline = (name: string) => ({ required: [name], properties: { [name]: { const: 1 } } });

  it.each<[what: string, properties: Record<string, object>, wanted: number, values: object]>([
    [
      'the discriminator',
      { kind: { enum: Object.keys(mapping) }, by: tagged },
      1,
      { kind: 'x.bank' },
    ],
    [
      'it under another name',
      { what: { enum: ['x.bank', 'x.cash'] }, by: tagged },
      1,
      { what: 'x.bank' },
    ],
    [
      'it without a choice of the reader',
      { what: { enum: ['x.bank', 'x.cash'] }, by: tagged },
      -1,
      { what: 'x.cash' },
    ],
    [
      'it against an example',
      { kind: { enum: Object.keys(mapping), example: 'x.cash' }, by: tagged },
      1,
      { kind: 'x.bank' },
    ],
    [
      'the names of the choices',
      { kind: { enum: ['cash', 'bank_account'] }, by: { oneOf: both } },
      1,
      { kind: 'bank_account' },
    ],
    [
      'what sets the names apart',
      { kind: { enum: ['CARD', 'CASH'] }, by: named },
      1,
      { kind: 'CARD' },
    ],
    [
      'not if it has more values',
      { kind: { enum: ['cash', 'bank_account', 'gold'] }, by: { oneOf: both } },
      1,
      { kind: 'cash' },
    ],
    [
      'not if it has other values',
      { kind: { enum: ['one', 'two'] }, by: { oneOf: both } },
      1,
      { kind: 'one' },
    ],
    [
      'not if it has fewer values',
      { kind: { enum: ['x.cash'] }, by: tagged },
      1,
      { kind: 'x.cash' },
    ],
    [
      'not if the choices have no names',
      { kind: { enum: ['a', 'b'] }, by: { oneOf: [inline('a'), inline('b')] } },
      1,
      { kind: 'a' },
    ],
    [
      'not if two properties could be meant',
      { kind: { enum: Object.keys(mapping) }, by: tagged, to: { ...tagged } },
      1,
      { kind: 'x.cash' },
    ],
  ])('follows %s', (_what, properties, wanted, values) => {
    const schema = { required: Object.keys(properties), properties };
    const { oneOf, anyOf } = asObject(properties.by);
    const choice = [oneOf, anyOf].flatMap(asArray)[wanted];
    const { value } = sampleValue(schema, contextOf({ ...variants, ...payments }), {
      ...OPTIONS,
      wanted: new Set(choice === undefined ? [] : [properties.by, choice]),
    });
    expect(value).toMatchObject(values);
  });

  it('is not added if it is optional', () => {
    const schema = {
      required: ['by'],
      properties: { kind: { enum: Object.keys(mapping) }, by: tagged },
    };
    const { value } = sampleValue(schema, contextOf(variants), OPTIONS);
    expect(value).toEqual({ by: { kind: 'x.cash' } });
  });
});

describe('a body that is only a map has an entry', () => {
  it.each<[what: string, schema: object, value: unknown]>([
    [
      'of its values',
      { type: 'object', additionalProperties: { type: 'integer' } },
      { property1: 0 },
    ],
    ['that is a text if it may be anything', { additionalProperties: {} }, { property1: 'string' }],
    ['or true', { type: 'object', additionalProperties: true }, { property1: 'string' }],
    ['by its pattern', { patternProperties: { '^x-$': {} } }, { 'x-': 'string' }],
    [
      'of an allowed name',
      { additionalProperties: {}, propertyNames: { enum: ['en'] } },
      { en: 'string' },
    ],
    [
      'in its items',
      { type: 'array', items: { additionalProperties: text } },
      [{ property1: 'string' }],
    ],
    ['unless nothing says that it is one', { type: 'object' }, {}],
    [
      'unless it has a property',
      { properties: { a: text }, additionalProperties: {} },
      { a: 'string' },
    ],
    ['unless it may not have any', { additionalProperties: {}, maxProperties: 0 }, {}],
  ])('%s', (_what, schema, value) => {
    expect(sampleValue(schema, contextOf(), OPTIONS).value).toEqual(value);
    expect(sampleValue(schema, contextOf(), { direction: 'request' }).value).toEqual(value);
  });

  it('but a map beside other fields need not', () => {
    const schema = {
      required: ['a', 'map'],
      properties: { a: text, map: { type: 'object', additionalProperties: text } },
    };
    expect(sampleValue(schema, contextOf(), OPTIONS).value).toEqual({ a: 'string', map: {} });
  });
});
