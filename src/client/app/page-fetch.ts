import { useEffect, useState } from 'react';
import type { PageImage } from './social-image.ts';

/** The parts of a page's HTML that the app needs to navigate to it. */
export interface FetchedPage {
  /** Of reference pages; on others, Docusaurus sets the head. */
  readonly title: string;
  readonly description: string;
  /** URL for search engines: of a page of an older version of an API, that of the current one. */
  readonly canonical: string | undefined;
  /** The image shown with a shared link. */
  readonly image: PageImage;
  /** See `data-credentials`; undefined if its API needs none. */
  readonly credentials: string | undefined;
  /** HTML of each kept element, by name; only reference pages have a `page`. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Pages fetched on hover wait here for the click; readers rarely hover over more. */
const MAX_PAGES = 30;
const pages = new Map<string, Promise<FetchedPage>>();
/** Those that have arrived. */
const loaded = new Map<string, FetchedPage>();

/** The pages that have arrived, by `keyOf`, the start page included. */
export const fetchedPages: ReadonlyMap<string, FetchedPage> = loaded;

/**
 * The page at a path, fetched once. A failure is not cached, so that a later attempt retries.
 *
 * @param part Name of a kept element that it must have.
 */
export async function fetchPage(pathname: string, part = 'page'): Promise<FetchedPage> {
  const key = keyOf(pathname);
  const page = pages.get(key) ?? load(pathname);
  if (!pages.has(key)) keep(key, page);
  if (!(await page).parts.has(part)) throw new Error(`No ${part} at ${pathname}`);
  return page;
}

function keep(key: string, page: Promise<FetchedPage>): void {
  pages.set(key, page);
  page.then(
    (result) => loaded.set(key, result),
    () => pages.delete(key),
  );
  const current = keyOf(window.location.pathname);
  const oldest = [...pages.keys()].find((other) => other !== current);
  if (pages.size > MAX_PAGES && oldest !== undefined) {
    pages.delete(oldest);
    loaded.delete(oldest);
  }
}

/** The page at a path, if it has been fetched and has the part: one that a reader returns to is complete at once. */
export function loadedPage(pathname: string, part = 'page'): FetchedPage | undefined {
  const page = loaded.get(keyOf(pathname));
  return page?.parts.has(part) ? page : undefined;
}

async function load(pathname: string): Promise<FetchedPage> {
  const response = await fetch(pathname, { headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`${response.status} for ${pathname}`);
  const html = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (assetsOf(html) !== assetsOf(document)) throw new Error('The site has been redeployed');
  return readPage(html);
}

/**
 * A page of another build has another style sheet of the site or other scripts. A page with a sheet of its own (see
 * `site/internals/page-styles.ts`) names that of the site among the files of the app.
 */
function assetsOf(html: Document): string {
  const { app, pageApp } =
    html.querySelector<HTMLElement>('script[data-app], script[data-page-app]')?.dataset ?? {};
  // With Docusaurus' own template, the name of the search script identifies the build.
  const search = html.querySelector<HTMLElement>('script[data-search]')?.dataset.search;
  const files = app ?? pageApp ?? search ?? '';
  const sheet = html.querySelector('link[rel=stylesheet]')?.getAttribute('href');
  return files.includes('.css ') ? files : `${sheet} ${files}`;
}

/** Extracts the kept elements of a page, except for those inside the reference's own. */
function readPage(html: Document): FetchedPage {
  const elements = html.querySelectorAll<HTMLElement>('[data-part]:not([data-part=page] *)');
  const { title = '', description = '' } =
    html.querySelector<HTMLElement>('[data-part=page]')?.dataset ?? {};
  const parts = new Map(
    Array.from(elements, ({ dataset, innerHTML }) => [dataset.part ?? '', innerHTML]),
  );
  const credentials = credentialsIn(html);
  return {
    title,
    description,
    canonical: canonicalOf(html),
    image: { url: contentOf(html, 'og:image'), alt: contentOf(html, 'og:image:alt') },
    credentials,
    parts,
  };
}

/** The value of `data-credentials`. */
export function credentialsIn(html: Document): string | undefined {
  return html.querySelector<HTMLElement>('[data-credentials]')?.dataset.credentials;
}

/** What the head of a page says about a property. */
function contentOf(html: Document, property: string): string {
  const tag = html.querySelector<HTMLMetaElement>(`meta[property="${property}"]`);
  return tag?.content ?? '';
}

/** The canonical URL in the head of a page. */
export function canonicalOf(html: Document): string | undefined {
  return html.querySelector('link[rel=canonical]')?.getAttribute('href') ?? undefined;
}

/**
 * The page at a URL, once it has been fetched. Docusaurus may show a page earlier: if an earlier request has just
 * finished, or if there is no route of ours that fetches the page.
 */
export function useFetchedPage(pathname: string): FetchedPage | undefined {
  const [, setPage] = useState<FetchedPage>();
  const page = loadedPage(pathname);
  useEffect(() => {
    if (page) return;
    let isShown = true;
    fetchPage(pathname).then(
      (fetched) => isShown && setPage(fetched),
      () => isShown && window.location.reload(),
    );
    return () => {
      isShown = false;
    };
  }, [page, pathname]);
  return page;
}

export interface Preloadable {
  preload?: () => Promise<unknown>;
  /** Set if the app fetches the pages of the route: see `isFetched`. */
  isFetching?: true;
}

/**
 * Makes the component of a wildcard route fetch the page it is about to show. Docusaurus preloads routes
 * before it shows them; the URL is already the new one. If this fails, Docusaurus leaves the navigation to
 * the browser.
 *
 * @param path Prefix of the route's paths.
 */
export function fetchesPage<Component extends object>(
  component: Component,
  path: string,
): Component {
  const original = (component as Preloadable).preload;
  const preload = async (): Promise<void> => {
    const { pathname } = window.location;
    const isStart = document.documentElement.dataset.hasHydrated !== 'true';
    // Docusaurus also preloads a link's target on hover, when the URL is still that of the current page.
    const isMove = !isStart && pathname.startsWith(path) && keyOf(pathname) !== shown;
    await Promise.all([isMove && fetchPage(pathname), original?.call(component)]);
  };
  return Object.assign(component, { preload, isFetching: true });
}

let shown: string | undefined;

/** Records which page is on screen. */
export function setShown(pathname: string): void {
  shown = keyOf(pathname);
}

/** The start URL if it was not a reference page (the host served its 404 page). */
let missing: string | undefined;

/** The start page is already on screen. */
export function rememberStart(): void {
  const key = keyOf(window.location.pathname);
  const page = readPage(document);
  if (!page.parts.has('page')) missing = key;
  pages.set(key, Promise.resolve(page));
  loaded.set(key, page);
}

/** Whether, as far as is known, there is no page at a path below an API's. */
export function isMissing(pathname: string): boolean {
  return missing !== undefined && keyOf(pathname) === missing;
}

/** The router uses decoded paths, the browser encoded ones. */
export function keyOf(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}
