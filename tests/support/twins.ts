import { pagePath, placeOf, slicePath } from '../../src/address/address.ts';
import { basePath, defaultPlace } from '../../src/address/docs.ts';
import { own } from '../../src/json/guards.ts';
import { parseJson } from '../../src/json/text.ts';
import { pageMarkdown } from '../../src/markdown/page.ts';
import { twinInEnglish } from '../../src/markdown/words.ts';
import { buildPage } from '../../src/model/page/build-page.ts';
import type { PageModel } from '../../src/model/page/page.ts';
import type { Document } from '../../src/openapi/types.ts';
import { shownParts } from '../../src/slices/parts.ts';
import { type PageChoice, type PlannedPage, planPages } from '../../src/slices/plan.ts';
import type { PageOptions, SliceDocument } from '../../src/slices/slice.ts';
import { buildSlices } from '../../src/slices/slices.ts';

export interface TwinPage {
  readonly page: PlannedPage;
  readonly model: PageModel;
  /** Path within the site. */
  readonly path: string;
  readonly markdown: string;
  readonly slice: string;
}

/** Path of the API's pages in these tests. */
export const BASE = basePath(defaultPlace({ api: 'api' }));

/** The twins of all pages of a document, by the ids of the pages, without a build. */
export function twinsOf(
  document: Document,
  options: PageOptions = {},
  choice?: PageChoice,
): Map<string, TwinPage> {
  const shown = shownParts(document, choice);
  const { plan } = planPages(shown, 'api', options, choice);
  return new Map(
    buildSlices(shown, plan).map(({ page, json }) => {
      const model = buildPage(parseJson(json) as SliceDocument, { base: BASE });
      const path = pagePath(model.page, page.kind === 'info' ? '' : page.id);
      const markdown = twinOf(model, path);
      return [page.id, { page, model, path, markdown, slice: json }];
    }),
  );
}

export function twinOf(model: PageModel, path: string): string {
  const { page } = model;
  return pageMarkdown(model, {
    say: twinInEnglish,
    count: String,
    path,
    baseUrl: '/',
    openapi: `/${slicePath(page, page.id)}`,
    api: 'API',
    targetOf: (href) => {
      const place = own(page.links, href);
      if (typeof place !== 'string') return undefined;
      const [id, hash] = placeOf(place);
      return `/${pagePath(page, id)}${hash}`;
    },
  });
}
