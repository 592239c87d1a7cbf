import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { asObject, isObject } from '../../json/guards.ts';
import { ownFile } from '../../own-files.ts';
import { type PageBody, readPageBody } from '../../upstream/source.ts';
import type { Published } from '../published.ts';
import { internal } from './level.ts';

/** A generated page that only names components, as the bundler gets it. */
export interface ModulePage extends PageBody {
  /** Docusaurus' name of the page: `@site/docs/...`. */
  readonly source: string;
  /** What Docusaurus knows about it, as JSON. */
  readonly metadata: string;
}

const PIECE = {
  name: 'page-modules',
  loss: 'All pages go through the Markdown compiler, which takes time.',
};

/** The pages that need no Markdown compiler, by their sources; pages that somebody has edited are not among them. */
export function modulePages(
  { apis }: Published,
  siteDir: string,
  generatedFilesDir: string,
): ReadonlyMap<string, ModulePage> {
  const find = (): ModulePage[] => {
    const nameOf = namer();
    return apis.flatMap(({ docsPluginId, pages }) => {
      const folder = path.join(generatedFilesDir, 'docusaurus-plugin-content-docs', docsPluginId);
      return pages.flatMap(({ source }) => {
        const body = bodyOf(siteDir, source);
        if (!body) return [];
        const metadata = fs.readFileSync(path.join(folder, `${nameOf(source)}.json`), 'utf8');
        checkMetadata(metadata, source);
        return [{ ...body, source, metadata }];
      });
    });
  };
  const found = internal(PIECE, find, () => []);
  return new Map(found.map((page) => [page.source, page]));
}

/** What a page names, if it is as generated. */
export function bodyOf(siteDir: string, source: string): PageBody | undefined {
  const file = source.replace('@site', () => siteDir);
  return readPageBody(fs.readFileSync(file, 'utf8'));
}

/** The function by which Docusaurus names the file with what it knows about a page. */
function namer(): (source: string) => string {
  const docs = createRequire(import.meta.url).resolve('@docusaurus/plugin-content-docs');
  const { docuHash } = createRequire(docs)('@docusaurus/utils');
  return docuHash;
}

/** @throws Error if it does not have the form that we know. */
function checkMetadata(json: string, source: string): void {
  const metadata = asObject(JSON.parse(json));
  if (metadata.source !== source || !isObject(metadata.frontMatter))
    throw new Error(`Docusaurus describes ${source} in another form`);
}

/** Name of a page's export, by its place in the module. */
export function exportOf(at: number): string {
  return `page${at}`;
}

/** A component of Docusaurus' theme; no page of ours names it. */
const MDX_COMPONENTS = 'MDXComponents';

/** The code of a module that exports pages. */
export function pagesModule(pages: readonly ModulePage[]): string {
  const names = new Set([
    MDX_COMPONENTS,
    'Reference',
    ...pages.flatMap(({ components }) => components),
  ]);
  const imports = [...names].map((name) => `import ${name} from '@theme/${name}';`);
  const exported = pages.map(({ metadata, slice, folder, components }, at) => {
    const place = JSON.stringify({ slice, folder });
    return `export const ${exportOf(at)} = generatedPage(${metadata}, Reference, ${place}, [${components.join(', ')}], ${MDX_COMPONENTS});`;
  });
  const own = JSON.stringify(ownFile('client/app/generated-page.tsx'));
  return `import { generatedPage } from ${own};\n${imports.join('\n')}\n\n${exported.join('\n')}\n`;
}
