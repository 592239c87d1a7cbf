import { expect, test } from 'vitest';
import { Anchors, schemeAnchors } from '../../../../src/model/page/anchor.ts';
import { buildPage } from '../../../../src/model/page/build-page.ts';
import { createContext } from '../../../../src/model/page/context.ts';
import { buildSchema } from '../../../../src/model/schema/schema-node.ts';
import { sliceOf } from '../slice-of.ts';

test('anchors of a page that is drawn into another one have its prefix, once', () => {
  const anchors = new Anchors('operation.list.');
  const parent = anchors.claim('request');
  expect(parent).toBe('operation.list.request');
  expect(anchors.claim(parent, 'name')).toBe('operation.list.request-name');
  expect(anchors.claim('request')).toBe('operation.list.request-2');
});

test('a page takes the prefix of all its anchors', () => {
  const operation = {
    parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
    responses: {
      200: {
        description: 'Fine',
        content: { 'application/json': { schema: { properties: { id: {} } } } },
      },
    },
  };
  const page = { kind: 'operation', path: '/', method: 'get' } as const;
  const model = buildPage(sliceOf({ paths: { '/': { get: operation } } }, page), {
    anchorPrefix: 'here.',
  });
  const anchors = [...JSON.stringify(model).matchAll(/"anchor":"([^"]*)"/g)].map(([, id]) => id);
  expect(anchors.length).toBeGreaterThan(3);
  expect(anchors.filter((id) => !id?.startsWith('here.'))).toEqual([]);
  expect(anchors.filter((id) => id?.includes('here.', 1))).toEqual([]);
});

test('anchors of security schemes whose names meet do not depend on their order', () => {
  const names = ['a b', 'a*b', 'a+b', 'key', 'a~20~b~~', 'b\u00e9', 'b~e9', '', '-'];
  const anchors = schemeAnchors(names);
  expect(new Set(anchors.values()).size).toBe(names.length);
  expect(schemeAnchors([...names].reverse())).toEqual(anchors);
  expect(anchors.get('key')).toBe('authentication-key');
  expect(anchors.get('a b')).toBe('authentication-a~20~b~~');
  expect(schemeAnchors(['a b']).get('a b')).toBe('authentication-a-b');
  for (const anchor of anchors.values()) expect(anchor).toMatch(/^[\w.~-]+$/);
});

test('properties whose names meet keep their addresses when others are put in front of them', () => {
  const anchorsOf = (...names: string[]) => {
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
    const context = createContext(sliceOf({}, { kind: 'info' }));
    const { properties: shown } = buildSchema(
      { type: 'object', properties, additionalProperties: true },
      { context, direction: 'request', anchorPrefix: '' },
    );
    return new Map(shown.map(({ name, anchor }) => [name, anchor]));
  };
  const names = ['id', '@type', 'a b', 'name'];
  const before = anchorsOf(...names);
  const after = anchorsOf('', '@id', 'a-b', 'type', ...names);
  expect(before.get('@type')).toBe('type');
  expect(after.get('id')).toBe('id');
  expect(after.get('@id')).toBe('~40~id~~');
  for (const name of ['id', 'name', 'property name*'])
    expect(after.get(name)).toBe(before.get(name));
  // What loses its address to the name that it is has one of its own, never that of another by number.
  expect(after.get('type')).toBe('type');
  expect(new Set(after.values()).size).toBe(after.size);
  for (const anchor of after.values()) expect(anchor).not.toMatch(/-\d$/);
});
