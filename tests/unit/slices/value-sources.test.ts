import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import type { PageInfo } from '../../../src/slices/slice.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const UUID = { type: 'string', format: 'uuid' };
const TEXT = { type: 'string' };
const INTEGER = { type: 'integer' };

/** An operation that returns a list of these. */
const list = (properties: object, more: object = {}): object => ({
  get: {
    responses: {
      200: {
        content: { 'application/json': { schema: { type: 'array', items: { properties } } } },
      },
    },
    ...more,
  },
});

const PATHS = {
  '/flows': list({ pk: UUID, slug: TEXT }),
  '/users/': list({ user_id: INTEGER, name: TEXT }),
  '/stages': list({ uuid: UUID }),
  '/stages/email': list({ uuid: UUID }),
  '/users/device-access-groups': list({ id: UUID }),
  '/groups': list({ id: { ...UUID, readOnly: true } }),
  '/old-things': list({ id: UUID }, { deprecated: true }),
  '/customers': list({ id: TEXT }),
  '/tokens': { get: { responses: { 200: { content: { 'application/json': { schema: UUID } } } } } },
  '/mappings/property': list({ id: UUID }),
};

/** What the page of an operation says about values, as `value: path of the operation with them`. */
function sourcesOf(path: string, operation: object, more: object = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(placesOf(path, operation, more)).map(([key, [source = '']]) => [key, source]),
  );
}

/** The same with the property that has the values. */
function placesOf(
  path: string,
  operation: object,
  more: object = {},
): Record<string, readonly string[]> {
  const document = {
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { ...PATHS, [path]: operation },
    ...more,
  } as unknown as Document;
  const { plan } = planPages(document, 'a');
  const slice = buildSlices(document, plan).find(
    ({ page }) => page.path === path && page.kind === 'operation',
  );
  const { valueSources = {}, operations = [] }: PageInfo = JSON.parse(slice?.json ?? '')['x-page'];
  return Object.fromEntries(
    Object.entries(valueSources).map(([key, [id, property]]) => [
      key,
      [
        operations.find((operation) => operation.id === id)?.path ?? '',
        ...(property ? [property] : []),
      ],
    ]),
  );
}

const body = (properties: object): object => ({
  post: { requestBody: { content: { 'application/json': { schema: { properties } } } } },
});

describe('a parameter of a path', () => {
  it.each<[path: string, expected: object]>([
    ['/users/{id}', { 'path id': '/users/' }],
    ['/flows/{slug}/run', { 'path slug': '/flows' }],
    ['/flows/{a}/groups/{b}', { 'path a': '/flows' }],
    ['/users/{id}.json', {}],
    ['/old-things/{id}', {}],
    ['/tokens/{id}', {}],
    ['/nothing/{id}', {}],
  ])('of %s is listed before it', (path, expected) => {
    expect(sourcesOf(path, { get: {} })).toEqual(expected);
  });
});

