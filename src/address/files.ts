import { CHANGES, SCHEMAS } from './address.ts';
import type { Place } from './docs.ts';

/** The kinds of generated pages, which upstream puts into their file names. */
export type FileKind = 'api' | 'info' | 'schema' | 'tag' | 'list' | 'changelog' | 'release';

/** By the kind of page. */
export const FILE_KIND = {
  info: 'info',
  tag: 'tag',
  operation: 'api',
  webhook: 'api',
  schema: 'schema',
  schemaList: 'list',
  changelog: 'changelog',
  release: 'release',
} as const satisfies Readonly<Record<string, FileKind>>;

const KIND = `\\.(${[...new Set(Object.values(FILE_KIND))].join('|')})`;
const PAGE = new RegExp(`${KIND}\\.mdx$`);
const SLICE = new RegExp(`${KIND}\\.json$`);

/** MDX file of a page, relative to the folder of its API. */
export function mdxFile(page: string, kind: FileKind): string {
  return `${page}.${kind}.mdx`;
}

/** The slice of a page, beside its MDX file: Docusaurus copies both into new versions of the docs. */
export function sliceFile(page: string, kind: FileKind): string {
  return `${page}.${kind}.json`;
}

/** Whether a file has the name of a generated page. */
export function isPageFile(file: string): boolean {
  return PAGE.test(file);
}

/** Whether a file has the name of a slice. */
export function isSliceFile(file: string): boolean {
  return SLICE.test(file);
}

/**
 * The whole document of an API, in the folder of its pages. Not under the name that it is published with: a document
 * of the maintainer's own may have that name there.
 */
export function documentFile(name: string, notation: 'json' | 'yaml' = 'json'): string {
  return `${name}.document.${notation}`;
}

/** Whether a file in the folder of an API has one of the names that are generated there. */
export function isGeneratedName(file: string): boolean {
  return (
    isPageFile(file) ||
    isSliceFile(file) ||
    /(?:^|\/)(?:sidebar\.(?:items\.json|ts)|versions\.json|[^/]+\.document\.(?:json|yaml))$/.test(
      file,
    )
  );
}

/** The kind, page id and API's folder of a generated page or slice; undefined for any other file. */
export function partsOfFile(
  file: string,
): { readonly kind: FileKind; readonly page: string; readonly folder: string } | undefined {
  const [, before = '', name = '', kind] = FILE.exec(file) ?? [];
  if (kind === undefined) return undefined;
  const own = FOLDERS[kind as FileKind] ?? '';
  const below = own !== '' && `/${before}`.endsWith(`/${own}`) ? own : '';
  return {
    kind: kind as FileKind,
    page: below + name,
    folder: before.slice(0, before.length - below.length).replace(/\/$/, ''),
  };
}

/** Folders of the pages of a kind, if it has one. */
const FOLDERS: { readonly [kind in FileKind]?: string } = { schema: SCHEMAS, release: CHANGES };

const FILE = new RegExp(`^(.*/)?([^/]+)${KIND}\\.(?:mdx|json)$`);

/** Path of a file beside another one. */
export function beside(file: string, name: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1) + name;
}

/** Generated pages in a folder, as a pattern for absolute paths with the separators of any system. */
export function pageFilePattern(folder: string): string {
  const path = folder.replaceAll(/[^\w/]/g, '\\$&').replaceAll('/', '[\\\\/]');
  return `[\\\\/]${path}[\\\\/].*${KIND}\\.mdx$`;
}

/** Docusaurus' name of a file in the site's folder without its alias `@site/`. */
export function unaliased(source: string): string {
  return source.replace(/^@site\//, '');
}

/** Name of the sidebar of an API as data: not `sidebar.json`, which `import './sidebar'` would find first. */
export const SIDEBAR_ITEMS = 'sidebar.items.json';

/** The sidebar of an API as data, relative to the site's folder. */
export function sidebarFile({ outputDir }: Place): string {
  return `${outputDir}/${SIDEBAR_ITEMS}`;
}

/** The module that a site's `sidebars.js` imports, as with the stock plugin. */
export function sidebarModule({ outputDir }: Place): string {
  return `${outputDir}/sidebar.ts`;
}

/** The files of rendered pages in a language of the site. */
export function drawnFiles(folder: string, language: string) {
  return {
    /** Folder of the pages. */
    pages: `${folder}/pages`,
    /** What belongs to each page alone, by its path. */
    keys: `${folder}/keys.${language}.json`,
    /** A hash of the code of static rendering. */
    code: `${folder}/code.${language}.txt`,
  };
}

/** The file of a rendered page in the folder of the pages, by the page's key. */
export function drawnFile(key: string): string {
  return `${key.slice(0, 2)}/${key.slice(2)}.gz`;
}

/** Files that the site's plugin writes for static rendering, in Docusaurus' folder of generated files. */
export const SERVER_DATA = 'openapi-reference/server';

/** What is known about all APIs. */
export const API_TABLE = `${SERVER_DATA}/apis.json`;

/** The guides that refer to each operation. */
export const PAGE_GUIDES = `${SERVER_DATA}/guides.json`;
