import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../src/model/examples/budget.ts';
import { cutTo } from '../../../../src/model/examples/direction.ts';
import { examplesOf } from '../../../../src/model/examples/example.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import type { Direction } from '../../../../src/model/schema/schema.ts';
import { isValid } from '../../../../src/model/schema/schema-check.ts';
import type { Json } from '../../../../src/openapi/types.ts';
import { contextOf, nodeOf, ref } from '../slice-of.ts';

const SCHEMAS = {
  Hidden: { type: 'string', readOnly: true },
  Text: { type: 'string' },
  Nothing: { type: 'null' },
};

/** Ways to say that a property is read-only. */
const PROPERTIES: Readonly<Record<string, object>> = {
  'in its schema': { type: 'string', readOnly: true },
  'behind its $ref': ref('Hidden'),
  'beside its $ref': { ...ref('Text'), readOnly: true },
  'in the first member of allOf': { allOf: [{ readOnly: true }, ref('Text')] },
  'in the second member of allOf': { allOf: [ref('Text'), { readOnly: true }] },
  'behind the $ref of the second member': { allOf: [{ type: 'string' }, ref('Hidden')] },
  'in its only choice besides null': { anyOf: [ref('Nothing'), ref('Hidden')] },
};

/** Where an object with the property `secret` can stand: its schema around it, and its value. */
const PLACES: Readonly<Record<string, (schema: object, value: Json) => readonly [object, Json]>> = {
  alone: (schema, value) => [schema, value],
  'in a property': (schema, value) => [{ properties: { a: schema } }, { a: value }],
  'in a list': (schema, value) => [{ items: schema }, [value, value]],
  'in a tuple': (schema, value) => [{ prefixItems: [{}, schema] }, [1, value]],
  'in a map': (schema, value) => [{ additionalProperties: schema }, { a: value, b: value }],
  'by a pattern': (schema, value) => [{ patternProperties: { '^a': schema } }, { ab: value }],
  'in a member of allOf': (schema, value) => [{ allOf: [{ type: 'object' }, schema] }, value],
  'in a choice': (schema, value) => [
    { oneOf: [{ type: 'string' }, { ...schema, required: ['secret'] }] },
    value,
  ],
  'in lists of maps': (schema, value) => [
    { items: { additionalProperties: schema } },
    [{ a: value }],
  ],
};

const WHOLE = { secret: 'x', other: 'y' };
const PART = { other: 'y' };
const cases = Object.entries(PROPERTIES).flatMap(([how, secret]) =>
  Object.entries(PLACES).map(([where, around]) => {
    const object = { type: 'object', properties: { secret, other: { type: 'string' } } };
    const [schema, whole] = around(object, WHOLE);
    const [, part] = around(object, PART);
    return { how, where, schema, whole, part };
  }),
);

const textOf = (value: Json) => JSON.stringify(value, null, 2);

/** The texts of the examples of a media type. */
function textsOf(media: object, direction: Direction): (string | undefined)[] {
  const examples = examplesOf('application/json', media, contextOf(SCHEMAS), direction);
  return examples.map(({ value }) => value);
}

describe('an example of a schema is cut to the direction', () => {
  it.each(cases)('read-only $how, $where', ({ schema, whole, part }) => {
    const media = { schema: { ...schema, example: whole } };
    expect(textsOf(media, 'request')).toEqual([textOf(part)]);
    expect(textsOf(media, 'response')).toEqual([textOf(whole)]);
    expect(textsOf(media, 'both')).toEqual([textOf(whole)]);
    expect(nodeOf(media.schema, SCHEMAS, 'request').examples).toEqual([part]);
    expect(nodeOf(media.schema, SCHEMAS, 'response').examples).toEqual([whole]);
  });

  it.each(cases)('as a part of another that is made: $how, $where', ({ schema, whole, part }) => {
    const around = {
      type: 'object',
      required: ['in'],
      properties: { in: { ...schema, example: whole } },
    };
    const sample = (direction: Direction) =>
      sampleValue(around, contextOf(SCHEMAS), { direction }).value;
    expect(sample('request')).toEqual({ in: part });
    expect(sample('response')).toEqual({ in: whole });
  });

  it('leaves write-only members out of responses', () => {
    const schema = { properties: { pin: { writeOnly: true } }, examples: [{ pin: '1', id: 2 }] };
    expect(textsOf({ schema }, 'response')).toEqual([textOf({ id: 2 })]);
    expect(textsOf({ schema }, 'request')).toEqual([textOf({ pin: '1', id: 2 })]);
  });

  it('by the choice that the discriminator names', () => {
    const schemas = {
      A: { properties: { kind: {}, x: { readOnly: true } } },
      B: { properties: { kind: {}, x: {} } },
    };
    const schema = { oneOf: [ref('A'), ref('B')], discriminator: { propertyName: 'kind' } };
    const cut = (kind: string) =>
      cutTo('request', { kind, x: 1 }, schema, { ...contextOf(schemas), budget: new Budget() });
    expect(cut('A')).toEqual({ kind: 'A' });
    expect(cut('B')).toEqual({ kind: 'B', x: 1 });
  });
});

it('what an author writes for this very body stays as it is', () => {
  const schema = { properties: { id: { readOnly: true } }, example: { id: 1 } };
  expect(textsOf({ schema, example: { id: 2 } }, 'request')).toEqual([textOf({ id: 2 })]);
  const examples = { one: { value: { id: 3 } } };
  expect(textsOf({ schema, examples }, 'request')).toEqual([textOf({ id: 3 })]);
});

it('what is required is not asked of the other direction, wherever it is declared', () => {
  const schemas = { Base: { properties: { id: { readOnly: true } } } };
  const schema = { allOf: [ref('Base'), { required: ['id'] }] };
  const { lookUp } = contextOf(schemas);
  expect(isValid({}, schema, { lookUp, direction: 'request' })).toBe(true);
  expect(isValid({}, schema, { lookUp, direction: 'response' })).toBe(false);
});
