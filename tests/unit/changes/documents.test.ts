import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare.ts';
import { loadDocument } from '../../../src/document/load.ts';
import type { Document } from '../../../src/openapi/types.ts';
import { ROOT } from '../../support/site.ts';
import { inlined, reordered, split } from './variants.ts';

async function load(document: string): Promise<Document> {
  const { document: loaded, problems } = await loadDocument({ document, cwd: ROOT });
  if (!loaded) throw new Error(problems.map(({ message }) => message).join('\n'));
  return loaded;
}

const examples = path.join('node_modules/@readme/oas-examples');
const FILES = [
  'openapi/conformance.yaml',
  ...['3.0', '3.1'].flatMap((version) =>
    fs
      .readdirSync(path.join(ROOT, examples, version, 'json'))
      .filter((file) => /petstore|callbacks|webhooks|complex|train|star-trek/.test(file))
      .map((file) => path.join(examples, version, 'json', file)),
  ),
];

describe('documents that say the same', () => {
  it.each(FILES)('%s', async (file) => {
    const document = await load(file);
    expect(compareDocuments(document, document)).toEqual([]);
    expect(compareDocuments(document, await load(file))).toEqual([]);
    expect(compareDocuments(document, reordered(document))).toEqual([]);
    expect(compareDocuments(document, inlined(document))).toEqual([]);
    expect(compareDocuments(inlined(document), document)).toEqual([]);
    const parts = compareDocuments(document, split(document));
    expect(parts.filter(({ kind }) => kind !== 'schema-added')).toEqual([]);
  });

  it('there are several', () => {
    expect(FILES.length).toBeGreaterThan(6);
  });

  it('in OpenAPI 3.0 and in 3.1', async () => {
    const folder = path.join(import.meta.dirname, 'versions');
    const [three, one] = await Promise.all(
      ['three-0.yaml', 'three-1.yaml'].map((file) => load(path.join(folder, file))),
    );
    if (!three || !one) throw new Error('There are no documents.');
    expect(compareDocuments(three, one)).toEqual([]);
    expect(compareDocuments(one, three)).toEqual([]);
  });
});
