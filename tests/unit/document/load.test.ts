import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoadedDocument, loadDocument } from '../../../src/document/load.ts';
import { parsePointer } from '../../../src/openapi/pointer.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');

/** Loads text as a document of its own. */
async function loadText(text: string, name = 'openapi.yaml') {
  const cwd = await mkdtemp(path.join(tmpdir(), 'document-'));
  await writeFile(path.join(cwd, name), text);
  const loaded = await loadDocument({ document: name, cwd });
  await rm(cwd, { recursive: true });
  return loaded;
}

/** Where a pointer into the finished document stands in the sources. */
function locate({ problemAt }: LoadedDocument, pointer: string) {
  const details = { rule: 'r', severity: 'hint', message: 'M.' } as const;
  const { file, line, column } = problemAt(details, parsePointer(pointer));
  return { file, line, column };
}

describe('a document of many files', () => {
  const cwd = path.join(FIXTURES, 'many-files');
  let loaded: Awaited<ReturnType<typeof loadDocument>>;
  beforeAll(async () => {
    loaded = await loadDocument({ document: 'openapi.yaml', cwd });
  });

  test('becomes one document with internal references', async () => {
    expect(loaded.problems).toEqual([]);
    await expect(`${JSON.stringify(loaded.document, null, 2)}\n`).toMatchFileSnapshot(
      path.join(import.meta.dirname, 'snapshot-documents', 'many-files.txt'),
    );
  });

  test('names every file', () => {
    expect(
      [...loaded.files.keys()].map((file) => path.relative(cwd, file).replaceAll(path.sep, '/')),
    ).toEqual([
      'about.md',
      'example.json',
      'openapi.yaml',
      'parameters.json',
      'paths/users.yaml',
      'schemas/user.yaml',
    ]);
  });

  test.each([
    ['#/info/title', 'openapi.yaml', 3],
    ['#/paths/~1users/get/responses/200', 'paths/users.yaml', 5],
    ['#/components/schemas/user/properties/name/type', 'schemas/user.yaml', 3],
    ['#/components/schemas/Group/properties/owner/anyOf/0', 'openapi.yaml', 20],
    ['#/components/parameters/limit', 'parameters.json', 1],
    ['#/paths/~1users/no/such/thing', 'openapi.yaml', 8],
    ['#/', 'openapi.yaml', 1],
  ])('locates %s', (pointer, file, line) => {
    expect(locate(loaded, pointer)).toMatchObject({ file, line });
  });
});

test('a component from another file keeps the name that it has there', async () => {
  const cwd = await mkdtemp(path.join(tmpdir(), 'document-'));
  const other = './other.yaml#/components/schemas/a~1b~0c';
  await writeFile(
    path.join(cwd, 'openapi.yaml'),
    `openapi: 3.1.0\ninfo: { title: T, version: '1' }\ncomponents: { schemas: { A: { $ref: '${other}' } } }\n`,
  );
  await writeFile(
    path.join(cwd, 'other.yaml'),
    'components: { schemas: { a/b~c: { type: string } } }\n',
  );
  const { document, problems } = await loadDocument({ document: 'openapi.yaml', cwd });
  await rm(cwd, { recursive: true });
  expect(problems).toEqual([]);
  expect(document?.components?.schemas).toEqual({
    A: { $ref: '#/components/schemas/a~1b~0c' },
    'a/b~c': { type: 'string' },
  });
});

describe('a document of version 2.0', () => {
  const cwd = path.join(FIXTURES, 'two');

  test('becomes 3.1', async () => {
    const { document, version, problems } = await loadDocument({ document: 'openapi.yaml', cwd });
    expect(version).toBe('2.0');
    expect(problems).toEqual([]);
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(
      path.join(import.meta.dirname, 'snapshot-documents', 'two.txt'),
    );
  });

  test('keeps its places', async () => {
    const loaded = await loadDocument({ document: 'openapi.yaml', cwd });
    const operation = '#/paths/~1pets~1{id}';
    expect(locate(loaded, '#/components/schemas/Pet/properties/name')).toMatchObject({ line: 94 });
    expect(locate(loaded, `${operation}/post/requestBody/content`)).toMatchObject({ line: 55 });
    expect(
      locate(loaded, `${operation}/get/responses/200/content/application~1json`),
    ).toMatchObject({
      line: 46,
    });
  });
});

