import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Budget, countOf, glimpseOf, MOST } from '../../../../src/model/examples/budget.ts';
import type { OperationModel } from '../../../../src/model/page/page.ts';
import { initialValues, requestOf } from '../../../../src/model/request/form-values.ts';
import { buildRequestForm } from '../../../../src/model/request/request-form.ts';
import { mismatchesOf } from '../../../../src/model/schema/schema-mismatch.ts';
import type { Document } from '../../../../src/openapi/types.ts';
import { planPages } from '../../../../src/slices/plan.ts';
import { buildSlices } from '../../../../src/slices/slices.ts';
import { drawPages } from '../../../support/draw.tsx';

describe('Budget', () => {
  it('takes the steps of a share from the whole, and ends with it', () => {
    const whole = new Budget({ steps: 8, characters: 640 });
    const share = whole.share();
    expect([share.spend(), share.spend(), share.spend()]).toEqual([true, true, false]);
    const [one, other] = [whole.half(), whole.half()];
    expect([one.spend(5), other.spend()]).toEqual([true, false]);
  });

  it('takes characters where there are enough', () => {
    const budget = new Budget({ steps: 1, characters: 640 });
    expect([budget.take(641), budget.take(600), budget.take(41)]).toEqual([false, true, false]);
    expect(budget.share().take(2)).toBe(false);
  });

  it('caps what a document asks for', () => {
    expect([1e9, 5, -1, '7', undefined].map((asked) => countOf(asked))).toEqual([MOST, 5, 0, 0, 0]);
    expect(glimpseOf('short')).toBe('short');
    expect(glimpseOf('a'.repeat(500))).toMatch(/^a{31}…$/);
  });
});

type Schemas = Record<string, unknown>;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const list = <T>(length: number, make: (index: number) => T) =>
  Array.from({ length }, (_, index) => make(index));
const record = <T>(length: number, make: (index: number) => T, prefix = 'p') =>
  Object.fromEntries(list(length, (index) => [prefix + index, make(index)]));

/** Schemas of which each names all others. */
const clique = (size: number, make: (all: unknown[], index: number) => unknown): Schemas => {
  const all = list(size, (index) => ref(`S${index}`));
  return { Top: ref('S0'), ...record(size, (index) => make(all, index), 'S') };
};

/** Levels of which each names the next one twice. */
const tower = (height: number, make: (next: unknown[], level: number) => unknown): Schemas => ({
  Top: ref('S0'),
  [`S${height}`]: { type: 'object', required: ['end'] },
  ...record(height, (level) => make([ref(`S${level + 1}`), ref(`S${level + 1}`)], level), 'S'),
});

const nested = (levels: number): unknown =>
  levels === 0
    ? { type: 'string' }
    : { type: 'object', required: ['in'], properties: { in: nested(levels - 1) } };

/** Small documents whose pages could be large or slow without end. The schema `Top` is what is sent. */
const HOSTILE: Record<string, Schemas> = {
  'a billion contained items': {
    Top: { type: 'array', contains: { type: 'integer' }, minContains: 1e9 },
  },
  'a billion items': { Top: { type: 'array', items: { type: 'integer' }, minItems: 1e9 } },
  'a billion characters': { Top: { type: 'string', minLength: 1e9 } },
  'a billion properties': { Top: { type: 'object', minProperties: 1e9 } },
  'a tuple of thousands': { Top: { type: 'array', prefixItems: list(5_000, () => ({})) } },
  'long texts': {
    Top: { type: 'object', properties: record(350, () => ({ type: 'string', minLength: 9_999 })) },
  },
  'many texts': {
    Top: { type: 'object', properties: record(390, () => ({ type: 'string', minLength: 250 })) },
  },
  'texts of a pattern': {
    Top: { type: 'object', properties: record(350, () => ({ pattern: '^(a{99}){99}$' })) },
  },
  'the same long example': {
    Top: { type: 'object', properties: record(350, () => ref('Long')) },
    Long: { type: 'string', example: 'x'.repeat(50_000) },
  },
  'a circle of choices': clique(40, (oneOf) => ({ oneOf, required: ['x'] })),
  'a circle of alternatives': clique(40, (anyOf) => ({ anyOf, required: ['x'] })),
  'schemas that all extend each other': clique(40, (allOf, index) => ({
    allOf,
    properties: { [`p${index}`]: ref('S0') },
  })),
  'a tower of choices': tower(30, (oneOf) => ({ oneOf })),
  'a tower of alternatives': tower(30, (anyOf) => ({ anyOf })),
  'a tower of extensions': tower(30, (allOf, level) => ({
    allOf,
    properties: { p: { type: 'object', properties: { [`q${level}`]: {} } } },
  })),
  'a tower of required properties': tower(30, ([a, b]) => ({
    type: 'object',
    required: ['a', 'b'],
    properties: { a, b },
  })),
  'objects in objects': { Top: nested(120) },
  'a small schema with many values': {
    Top: { type: 'object', properties: record(500, () => ref('Values')) },
    Values: { enum: list(2_000, (index) => `value number ${index}`) },
  },
};

/** Those whose example cannot be complete. */
const CUT = [
  'a billion contained items',
  'a billion items',
  'a billion characters',
  'a billion properties',
  'long texts',
  'many texts',
  'texts of a pattern',
  'a circle of choices',
  'a circle of alternatives',
  'a tower of required properties',
  'objects in objects',
];

