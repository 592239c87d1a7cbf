import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { GeneratedPage } from '../../client/app/generated-page.tsx';
import { asObject, isObject } from '../../json/guards.ts';
import { ownFile } from '../../own-files.ts';
import { PAGE_COMPONENTS, type PageBody, readPageBody } from '../../upstream/source.ts';
import type { Published } from '../published.ts';
import { internal } from './level.ts';

const PIECE = {
  name: 'page-modules',
  loss: 'All pages go through the Markdown compiler, which takes time, and every change of one bundles the site.',
};

/** The pages that need no Markdown compiler, by their sources; pages that somebody has edited are not among them. */
export function modulePages(
  { apis }: Published,
  siteDir: string,
  generatedFilesDir: string,
): ReadonlyMap<string, GeneratedPage> {
  const find = (): GeneratedPage[] => {
    const nameOf = namer();
    return apis.flatMap(({ docsPluginId, pages }) =>
      pages.flatMap(({ source }) => {
        const body = bodyOf(siteDir, source);
        if (!body) return [];
        const metadata = `docusaurus-plugin-content-docs/${docsPluginId}/${nameOf(source)}.json`;
        checkMetadata(fs.readFileSync(path.join(generatedFilesDir, metadata), 'utf8'), source);
        return [{ ...body, source, metadata }];
      }),
    );
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

/** The code of the module of all generated pages: whatever they are, it is the same. */
export function pagesModule(): string {
  const names = ['MDXComponents', 'Reference', ...PAGE_COMPONENTS];
  return [
    `import { pageLoader } from ${JSON.stringify(ownFile('client/app/generated-page.tsx'))};`,
    ...names.map((name) => `import ${name} from '@theme/${name}';`),
    `const components = { ${PAGE_COMPONENTS.join(', ')} };`,
    'export default pageLoader({ Reference, components, mdxComponents: MDXComponents });',
    '',
  ].join('\n');
}