describe('depth', () => {
  const HEAD = { openapi: '3.1.0', info: { title: 'Deep', version: '1' } };
  /** Lists in each other, `x-deep` being one level; a scalar in the innermost. */
  const json = (levels: number) =>
    JSON.stringify({ ...HEAD, 'x-deep': null }).replace(
      'null',
      `${'['.repeat(levels)}1${']'.repeat(levels)}`,
    );
  const block = (levels: number) =>
    `openapi: 3.1.0\ninfo: { title: Deep, version: '1' }\nx-deep:\n${Array.from(
      { length: levels },
      (_, at) => `${' '.repeat(at + 1)}a:`,
    ).join('\n')} 1\n`;
  const aliases = (levels: number) =>
    `openapi: 3.1.0\ninfo: { title: Deep, version: '1' }\nx-a: &a ${'['.repeat(levels / 2)}1${']'.repeat(levels / 2)}\nx-deep: ${'['.repeat(levels / 2)}*a${']'.repeat(levels / 2)}\n`;

  test.each<[string, (levels: number) => string, string]>([
    ['JSON', json, 'openapi.json'],
    ['YAML, flow style', json, 'openapi.yaml'],
    ['YAML, block style', block, 'openapi.yaml'],
    ['YAML, aliases', aliases, 'openapi.yaml'],
  ])('%s: 500 levels are read, more are not', async (_, text, name) => {
    expect((await loadText(text(500), name)).problems).toEqual([]);
    // In block style, 10,000 levels are 50 MB of indentation.
    for (const levels of [502, 1_200, ...(text === block ? [] : [10_000])]) {
      const { document, problems } = await loadText(text(levels), name);
      expect(document).toBeUndefined();
      expect(problems).toMatchObject([
        { rule: 'syntax', message: 'It is nested more than 500 levels deep.' },
      ]);
    }
  });
});

