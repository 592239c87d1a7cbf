import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/changes/change.ts';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { judgeChanges } from '../../../src/changes/rules/judge.ts';
import { loadDocument } from '../../../src/document/load.ts';
import { parseStored } from '../../../src/history/check.ts';
import { joinAll, joinChanges } from '../../../src/history/join/join.ts';
import { storedText } from '../../../src/history/stored.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { ROOT } from '../../support/site.ts';
import { type Case, documentsOf, PARTS, readCorpus } from '../changes/corpus.ts';

const say = ({ kind, name, place, operations, traits = [] }: Change): string =>
  JSON.stringify({
    place,
    kind,
    name,
    operations,
    // Only says how joined changes were found.
    traits: traits.filter((trait) => trait !== 'compared'),
  });

/** A change in brief: `property-added size`. */
const brief = ({ kind, name = '', traits = [] }: Change): string =>
  [kind, name, ...traits.filter((trait) => trait !== 'compared')].filter(Boolean).join(' ');

/** What is said of three documents, through the one in the middle. */
function through(documents: readonly Document[]): readonly Change[] {
  return joinAll(
    documents.slice(1).map((document, at) => compareDocuments(documents[at] as Document, document)),
  );
}

const object = (properties: object, more: object = {}) =>
  PARTS.schema({ type: 'object', properties: { a: { type: 'string' }, ...properties }, ...more });
const size = (schema: object = { type: 'integer' }, more: object = {}) =>
  object({ size: schema }, more);
const named = (name: string, schema: object = {}) =>
  object({ [name]: { type: 'string', description: 'What everybody calls it at home', ...schema } });
const paths = (value: object) => PARTS.paths(value);
const get = (fields: object = {}) => ({
  get: { operationId: 'list', summary: 'List the pets', responses: {}, ...fields },
});
const limit = (schema: object, name = 'limit') =>
  PARTS.parameters([
    { in: 'query', name: 'other', schema: { type: 'string' } },
    { in: 'query', name, description: 'How many there are at most', schema },
  ]);

