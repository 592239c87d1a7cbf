import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { wholeDocument } from '../../../src/generate/whole-document.ts';
import type { Document } from '../../../src/openapi/types.ts';

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1.2' },
  paths: { '/books': { get: { responses: { 410: {}, '2XX': {} } } } },
} as unknown as Document;

function filesOf(document: Document): Record<string, string> {
  return Object.fromEntries(wholeDocument(document, 'openapi'));
}

function identityOf(document: Document): { version: string; hash: string } {
  return JSON.parse(filesOf(document)['openapi.document.json'] ?? '')['x-document'];
}

it('is the same in both notations, with its version and a hash', () => {
  const files = filesOf(DOCUMENT);
  expect(Object.keys(files)).toEqual(['openapi.document.json', 'openapi.document.yaml']);
  const whole = JSON.parse(files['openapi.document.json'] ?? '');
  expect(parse(files['openapi.document.yaml'] ?? '')).toEqual(whole);
  const { 'x-document': identity, ...others } = whole;
  expect(others).toEqual(DOCUMENT);
  expect(Object.keys(whole).slice(0, 3)).toEqual(['openapi', 'x-document', 'info']);
  expect(identity).toEqual({
    version: '1.2',
    hash: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
  });
});

it('has another hash if anything is different, and the same one if nothing is', () => {
  const { hash } = identityOf(DOCUMENT);
  expect(identityOf(structuredClone(DOCUMENT)).hash).toBe(hash);
  const changed = { ...DOCUMENT, info: { ...DOCUMENT.info, description: '.' } } as Document;
  expect(identityOf(changed).hash).not.toBe(hash);
});

it('does not count what an earlier one said, and needs no version', () => {
  const again = { ...DOCUMENT, 'x-document': { version: '0', hash: 'x' } } as Document;
  expect(filesOf(again)).toEqual(filesOf(DOCUMENT));
  expect(identityOf({ openapi: '3.1.0', paths: {} } as unknown as Document).version).toBe('');
});
