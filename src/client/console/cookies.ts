/** Names of the cookies that are set for a request at this moment. */
const lent = new Set<string>();
/** Ends when no request has cookies set any more. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Pages cannot set the header `Cookie`, but where the API has the host of this site, a cookie of the site is
 * sent along: it is set for the time of the request. One request at a time, so that none takes away what
 * another one has set. The site's own cookies stay as they are: see `takenNames`.
 *
 * @param cookies `name=value; name=value`
 * @param send Ends when the request is on its way, or failed.
 */
export function withCookies<T>(cookies: string, url: string, send: () => Promise<T>): Promise<T> {
  if (cookies === '' || !sharesCookies(url)) return send();
  const turn = last.then(async () => {
    const taken = takenNames(cookies);
    // Between semicolons there is no attribute that could make a cookie last, or go elsewhere.
    const pairs = pairsOf(cookies).filter((pair) => !taken.includes(nameOf(pair)));
    for (const pair of pairs) {
      lent.add(nameOf(pair));
      writeCookie(pair, 60);
    }
    try {
      return await send();
    } finally {
      for (const pair of pairs) writeCookie(`${nameOf(pair)}=`, 0);
      lent.clear();
    }
  });
  last = turn.catch(() => {});
  return turn;
}

/** Names that the site has cookies of its own for: those are sent, and not what a request asks for. */
export function takenNames(cookies: string): string[] {
  const own = new Set(pairsOf(document.cookie).map(nameOf));
  const names = new Set(pairsOf(cookies).map(nameOf));
  return [...names].filter((name) => own.has(name) && !lent.has(name));
}

/** Whether cookies of this site go to an address: they are kept by host, whatever the port. */
export function sharesCookies(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === location.hostname;
}

function pairsOf(cookies: string): string[] {
  return cookies.split(/;\s*/).filter((pair) => pair.includes('='));
}

function nameOf(pair: string): string {
  return pair.slice(0, pair.indexOf('=')).trim();
}

function writeCookie(pair: string, maxAge: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in all browsers.
  document.cookie = `${pair}; path=/; max-age=${maxAge}; samesite=strict`;
}
