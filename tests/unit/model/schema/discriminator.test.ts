import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { impliedMappings } from '../../../../src/document/implied-mappings.ts';
import { Origins } from '../../../../src/document/origin.ts';
import { own } from '../../../../src/json/guards.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { buildPage } from '../../../../src/model/page/build-page.ts';
import type { SchemaPageModel } from '../../../../src/model/page/page.ts';
import { buildMediaTypes } from '../../../../src/model/request/media-type.ts';
import { discriminatorValues } from '../../../../src/model/schema/discriminator.ts';
import { componentRef } from '../../../../src/model/schema/ref.ts';
import type { Document, Json } from '../../../../src/openapi/types.ts';
import { planPages } from '../../../../src/slices/plan.ts';
import { buildSlices } from '../../../../src/slices/slices.ts';
import { contextOf, ref } from '../slice-of.ts';

type Schemas = Record<string, object>;

const sample = (schema: object, schemas: Schemas): Json =>
  sampleValue(schema, contextOf(schemas), { direction: 'both' }).value;

/** The examples on the pages of schemas, by name. */
function pageExamples(schemas: Schemas, paths = {}): Record<string, Json> {
  const info = { title: 'Test', version: '1' };
  const root = { openapi: '3.1.0', info, paths, components: { schemas } };
  const document = impliedMappings(root, new Origins()) as unknown as Document;
  const { plan } = planPages(document, 'api');
  const pages = buildSlices(document, plan).filter(({ page }) => page.kind === 'schema');
  return Object.fromEntries(
    pages.map(({ page, json }) => {
      const { examples, schema } = buildPage(JSON.parse(json)) as SchemaPageModel;
      const first = examples[0] ?? schema.choices?.options[0]?.example;
      return [page.name, JSON.parse(first?.value ?? '')];
    }),
  );
}

describe('the values that select a choice', () => {
  const schemas = {
    Cat: { properties: { kind: { type: 'string' } } },
    Dog: { properties: { kind: { const: 'woof' } } },
    'Round tin': {},
    Bird: { allOf: [ref('Wing'), { properties: { kind: { enum: ['a', 'b'] } } }] },
    Wing: { properties: { kind: { enum: ['b', 'c'] } } },
    Base: { properties: { kind: { enum: ['Fish', 'Cat'] } } },
    Fish: { allOf: [ref('Base')] },
    Pets: { oneOf: [ref('Dog'), { properties: { kind: { const: 'x' } } }] },
  };
  it.each<[what: string, option: object, mapping: object | undefined, values: string[]]>([
    ['its name', ref('Cat'), undefined, ['Cat']],
    ['what it allows itself', ref('Dog'), undefined, ['woof']],
    ['what all its parts allow', ref('Bird'), undefined, ['b']],
    ['its name, of what a shared base allows', ref('Fish'), undefined, ['Fish']],
    ['what its own choices allow', ref('Pets'), undefined, ['woof', 'x']],
    ['what it allows without a name', { properties: { kind: { const: 'y' } } }, undefined, ['y']],
    ['none', { type: 'object' }, undefined, []],
    ['the mapping, before all else', ref('Dog'), { d: '#/components/schemas/Dog' }, ['d']],
    ['several of a mapping', ref('Cat'), { a: 'Cat', b: '#/components/schemas/Cat' }, ['a', 'b']],
    ['a mapping to a name', ref('Round tin'), { tin: 'Round tin' }, ['tin']],
    [
      'a mapping that is encoded',
      ref('Round tin'),
      { tin: '#/components/schemas/Round%20tin' },
      ['tin'],
    ],
    ['a mapping of others', ref('Cat'), { d: 'Dog' }, ['Cat']],
  ])('%s', (_what, option, mapping, values) => {
    const discriminator = { propertyName: 'kind', ...(mapping && { mapping }) };
    expect(discriminatorValues(option, discriminator, contextOf(schemas))).toEqual(values);
  });
});

