import { isLoopback } from '../../model/request/safe-url.ts';

/** Why no response arrived, as far as the browser reveals it. */
export type Failure =
  | 'offline'
  /** A secure page may not request an unencrypted URL. */
  | 'mixed'
  /** Forbidden by this site's own policy. */
  | 'policy'
  /** The server is reachable, but does not let pages of this site read its responses. */
  | 'cors'
  /**
   * The server lets pages of this site read what it answers to GET: either it does not allow the method or headers of
   * this request, or the connection was dropped.
   */
  | 'corsOrDropped'
  /** The server is reachable, but closed the connection without a response. */
  | 'dropped'
  /** No server responds: its name, its certificate, or the network. */
  | 'unreachable'
  /** The browser refuses the request itself. */
  | 'refused';

/** Longest wait for a response, in milliseconds. */
const PATIENCE = 5000;

/** Safe methods (RFC 9110 section 9.2.1) of `no-cors` requests: those that may be sent again. */
const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Distinguishes failures of `fetch`, which all look the same to a page. If the server responds to a request
 * whose response nobody reads (`no-cors`), it is reachable, and either CORS hides its responses from this
 * page, or the connection was dropped. A dropped connection can be recognized for requests to this site's own
 * host, to which CORS does not apply, and for those that are safe to repeat. For others, a GET of the same URL shows
 * whether CORS allows this site anything.
 *
 * @param isBlocked Whether this site's policy has reported that it forbids the request.
 */
export async function failureOf(
  url: string,
  method: string,
  error: unknown,
  isBlocked: boolean,
): Promise<Failure> {
  if (isBlocked) return 'policy';
  if (!URL.canParse(url)) return 'refused';
  if (!navigator.onLine) return 'offline';
  const { protocol, hostname, origin } = new URL(url);
  if (location.protocol === 'https:' && protocol === 'http:' && !isLoopback(hostname))
    return 'mixed';
  if (!(error instanceof TypeError)) return 'refused';
  if ((await signOfLife(`${origin}/`, 'GET')) !== 'answer') return 'unreachable';
  if (origin === location.origin) return 'dropped';
  if (REPEATABLE.has(method))
    return (await signOfLife(url, method)) === 'none' ? 'dropped' : 'cors';
  return (await signOfLife(url, 'GET', 'cors')) === 'answer' ? 'corsOrDropped' : 'cors';
}

/** Whether a URL responds, with `cors` in a way that this page may read; `late` if not in time. */
async function signOfLife(
  url: string,
  method: string,
  mode: 'cors' | 'no-cors' = 'no-cors',
): Promise<'answer' | 'none' | 'late'> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    await fetch(url, {
      method,
      mode,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    return 'answer';
  } catch {
    return signal.aborted ? 'late' : 'none';
  }
}
