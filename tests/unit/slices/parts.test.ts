import { describe, expect, it } from 'vitest';
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
      documentOf({ 'other-id-.get.responses.200.application-json.middle': {} }, paths),
    );
    expect(Object.keys(schemasOf(whole)).slice(1)).toEqual([
      'listEvents.responses.200.application-json.middle',
      'other-id-.get.responses.200.application-json.middle-2',
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
  ])('keeps a part that %s', (_why, middle, other) => {
    const document = documentOf({ Event: fields(MUCH, { middle }), Other: other });
    expect(withParts(document)).toBe(document);
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
