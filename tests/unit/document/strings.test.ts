import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type LoadedDocument, loadDocument } from '../../../src/document/load.ts';

/** Stands where a string has to stand. */
const PLACE = /§/g;

const PARTS = `
info: {title: §, version: §, description: §, summary: §, termsOfService: §,
  contact: {name: §, url: §, email: §}, license: {name: §, identifier: §}}
servers:
  - {url: §, description: §, variables: {port: {default: §, enum: [§, §], description: §}}}
tags:
  - {name: §, description: §, externalDocs: {url: §, description: §}}
security: [{login: [§, §]}]
paths:
  /a:
    summary: §
    description: §
    get:
      operationId: §
      summary: §
      tags: [§, §]
      parameters:
        - {name: §, in: query, description: §, schema: {type: string}, examples: {one: {summary: §, description: §, value: x}}}
      requestBody:
        description: §
        content: {multipart/form-data: {schema: {}, encoding: {part: {contentType: §}}}}
      responses:
        200:
          description: §
          headers: {X-A: {description: §, schema: {}}}
          links: {next: {operationRef: '#/paths/~1a/get', description: §}}
        404: {description: §}
components:
  schemas:
    A: {title: §, description: §, format: §, pattern: §, required: [§, §], xml: {name: §, prefix: §},
      discriminator: {propertyName: §, mapping: {1: §}}}
  securitySchemes:
    login: {type: oauth2, description: §, flows: {clientCredentials: {tokenUrl: §, scopes: {1.10: §}}}}
    key: {type: apiKey, in: header, name: §}
`;

const TWO = `
info: {title: §, version: §}
host: §
basePath: §
schemes: [https]
consumes: [text/plain]
tags: [{name: §, description: §}]
paths:
  /a:
    post:
      operationId: §
      summary: §
      tags: [§]
      parameters: [{name: §, in: query, type: string, description: §}]
      responses: {200: {description: §}}
definitions:
  A: {title: §, description: §, required: [§]}
`;

/** Scalars without quotes, and whether YAML takes them for something else than a string. */
const SCALARS: readonly (readonly [text: string, isOther: boolean])[] = [
  ['1.10', true],
  ['8443', true],
  ['true', true],
  ['False', true],
  ['0012', true],
  ['0x1F', true],
  ['1e3', true],
  ['-0', true],
  ['+.5', true],
  ['9223372036854775807', true],
  ['2024-01-01', false],
  ['yes', false],
  ['12:30', false],
  ['1_000', false],
];

async function load(text: string, format = 'yaml', overlay?: string): Promise<LoadedDocument> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'strings-'));
  try {
    await writeFile(path.join(cwd, `openapi.${format}`), text);
    if (overlay) await writeFile(path.join(cwd, 'overlay.yaml'), overlay);
    return await loadDocument({
      document: `openapi.${format}`,
      cwd,
      overlays: overlay ? ['overlay.yaml'] : [],
      structure: true,
    });
  } finally {
    await rm(cwd, { recursive: true });
  }
}

function scalarsIn(value: unknown): unknown[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(scalarsIn);
  return [value];
}

const VERSIONS: readonly (readonly [head: string, parts: string])[] = [
  ["swagger: '2.0'", TWO],
  [
    'openapi: 3.0.3',
    PARTS.replace(', identifier: §', '').replace(', summary: §, terms', ', terms'),
  ],
  ['openapi: 3.1.0', PARTS],
  ['openapi: 3.2.0', PARTS],
];

test.each(VERSIONS.flatMap(([head, parts]) => SCALARS.map((scalar) => ({ head, parts, scalar }))))(
  '$head: $scalar.0 is a string wherever OpenAPI has one, and as it was written',
  async ({ head, parts, scalar: [text, isOther] }) => {
    const source = head + parts.replace(PLACE, text);
    const { document, problems } = await load(source);
    const unquoted = problems.filter(({ rule }) => rule === 'unquoted-string');
    const places = parts.match(PLACE)?.length ?? 0;
    expect(unquoted.length).toBe(isOther ? places : 0);
    expect(problems.filter(({ message }) => /Expected type "string"/.test(message))).toEqual([]);
    expect(scalarsIn(document).filter((value) => typeof value !== 'string')).toEqual([]);
    expect(document?.info).toMatchObject({ title: text, version: text });
    const lines = source.split('\n');
    for (const { line, column, message, suggestion, severity } of unquoted) {
      expect(lines[line - 1]?.slice(column - 1).startsWith(text)).toBe(true);
      expect(message).toContain(`${text} without quotes is a `);
      expect(suggestion).toBe(`Write it in quotes: "${text}".`);
      expect(severity).toBe('warning');
    }
  },
);

