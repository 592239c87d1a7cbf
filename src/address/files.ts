import {
  type ApiRef,
  apiKey,
  below,
  belowDocs,
  GUIDES,
  HERE,
  joined,
  referencePath,
  sliceName,
} from './address.ts';

/** The kinds of generated pages, which upstream puts into their file names. */
export type FileKind = 'api' | 'info' | 'schema' | 'tag';

const MDX = /(?:\.(?:api|info|schema|tag))?\.mdx?$/;

/** Folder of the pages of an API and its sidebar, relative to the site's folder. */
export function pagesDir(ref: ApiRef, where = HERE): string {
  return joined(where.outputDir, apiKey(ref));
}

/** MDX file of a page, relative to the folder of its API. */
export function mdxFile(page: string, kind: FileKind): string {
  return `${page}.${kind}.mdx`;
}

/** Whether a file is a generated page, by an absolute path with the separators of any system. */
export function pageFilePattern(where = HERE): RegExp {
  const folder = where.outputDir.replaceAll(/[^\w/]/g, '\\$&').replaceAll('/', '[\\\\/]');
  return new RegExp(`[\\\\/]${folder}[\\\\/].*\\.(?:api|info|schema|tag)\\.mdx$`);
}

/** File of the sidebar of an API, relative to the site's folder. */
export function sidebarFile(ref: ApiRef, where = HERE): string {
  return `${pagesDir(ref, where)}/sidebar.json`;
}

/** Key of the sidebar of an API among those of the docs plugin. */
export function sidebarKey(ref: ApiRef): string {
  return apiKey(ref);
}

/** Docusaurus' id of a page, the info page included: the path of its file below the docs, without extensions. */
export function docId(ref: ApiRef, page: string, where = HERE): string {
  return joined(belowDocs(where), sliceName(ref, page));
}

/**
 * Docusaurus' id of the page in a file, a path relative to the site's folder; undefined for other kinds of
 * files.
 */
export function docIdOf(file: string, where = HERE): string | undefined {
  return MDX.test(file) ? below(file, where.docsDir)?.replace(MDX, '') : undefined;
}

/** `slug` of the info page, which Docusaurus resolves below the docs' `routeBasePath`. */
export function infoSlug(ref: ApiRef, where = HERE): string {
  return `/${joined(belowDocs(where), apiKey(ref))}`;
}

/** File of a slice within the site, which is also its path below the base URL. */
export function sliceFile(name: string, where = HERE): string {
  return `${referencePath(where)}/${name}.json`;
}

/** Name of the slice in a file within the site; undefined for any other file. */
export function sliceOf(file: string, where = HERE): string | undefined {
  const name = below(file, referencePath(where));
  return name?.endsWith('.json') ? name.slice(0, -'.json'.length) : undefined;
}

/**
 * The id of the API that a docs file may belong to, in the site's default language or another: as one of its
 * pages, or as a guide in its folder.
 *
 * @param file Path relative to the site's folder.
 */
export function apiOfDoc(file: string, where = HERE): string | undefined {
  const suffix = where.docsPluginId === 'default' ? '' : `-${where.docsPluginId}`;
  const translated = `docusaurus-plugin-content-docs${suffix}/current`;
  const doc = below(file, where.docsDir) ?? below(file.replace(/^i18n\/[^/]+\//, ''), translated);
  const rest = doc && (below(doc, belowDocs(where)) ?? below(doc, GUIDES));
  return rest?.includes('/') ? rest.split('/')[0] : undefined;
}
