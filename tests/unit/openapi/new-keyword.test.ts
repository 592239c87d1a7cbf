import { describe, expect, it, vi } from 'vitest';
import { unknownKeywords } from '../../../src/coverage/unknown.ts';
import { danglingRefs } from '../../../src/document/dangling.ts';
import { dataRefs } from '../../../src/document/data-refs.ts';
import { resolveIdentifiers } from '../../../src/document/identifiers.ts';
import { withoutInternal } from '../../../src/document/internal/internal.ts';
import { mapRefs } from '../../../src/document/map-refs.ts';
import { Origins } from '../../../src/document/origin.ts';
import { isSelfContained } from '../../../src/document/self-contained.ts';
import { SourceFile } from '../../../src/document/source.ts';
import { upgrade } from '../../../src/document/upgrade.ts';
import type { JsonObject } from '../../../src/json/guards.ts';
import { isSmall } from '../../../src/model/schema/small.ts';
import { formatPointer, valueAt } from '../../../src/openapi/pointer.ts';
import type * as Table from '../../../src/openapi/schema-keywords.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { surveyOf } from '../../../src/rules/survey.ts';
import { References } from '../../../src/slices/reach.ts';
import { variantsOf } from '../../../src/slices/variants.ts';
import { DOCUMENT, missingOn, PAGES } from '../coverage/shop.ts';
import { contextOf, nodeOf } from '../model/slice-of.ts';

/** Three keywords that no version of the standard has, added where a new version would be: in the table. */
vi.mock('../../../src/openapi/schema-keywords.ts', async (importOriginal) => {
  const { SCHEMA_KEYWORDS } = await importOriginal<typeof Table>();
  const more = (holds: keyof typeof SCHEMA_KEYWORDS, keyword: string) => ({
    [holds]: `${SCHEMA_KEYWORDS[holds]} ${keyword}`,
  });
  return {
    SCHEMA_KEYWORDS: {
      ...SCHEMA_KEYWORDS,
      ...more('schema', 'wraps'),
      ...more('schema[]', 'wrapsAll'),
      ...more('schema{}', 'wrapsNamed'),
      ...more('data', 'sample'),
    },
  };
});

const PLACE = ['components', 'schemas', 'A'];
/** Each keyword as it holds a schema, where that is, and whether walks are to find it. */
const KEYWORDS: readonly [
  keyword: string,
  hold: (schema: object) => object,
  into: string[],
  found: boolean,
][] = [
  ['wraps', (schema) => schema, [], true],
  ['wrapsAll', (schema) => [schema], ['0'], true],
  // The name is that of a keyword that holds data.
  ['wrapsNamed', (schema) => ({ example: schema }), ['example'], true],
  ['sample', (schema) => schema, [], false],
  ['unheardOf', (schema) => schema, [], false],
];

function documentOf(A: object, others: object = {}, openapi = '3.1.1'): JsonObject {
  return {
    openapi,
    info: { title: 'T', version: '1' },
    paths: {},
    components: { schemas: { A, ...others } },
  };
}

function originsOf(root: JsonObject): Origins {
  const origins = new Origins();
  origins.parsed(root, new SourceFile('openapi.json', JSON.stringify(root, null, 2)));
  return origins;
}