const CASES: Readonly<Record<string, readonly [documents: Document[], expected: string[]]>> = {
  'added, then removed': [[object({}), size(), object({})], []],
  'added, then changed': [
    [object({}), size(), size({ type: 'integer', maximum: 5 })],
    ['property-added size'],
  ],
  'added, then required': [
    [object({}), size(), size({ type: 'integer' }, { required: ['size'] })],
    ['property-added size required'],
  ],
  'added as required, then optional': [
    [object({}), size({ type: 'integer' }, { required: ['size'] }), size()],
    ['property-added size'],
  ],
  'a type of a choice that gave way to another one, and then to a third': [
    ['string', 'integer', 'boolean'].map((type) => size({ anyOf: [{ type: 'array' }, { type }] })),
    ['any-of-variant-added', 'any-of-variant-removed'],
  ],
  'changed, then changed again': [
    [
      size({ type: 'integer', maximum: 1 }),
      size({ type: 'integer', maximum: 9 }),
      size({ type: 'integer', maximum: 5 }),
    ],
    ['maximum-increased'],
  ],
  'changed, then changed back': [
    [size({ type: 'integer' }), size({ type: 'string' }), size({ type: 'integer' })],
    [],
  ],
  'a type, in both directions': [
    [
      size({ type: ['integer', 'string'] }),
      size({ type: ['integer', 'string', 'boolean'] }),
      size(),
    ],
    ['type-narrowed'],
  ],
  'changed, then removed': [
    [size({ type: 'integer', maximum: 5 }), size({ type: 'integer', maximum: 4 }), object({})],
    ['property-removed size'],
  ],
  'deprecated, then removed': [
    [size(), size({ type: 'integer', deprecated: true }), object({})],
    ['property-removed size'],
  ],
  'removed, then added': [
    [size(), object({}), size({ type: 'string' })],
    ['property-changed size returned'],
  ],
  'removed, then added as required': [
    [size(), object({}), size({ type: 'integer' }, { required: ['size'] })],
    ['property-changed size returned', 'required-added size'],
  ],
  'a limit that was removed, and is another one now': [
    [size({ type: 'integer', maximum: 5 }), size(), size({ type: 'integer', maximum: 4 })],
    ['maximum-decreased'],
  ],
  'a limit that was removed, and is the same now': [
    [size({ type: 'integer', maximum: 5 }), size(), size({ type: 'integer', maximum: 5 })],
    [],
  ],
  'a value that was removed, and is there again': [
    [
      size({ type: 'string', enum: ['a', 'b'] }),
      size({ type: 'string', enum: ['a'] }),
      size({ type: 'string', enum: ['a', 'b'] }),
    ],
    [],
  ],
  'renamed, then renamed again': [
    [named('pet_name'), named('petName'), named('callName')],
    ['property-renamed callName'],
  ],
  'renamed, then renamed back': [[named('pet_name'), named('petName'), named('pet_name')], []],
  'renamed, then removed': [
    [named('pet_name'), named('petName'), object({})],
    ['property-removed pet_name'],
  ],
  'changed, then renamed': [
    [
      named('pet_name', { maxLength: 9 }),
      named('pet_name', { maxLength: 5 }),
      named('petName', { maxLength: 5 }),
    ],
    ['max-length-decreased', 'property-renamed petName'],
  ],
  'a parameter that was renamed and changed': [
    [
      limit({ type: 'integer', maximum: 9 }),
      limit({ type: 'integer', maximum: 9 }, 'most'),
      limit({ type: 'integer', maximum: 5 }, 'most'),
    ],
    ['maximum-decreased', 'parameter-renamed most'],
  ],
  'a parameter that has another position': [
    [
      limit({ type: 'integer', maximum: 9 }),
      limit({ type: 'integer', maximum: 7 }),
      PARTS.parameters([
        {
          in: 'query',
          name: 'limit',
          description: 'How many there are at most',
          schema: { type: 'integer', maximum: 8 },
        },
      ]),
    ],
    ['maximum-decreased', 'parameter-removed other'],
  ],
  'an operation that was moved, and moved again': [
    [paths({ '/pets': get() }), paths({ '/animals': get() }), paths({ '/beasts': get() })],
    ['operation-renamed GET /beasts'],
  ],
  'an operation that was moved, and removed': [
    [
      paths({ '/pets': get(), '/x': get({ operationId: 'x' }) }),
      paths({ '/animals': get(), '/x': get({ operationId: 'x' }) }),
      paths({ '/x': get({ operationId: 'x' }) }),
    ],
    ['operation-removed GET /pets'],
  ],
  'an operation that changed before it was removed': [
    [
      paths({ '/pets': get(), '/x': get({ operationId: 'x' }) }),
      paths({ '/pets': get({ deprecated: true }), '/x': get({ operationId: 'x' }) }),
      paths({ '/x': get({ operationId: 'x' }) }),
    ],
    ['operation-removed GET /pets'],
  ],
  'an operation that changed after it was added': [
    [paths({}), paths({ '/pets': get() }), paths({ '/pets': get({ deprecated: true }) })],
    ['operation-added GET /pets was-deprecated'],
  ],
  'a path parameter with another name': [
    [
      paths({
        '/pets/{id}': get({
          parameters: [{ in: 'path', name: 'id', required: true, schema: { type: 'string' } }],
        }),
      }),
      paths({
        '/pets/{pet}': get({
          parameters: [{ in: 'path', name: 'pet', required: true, schema: { type: 'string' } }],
        }),
      }),
      paths({
        '/pets/{pet}': get({
          deprecated: true,
          parameters: [{ in: 'path', name: 'pet', required: true, schema: { type: 'string' } }],
        }),
      }),
    ],
    ['deprecated-added', 'parameter-renamed pet required'],
  ],
  'requirements of security, from none to one and to another one': [
    [
      PARTS.operation({ security: [] }),
      PARTS.operation({ security: [{ key: [] }] }),
      PARTS.operation({ security: [{ token: [] }] }),
    ],
    ['security-added token newly-secured'],
  ],
};