const ITEM = {
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  properties: { kind: { type: 'string' } },
};
const extend = (base: string, name: string) => ({
  allOf: [ref(base), { type: 'object', required: [name], properties: { [name]: {} } }],
});

describe('examples follow the discriminator', () => {
  it('that names no choices: those that extend its schema, by their names', () => {
    const schemas = {
      Item: ITEM,
      Box: extend('Item', 'size'),
      'Round tin': extend('Item', 'diameter'),
      'Low tin': extend('Round tin', 'height'),
      Shelf: { type: 'array', items: ref('Item') },
    };
    expect(pageExamples(schemas)).toEqual({
      Item: { kind: 'Box', size: null },
      Box: { kind: 'Box', size: null },
      'Round tin': { kind: 'Round tin', diameter: null },
      'Low tin': { kind: 'Low tin', diameter: null, height: null },
      Shelf: [{ kind: 'Box', size: null }],
    });
  });

  it('of a base with a value for itself alone', () => {
    expect(pageExamples({ Item: ITEM })).toEqual({ Item: { kind: 'Item' } });
  });

  it('that may be null', () => {
    const schemas = { Item: { ...ITEM, type: ['object', 'null'] }, Box: extend('Item', 'size') };
    expect(pageExamples(schemas).Item).toEqual({ kind: 'Box', size: null });
  });

  it('of a schema elsewhere that has this one among its choices', () => {
    const schemas = {
      Payment: {
        oneOf: [ref('Cash'), ref('Card')],
        discriminator: { propertyName: 'kind', mapping: { cash: ref('Cash').$ref } },
      },
      Cash: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } },
      Card: { type: 'object', properties: { kind: { type: 'string' }, no: { const: 1 } } },
    };
    expect(pageExamples(schemas)).toEqual({
      Payment: { kind: 'cash' },
      Cash: { kind: 'cash' },
      Card: { kind: 'Card', no: 1 },
    });
  });

  it('of a body of an operation', () => {
    const schema = {
      anyOf: [ref('Cash')],
      discriminator: { propertyName: 'kind', mapping: { c: 'Cash' } },
    };
    const responses = { 200: { description: '', content: { 'application/json': { schema } } } };
    const Cash = { type: 'object', properties: { kind: { type: 'string' } } };
    const paths = { '/a': { get: { responses } } };
    expect(pageExamples({ Cash }, paths)).toEqual({ Cash: { kind: 'c' } });
  });

  it('but not where the schema says another', () => {
    const schemas = {
      Either: { oneOf: [ref('A')], discriminator: { propertyName: 'kind', mapping: { x: 'A' } } },
      A: { type: 'object', properties: { kind: { const: 'a' } } },
    };
    expect(pageExamples(schemas).A).toEqual({ kind: 'a' });
  });
});

it('a body has an example for each of its choices', () => {
  const schemas = {
    Item: { ...ITEM, discriminator: { propertyName: 'kind', mapping: { box: 'Box', tin: 'Tin' } } },
    Box: extend('Item', 'size'),
    Tin: extend('Item', 'diameter'),
    Cash: { required: ['kind'], properties: { kind: {} } },
  };
  /** Those of the body, and of its choices by their labels. */
  const examples = (schema: object) => {
    const content = { 'application/json': { schema } };
    const [body] = buildMediaTypes(content, contextOf(schemas), 'request', 'request');
    const read = (value: string | undefined) => value && JSON.parse(value);
    const options = body?.schema?.choices?.options ?? [];
    return [
      body?.examples.map(({ value }) => read(value)),
      Object.fromEntries(options.map(({ label, example }) => [label, read(example?.value)])),
    ];
  };
  const discriminator = { propertyName: 'kind' };
  expect(examples(ref('Item'))).toEqual([
    [],
    { Box: { kind: 'box', size: null }, Tin: { kind: 'tin', diameter: null } },
  ]);
  const either = { oneOf: [ref('Cash'), ref('Box')], discriminator };
  expect(examples(either)).toEqual([
    [],
    { Cash: { kind: 'Cash' }, Box: { kind: 'Box', size: null } },
  ]);
  const list = { type: 'array', items: { anyOf: [ref('Cash'), ref('Box')] } };
  expect(examples(list)).toEqual([
    [],
    { Cash: [{ kind: null }], Box: [{ kind: 'box', size: null }] },
  ]);
  expect(examples({ oneOf: [ref('Cash'), { type: 'string' }] })).toEqual([
    [],
    { Cash: { kind: null }, string: undefined },
  ]);
  const numbers = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
  expect(examples(numbers)).toEqual([[0], { integer: undefined, string: undefined }]);
});

