import { expect, it } from 'vitest';
import type { Document } from '../../../src/openapi/types.ts';
import { planPages } from '../../../src/slices/plan.ts';
import type { PageInfo } from '../../../src/slices/slice.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: object): object => ({
  description: '',
  content: { 'application/json': { schema } },
});

/** The schemas on the page of the only tag: resource, title, fields, base. */
function schemasOf(paths: object, components: object): unknown[] {
  const document = {
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths,
    components,
  } as unknown as Document;
  const { plan } = planPages(document, 'a');
  const slice = buildSlices(document, plan).find(({ page }) => page.kind === 'tag');
  const { schemas = [] }: PageInfo = JSON.parse(slice?.json ?? '{}')['x-page'];
  return schemas.map(({ title, resource, fields, derivedFrom, shape }) =>
    [title, resource, fields?.join(), derivedFrom, shape?.size].map((one) => one ?? '-').join(' '),
  );
}

const SCHEMAS = {
  Pet: {
    properties: Object.fromEntries([...'abcdefghi', 'name'].map((name) => [name, {}])),
    required: ['name'],
  },
  PetRequest: { properties: { name: {} } },
  PetList: { type: 'array', items: ref('Pet') },
  Check: { properties: { ok: {} } },
  Kind: { enum: ['a', 'b'] },
  Fault: {},
};

it('a resource is explained by what its operations send and return, what most of them have first', () => {
  const responses = {
    200: body(ref('Check')),
    400: body(ref('Fault')),
    default: body(ref('Fault')),
  };
  const paths = {
    '/checks': { get: { responses } },
    '/pets': {
      get: { responses: { 200: { $ref: '#/components/responses/Pets' } } },
      post: { requestBody: body(ref('PetRequest')), responses: { 201: body(ref('Kind')) } },
    },
  };
  expect(schemasOf(paths, { schemas: SCHEMAS, responses: { Pets: body(ref('PetList')) } })).toEqual(
    [
      'Pet - name,a,b,c,d,e,f,g - 10',
      'PetRequest - - schemas/pet -',
      'PetList - - schemas/pet -',
      'Check - ok - 1',
      'Kind - - - 2',
    ],
  );
});

it('each resource of a tag has its own, without those that many have', () => {
  const crud = (schema: string): object => ({
    get: { responses: { 200: body(ref(schema)) } },
    post: { responses: { 200: body(ref('Check')) } },
  });
  const things = ['Pet', 'Kind', 'Fault'].map((name) => [`/${name}s`, crud(name)] as const);
  const others = ['a', 'b', 'c'].map((name) => [`/${name}`, crud('Fault')] as const);
  const few = schemasOf(Object.fromEntries([...things.slice(0, 2), ...others]), {
    schemas: SCHEMAS,
  });
  expect(few).toContain('Check Pets ok - 1');
  const many = schemasOf(Object.fromEntries([...things, ...others]), { schemas: SCHEMAS });
  expect(many).toEqual([
    'Pet Pets name,a,b,c,d,e,f,g - 10',
    'PetRequest Pets - schemas/pet -',
    'PetList Pets - schemas/pet -',
    'Kind Kinds - - 2',
    'Fault Faults - - -',
    'Fault A - - -',
    'Fault B - - -',
    'Fault C - - -',
  ]);
});
