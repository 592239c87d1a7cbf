/** What the app takes from the HTML of a reference page that it moves to. */
export interface FetchedPage {
  readonly title: string;
  readonly description: string;
  /** Inside of each kept element, by its name. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Pages fetched on hover wait here for their click; a reader seldom hovers over more. */
const MAX_PAGES = 30;
const pages = new Map<string, Promise<FetchedPage>>();
/** Of these, the ones that have come. */
const loaded = new Map<string, FetchedPage>();

/** The page at an address, fetched once; a failure is forgotten, so that a later try is a new one. */
export function fetchPage(pathname: string): Promise<FetchedPage> {
  const key = keyOf(pathname);
  const known = pages.get(key);
  if (known) return known;
  const page = load(pathname);
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
  return page;
}

/** The page at an address, where it has been fetched. */
export function loadedPage(pathname: string): FetchedPage | undefined {
  return loaded.get(keyOf(pathname));
}

async function load(pathname: string): Promise<FetchedPage> {
  const response = await fetch(pathname, { headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`${response.status} for ${pathname}`);
  const html = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (assetsOf(html) !== assetsOf(document)) throw new Error('The site has been redeployed');
  const page = readPage(html);
  if (!page) throw new Error(`No reference page at ${pathname}`);
  return page;
}

/** A page of another build comes with another style sheet or other scripts. */
function assetsOf(html: Document): string {
  const sheet = html.querySelector('link[rel=stylesheet]')?.getAttribute('href');
  const { app, pageApp } =
    html.querySelector<HTMLElement>('script[data-app], script[data-page-app]')?.dataset ?? {};
  return `${sheet} ${app ?? pageApp}`;
}

/** Reads the kept elements of a page; undefined where it is no reference page. */
export function readPage(html: Document): FetchedPage | undefined {
  const page = html.querySelector<HTMLElement>('[data-part=page]');
  if (!page) return undefined;
  const parts = ['page', 'sidebar'].map((name): [string, string] => [
    name,
    html.querySelector(`[data-part=${name}]`)?.innerHTML ?? '',
  ]);
  return {
    title: page.dataset.title ?? '',
    description: page.dataset.description ?? '',
    parts: new Map(parts),
  };
}

interface Preloadable {
  preload?: () => Promise<unknown>;
}

/**
 * Makes the component of a wildcard route fetch the page it is about to show. Docusaurus preloads
 * routes before it shows them; the address is the new one by then. Where this fails, Docusaurus
 * leaves the navigation to the browser.
 *
 * @param path Beginning of the addresses of the route.
 */
export function fetchesPage<Component extends object>(
  component: Component,
  path: string,
): Component {
  const original = (component as Preloadable).preload;
  const preload = async (): Promise<void> => {
    const { pathname } = window.location;
    const isStart = document.documentElement.dataset.hasHydrated !== 'true';
    if (isStart) rememberStart(pathname);
    // Docusaurus preloads a link's target on hover too, while the address is that of the page shown.
    const isMove = !isStart && pathname.startsWith(path) && keyOf(pathname) !== shown;
    await Promise.all([isMove && fetchPage(pathname), original?.call(component)]);
  };
  return Object.assign(component, { preload });
}

let shown: string | undefined;

/** Tells which page is on screen. */
export function setShown(pathname: string): void {
  shown = keyOf(pathname);
}

/** The address that the app started on without a page of the reference: the host's 404 page. */
let missing: string | undefined;

/** The page that the app starts on is on screen already. */
function rememberStart(pathname: string): void {
  const page = readPage(document);
  if (!page) missing = keyOf(pathname);
  else {
    pages.set(keyOf(pathname), Promise.resolve(page));
    loaded.set(keyOf(pathname), page);
  }
}

/** Whether there is no page at an address below an API's, as far as is known. */
export function isMissing(pathname: string): boolean {
  return missing !== undefined && keyOf(pathname) === missing;
}

/** The router has decoded addresses, and the browser encoded ones. */
export function keyOf(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}