/** Numbers that look random and are the same everywhere (Numerical Recipes' constants). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A body with a discriminator, and what its schemas are selected by. */
function randomBody(seed: number): {
  schema: object;
  schemas: Schemas;
  /** By value, in a form that a validator without discriminators knows. */
  named: Record<string, string>;
} {
  const random = randomOf(seed);
  const names = ['A', 'B', 'C', 'D'].slice(0, 2 + random(3));
  const isInherited = random(2) === 0;
  const isMapped = random(2) === 0;
  const simple = () =>
    [
      { type: 'string', minLength: random(9) },
      { type: 'integer', minimum: random(50) },
      { type: 'array', minItems: random(3), items: { type: 'boolean' } },
      { type: 'object', required: ['x'], properties: { x: { enum: [random(9)] } } },
      { oneOf: [{ type: 'null' }, { const: random(9) }] },
    ][random(5)] as object;
  const schemas: Schemas = {};
  const named: Record<string, string> = {};
  for (const name of names) {
    const properties = Object.fromEntries(
      Array.from({ length: 1 + random(3) }, (_, index) => [`${name}${index}`, simple()]),
    );
    const isFixed = !isInherited && !isMapped && random(2) === 0;
    const kind = isFixed ? { const: `is ${name}` } : { type: 'string' };
    const part = {
      type: 'object',
      required: Object.keys(properties).concat('kind'),
      properties: { kind, ...properties },
    };
    schemas[name] = isInherited ? { allOf: [ref('Base'), part] } : part;
    named[isFixed ? `is ${name}` : isMapped ? `value ${name}` : name] = name;
  }
  const mapping = Object.fromEntries(
    Object.entries(named).map(([value, name]) => [value, componentRef(name)]),
  );
  const discriminator = { propertyName: 'kind', ...(isMapped && { mapping }) };
  schemas.Base = isInherited
    ? { type: 'object', required: ['kind'], properties: { kind: {} }, discriminator }
    : { [random(2) === 0 ? 'oneOf' : 'anyOf']: names.map(ref), discriminator };
  const around = [
    ref('Base'),
    { type: 'array', minItems: 1, items: ref('Base') },
    { type: 'object', required: ['in'], properties: { in: ref('Base') } },
  ];
  return { schema: around[random(3)] ?? {}, schemas, named };
}

it('random bodies are valid against the schema that their discriminator names', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const { schema, schemas, named } = randomBody(seed);
    const root = { openapi: '3.1.0', components: { schemas } };
    const { components } = impliedMappings(root, new Origins());
    const all = own(components, 'schemas') as Schemas;
    const value = sample(schema, all);
    const inner = (own(value, 'in') ?? (Array.isArray(value) ? value[0] : value)) as Json;
    const name = named[String(own(inner, 'kind'))];
    const ajv = new Ajv2020({ strict: false, logger: false });
    ajv.addSchema({ $id: 'doc', components: { schemas: all } });
    const what = JSON.stringify({ seed, all, value });
    expect(name, what).toBeDefined();
    const isFine = ajv.validate({ $ref: `doc${componentRef(name ?? '')}` }, inner);
    expect(isFine, `${what} ${JSON.stringify(ajv.errors)}`).toBe(true);
  }
});
