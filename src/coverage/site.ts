import fs from 'node:fs';
import path from 'node:path';
import { baseOf, pathOfHtml, slicePath, twinPath } from '../address/address.ts';
import { cached } from '../json/cached.ts';
import { isObject } from '../json/guards.ts';
import type { PageInfo } from '../slices/slice.ts';
import { type PageTree, readPlaces } from './place.ts';
import { twinHtml } from './twin-html.ts';

/** A built page of the reference, as HTML or Markdown. */
export interface SitePage {
  /** Path within the site, without `index.html`: `reference/shop/list-books`. */
  readonly address: string;
  readonly file: string;
  readonly bytes: number;
  /** The page's subject, from the data beside it. */
  readonly info: PageInfo;
}

/** The pages of an API in a built site, in one version of its docs. */
export interface Site {
  /** Id of the API. */
  readonly id: string;
  /** Path of its pages within the site. */
  readonly base: string;
  readonly pages: readonly SitePage[];
  /** From the document that the site was built from. */
  readonly title: string;
  readonly version: string;
}

/** A site that cannot be compared with a document; the message says what to do. */
export class SiteError extends Error {}

const SLICE = /data-part="slice ([^"]+)"/;

/**
 * Finds the reference pages in a built site: each names the data it was rendered from, which includes its
 * subject.
 *
 * @param folder Absolute path.
 * @param shown The folder, for messages.
 * @throws SiteError if there is no such site.
 */
export function readSites(folder: string, shown: string): readonly Site[] {
  if (!fs.existsSync(folder))
    throw new SiteError(
      `There is no built site in ${shown}. Build it first, or pass its folder with --site.`,
    );
  const sites = new Map<string, Site & { readonly pages: SitePage[] }>();
  for (const file of htmlFiles(folder)) {
    const html = fs.readFileSync(file, 'utf8');
    const page = SLICE.exec(html)?.[1];
    if (page === undefined) continue;
    const address = pathOfHtml(path.relative(folder, file).replaceAll(path.sep, '/'));
    // An info page may be at the base; pages of other languages have no slices of their own.
    const bases = [...(`/${address}`.endsWith(`/${page}`) ? [baseOf(address, page)] : []), address];
    for (const base of bases) {
      const data = readSlice(path.join(folder, slicePath({ base }, page)));
      if (!data) continue;
      const { info, title, version } = data;
      const key = `${info.api} ${base}`;
      const site = cached(sites, key, () => ({ id: info.api, base, pages: [], title, version }));
      site.pages.push({ address, file, bytes: Buffer.byteLength(html), info });
      break;
    }
  }
  if (sites.size === 0)
    throw new SiteError(
      `The site in ${shown} has no reference pages. Build it again, or pass its folder with --site.`,
    );
  return [...sites.values()];
}

/** The same site, with the Markdown twins of the pages that have one, and without the others. */
export function twinsOf(site: Site, folder: string): Site {
  const pages = site.pages.flatMap((page) => {
    const file = path.join(folder, twinPath(page.address));
    return fs.existsSync(file) ? [{ ...page, file, bytes: fs.statSync(file).size }] : [];
  });
  return { ...site, pages };
}

function htmlFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith(`assets${path.sep}`))
    .sort()
    .map((file) => path.join(folder, file));
}

function readSlice(file: string): { info: PageInfo; title: string; version: string } | undefined {
  let slice: unknown;
  try {
    slice = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  if (!isObject(slice) || !isObject(slice['x-page']) || !isObject(slice.info)) return undefined;
  const { title, version } = slice.info;
  return {
    info: slice['x-page'] as unknown as PageInfo,
    title: String(title),
    version: String(version),
  };
}

/** Reads the pages of an API. */
export class PageReader {
  readonly #kept = new Map<SitePage, PageTree>();
  readonly #base: string;

  /** @param base Path of the API's pages within the site. */
  constructor({ base }: Pick<Site, 'base'>) {
    this.#base = base;
  }

  /** @param keep For pages that are needed again and again. */
  read(page: SitePage, keep: boolean): PageTree {
    const kept = this.#kept.get(page);
    if (kept) return kept;
    const text = fs.readFileSync(page.file, 'utf8');
    const html = page.file.endsWith('.md') ? twinHtml(text, page.address) : text;
    const tree = readPlaces(html, this.#base);
    if (keep) this.#kept.set(page, tree);
    return tree;
  }
}