describe('a property', () => {
  it.each<[name: string, schema: object, source: string | undefined]>([
    ['flow', UUID, '/flows'],
    ['authorization_flow', UUID, '/flows'],
    ['defaultFlowId', UUID, '/flows'],
    ['flows', { type: 'array', items: UUID }, '/flows'],
    ['flow_ids', { type: 'array', items: UUID }, '/flows'],
    ['flow', { type: ['string', 'null'], format: 'uuid' }, '/flows'],
    ['flow', { anyOf: [UUID, { type: 'null' }] }, '/flows'],
    ['flow', { $ref: '#/components/schemas/Id' }, '/flows'],
    ['stage', UUID, '/stages'],
    ['email_stage', UUID, '/stages/email'],
    ['device_group', UUID, '/users/device-access-groups'],
    ['parent_group', UUID, '/groups'],
    ['user', INTEGER, '/users/'],
    ['customer_id', TEXT, '/customers'],
    // Identified by values of another type.
    ['flow', INTEGER, undefined],
    ['user', UUID, undefined],
    // Texts in general.
    ['customer', TEXT, undefined],
    ['old_customer_id', TEXT, undefined],
    // About another thing.
    ['mappings_flow', UUID, undefined],
    ['flow_name', UUID, undefined],
    ['overflow', UUID, undefined],
    ['id', UUID, undefined],
    // Values of its own, or none to send.
    ['flow_id', { type: 'string', enum: ['a'] }, undefined],
    ['flow', { ...UUID, readOnly: true }, undefined],
  ])('%s as %j is listed at %s', (name, schema, source) => {
    const components = { schemas: { Id: UUID } };
    const found = Object.values(sourcesOf('/x', body({ [name]: schema }), { components }));
    expect(found).toEqual(source === undefined ? [] : [source]);
  });

  it('is found in schemas that the body leads to, and among parameters', () => {
    const components = {
      schemas: {
        A: { properties: { b: { $ref: '#/components/schemas/B' } } },
        B: { properties: { flow: UUID } },
      },
    };
    const schema = { $ref: '#/components/schemas/A' };
    const operation = {
      post: {
        parameters: [{ name: 'user', in: 'query', schema: INTEGER }],
        requestBody: { content: { 'application/json': { schema } } },
      },
    };
    expect(sourcesOf('/x', operation, { components })).toEqual({
      'integer user': '/users/',
      'uuid flow': '/flows',
    });
  });

  it('is found where the author says so', () => {
    const from = { ...UUID, 'x-values-from': 'list_stages' };
    const pk = { ...INTEGER, 'x-values-from': 'list_stages' };
    const schema = {
      properties: { flow: from, pk, other: { 'x-values-from': 'nothing', ...UUID } },
    };
    const requestBody = { content: { 'application/json': { schema } } };
    const more = { '/all-stages': list({ uuid: UUID }, { operationId: 'list_stages' }) };
    const document = { post: { requestBody } };
    expect(sourcesOf('/x', document, { paths: { ...PATHS, ...more, '/x': document } })).toEqual({
      'uuid flow': '/all-stages',
      'integer pk': '/all-stages',
    });
  });

  it('is not its own source', () => {
    const parameters = [{ name: 'flow', in: 'query', schema: UUID }];
    expect(sourcesOf('/flows', list({ pk: UUID }, { parameters }))).toEqual({});
  });
});

describe('the property with the values', () => {
  const id = (schema: object): object => ({
    get: { parameters: [{ name: 'id', in: 'path', schema }] },
  });
  const things = (properties: object) => ({ paths: { '/things': list(properties) } });

  it.each<[name: string, schema: object, item: object, property: string | undefined]>([
    ['the only key of the type', UUID, { pk: UUID, name: TEXT, uid: TEXT, other: UUID }, 'pk'],
    ['the thing’s own name', INTEGER, { thing_id: INTEGER, user_id: INTEGER }, 'thing_id'],
    ['one that the API sets', UUID, { ref: { ...UUID, readOnly: true }, flow: UUID }, 'ref'],
    [
      'the key’s name before one that the API sets',
      UUID,
      { pk: UUID, a: { ...UUID, readOnly: true } },
      'pk',
    ],
    ['the name of the parameter', TEXT, { id: TEXT, pk: TEXT }, 'id'],
    ['uncertain', UUID, { pk: UUID, uuid: UUID }, undefined],
    ['of another type', INTEGER, { pk: UUID }, undefined],
  ])('of a path parameter: %s', (_name, schema, item, property) => {
    const path = '/things/{id}';
    const operation = id(schema);
    const { paths } = things(item);
    const found = placesOf(path, operation, { paths: { ...paths, [path]: operation } });
    expect(found['path id']).toEqual(property ? ['/things', property] : ['/things']);
  });

  it('of a path parameter has its name, whatever that is', () => {
    const parameters = [{ name: 'slug', in: 'path', schema: TEXT }];
    expect(placesOf('/flows/{slug}', { get: { parameters } })).toEqual({
      'path slug': ['/flows', 'slug'],
    });
  });

  it('of a property, also where the author names the operation', () => {
    const operation = body({ flow: UUID, x: { ...UUID, 'x-values-from': 'all' } });
    const more = { '/all-stages': list({ uuid: UUID }, { operationId: 'all' }), '/x': operation };
    expect(placesOf('/x', operation, { paths: { ...PATHS, ...more } })).toEqual({
      'uuid flow': ['/flows', 'pk'],
      'uuid x': ['/all-stages', 'uuid'],
    });
  });
});
