/** Names of the cookies that are currently set for a request. */
const temporary = new Set<string>();
/** Resolves when no request has cookies set. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Pages cannot set the `Cookie` header, but if the API has the host of this site, the site's cookies are
 * sent: the cookies are set just for the request. One request at a time, so that none removes the cookies of
 * another. The site's own cookies do not change: see `takenNames`.
 *
 * @param cookies `name=value; name=value`
 * @param send Resolves when the request has been sent, or has failed.
 */
export function withTemporaryCookies<T>(
  cookies: string,
  url: string,
  send: () => Promise<T>,
): Promise<T> {
  if (cookies === '' || !sharesCookies(url)) return send();
  const turn = last.then(async () => {
    const taken = takenNames(cookies);
    // Splitting at semicolons leaves no attribute that could make a cookie persist or change its scope.
    const pairs = pairsOf(cookies).filter((pair) => !taken.includes(nameOf(pair)));
    for (const pair of pairs) {
      temporary.add(nameOf(pair));
      writeCookie(pair, 60);
    }
    try {
      return await send();
    } finally {
      for (const pair of pairs) writeCookie(`${nameOf(pair)}=`, 0);
      temporary.clear();
    }
  });
  last = turn.catch(() => {});
  return turn;
}

/** Names of the site's own cookies: those are sent instead of the request's. */
export function takenNames(cookies: string): string[] {
  const own = new Set(pairsOf(document.cookie).map(nameOf));
  const names = new Set(pairsOf(cookies).map(nameOf));
  return [...names].filter((name) => own.has(name) && !temporary.has(name));
}

/** Whether this site's cookies are sent to a URL: cookies belong to a host, whatever the port. */
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
