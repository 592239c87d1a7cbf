import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { asObject } from '../../../src/json/guards.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

/** Loads a document of several files, each given as data by its path; the first one is the document. */
async function load(files: Readonly<Record<string, unknown>>) {
  const cwd = await mkdtemp(path.join(tmpdir(), 'document-'));
  for (const [name, value] of Object.entries(files)) {
    const file = path.join(cwd, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const [document = ''] = Object.keys(files);
  const loaded = await loadDocument({ document, cwd });
  await rm(cwd, { recursive: true });
  return { ...loaded, cwd };
}

const HEAD = { openapi: '3.1.0', info: { title: 'Ferries', version: '1' } };
const text = { type: 'string' };

describe('references are URIs', () => {
  test.each([
    ['parts/night%20boat.json', 'parts/night boat.json'],
    ['parts/night boat.json', 'parts/night boat.json'],
    ['./parts/50%25%20off.json', 'parts/50% off.json'],
    ['parts/50% off.json', 'parts/50% off.json'],
    ['parts/f%C3%A4hre.json', 'parts/fähre.json'],
    ['parts%2Fboat.json', 'parts/boat.json'],
    ['parts/a%23b%3F.json', 'parts/a#b?.json'],
    ['parts/../parts/%2e/boat.json', 'parts/boat.json'],
  ])('%s leads to %s', async (ref, file) => {
    const schema = { $ref: ref };
    const { document, problems } = await load({
      'a.json': {
        ...HEAD,
        components: { schemas: { A: { type: 'object', properties: { schema } } } },
      },
      [file]: text,
    });
    expect(problems).toEqual([]);
    const schemas = document?.components?.schemas ?? {};
    const added = Object.keys(schemas).filter((name) => name !== 'A');
    expect(added).toEqual([expect.stringMatching(/^[\w.-]+$/)]);
    expect(schemas[added[0] ?? '']).toEqual(text);
    expect(schemas.A).toMatchObject({
      properties: { schema: { $ref: `#/components/schemas/${added[0]}` } },
    });
  });

  test.each([
    ['..%2Foutside.json', "it leads outside the document's folder"],
    ['%2Fetc%2Fpasswd', "it leads outside the document's folder"],
    ['%2F%2Fhost%2Fshare.json', 'it refers to another machine'],
    ['%5C%5Chost%5Cshare.json', 'it refers to another machine'],
    ['boat%00.json', 'it contains a NUL character'],
    ['.%65nv', '".env" is hidden'],
  ])('%s is refused as though it were written out', async (ref, reason) => {
    const { problems } = await load({
      'a.json': { ...HEAD, components: { schemas: { A: { $ref: ref } } } },
    });
    expect(problems).toMatchObject([{ rule: 'refused-ref' }]);
    expect(problems[0]?.message).toContain(reason);
  });

  test('an encoded scheme is the name of a file', async () => {
    const { problems } = await load({
      'a.json': { ...HEAD, components: { schemas: { A: { $ref: 'file%3A%2F%2F/etc/passwd' } } } },
    });
    expect(problems[0]?.rule).not.toBe('document-not-found');
    expect(problems).toMatchObject([{ severity: 'error' }]);
  });

  test('a file that is not there: the nearest one, as a URI', async () => {
    const { problems } = await load({
      'a.json': { ...HEAD, components: { schemas: { A: { $ref: 'night%20bat.json' } } } },
      'night boat.json': text,
    });
    // The folder is looked into while it is there.
    expect(problems).toMatchObject([
      {
        message: 'The $ref "night%20bat.json" cannot be read: there is no such file.',
        suggestion: 'Did you mean "night%20boat.json"?',
      },
    ]);
  });

  test('names of files that become one name are kept apart, and mappings follow', async () => {
    const { document, problems } = await load({
      'a.json': {
        ...HEAD,
        components: {
          schemas: {
            Any: {
              oneOf: [{ $ref: 'x/day%20boat.json' }, { $ref: 'x/day+boat.json' }],
              discriminator: {
                propertyName: 'kind',
                mapping: { one: 'x/day%20boat.json', two: 'x/day+boat.json' },
              },
            },
          },
        },
      },
      'x/day boat.json': { type: 'object', description: 'One.' },
      'x/day+boat.json': { type: 'object', description: 'Two.' },
    });
    expect(problems).toEqual([]);
    expect(document?.components?.schemas).toEqual({
      Any: {
        oneOf: [
          { $ref: '#/components/schemas/day-boat' },
          { $ref: '#/components/schemas/day-boat-2' },
        ],
        discriminator: {
          propertyName: 'kind',
          mapping: {
            one: '#/components/schemas/day-boat',
            two: '#/components/schemas/day-boat-2',
          },
        },
      },
      'day-boat': { type: 'object', description: 'One.' },
      'day-boat-2': { type: 'object', description: 'Two.' },
    });
  });

  test('names that meet are distinguished by what they are in, whatever refers to them first', async () => {
    const item = (description: string) => ({ type: 'object', description });
    const files = {
      'shop/Item.json': item('As sold.'),
      'stock/Item.json': item('As kept.'),
      'x.json': { $defs: { Berth: item('Of a ship.') } },
      'y.json': { $defs: { Berth: item('Of a ferry.'), Item: item('As shipped.') } },
      'one/z.json': { Pier: item('Of stone.') },
      'a/x.json': { Quay: item('Of a.') },
      'b/x.json': { Quay: item('Of b.') },
      'a/y.json': { Quay: item('Of y.') },
    };
    const refs = [
      'shop/Item.json',
      'stock/Item.json',
      'x.json#/$defs/Berth',
      'y.json#/$defs/Berth',
      'one/z.json#/Pier',
    ];
    const namesOf = async (wanted: readonly string[]) => {
      const { document } = await load({
        'openapi.json': {
          ...HEAD,
          components: {
            schemas: {
              Pier: item('Our own.'),
              All: { anyOf: wanted.map(($ref) => ({ $ref })) },
            },
          },
        },
        ...files,
      });
      const { All, ...schemas } = asObject(document?.components?.schemas);
      return Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [asObject(schema).description, name]),
      );
    };
    const names = {
      'As sold.': 'shop-Item',
      'As kept.': 'stock-Item',
      'Of a ship.': 'x-Berth',
      'Of a ferry.': 'y-Berth',
      'Of stone.': 'z-Pier',
      'Our own.': 'Pier',
    };
    expect(await namesOf(refs)).toEqual(names);
    expect(await namesOf([...refs].reverse())).toEqual(names);
    // No single level tells these apart.
    expect(await namesOf(['a/x.json#/Quay', 'b/x.json#/Quay', 'a/y.json#/Quay'])).toEqual({
      'Our own.': 'Pier',
      'Of a.': 'a-x-Quay',
      'Of b.': 'b-x-Quay',
      'Of y.': 'a-y-Quay',
    });
    // What meets nothing keeps its name.
    expect(await namesOf(['stock/Item.json', 'x.json#/$defs/Berth'])).toEqual({
      'As kept.': 'Item',
      'Of a ship.': 'Berth',
      'Our own.': 'Pier',
    });
  });

  test('pointers come out percent-encoded, however they went in', async () => {
    const { document, problems } = await load({
      'a.json': {
        ...HEAD,
        components: {
          schemas: {
            'Trip«50%»': text,
            A: { $ref: '#/components/schemas/Trip«50%»' },
            B: { $ref: '#/components/schemas/Trip%C2%AB50%25%C2%BB' },
          },
        },
      },
    });
    expect(problems).toEqual([]);
    const encoded = { $ref: '#/components/schemas/Trip%C2%AB50%25%C2%BB' };
    expect(document?.components?.schemas).toMatchObject({ A: encoded, B: encoded });
  });
});