describe.each(KEYWORDS)('a schema under %s', (keyword, hold, into, found) => {
  const holding = (schema: object) => ({ [keyword]: hold(schema) });
  const at = [...PLACE, keyword, ...into];
  const ref = (name: string) => `#/components/schemas/${name}`;

  it(`has its references rewritten: ${found}`, () => {
    const root = documentOf(holding({ $ref: ref('B') }));
    const mapped = mapRefs(root, (text) => text.replace('B', 'C'), originsOf(root));
    expect(valueAt(mapped, [...at, '$ref'])).toBe(ref(found ? 'C' : 'B'));
  });

  it(`is found by its $id: ${found}`, () => {
    const root = documentOf(holding({ $id: 'https://example.org/b', type: 'string' }), {
      B: { $ref: 'https://example.org/b' },
    });
    const resolved = resolveIdentifiers(root, originsOf(root));
    expect(valueAt(resolved, ['components', 'schemas', 'B', '$ref'])).toBe(
      found ? formatPointer(at) : 'https://example.org/b',
    );
  });

  it(`is upgraded, and references follow what moved in it: ${found}`, () => {
    const nullable = holding({
      nullable: true,
      allOf: [{ $ref: ref('B') }],
      description: 'D',
    });
    const below = { $ref: formatPointer([...at, 'allOf', '0']) };
    const root = documentOf(nullable, { B: { type: 'object' }, C: below }, '3.0.3');
    const { document } = upgrade(root, '3.0.3', originsOf(root));
    expect(valueAt(document, [...at, found ? 'anyOf' : 'allOf', '0', '$ref'])).toBe(ref('B'));
    expect(valueAt(document, ['components', 'schemas', 'C', '$ref'])).toBe(
      formatPointer([...at, found ? 'anyOf' : 'allOf', '0']),
    );
  });

  it(`is told of where its reference leads nowhere: ${found}`, () => {
    const root = documentOf(holding({ $ref: ref('Gone') }));
    expect(danglingRefs(root, originsOf(root))).toHaveLength(Number(found));
    expect(isSelfContained(root)).toBe(false);
    // A reference in a place where no object is may mean anything.
    expect(isSelfContained(documentOf(holding({ $ref: ref('A') })))).toBe(found);
  });

  it(`is removed where it is internal: ${found}`, () => {
    const root = documentOf(holding({ 'x-internal': true, type: 'string' }), {
      B: { 'x-internal': false },
    });
    const { root: cleaned } = withoutInternal(root, originsOf(root));
    expect(valueAt(cleaned, at) === undefined).toBe(found);
  });

  it(`is looked at by the rules: ${found}`, () => {
    const survey = surveyOf(documentOf(holding({ title: 'Inner' })) as unknown as Document);
    const titles = survey.all('schema').map(({ node }) => node.title);
    expect(titles.includes('Inner')).toBe(found);
  });

  it(`is read by coverage: ${found}`, () => {
    const Book = { ...DOCUMENT.components.schemas.Book, ...holding({ description: 'Only here.' }) };
    const schemas = { ...DOCUMENT.components.schemas, Book };
    const { missing } = missingOn(PAGES, { ...DOCUMENT, components: { schemas } });
    const place = formatPointer(['components', 'schemas', 'Book', keyword, ...into, 'description']);
    // The names in a map are facts, too.
    const inner = missing.filter((fact) => fact.startsWith('description '));
    expect(inner).toEqual(found ? [`description ${place}`] : []);
    const paths = unknownKeywords(documentOf(holding({ nonsense: 1 }))).map(({ path }) => path);
    const unknown = keyword === 'unheardOf' ? [[...PLACE, keyword]] : [];
    expect(paths).toEqual(found ? [[...at, 'nonsense']] : unknown);
  });

  it('is among the variants of its discriminator, and belongs to a slice', () => {
    const oneOf = [{ $ref: ref('B') }];
    const inner = { oneOf, discriminator: { propertyName: 'kind', mapping: { b: ref('B') } } };
    const document = documentOf(holding(inner), { B: { type: 'object' } }) as unknown as Document;
    expect(variantsOf(document).has('B')).toBe(found);
    // What no table knows may be a keyword of another dialect: a slice has too much rather than too little.
    const reached = new References(document).reach(['components/schemas/A']);
    expect(reached.has('components/schemas/B')).toBe(keyword !== 'sample');
  });

  it(`is drawn, under the name of the keyword: ${found}`, () => {
    const schema = holding({ type: 'object', properties: { inner: {} } });
    const name = [keyword, ...into].join(' ');
    const parts = nodeOf(schema).parts ?? [];
    expect(parts.map(({ label }) => label)).toEqual(found ? [`Under ${name}`] : []);
    expect(JSON.stringify(parts).includes('inner')).toBe(found);
    const both = nodeOf({ allOf: [schema, holding({ properties: { other: {} } })] });
    expect(['inner', 'other'].every((one) => JSON.stringify(both).includes(one))).toBe(found);
    const context = contextOf();
    expect(isSmall(context.flatten(schema), context)).toBe(!found);
  });

  it('is not taken for a reference in the place of a value', () => {
    const root = documentOf(holding({ $ref: ref('B') }), { B: {} });
    expect(dataRefs(root, originsOf(root))).toHaveLength(Number(keyword === 'sample'));
  });
});
