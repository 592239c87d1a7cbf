import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/coverage/result.ts';
import { loadDocument } from '../../../src/document/load.ts';
import { shownParts } from '../../../src/slices/parts.ts';
import type { PageInfo } from '../../../src/slices/slice.ts';
import { realDocuments } from '../../support/documents.ts';
import { ROOT } from '../../support/site.ts';
import { BASE, twinsOf } from '../../support/twins.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twins-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const documents = [
  { document: 'openapi/conformance.yaml', extensions: ['x-stability'] },
  ...realDocuments().map(({ document }) => ({ document, extensions: [] })),
];

describe('twins show all that their document says', () => {
  it.each(documents)('$document', { timeout: 60_000 }, async ({ document: file, extensions }) => {
    const loaded = await loadDocument({ document: file, cwd: ROOT });
    if (!loaded.document) throw new Error(JSON.stringify(loaded.problems));
    const twins = twinsOf(loaded.document, extensions.length > 0 ? { extensions } : {});
    const pages = Array.from(twins.values(), ({ path: address, markdown, slice }) => {
      const twin = path.join(folder, `${address}.md`);
      fs.mkdirSync(path.dirname(twin), { recursive: true });
      fs.writeFileSync(twin, markdown);
      const info: PageInfo = JSON.parse(slice)['x-page'];
      return { address, file: twin, bytes: markdown.length, info };
    });
    const site = { id: 'api', base: BASE, pages, title: '', version: '' };
    const { missing, total } = coverageOf(loaded, shownParts(loaded.document), site, extensions);
    expect(total.all).toBeGreaterThan(pages.length);
    expect(missing.map(({ kind, value, pages: on }) => `${kind} ${value}: ${on[0]}`)).toEqual([]);
  });
});
