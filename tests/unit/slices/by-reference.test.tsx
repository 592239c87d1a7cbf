import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { mapObjects } from '../../../src/document/map-objects.ts';
import { encodeRef } from '../../../src/document/map-refs.ts';
import { Origins } from '../../../src/document/origin.ts';
import type { JsonObject } from '../../../src/json/guards.ts';
import type { ObjectKind } from '../../../src/openapi/keywords.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { eachObject } from '../../../src/openapi/walk.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { drawPages } from '../../support/draw.tsx';
import { ROOT } from '../../support/site.ts';

/** Where a Reference Object may stand (OpenAPI 3.2 section 4.23), and the group that it may lead to. */
const GROUPS: Partial<Record<ObjectKind, string>> = {
  parameter: 'parameters',
  requestBody: 'requestBodies',
  response: 'responses',
  callback: 'callbacks',
  link: 'links',
  example: 'examples',
  securityScheme: 'securitySchemes',
  mediaType: 'mediaTypes',
  pathItem: 'pathItems',
};

/** Whether it is a header: both are drawn by the same rules, and stand in different groups. */
const isHeader = (path: readonly string[]): boolean => path.at(-2) === 'headers';

/** The document with all objects of these kinds in components, and a `$ref` in place of each. */
function wrapped(
  document: Document,
  kinds: ReadonlySet<string>,
): { document: Document; count: number } {
  const components: Record<string, Record<string, unknown>> = {};
  let count = 0;
  const wrap =
    (kind: ObjectKind) =>
    (node: JsonObject, at: readonly string[]): JsonObject => {
      const group = isHeader(at) ? 'headers' : (GROUPS[kind] as string);
      if (typeof node.$ref === 'string' || !kinds.has(group)) return node;
      count += 1;
      // A blank and a percent sign in the name: references are URIs.
      const name = `Part ${count} of 100%`;
      components[group] = { ...components[group], [name]: node };
      return { $ref: encodeRef(`#/components/${group}/${name}`) };
    };
  const visitors = Object.fromEntries(
    Object.keys(GROUPS).map((kind) => [kind, wrap(kind as ObjectKind)]),
  );
  const root = mapObjects(document, 'document', visitors, new Origins()) as unknown as Document;
  const own = root.components as unknown as Record<string, object> | undefined;
  const all = Object.fromEntries(
    [...new Set([...Object.keys(own ?? {}), ...Object.keys(components)])].map((group) => [
      group,
      { ...own?.[group], ...components[group] },
    ]),
  );
  return { document: { ...root, components: all } as unknown as Document, count };
}