describe('operationRef', () => {
  const links = (operationRef: string) => ({
    200: { description: 'Booked.', links: { next: { operationRef } } },
  });
  const get = { operationId: 'readTrip', responses: { 200: { description: 'A trip.' } } };
  const book = (operationRef: string) => ({ post: { responses: links(operationRef) } });

  test.each([
    ['#/paths/~1trips~1{id}/get', 'a.json'],
    ['#/paths/~1trips~1%7Bid%7D/get', 'a.json'],
    ['a.json#/paths/~1trips~1%7Bid%7D/get', 'a.json'],
    ['the%20trip.json#/get', 'a.json'],
    ['./the%20trip.json#/get', 'a.json'],
    ['../a.json#/paths/~1trips~1%7Bid%7D/get', 'parts/book.json'],
    ['../the%20trip.json#/get', 'parts/book.json'],
  ])('%s in %s', async (operationRef, place) => {
    const isInline = place === 'a.json';
    const { document, problems } = await load({
      'a.json': {
        ...HEAD,
        paths: {
          '/trips': isInline ? book(operationRef) : { $ref: 'parts/book.json' },
          '/trips/{id}': operationRef.startsWith('#') ? { get } : { $ref: 'the%20trip.json' },
        },
      },
      'the trip.json': { get },
      'parts/book.json': book(operationRef),
    });
    expect(problems).toEqual([]);
    if (!document) throw new Error('no document');
    const slices = buildSlices(document, planPages(document, 'api').plan).map(({ json }) => json);
    const [booking] = slices.filter((json) => json.includes('"operationRef"'));
    expect(JSON.parse(booking ?? '')).toMatchObject({
      paths: {
        '/trips': {
          post: {
            responses: {
              200: { links: { next: { operationRef: '#/paths/~1trips~1%7Bid%7D/get' } } },
            },
          },
        },
      },
      'x-page': { operations: [{ id: 'read-trip' }] },
    });
  });

  test('one that leads to another API stays', async () => {
    const ref = 'https://other.example/openapi.json#/paths/~1a/get';
    const { document } = await load({ 'a.json': { ...HEAD, paths: { '/trips': book(ref) } } });
    expect(JSON.stringify(document)).toContain(ref);
  });
});

