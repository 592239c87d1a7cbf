import path from 'node:path';
import type { ComponentType } from 'react';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { PageProvider } from '../../src/client/page-context.tsx';
import { say } from '../../src/client/words.ts';
import { loadDocument } from '../../src/document/load.ts';
import type { Document } from '../../src/document/openapi.ts';
import { pageSource } from '../../src/mdx/source.ts';
import { buildPage } from '../../src/model/build-page.ts';
import type { PageModel } from '../../src/model/page.ts';
import { type PlannedPage, planPages } from '../../src/slices/plan.ts';
import { buildSlices } from '../../src/slices/slices.ts';
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
  extensions: readonly string[] = [],
): Promise<Map<string, DrawnPage>> {
  const { document, problems } = await loadDocument({ document: file, cwd: ROOT });
  if (!document) throw new Error(JSON.stringify(problems, null, 2));
  return drawPages(document, extensions);
}

/** Draws all pages of a document, by their ids, without a build. */
export async function drawPages(
  document: Document,
  extensions: readonly string[] = [],
): Promise<Map<string, DrawnPage>> {
  const { plan } = planPages(document, 'api', extensions);
  const drawn = new Map<string, DrawnPage>();
  for (const slice of buildSlices(document, plan)) {
    const model = buildPage(JSON.parse(slice.json), say);
    const components = await componentsOf(pageSource(slice, 'api', 'info'));
    const children = components.map(({ component, props }, key) =>
      createElement(component, { key, ...props }),
    );
    const html = renderToString(<PageProvider value={model}>{children}</PageProvider>);
    drawn.set(slice.page.id, { page: slice.page, model, html });
  }
  return drawn;
}

interface Element {
  readonly component: ComponentType;
  readonly props: Record<string, string>;
}

/** The elements inside of `<Reference>` in the MDX of a page. */
async function componentsOf(source: string): Promise<Element[]> {
  const files = new Map(
    [...source.matchAll(/^import (\w+) from '@theme\/(.*)';$/gm)].map(([, name, file]) => [
      name,
      file ?? '',
    ]),
  );
  const elements = [...source.matchAll(/^ {2}<(\w+)(?: (\w+)="(.*)")? \/>$/gm)];
  return Promise.all(
    elements.map(async ([, name, prop, value]) => {
      const file = path.join(ROOT, 'src/theme', files.get(name) ?? '', 'index.tsx');
      const { default: component } = await import(file);
      return { component, props: prop ? { [prop]: value ?? '' } : {} };
    }),
  );
}
