import { expect, it } from 'vitest';
import { loadDocument } from '../../../../src/document/load.ts';
import { asArray, asObject, entriesOf, isObject, own } from '../../../../src/json/guards.ts';
import { Budget } from '../../../../src/model/examples/budget.ts';
import { sampleValue } from '../../../../src/model/examples/sample-value.ts';
import { createContext, type ModelContext } from '../../../../src/model/page/context.ts';
import { planPages } from '../../../../src/slices/plan.ts';
import type { PageInfo } from '../../../../src/slices/slice.ts';
import { buildSlices } from '../../../../src/slices/slices.ts';
import { realDocuments } from '../../../support/documents.ts';
import { ROOT } from '../../../support/site.ts';
import { contextOf, ref, sliceOf } from '../slice-of.ts';

const KEYWORDS = 'allOf anyOf oneOf if then else dependentSchemas'.split(' ');

/** Every schema that may describe a value, however they are connected. */
function connected(schema: unknown, context: ModelContext, found = new Set<object>()): Set<object> {
  if (!isObject(schema) || found.has(schema)) return found;
  found.add(schema);
  if (typeof schema.$ref === 'string') connected(context.lookUp(schema.$ref), context, found);
  const { mapping } = asObject(schema.discriminator);
  for (const [, target] of entriesOf(mapping))
    if (typeof target === 'string') connected(context.lookUp(target), context, found);
  for (const keyword of KEYWORDS) {
    const value = schema[keyword];
    const isMap = keyword === 'dependentSchemas';
    const parts = isMap ? entriesOf(value).map(([, part]) => part) : asArray(value);
    for (const part of [...parts, ...(isMap ? [] : [value])]) connected(part, context, found);
  }
  return found;
}

/** Paths of the members of a value that no schema knows. An example that the document gives is its own matter. */
function unknownIn(value: unknown, schemas: unknown[], context: ModelContext, at = ''): string[] {
  const all = [...new Set(schemas.flatMap((one) => [...connected(one, context)]))].map(asObject);
  if (all.some(isGiven)) return [];
  if (Array.isArray(value)) {
    const items = all.flatMap(({ items, prefixItems }) => [items, ...asArray(prefixItems)]);
    return value.flatMap((one, index) => unknownIn(one, items, context, `${at}/${index}`));
  }
  return entriesOf(value).flatMap(([name, member]) => {
    const declared = all.flatMap(({ properties, patternProperties, additionalProperties }) => [
      own(properties, name),
      ...entriesOf(patternProperties).map(([, one]) => one),
      additionalProperties,
    ]);
    const isKnown =
      declared.some((one) => one === true || isObject(one)) ||
      all.some(
        ({ discriminator, required }) =>
          own(discriminator, 'propertyName') === name || asArray(required).includes(name),
      );
    return isKnown ? unknownIn(member, declared, context, `${at}/${name}`) : [`${at}/${name}`];
  });
}

function isGiven(schema: Record<string, unknown>): boolean {
  return ['example', 'examples', 'default', 'const', 'enum'].some((name) =>
    Object.hasOwn(schema, name),
  );
}

const authentik = 'node_modules/@goauthentik/api/schema.yml';
const files = [authentik, ...realDocuments().map(({ document }) => document)];
let count = 0;

it.each(files)(
  'samples of the pages of %s have no unknown property',
  {
    timeout: 120_000,
  },
  async (file) => {
    const { document } = await loadDocument({ document: file, cwd: ROOT });
    if (!document) throw new Error(`${file} cannot be loaded.`);
    const found: string[] = [];
    for (const { page, json } of buildSlices(document, planPages(document, 'api').plan)) {
      if (page.kind !== 'operation') continue;
      const context = createContext(JSON.parse(json));
      for (const [place, schema] of bodiesOf(context)) {
        count += 1;
        const { value } = sampleValue(
          schema,
          { ...context, budget: new Budget() },
          { direction: 'request' },
        );
        found.push(...unknownIn(value, [schema], context, `${page.id} ${place} `));
      }
    }
    expect(found).toEqual([]);
  },
);

it('of enough of them to mean something', () => {
  expect(count).toBeGreaterThan(600);
});

/** The JSON bodies of a slice's requests. */
function bodiesOf({ document, resolve }: ModelContext): [place: string, schema: unknown][] {
  return entriesOf(document.paths).flatMap(([path, item]) =>
    entriesOf(item).flatMap(([method, operation]) =>
      entriesOf(resolve(own(operation, 'requestBody'))?.content).flatMap(
        ([type, media]): [string, unknown][] => {
          const schema = own(media, 'schema');
          return /json/.test(type) && isObject(schema) ? [[`${method} ${path}`, schema]] : [];
        },
      ),
    ),
  );
}

it.each<[what: string, schema: object, value: object]>([
  ['it is declared', { properties: { kind: { type: 'string' } } }, { kind: 'x.cat' }],
  ['it is required', { type: 'object', required: ['kind'] }, { kind: 'x.cat' }],
  [
    'nothing forbids it, but it is unknown, only as a choice',
    { properties: { meow: { type: 'boolean' } }, additionalProperties: {} },
    { meow: true },
  ],
])('a choice of another schema has its discriminator: %s', (_what, Cat, value) => {
  const page: Partial<PageInfo> = { variants: { Cat: { property: 'kind', value: 'x.cat' } } };
  const context = createContext(sliceOf({ components: { schemas: { Cat } } }, page));
  const options = { direction: 'request' } as const;
  expect(sampleValue(ref('Cat'), context, options).value).toEqual(value);
  const discriminator = { propertyName: 'kind', mapping: { 'x.cat': 'Cat' } };
  const choice = { oneOf: [ref('Cat')], discriminator };
  expect(sampleValue(choice, contextOf({ Cat }), options).value).toMatchObject({
    ...value,
    kind: 'x.cat',
  });
});
