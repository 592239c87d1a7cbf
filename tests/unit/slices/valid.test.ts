import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import { planPages } from '../../../src/slices/plan.ts';
import { buildSlices } from '../../../src/slices/slices.ts';
import { ROOT } from '../../support/site.ts';

/** Of the many slices of the largest document, one in so many. */
const SOME = 60;

test.each([
  ['openapi/bookshop.yaml', 1],
  ['openapi/conformance.yaml', 1],
  ['node_modules/@goauthentik/api/schema.yml', SOME],
])('slices of %s are valid OpenAPI documents', async (document, every) => {
  const loaded = await loadDocument({ document, cwd: ROOT, structure: true });
  if (!loaded.document) throw new Error(JSON.stringify(loaded.problems));
  // What is wrong with the document itself is wrong with its slices.
  const known = new Set(loaded.problems.map(({ message }) => message));
  const cwd = await mkdtemp(path.join(tmpdir(), 'slices-'));
  const slices = buildSlices(loaded.document, planPages(loaded.document, 'api').plan);
  const found: string[] = [];
  for (const [at, { page, json }] of slices.entries()) {
    if (at % every !== 0) continue;
    await writeFile(path.join(cwd, 'slice.json'), json);
    const { problems } = await loadDocument({ document: 'slice.json', cwd, structure: true });
    for (const { message } of problems)
      if (!known.has(message)) found.push(`${page.id}: ${message}`);
    // References are URIs (RFC 3986 section 4.1), and none leads out of the slice.
    for (const [, ref] of json.matchAll(/"\$ref":"([^"]*)"/g)) {
      if (!/^#(?:[\w\-.~!$&'()*+,;=:@/?]|%[\da-f]{2})*$/i.test(ref ?? ''))
        found.push(`${page.id}: ${ref}`);
    }
  }
  await rm(cwd, { recursive: true });
  expect(found).toEqual([]);
});
