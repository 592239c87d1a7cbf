import path from 'node:path';
import type { ComponentType } from 'react';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { basePath, defaultPlace } from '../../src/address/docs.ts';
import { PageProvider } from '../../src/client/app/page-context.tsx';
import { say } from '../../src/client/app/words.ts';
import { loadDocument } from '../../src/document/load.ts';
import { parseJson } from '../../src/json/text.ts';
import { buildPage } from '../../src/model/page/build-page.ts';
import type { PageModel } from '../../src/model/page/page.ts';
import type { Document } from '../../src/openapi/types.ts';
import type { PagesHistory } from '../../src/slices/history.ts';
import { shownParts } from '../../src/slices/parts.ts';
import { type PageChoice, type PlannedPage, planPages } from '../../src/slices/plan.ts';
import type { PageOptions, SliceDocument } from '../../src/slices/slice.ts';
import { buildSlices, type Slice } from '../../src/slices/slices.ts';
import { pageSource } from '../../src/upstream/source.ts';
import { ROOT } from './site.ts';

/** A page as a build would show it, but for what Docusaurus draws around it. */
export interface DrawnPage {
  readonly page: PlannedPage;
  readonly model: PageModel;
  readonly html: string;
}

/** Loads a document of the project and draws all of its pages, by their ids. */
export async function drawDocument(
  file: string,
  options: PageOptions = {},
): Promise<Map<string, DrawnPage>> {
  const { document, problems } = await loadDocument({ document: file, cwd: ROOT });
  if (!document) throw new Error(JSON.stringify(problems, null, 2));
  return drawPages(document, options);
}

/** Draws all pages of a document, or those that are wanted, by their ids, without a build. */
export async function drawPages(
  document: Document,
  options: PageOptions = {},
  isWanted: (page: PlannedPage, slice: Slice) => boolean = () => true,
  choice?: PageChoice,
  changelog?: { readonly history: PagesHistory; readonly names: readonly string[] },
): Promise<Map<string, DrawnPage>> {
  const shown = shownParts(document, choice);
  const { plan } = planPages(shown, 'api', options, choice, changelog?.names);
  const place = defaultPlace({ api: 'api' });
  const drawn = new Map<string, DrawnPage>();
  for (const slice of buildSlices(shown, plan, undefined, undefined, changelog?.history)) {
    if (!isWanted(slice.page, slice)) continue;
    const model = buildPage(parseJson(slice.json) as SliceDocument, {
      say,
      base: basePath(place),
    });
    const at = { place, hasInfoPath: false, infoId: 'info' };
    const components = await componentsOf(pageSource(slice, 'slice', at));
    const children = components.map((component, key) => createElement(component, { key }));
    const html = renderToString(<PageProvider value={model}>{children}</PageProvider>);
    drawn.set(slice.page.id, { page: slice.page, model, html });
  }
  return drawn;
}

/** The components inside of `<Reference>` in the MDX of a page. */
function componentsOf(source: string): Promise<ComponentType[]> {
  const names = Array.from(source.matchAll(/^ {2}<(\w+) \/>$/gm), ([, name = '']) => name);
  return Promise.all(
    names.map(async (name) => {
      const { default: component } = await import(path.join(ROOT, 'src/theme', name, 'index.tsx'));
      return component;
    }),
  );
}