describe('what only looks like a reference', () => {
  const ref = { $ref: '#/components/schemas/A' };
  const file = { $ref: 'part.json' };
  const data = { deep: [ref, file], circle: { $ref: '#/components/schemas/B/default' } };
  const schemas = {
    A: text,
    B: {
      example: data,
      default: data,
      enum: [data],
      const: data,
      examples: [data],
      'x-shape': data,
    },
    C: { 'x-shape': ref, properties: { example: ref, 'x-shape': file } },
  };

  test('is data, whether or not it leads somewhere', async () => {
    const document = {
      ...HEAD,
      info: { ...HEAD.info, 'x-info': file, 'x-circle': { $ref: '#/info/x-circle' } },
      paths: {
        '/a': {
          'x-path': ref,
          get: {
            'x-operation': [file],
            parameters: [{ in: 'query', name: 'q', schema: text, example: data }],
            responses: {
              200: {
                description: 'Found.',
                'x-response': file,
                content: {
                  'application/json': { examples: { value: { value: data, 'x-example': file } } },
                  'text/plain': { example: data },
                },
              },
            },
          },
        },
      },
      components: { schemas },
    };
    const loaded = await load({ 'a.json': document, 'part.json': { type: 'integer' } });
    expect(loaded.problems).toEqual([]);
    const { C, ...others } = loaded.document?.components?.schemas ?? {};
    expect(loaded.document).toMatchObject({ info: document.info, paths: document.paths });
    expect(others).toEqual({ A: text, B: schemas.B, part: { type: 'integer' } });
    // Names of properties are no keywords.
    expect(C).toEqual({
      'x-shape': ref,
      properties: { example: ref, 'x-shape': { $ref: '#/components/schemas/part' } },
    });
  });

  test.each([
    ['example', { schema: text, example: file }],
    ['value', { schema: text, examples: { one: { value: ref } } }],
    ['example', { schema: { type: 'string', example: ref } }],
    ['default', { schema: { type: 'string', default: file } }],
  ])('a warning where an author may have meant one: %s', async (keyword, parameter) => {
    const { problems } = await load({
      'a.json': {
        ...HEAD,
        paths: { '/a': { get: { parameters: [{ in: 'query', name: 'q', ...parameter }] } } },
      },
    });
    expect(problems).toMatchObject([{ rule: 'ref-in-example', severity: 'warning' }]);
    expect(problems[0]?.message).toContain(`is in "${keyword}"`);
  });
});

test('messages name the keyword', async () => {
  const { problems } = await load({
    'a.json': {
      ...HEAD,
      openapi: '3.2.0',
      components: {
        examples: { one: { externalValue: 'no-such.json' } },
        schemas: {
          A: { oneOf: [text], discriminator: { propertyName: 'a', defaultMapping: './none.json' } },
        },
      },
    },
  });
  expect(problems.map(({ message }) => message).sort()).toEqual([
    'The defaultMapping "./none.json" cannot be read: there is no such file.',
    'The externalValue "no-such.json" cannot be read: there is no such file.',
  ]);
});

test('no folder of this machine, and no reference to a file, is left', async () => {
  const part = { type: 'object', properties: { self: { $ref: '#' }, other: { $ref: 'b c.json' } } };
  const { document, cwd } = await load({
    'a.json': {
      ...HEAD,
      paths: { '/a': { $ref: 'paths/a%20b.json' } },
      components: { schemas: { A: { $ref: 'parts/a%20b.json' } } },
    },
    'paths/a b.json': {
      get: {
        responses: {
          200: {
            description: 'A.',
            content: { 'application/json': { schema: { $ref: '../parts/b%20c.json#/items' } } },
          },
        },
      },
    },
    'parts/a b.json': part,
    'parts/b c.json': { type: 'array', items: { $ref: 'a%20b.json' } },
  });
  if (!document) throw new Error('no document');
  for (const { json } of buildSlices(document, planPages(document, 'api').plan)) {
    expect(json).not.toContain(path.basename(cwd));
    expect(json).not.toContain('file:');
    expect(json.match(/"\$ref":"(?!#\/)[^"]*"/g)).toBeNull();
  }
});