test('names are as they were written', async () => {
  const responses = '{200: {description: a}, 0404: {description: b}, 0x1F: {description: c}}';
  const { document } = await load(
    `openapi: 3.1.0\ninfo: {title: a, version: b}\npaths: {/a: {get: {responses: ${responses}}}}\ncomponents: {schemas: {1.10: {}, true: {}}}`,
  );
  expect(Object.keys(document?.paths?.['/a']?.get?.responses ?? {})).toEqual([
    '200',
    '0404',
    '0x1F',
  ]);
  expect(Object.keys(document?.components?.schemas ?? {})).toEqual(['1.10', 'true']);
});

test('values of schemas, examples and extensions keep their types', async () => {
  const schema = '{enum: [1, true], default: 2, const: false, example: 3, minimum: 4, x-a: 5}';
  const { document, problems } = await load(
    `openapi: 3.1.0\ninfo: {title: a, version: b, x-level: 6}\ncomponents: {schemas: {A: ${schema}}, examples: {E: {value: {name: 7}}}}`,
  );
  expect(problems.filter(({ rule }) => rule === 'unquoted-string')).toEqual([]);
  expect(JSON.stringify(document)).toContain(
    '{"enum":[1,true],"default":2,"const":false,"example":3,"minimum":4,"x-a":5}',
  );
  expect(JSON.stringify(document)).toContain('"x-level":6');
  expect(JSON.stringify(document)).toContain('{"value":{"name":7}}');
});

test('extensions that pages understand', async () => {
  const schema = '{enum: [1, 2], x-enum-varnames: [1.0, 2.0], x-enumDescriptions: {1: 1.10}}';
  const { document, problems } = await load(
    `openapi: 3.1.0\ninfo: {title: a, version: b}\ntags: [{name: 2.0, x-displayName: 3.0}]\nx-tagGroups: [{name: 1.0, tags: [2.0]}]\npaths: {}\ncomponents: {schemas: {A: ${schema}}}`,
  );
  expect(document?.['x-tagGroups']).toEqual([{ name: '1.0', tags: ['2.0'] }]);
  expect(document?.tags).toEqual([{ name: '2.0', 'x-displayName': '3.0' }]);
  expect(document?.components?.schemas?.A).toEqual({
    enum: [1, 2],
    'x-enum-varnames': ['1.0', '2.0'],
    'x-enumDescriptions': { 1: '1.10' },
  });
  expect(problems.filter(({ rule }) => rule === 'unquoted-string')).toHaveLength(7);
});

test('JSON and overlays, too', async () => {
  const { document, problems } = await load(
    '{"openapi": "3.1.0",\n"info": {"title": 5, "version": 1.10}, "paths": {}}',
    'json',
    'overlay: 1.0.0\ninfo: {title: a, version: 1.0.0}\nactions:\n  - target: $.info\n    update: {title: 2.0, summary: 3}\n',
  );
  expect(document?.info).toEqual({ title: '2.0', version: '1.10', summary: '3' });
  expect(problems.map(({ file, line, column, rule }) => [file, line, column, rule])).toEqual([
    ['openapi.json', 2, 19, 'unquoted-string'],
    ['openapi.json', 2, 33, 'unquoted-string'],
    ['overlay.yaml', 5, 21, 'unquoted-string'],
    ['overlay.yaml', 5, 35, 'unquoted-string'],
  ]);
});

test('infinity and NaN are strings, each with its place', async () => {
  const { document, problems } = await load(
    'openapi: 3.1.0\ninfo: {title: a, version: b}\ncomponents:\n  schemas:\n    A: {maximum: .inf, minimum: -.Inf,\n      default: .NaN, enum: [+.INF, ".inf"]}\n',
  );
  expect(document?.components?.schemas?.A).toEqual({
    maximum: '.inf',
    minimum: '-.inf',
    default: '.nan',
    enum: ['.inf', '.inf'],
  });
  const found = problems.filter(({ rule }) => rule === 'infinite-number');
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [5, 18],
    [5, 33],
    [6, 16],
    [6, 29],
  ]);
  expect(found[0]?.message).toBe('JSON has no number .inf, so it is read as a string.');
});
