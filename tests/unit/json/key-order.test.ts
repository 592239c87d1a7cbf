import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { parseYaml } from '../../../src/document/yaml.ts';
import {
  entriesInOrder,
  fromEntriesInOrder,
  keepOrder,
  keptOrder,
  keysInOrder,
} from '../../../src/json/key-order.ts';
import { parseJsonInOrder } from '../../../src/json/text.ts';
import { buildPage } from '../../../src/model/page/build-page.ts';
import type { OperationModel, SchemaPageModel } from '../../../src/model/page/page.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';

/** Keys as they stand in a text; JavaScript would move some. */
const KEYS: readonly (readonly string[])[] = [
  ['410', '2XX', '404', 'default'],
  ['b', '1', 'a', '0'],
  ['10', '9'],
  ['4294967295', '4294967294', '007', '-1', '1.5'],
  ['a', '__proto__', '1'],
  ['200', '404', 'default'],
];

describe('the order of keys', () => {
  test.each(KEYS)('%s ...', (...keys) => {
    const entries = keys.map((key, at): [string, number] => [key, at]);
    const json = `{${keys.map((key, at) => `${JSON.stringify(key)}: ${at}`).join(', ')}}`;
    const yaml = keys.map((key, at) => `'${key}': ${at}`).join('\n');
    const plain = keys.map((key, at) => `${key}: ${at}`).join('\n');
    for (const object of [
      fromEntriesInOrder(entries),
      parseJsonInOrder(json),
      parseYaml(json, 100),
      parseYaml(yaml, 100),
      parseYaml(plain, 100),
    ] as object[]) {
      expect(keysInOrder(object)).toEqual(keys);
      expect(entriesInOrder(object)).toEqual(entries);
    }
  });

  test('is remembered only where JavaScript keeps another', () => {
    expect(
      keptOrder(
        fromEntriesInOrder([
          ['1', 1],
          ['a', 2],
        ]),
      ),
    ).toBeUndefined();
    expect(
      keptOrder(
        fromEntriesInOrder([
          ['b', 1],
          ['a', 2],
        ]),
      ),
    ).toBeUndefined();
    expect(
      keptOrder(
        fromEntriesInOrder([
          ['a', 1],
          ['1', 2],
        ]),
      ),
    ).toEqual(['a', '1']);
  });

  test('leaves out what is gone, and has what came later last', () => {
    const object: Record<string, number> = { a: 1, 1: 2, 2: 3 };
    keepOrder(object, ['a', '2', '3', '1']);
    expect(keysInOrder(object)).toEqual(['a', '2', '1']);
    object.b = 4;
    expect(keysInOrder(object)).toEqual(['a', '2', '1', 'b']);
  });
});

const YAML = `
openapi: 3.1.0
info: { title: Shop, version: '1' }
x-answers: &answers
  '410': { description: Gone. }
paths:
  /a:
    get:
      operationId: a
      parameters:
        - name: p
          in: query
          schema: { type: string }
          examples: { b: { value: x }, '2': { value: y }, '1': { value: z } }
      responses:
        default: { description: Other. }
        '404': { $ref: '#/components/responses/Missing' }
        <<: *answers
        2XX: { description: Fine. }
        '204': { description: Nothing. }
        '201': { description: Made. }
components:
  responses:
    Missing: { description: Missing. }
  schemas:
    Base:
      properties: { title: {}, '10': {}, '9': {} }
    Book:
      allOf:
        - $ref: '#/components/schemas/Base'
        - properties: { last: {}, '1': {} }
    Kind:
      oneOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Book' }]
      discriminator:
        propertyName: title
        mapping: { two: Base, '2': Base, '1': Base }
`;

/** The same in the older version, whose responses are made anew. */
const TWO = `
swagger: '2.0'
info: { title: Shop, version: '1' }
paths:
  /a:
    get:
      operationId: a
      responses:
        '410': { description: Gone. }
        '404': { description: Missing. }
        '201': { description: Made. }
        '200': { description: Fine. }
`;

async function pagesOf(files: Readonly<Record<string, string>>, overlays: readonly string[] = []) {
  const cwd = await mkdtemp(path.join(tmpdir(), 'order-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(cwd, name), text);
  const [document = ''] = Object.keys(files);
  const loaded = await loadDocument({ document, overlays, cwd });
  await rm(cwd, { recursive: true });
  if (!loaded.document) throw new Error(JSON.stringify(loaded.problems));
  const slices = buildSlices(loaded.document, planPages(loaded.document, 'shop').plan);
  return new Map(slices.map(({ page, json }) => [page.id, buildPage(JSON.parse(json))]));
}

describe('pages have the order of the document', () => {
  const statusesOf = (page: unknown) =>
    (page as OperationModel).responses.map(({ status }) => status);
  const namesOf = (page: unknown) =>
    (page as SchemaPageModel).schema.properties.map(({ name }) => name);

  test('YAML', async () => {
    const pages = await pagesOf({ 'openapi.yaml': YAML });
    expect(statusesOf(pages.get('a'))).toEqual(['2XX', '204', '201', '404', '410', 'default']);
    const { parameters } = pages.get('a') as OperationModel;
    const [parameter] = parameters.flatMap((group) => group.parameters);
    expect(parameter?.examples.map(({ name }) => name)).toEqual(['b', '2', '1']);
    expect(namesOf(pages.get('schemas/base'))).toEqual(['title', '10', '9']);
    expect(namesOf(pages.get('schemas/book'))).toEqual(['title', '10', '9', 'last', '1']);
    const { choices } = (pages.get('schemas/kind') as SchemaPageModel).schema;
    expect(choices?.options[0]?.values).toEqual(['two', '2', '1']);
  });

  test('JSON', async () => {
    const responses =
      '{ "404": { "description": "" }, "2XX": { "description": "" }, "204": { "description": "" } }';
    const pages = await pagesOf({
      'openapi.json': `{ "openapi": "3.0.0", "info": { "title": "T", "version": "1" }, "paths": { "/a": { "get": { "operationId": "a", "responses": ${responses} } } } }`,
    });
    expect(statusesOf(pages.get('a'))).toEqual(['2XX', '204', '404']);
  });

  test('OpenAPI 2.0', async () => {
    const pages = await pagesOf({ 'openapi.yaml': TWO });
    expect(statusesOf(pages.get('a'))).toEqual(['201', '200', '410', '404']);
  });

  test('in another file, with what an overlay adds last', async () => {
    const pages = await pagesOf(
      {
        'openapi.yaml': `
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: { /a: { $ref: a.yaml } }
`,
        'a.yaml': `
get:
  operationId: a
  responses:
    '410': { description: Gone. }
    '404': { description: Missing. }
`,
        'overlay.yaml': `
overlay: 1.0.0
info: { title: More, version: '1' }
actions:
  - target: $.paths['/a'].get.responses
    update: { '400': { description: Bad. } }
`,
      },
      ['overlay.yaml'],
    );
    expect(statusesOf(pages.get('a'))).toEqual(['410', '404', '400']);
  });
});
