import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';

const PARTS = {
  openapi: '3.2.0',
  info: { title: 'Test', version: '1' },
};

async function load(document: object) {
  const cwd = await mkdtemp(path.join(tmpdir(), 'document-'));
  await writeFile(path.join(cwd, 'openapi.json'), JSON.stringify({ ...PARTS, ...document }));
  const loaded = await loadDocument({ document: 'openapi.json', cwd, structure: true });
  await rm(cwd, { recursive: true });
  return loaded;
}

const text = { type: 'string' };

describe('references by address', () => {
  const self = 'https://example.com/openapi.json';
  const id = 'https://example.com/schemas/owner';
  const schemas = (refs: object) => ({
    $self: self,
    components: {
      schemas: {
        Refs: { type: 'object', properties: refs },
        Holder: {
          $defs: {
            Owner: {
              $id: id,
              type: 'object',
              properties: { name: { $ref: '#/$defs/Name' }, again: { $ref: '#' } },
              $defs: { Name: text, Deep: { $id: 'deep', $defs: { In: text } } },
            },
          },
        },
      },
    },
  });
  const place = '#/components/schemas/Holder/$defs/Owner';

  test.each([
    [id, place],
    ['schemas/owner', place],
    [`${id}#/$defs/Name`, `${place}/$defs/Name`],
    ['https://example.com/schemas/deep#/$defs/In', `${place}/$defs/Deep/$defs/In`],
    [`${self}#/components/schemas/Holder`, '#/components/schemas/Holder'],
    ['#/components/schemas/Holder', '#/components/schemas/Holder'],
  ])('%s is %s', async (ref, pointer) => {
    const { document, problems } = await load(schemas({ one: { $ref: ref } }));
    expect(problems).toEqual([]);
    expect(document).toMatchObject({
      components: { schemas: { Refs: { properties: { one: { $ref: pointer } } } } },
    });
  });

  test('those below an $id begin there', async () => {
    const { document } = await load(schemas({}));
    const holder = document?.components?.schemas?.Holder;
    expect(holder).toMatchObject({
      $defs: {
        Owner: { properties: { name: { $ref: `${place}/$defs/Name` }, again: { $ref: place } } },
      },
    });
  });
});

test('pointers from the root, below an $id where they lead nowhere, stay', async () => {
  const Page = {
    $id: 'page',
    type: 'object',
    properties: { item: { $ref: '#/components/schemas/Item' } },
  };
  const { document, problems } = await load({ components: { schemas: { Page, Item: text } } });
  expect(problems).toEqual([]);
  expect(document).toMatchObject({ components: { schemas: { Page, Item: text } } });
});

describe('references to path items', () => {
  const get = { operationId: 'shared', responses: { 204: { description: 'Done.' } } };
  const components = { pathItems: { Shared: { summary: 'Theirs', get } } };

  test.each(['paths', 'webhooks'])('%s hold what they refer to', async (key) => {
    const name = key === 'paths' ? '/shared' : 'shared';
    const item = { $ref: '#/components/pathItems/Shared', summary: 'Ours' };
    const { document, problems } = await load({ [key]: { [name]: item }, components });
    expect(problems).toEqual([]);
    expect(document).toMatchObject({ [key]: { [name]: { summary: 'Ours', get } } });
  });
});

describe('what the 3.2 table of the library lacks', () => {
  test('scopes of a device flow, responses without a description, cookies by their style, media types', async () => {
    const { problems } = await load({
      paths: {
        '/x': {
          get: {
            parameters: [{ name: 'c', in: 'cookie', style: 'cookie', schema: text }],
            responses: {
              200: {
                summary: 'Fine',
                content: { 'text/plain': { $ref: '#/components/mediaTypes/T' } },
              },
            },
          },
        },
      },
      components: {
        mediaTypes: { T: { schema: { description: 'A text.', type: 'string' } } },
        securitySchemes: {
          device: {
            type: 'oauth2',
            flows: {
              deviceAuthorization: {
                deviceAuthorizationUrl: 'https://example.com/device',
                tokenUrl: 'https://example.com/token',
                scopes: { read: 'Look.' },
              },
            },
          },
        },
      },
    });
    expect(problems).toEqual([]);
  });
});