describe('values stay what the author wrote', () => {
  test('YAML: timestamps, keys, merges, names of JavaScript', async () => {
    const { document, problems } = await loadText(`
openapi: 3.1.0
info: { title: Values, version: 2020-01-01 }
x-base: &base { a: 1 }
paths:
  /a:
    get:
      responses:
        200: { description: OK }
x-values:
  merged: { <<: *base, b: 2 }
  copy: *base
  yes: no
  infinite: .inf
  binary: !!binary aGk=
  __proto__: { polluted: true }
  constructor: 1
`);
    expect(problems.map(({ rule, line }) => [rule, line])).toEqual([['infinite-number', 14]]);
    expect(document?.info.version).toBe('2020-01-01');
    expect(Object.keys(document?.paths?.['/a']?.get?.responses ?? {})).toEqual(['200']);
    const values = document?.['x-values'] as Record<string, unknown>;
    expect(JSON.stringify(values)).toBe(
      '{"merged":{"a":1,"b":2},"copy":{"a":1},"yes":"no","infinite":".inf","binary":"aGk=",' +
        '"__proto__":{"polluted":true},"constructor":1}',
    );
    expect(values.polluted).toBeUndefined();
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  test('halves of surrogate pairs, in keys and values, are no characters', async () => {
    const { document } = await loadText(
      '{"openapi":"3.1.0","info":{"title":"a\\ud83db \\ud83d\\ude00","version":"1"},"x-\\ude00":1}',
      'openapi.json',
    );
    expect(document?.info.title).toBe('a\ufffdb \u{1f600}');
    expect(document).toHaveProperty(['x-\ufffd']);
  });

  test('JSON with a byte order mark, tabs, CRLF and a long string', async () => {
    const long = 'x'.repeat(300_000);
    const text = `\uFEFF{\r\n\t"openapi": "3.1.0",\r\n\t"info": {"title": "J", "version": "1"},\r\n\t"paths": {},\r\n\t"x-long": "${long}"}`;
    const { document, problems } = await loadText(text, 'openapi.json');
    expect(problems).toEqual([]);
    expect(document?.['x-long']).toBe(long);
  });

  test('a 3.1 document passes unchanged, a 3.2 document keeps its fields', async () => {
    const three = (version: string) => ({
      openapi: version,
      info: { title: 'T', version: '1' },
      paths: {
        '/a': {
          query: { responses: { '200': { description: 'OK' } } },
          additionalOperations: { LINK: { responses: {} } },
        },
      },
      webhooks: { w: { post: { requestBody: { $ref: '#/components/requestBodies/B' } } } },
      components: {
        requestBodies: {
          B: { content: { 'text/event-stream': { itemSchema: { type: 'string' } } } },
        },
        schemas: {
          A: { type: ['string', 'null'], example: 1, exclusiveMinimum: 1 },
          B: { $ref: '#/components/schemas/A', description: 'Sibling', minLength: 1 },
        },
      },
    });
    for (const version of ['3.1.0', '3.2.0']) {
      const { document, problems } = await loadText(JSON.stringify(three(version)));
      expect(problems.filter(({ rule }) => rule !== 'structure')).toEqual([]);
      expect(document).toEqual(three(version));
    }
  });

  test('what is left over from 3.0 in a later document counts as it was meant', async () => {
    const schemas = {
      A: { type: 'integer', nullable: true, minimum: 1, exclusiveMinimum: true },
      B: { allOf: [{ $ref: '#/components/schemas/A' }], nullable: true, description: 'All of A.' },
      C: { $ref: '#/components/schemas/B/allOf/0' },
    };
    const text = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      components: { schemas },
    });
    const { document } = await loadText(text);
    expect(document?.components?.schemas).toEqual({
      A: { type: ['integer', 'null'], exclusiveMinimum: 1 },
      B: {
        description: 'All of A.',
        anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }],
      },
      C: { $ref: '#/components/schemas/B/anyOf/0' },
    });
  });

  test('a version without quotes', async () => {
    const { document, version } = await loadText(
      'openapi: 3.1\ninfo: { title: T, version: "1" }\n',
    );
    expect(version).toBe('3.1.0');
    expect(document?.openapi).toBe('3.1.0');
    expect(document).not.toHaveProperty('components');
  });
});

describe('overlays', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(path.join(tmpdir(), 'overlay-'));
    await writeFile(
      path.join(cwd, 'openapi.yaml'),
      'openapi: 3.0.0\ninfo: { title: Old, version: "1" }\npaths: {}\ncomponents: { schemas: { A: { type: string, nullable: true } } }\n',
    );
    const action = (target: string, update: unknown) =>
      JSON.stringify({ overlay: '1.0.0', actions: [{ target, update }] });
    await writeFile(path.join(cwd, 'a.json'), action('$.info', { title: 'First' }));
    // After the upgrade: the target is a form that only 3.1 has.
    await writeFile(
      path.join(cwd, 'b.json'),
      action('$.components.schemas[?@.type[1]]', { title: 'Null' }),
    );
  });
  afterAll(() => rm(cwd, { recursive: true }));

  test('are applied in order, after the upgrade', async () => {
    const loaded = await loadDocument({
      document: 'openapi.yaml',
      overlays: ['a.json', 'b.json'],
      cwd,
    });
    const { document, problems, files } = loaded;
    expect(problems).toEqual([]);
    expect(document?.info.title).toBe('First');
    expect(document?.components?.schemas?.A).toEqual({ type: ['string', 'null'], title: 'Null' });
    expect([...files.keys()].map((file) => path.basename(file))).toEqual([
      'a.json',
      'b.json',
      'openapi.yaml',
    ]);
    expect(locate(loaded, '#/components/schemas/A')).toEqual({
      file: 'openapi.yaml',
      line: 4,
      column: 26,
    });
  });
});