/** Everything that can be wrapped, in one small document. */
const EVERYTHING = {
  openapi: '3.2.0',
  info: { title: 'Lighthouses', version: '1' },
  paths: {
    '/lights/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      put: {
        operationId: 'setLight',
        security: [{ keeper: ['write'] }, { pass: [] }],
        parameters: [
          {
            name: 'mode',
            in: 'query',
            description: 'How it shines.',
            schema: { type: 'string' },
            examples: { slow: { summary: 'Slowly', value: 'slow' } },
          },
          {
            name: 'filter',
            in: 'query',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        ],
        requestBody: {
          description: 'The light.',
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { lamp: { type: 'string' } } },
              encoding: { lamp: { headers: { 'X-Lamp': { schema: { type: 'integer' } } } } },
            },
            'application/json': {
              schema: { type: 'object', properties: { on: { type: 'boolean' } } },
              examples: { dark: { description: 'Off.', value: { on: false } } },
            },
          },
        },
        responses: {
          200: {
            description: 'Set.',
            headers: { 'X-Shift': { description: 'Whose.', schema: { type: 'string' } } },
            content: { 'text/plain': { schema: { type: 'string' }, example: 'on' } },
            links: {
              read: {
                operationId: 'readLight',
                description: 'Look.',
                parameters: { id: '$request.path.id' },
              },
            },
          },
          default: { description: 'No.' },
        },
        callbacks: {
          burnt: {
            '{$request.body#/url}': {
              post: {
                security: [{ hook: [] }],
                requestBody: { content: { 'application/json': { schema: { type: 'string' } } } },
                responses: { 204: { description: 'Heard.' } },
                callbacks: {
                  again: {
                    '{$request.body#/again}': {
                      additionalOperations: {
                        NOTE: {
                          security: [{ inner: [] }],
                          responses: { 204: { description: 'Noted.' } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      get: { operationId: 'readLight', responses: { 200: { description: 'A light.' } } },
    },
  },
  webhooks: {
    storm: { post: { security: [{ hook: [] }], responses: { 200: { description: 'Seen.' } } } },
  },
  components: {
    securitySchemes: {
      keeper: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: 'https://sea.example/token',
            scopes: { write: 'Sets lights.' },
          },
        },
      },
      pass: { type: 'http', scheme: 'bearer', description: 'A pass.' },
      hook: { type: 'apiKey', in: 'header', name: 'X-Hook', description: 'Of the harbor.' },
      inner: { type: 'apiKey', in: 'header', name: 'X-Inner', description: 'Of the inner harbor.' },
    },
  },
} as unknown as Document;

async function loaded(file: string): Promise<Document> {
  const { document, problems } = await loadDocument({ document: file, cwd: ROOT });
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

/** Small enough to be drawn many times, and with as many kinds of objects as can be. */
const DOCUMENTS: readonly (readonly [name: string, () => Promise<Document>])[] = [
  ['everything', async () => EVERYTHING],
  ['bookshop', () => loaded('openapi/bookshop.yaml')],
  ['conformance', () => loaded('openapi/conformance.yaml')],
  ['galaxy', () => loaded('node_modules/@scalar/galaxy/dist/3.1.yaml')],
];

/** Through the whole of loading, as a file of its own. */
async function reloaded(document: Document): Promise<Document> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'by-reference-'));
  await writeFile(path.join(cwd, 'openapi.json'), JSON.stringify(document));
  const loaded = await loadDocument({ document: 'openapi.json', cwd });
  await rm(cwd, { recursive: true });
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  if (!loaded.document) throw new Error(JSON.stringify(errors, null, 2));
  return loaded.document;
}

/** What pages show, but for lists of all components: the API's own page has all security schemes. */
async function shown(document: Document): Promise<Map<string, string>> {
  const pages = await drawPages(await reloaded(document), { samples: [{ id: 'curl' }] });
  return new Map(
    [...pages].filter(([, { page }]) => page.kind !== 'info').map(([id, { html }]) => [id, html]),
  );
}

/** Media types by reference are from OpenAPI 3.2. */
const groupsOf = ({ openapi }: Document): Set<string> =>
  new Set(
    [...Object.values(GROUPS), 'headers'].filter(
      (group) => group !== 'mediaTypes' || openapi.startsWith('3.2'),
    ),
  );

describe.each(DOCUMENTS)('%s', (_name, read) => {
  test('shows the same with a $ref in place of every object that there may be one for', async () => {
    const document = await read();
    const { document: referring, count } = wrapped(document, groupsOf(document));
    expect(count).toBeGreaterThan(0);
    const expected = await shown(document);
    const actual = await shown(referring);
    expect([...actual.keys()]).toEqual([...expected.keys()]);
    for (const [id, html] of actual) expect(html, id).toBe(expected.get(id));
  });
});

test('all kinds of objects are among them', () => {
  const groups = new Set<string>();
  eachObject(EVERYTHING, 'document', (_node, kind, at) => {
    const group = isHeader(at) ? 'headers' : GROUPS[kind];
    if (group) groups.add(group);
  });
  expect(groups).toEqual(groupsOf(EVERYTHING));
});

test("a slice has the security schemes of a $ref'ed callback, and of callbacks in that", async () => {
  const { document } = wrapped(EVERYTHING, new Set(['callbacks', 'pathItems']));
  const finished = await reloaded(document);
  const slices = buildSlices(finished, planPages(finished, 'api').plan);
  const slice = JSON.parse(slices.find(({ page }) => page.id === 'set-light')?.json ?? '');
  expect(Object.keys(slice.components.securitySchemes)).toEqual([
    'keeper',
    'pass',
    'hook',
    'inner',
  ]);
});
