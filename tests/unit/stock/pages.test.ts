import { beforeAll, expect, it } from 'vitest';
import { loadDocument } from '../../../src/document/load.ts';
import type { Document } from '../../../src/openapi/types.ts';
import type { PageChoice } from '../../../src/slices/plan.ts';
import { drawPages } from '../../support/draw.tsx';
import { ROOT } from '../../support/site.ts';

const ALL: PageChoice = {
  info: true,
  operations: true,
  tags: 'declared',
  schemas: 'all',
  whole: false,
  sameName: 'first',
};

let document: Document;
beforeAll(async () => {
  const loaded = await loadDocument({ document: 'openapi/bookshop.yaml', cwd: ROOT });
  document = loaded.document as Document;
});

it.each<Partial<PageChoice>>([
  {},
  { tags: 'none' },
  { schemas: 'tagged' },
  { info: false },
  { tags: 'none', schemas: 'tagged', info: false },
  { tags: 'none', operations: false, info: false },
])('with %j, pages link only to pages that there are, and schemas are whole', async (choice) => {
  const options = { introduction: 'below', samples: [{ id: 'curl' }] } as const;
  const pages = await drawPages(document, options, undefined, { ...ALL, ...choice });
  const ids = [...pages.keys()];
  const links = [...pages.values()].flatMap(({ html }) =>
    Array.from(
      html.matchAll(/ href="\/reference\/api\/([^"#]*?)\/?(?:#[^"]*)?"/g),
      ([, id = '']) => id,
    ),
  );
  expect(links).not.toEqual([]);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  if (choice.schemas !== 'tagged') return;
  // Without pages of their own, schemas are where they are used.
  expect(pages.get('create-order')?.html).toContain('quantity');
});
