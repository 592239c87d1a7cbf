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

/** The page at an address, fetched once; a failure is forgotten, so that a later try is a new one. */
export function fetchPage(pathname: string): Promise<FetchedPage> {
  const known = pages.get(pathname);
  if (known) return known;
  const page = load(pathname);
  pages.set(pathname, page);
  page.catch(() => pages.delete(pathname));
  const oldest = pages.keys().next().value;
  if (pages.size > MAX_PAGES && oldest !== undefined) pages.delete(oldest);
  return page;
}

async function load(pathname: string): Promise<FetchedPage> {
  const response = await fetch(pathname, { headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`${response.status} for ${pathname}`);
  const html = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (assetsOf(html) !== assetsOf(document)) throw new Error('The site was deployed anew');
  const page = readPage(html);
  if (!page) throw new Error(`No reference page at ${pathname}`);
  return page;
}

/** A page of another build comes with another style sheet or script. */
function assetsOf(html: Document): string {
  const sheet = html.querySelector('link[rel=stylesheet]')?.getAttribute('href');
  return `${sheet} ${html.querySelector('script[data-app]')?.getAttribute('data-app')}`;
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

/** Remembers a page that is on screen, under its address. */
export function rememberPage(pathname: string, page: FetchedPage): void {
  pages.set(pathname, Promise.resolve(page));
}

interface Preloadable {
  preload?: () => Promise<unknown>;
}

/** Where the page of the current address is, once it has been fetched. */
export let currentPage: { readonly pathname: string; readonly page: FetchedPage } | undefined;

/**
 * Makes the component of a wildcard route fetch the page it is about to show. Docusaurus preloads
 * routes before it shows them; the address is the new one by then. Where this fails, Docusaurus
 * leaves the navigation to the browser.
 */
export function fetchesPage<Component extends object>(component: Component): Component {
  const original = (component as Preloadable).preload;
  const preload = async (): Promise<void> => {
    const { pathname } = window.location;
    const [page] = await Promise.all([
      currentPage === undefined ? (readPage(document) ?? fetchPage(pathname)) : fetchPage(pathname),
      original?.call(component),
    ]);
    if (currentPage === undefined) rememberPage(pathname, page);
    currentPage = { pathname, page };
  };
  return Object.assign(component, { preload });
}
