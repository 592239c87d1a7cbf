/** Contents of kept elements by name, for pages other than the reference, by path. */
type Parts = ReadonlyMap<string, string>;

const MAX_PAGES = 20;
const pages = new Map<string, Promise<Parts>>();
/** Those that have arrived, and those of the first page. */
const known = new Map<string, Map<string, string>>();

/** The contents of an element, if known: pages that a reader returns to are complete at once. */
export function knownPart(pathname: string, part: string): string | undefined {
  return known.get(pathname)?.get(part);
}

/** Stores the contents of an element of the start page. */
export function rememberPart(pathname: string, part: string, html: string): void {
  known.set(pathname, new Map([...(known.get(pathname) ?? []), [part, html]]));
}

/**
 * The contents of an element in the page's own HTML. All elements of a page share one request. A failure is
 * not cached, so that a later attempt retries.
 */
export async function fetchPart(pathname: string, part: string): Promise<string> {
  const page = pages.get(pathname) ?? load(pathname);
  pages.set(pathname, page);
  const html = (await page).get(part);
  if (html === undefined) throw new Error(`no ${part} in ${pathname}`);
  return html;
}

async function load(pathname: string): Promise<Parts> {
  try {
    const response = await fetch(pathname, { headers: { accept: 'text/html' } });
    if (!response.ok) throw new Error(`${response.status} for ${pathname}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const elements = [...page.querySelectorAll<HTMLElement>('[data-part]')];
    const parts = new Map(
      elements.map(({ dataset, innerHTML }) => [dataset.part ?? '', innerHTML]),
    );
    known.set(pathname, parts);
    const [oldest] = known.keys();
    if (known.size > MAX_PAGES && oldest !== undefined) {
      known.delete(oldest);
      pages.delete(oldest);
    }
    return parts;
  } catch (error) {
    pages.delete(pathname);
    throw error;
  }
}
