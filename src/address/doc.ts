import { baseOf, pathOf } from './address.ts';
import { beside, isSliceFile, partsOfFile, unaliased } from './files.ts';

/** The parts of a page's metadata that Docusaurus loads which its place depends on. */
export interface Doc {
  /** `@site/docs/reference/shop/list-books.api.mdx`, in any version or language. */
  readonly source: string;
  /** With base URL. */
  readonly permalink: string;
  readonly frontMatter: object;
}

/** A page of the reference in the site. */
export interface PlacedDoc {
  /** File of its slice, relative to the site's folder. */
  readonly slice: string;
  /** Folder of its API, relative to the site's folder. */
  readonly folder: string;
  /** Path of its API's pages within the site. */
  readonly base: string;
  /** Page id. */
  readonly page: string;
  /** Path of the page within the site. */
  readonly path: string;
  readonly isInfo: boolean;
}

/** The place of a page, from its own front matter, file and address; undefined if it is none of the reference. */
export function placedDoc(
  { source, permalink, frontMatter }: Doc,
  baseUrl: string,
): PlacedDoc | undefined {
  const { slice: name, slug } = frontMatter as { slice?: unknown; slug?: unknown };
  const path = pathOf(permalink, { baseUrl });
  if (typeof name !== 'string' || !isSliceFile(name) || path === undefined) return undefined;
  const slice = beside(unaliased(source), name);
  const parts = partsOfFile(slice);
  if (!parts) return undefined;
  const { page, folder, kind } = parts;
  const isInfo = kind === 'info';
  const base = baseOf(path, isInfo && slug !== undefined ? '' : page);
  return { slice, folder, base, page, path, isInfo };
}

/** Whether the text of a page is its own, so that its Markdown twin comes from its HTML: neither ours nor the stock plugin's. */
export function hasGuideTwin(frontMatter: object): boolean {
  return !('slice' in frontMatter || 'api' in frontMatter);
}
