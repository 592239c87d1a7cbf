import { describe, expect, it } from 'vitest';
import { entriesOf, own } from '../../../src/json/guards.ts';
import { parseJson } from '../../../src/json/text.ts';
import { SCHEMA_ROOM } from '../../../src/model/schema/size.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { withParts } from '../../../src/slices/parts.ts';

/** An object of some text fields, about 50 bytes each on a page. */
function fields(count: number, more: object = {}): object {
  const all = Array.from({ length: count }, (_, at) => [
    `field_${at}`,
    { type: 'string', description: 'What it is, in so many words: no more, no less.' },
  ]);
  return { type: 'object', properties: { ...Object.fromEntries(all), ...more } };
}

const MUCH = Math.ceil(SCHEMA_ROOM / 60);

function documentOf(schemas: object, paths: object = {}): Document {
  return {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    paths,
    components: { schemas },
  } as unknown as Document;
}

const schemasOf = ({ components }: Document) =>
  (components?.schemas ?? {}) as Record<string, Record<string, Record<string, unknown>>>;

describe('a schema with more inline fields than a page has room for', () => {
  const large = fields(MUCH, {
    small: fields(30),
    middle: { ...fields(MUCH), title: 'The middle', description: 'Between.', deprecated: true },
  });

  it('goes on in a component of its own, which is referred to', () => {
    const whole = schemasOf(withParts(documentOf({ Event: large, Other: fields(3) })));
    expect(Object.keys(whole)).toEqual(['Event', 'Other', 'Event.middle']);
    expect(whole.Event?.properties?.middle).toEqual({
      $ref: '#/components/schemas/Event.middle',
      title: 'The middle',
      description: 'Between.',
      deprecated: true,
    });
    const { 'x-split-from': from, title, ...part } = whole['Event.middle'] ?? {};
    expect(from).toBe('#/components/schemas/Event/properties/middle');
    expect(title).toBeUndefined();
    expect(part).toEqual({ ...fields(MUCH), description: 'Between.', deprecated: true });
  });

  it('loses the smallest part that is enough', () => {
    const nested = fields(MUCH / 1.7, {
      a: fields(MUCH / 2, { b: fields(MUCH / 2, { c: fields(60) }) }),
    });
    const names = Object.keys(schemasOf(withParts(documentOf({ Event: nested }))));
    expect(names).toEqual(['Event', 'Event.a.b']);
  });

  it('is cut as often as it takes, in parts too', () => {
    const huge = fields(10, { a: fields(MUCH, { b: fields(MUCH, { c: fields(MUCH) }) }) });
    const whole = schemasOf(withParts(documentOf({ Event: huge })));
    expect(Object.keys(whole).length).toBeGreaterThan(2);
    for (const schema of Object.values(whole))
      expect(JSON.stringify(schema).length).toBeLessThan(2.5 * JSON.stringify(fields(MUCH)).length);
  });

  it('in a body is named after the operation', () => {
    const content = () => ({
      'application/json': { schema: structuredClone({ type: 'array', items: large }) },
    });
    const operation = (operationId?: string) => ({
      get: {
        ...(operationId && { operationId }),
        responses: { 200: { description: '', content: content() } },
      },
    });
    const paths = { '/events/{id}': operation('listEvents'), '/other/{id}': operation() };
    const whole = withParts(
      documentOf({ 'other-id.get.responses.200.application-json.middle': {} }, paths),
    );
    expect(Object.keys(schemasOf(whole)).slice(1)).toEqual([
      'listEvents.responses.200.application-json.middle',
      'other-id.get.responses.200.application-json.middle-2',
    ]);
  });

  it.each([
    ['has an identity', { ...fields(MUCH), $id: 'https://example.com/middle' }, {}],
    [
      'is referred into',
      fields(MUCH),
      { $ref: '#/components/schemas/Event/properties/middle/properties/field_1' },
    ],
    ['is merged', { allOf: [fields(MUCH)] }, {}],
    ['is a choice', { oneOf: [fields(MUCH), fields(MUCH)] }, {}],
    ['is one of any choices', { anyOf: [fields(MUCH), fields(MUCH)] }, {}],
  ])('keeps a part that %s', (_why, middle, other) => {
    const document = documentOf({ Event: fields(MUCH, { middle }), Other: other });
    expect(withParts(document)).toBe(document);
  });

  it('loses another part instead of one that is referred into', () => {
    const event = fields(MUCH / 1.5, { kept: fields(MUCH / 2.5), lost: fields(MUCH / 2) });
    const into = { $ref: '#/components/schemas/Event/properties/event/properties/kept' };
    const names = Object.keys(
      schemasOf(withParts(documentOf({ Event: fields(10, { event }), Other: into }))),
    );
    expect(names).toEqual(['Event', 'Other', 'Event.event.lost']);
  });

  it('loses parts of its choices, but no choice', () => {
    const event = { oneOf: [fields(3), fields(MUCH, { middle: fields(MUCH) })] };
    const whole = schemasOf(withParts(documentOf({ Event: event })));
    expect(Object.keys(whole)).toEqual(['Event', 'Event.middle']);
    expect(whole.Event?.oneOf).toHaveLength(2);
    expect(JSON.stringify(whole.Event?.oneOf?.[0])).toBe(JSON.stringify(fields(3)));
  });

  it.each([
    ['its property', 'middle', '', 'Event.middle'],
    ['a property that has the name of a keyword', 'properties', '', 'Event.properties'],
    ['a property that is a number', '10', '', 'Event.10'],
    ['the letters that a component can have', 'größe über alles', '', 'Event.gro-e-uber-alles'],
    ['its title, without such letters', '数据', 'The data', 'Event.The-data'],
    ['what it is in, without a title', '数据', '', 'Event-2'],
  ])('names a part by %s', (_by, property, title, name) => {
    const part = { ...fields(MUCH), ...(title && { title }) };
    const document = documentOf({ Event: fields(MUCH, { [property]: part }) });
    expect(Object.keys(schemasOf(withParts(document)))).toEqual(['Event', name]);
  });

  it('and its parts have the order of the document', () => {
    const small = { z: fields(MUCH / 2), a: fields(MUCH / 2 + 20), m: fields(MUCH / 2 + 10) };
    const text = JSON.stringify(
      documentOf({ Event: fields(MUCH / 2, small), 404: {}, Other: {}, 200: {} }),
    ).replace(/"200":\{\},"404":\{\},(.*"Other":\{\})/, '$1,"404":{},"200":{}');
    const { components } = withParts(parseJson(text) as Document);
    expect(entriesOf(components?.schemas).map(([name]) => name)).toEqual(
      ['Event', 'Other', '404', '200', 'Event.z', 'Event.a', 'Event.m'].filter(
        (name) => own(components?.schemas, name) !== undefined,
      ),
    );
    expect(Object.keys(components?.schemas ?? {}).length).toBeGreaterThan(5);
  });

  it('does not change the document that was given', () => {
    const document = documentOf({ Event: large });
    const before = JSON.stringify(document);
    withParts(document);
    expect(JSON.stringify(document)).toBe(before);
  });
});

it('leaves documents alone whose schemas fit, or are large by their references', () => {
  const ref = { $ref: '#/components/schemas/Half' };
  const document = documentOf({ Half: fields(MUCH), Both: fields(3, { a: ref, b: ref, c: ref }) });
  expect(withParts(document)).toBe(document);
});