/** Bytes of those that say more than others: whatever the document holds is shown. */
const LARGE: Record<string, number> = {
  'a tuple of thousands': 1_500_000,
  'a circle of choices': 1_000_000,
  'a circle of alternatives': 1_000_000,
  'the same long example': 6_000_000,
  'a small schema with many values': 7_000_000,
};

function documentOf(schemas: Schemas, more: object = {}): Document {
  const content = { 'application/json': { schema: ref('Top') } };
  const send = { post: { operationId: 'send', requestBody: { content }, responses: {}, ...more } };
  return {
    openapi: '3.1.0',
    info: { title: 'Hostile', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: { '/send': send },
    components: { schemas },
  } as unknown as Document;
}

/** What was looked at, whether or not there was a budget left for it. */
let looks = 0;
const { spend } = Budget.prototype;
beforeEach(() => {
  looks = 0;
  Budget.prototype.spend = function (...args) {
    looks += 1;
    return spend.apply(this, args);
  };
});
afterEach(() => {
  Budget.prototype.spend = spend;
});

async function pageOf(document: Document): Promise<{ model: OperationModel; html: string }> {
  const { model, html } =
    (await drawPages(document, {}, ({ id }) => id === 'send')).get('send') ?? {};
  if (model?.kind !== 'operation' || html === undefined) throw new Error('There is no page');
  return { model, html };
}

const bytesOf = (model: unknown) => JSON.stringify(model).length;
const NOTE = 'This example is cut off';

/** Guards against a hang; all take a second or two. */
const LONG = 60_000;

describe('the page of a small document is small', () => {
  it.each(Object.entries(HOSTILE))(
    '%s',
    async (name, schemas) => {
      const { model, html } = await pageOf(documentOf(schemas));
      const most = LARGE[name] ?? 500_000;
      expect(bytesOf(model)).toBeLessThan(most);
      expect(html.length).toBeLessThan(most);
      // With all fields, and with those that are required.
      expect(looks).toBeLessThan(150_000);
      const [body] = model.requestBody?.content ?? [];
      expect(body?.examples[0]?.isCut ?? false).toBe(CUT.includes(name));
      // Below the example, and above the samples.
      expect(html.split(NOTE)).toHaveLength(CUT.includes(name) ? 3 : 1);
    },
    LONG,
  );

  it(
    'the same wide schema in many responses',
    async () => {
      const content = { 'application/json': { schema: ref('Wide') } };
      const responses = record(400, () => ({ description: 'Wide', content }), 'x');
      const numbered = Object.fromEntries(
        Object.values(responses).map((response, index) => [String(200 + index), response]),
      );
      const Wide = { type: 'object', properties: record(590, () => ({ type: 'integer' })) };
      const { model } = await pageOf(
        documentOf({ Top: ref('Wide'), Wide }, { responses: numbered }),
      );
      expect(model.responses).toHaveLength(400);
      expect(bytesOf(model)).toBeLessThan(9_000_000);
    },
    LONG,
  );

  it('one long example under many media types', async () => {
    const types = record(100, () => ({ examples: { one: { value: 'x'.repeat(200_000) } } }), 'a/b');
    const { model } = await pageOf(
      documentOf({ Top: {} }, { responses: { 200: { description: 'Long', content: types } } }),
    );
    const examples = model.responses.flatMap(({ content }) =>
      content.map((one) => one.examples[0]),
    );
    expect(examples.map((one) => one?.value === undefined)).toContain(false);
    expect(examples.filter((one) => one?.value === undefined && one?.isCut).length).toBeGreaterThan(
      50,
    );
    expect(bytesOf(model)).toBeLessThan(5_000_000);
  });
});

it('leaves enough to the other examples of the page', async () => {
  const schemas = { ...HOSTILE['a circle of choices'], Fine: { properties: { a: { const: 1 } } } };
  const content = { 'application/json': { schema: ref('Fine') } };
  const responses = record(20, () => ({ description: '', content }), '2');
  const { model } = await pageOf(documentOf(schemas, { responses }));
  const shown = model.responses.flatMap((response) => response.content[0]?.examples ?? []);
  expect(shown.map(({ value, isCut }) => [JSON.parse(value ?? ''), isCut])).toEqual(
    shown.map(() => [{ a: 1 }, undefined]),
  );
});

it('has samples read a long body from a file', async () => {
  const example = { text: 'x'.repeat(70_000) };
  const { model } = await pageOf(documentOf({ Top: { type: 'object', example } }));
  const codes = model.samples.flatMap(({ variants }) => variants.map(({ code }) => code));
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(code).toContain('body.json');
  expect(bytesOf(codes)).toBeLessThan(20_000);
});

describe('what the console makes of a small document is small', () => {
  it.each(Object.entries(HOSTILE))(
    '%s',
    async (name, schemas) => {
      const document = documentOf(schemas);
      const { plan } = planPages(document, 'api');
      const slice = buildSlices(document, plan).find(({ page }) => page.id === 'send');
      const form = buildRequestForm(JSON.parse(slice?.json ?? ''));
      if (!form) throw new Error('There is no form');
      const values = initialValues(form);
      expect(bytesOf([values, requestOf(form, values, {})])).toBeLessThan(LARGE[name] ?? 500_000);
      const schema = form.bodies[0]?.media.schema;
      const reading = { lookUp: form.context.lookUp, direction: 'request' } as const;
      const { length } = [...mismatchesOf({}, schema, reading)].slice(0, 5);
      expect(length).toBeLessThanOrEqual(5);
      expect(looks).toBeLessThan(200_000);
    },
    LONG,
  );
});