describe('changes through a version in between', () => {
  test.each(Object.entries(CASES))('%s', (_, [documents, expected]) => {
    expect(through(documents).map(brief).sort()).toEqual([...expected].sort());
  });

  test('have their places in the first and the last document', () => {
    const [renamed] = through([
      named('pet_name', { maxLength: 9 }),
      named('petName', { maxLength: 9 }),
      named('petName', { maxLength: 5 }),
    ]).filter(({ kind }) => kind === 'max-length-decreased');
    expect(renamed?.before?.pointer).toBe('#/components/schemas/Pet/properties/pet_name/maxLength');
    expect(renamed?.after?.pointer).toBe('#/components/schemas/Pet/properties/petName/maxLength');
    expect(renamed?.place.property).toBe('petName');
  });

  test('are judged as one change', () => {
    const levels = (documents: readonly Document[]) =>
      judgeChanges(through(documents)).map(({ level }) => level);
    expect(levels([size(), size({ type: 'integer', maximum: 5 }), size()])).toEqual([]);
    // It breaks from one version to the next one, but not in all.
    expect(
      levels([
        size({ type: 'integer', maximum: 5 }),
        size({ type: 'integer', maximum: 3 }),
        size({ type: 'integer', maximum: 3, description: 'How large' }),
      ]),
    ).toContain('breaking');
    expect(
      levels([
        object({}),
        size({ type: 'integer' }, { required: ['size'] }),
        size({ type: 'integer' }),
      ]),
    ).toEqual(['info']);
  });

  test('of what is only known from files are the same', () => {
    const [first, second, third] =
      CASES['a limit that was removed, and is another one now']?.[0] ?? [];
    if (!first || !second || !third) throw new Error('no documents');
    const kept = (from: Document, to: Document) => {
      const changes = compareDocuments(from, to);
      return parseStored(storedText({ from: '1', to: '2', changes, pages: [] }), 'x').changes;
    };
    expect(joinChanges(kept(first, second), kept(second, third)).map(brief)).toEqual([
      'maximum-decreased',
    ]);
  });
});

const CORPUS = readCorpus(
  fs.readFileSync(path.join(import.meta.dirname, '../changes/corpus.yaml'), 'utf8'),
);

/** Values that were there in between only: whether there was one before is not known from the changes. */
const UNKNOWN = /^(?:serialization-changed|external-docs-changed url)$/;

describe.each(CORPUS.map(([part, one]) => [one.name, part, one] as const))('%s', (_, part, one) => {
  const [before, after] = documentsOf(part, one as Case);

  test('and nothing else: the same', () => {
    const changes = compareDocuments(before, after);
    expect(joinChanges(changes, []).map(say)).toEqual(changes.map(say));
    expect(joinChanges([], changes).map(say)).toEqual(changes.map(say));
  });

  test('and back: nothing, or what nobody knows', () => {
    for (const documents of [
      [before, after, before],
      [after, before, after],
    ]) {
      const left = through(documents).filter(({ traits }) => !traits?.includes('returned'));
      expect(left.map(brief).filter((text) => !UNKNOWN.test(text))).toEqual([]);
    }
  });
});

describe('real documents', () => {
  const load = async (name: string): Promise<Document> => {
    const file = path.join(import.meta.dirname, 'versions', `${name}.yaml`);
    const { document } = await loadDocument({ document: file, cwd: ROOT });
    if (!document) throw new Error(name);
    return document;
  };

  test('through the one in between say the same as directly', async () => {
    const [first, second, third] = await Promise.all(['1.0', '1.1', '2.0'].map(load));
    if (!first || !second || !third) throw new Error('no documents');
    const direct = compareDocuments(first, third).map(say);
    expect(direct.length).toBeGreaterThan(5);
    expect(through([first, second, third]).map(say)).toEqual(direct);
    expect(through([third, second, first]).map(say)).toEqual(
      compareDocuments(third, first).map(say),
    );
  });
});

describe('a schema that is new', () => {
  const body = (schema: object, schemas: object) =>
    PARTS.document({
      paths: {
        '/pets': {
          post: {
            requestBody: { content: { 'application/json': { schema } } },
            responses: { 200: { description: 'Done' } },
          },
        },
      },
      components: { schemas },
    });
  const pet = (more: object = {}) => ({
    type: 'object',
    properties: { a: { type: 'string' }, ...more },
  });
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

  test('is not all that is said if something else was there in its place', () => {
    const documents = [
      body(pet(), {}),
      body(ref('Pet'), { Pet: pet() }),
      body(ref('Pet'), { Pet: { ...pet({ b: { type: 'string' } }), required: ['b'] } }),
    ];
    expect(through(documents).map(brief).sort()).toEqual(
      compareDocuments(documents[0] as Document, documents[2] as Document)
        .map(brief)
        .sort(),
    );
    expect(judgeChanges(through(documents)).map(({ level }) => level)).toContain('breaking');
  });

  test('is all that is said otherwise', () => {
    const documents = [
      body(pet(), {}),
      body(pet({ c: ref('Cat') }), { Cat: pet() }),
      body(pet({ c: ref('Cat') }), { Cat: { ...pet({ b: { type: 'string' } }), required: ['b'] } }),
    ];
    expect(through(documents).map(brief)).toEqual(['property-added c', 'schema-added Cat']);
  });
});
