import { isLoopback } from '../../model/request/safe-url.ts';

/** Why no answer came, as far as a browser tells. */
export type Failure =
  | 'offline'
  /** A secure page may not ask an address without encryption. */
  | 'mixed'
  /** This site's own policy forbids it. */
  | 'policy'
  /** There is a server, and it does not let pages of this site read its answers. */
  | 'cors'
  /** There is a server, and it ended the connection without an answer. */
  | 'dropped'
  /** No server answers: its name, its certificate, or the network. */
  | 'unreachable'
  /** The browser refuses the request itself. */
  | 'refused';

/** Longest wait for a sign of life, in milliseconds. */
const PATIENCE = 5000;

/** Methods that change nothing (RFC 9110 section 9.2.1), so that they may be sent again. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Tells failures of `fetch` apart, which are all the same to a page: a server that answers a request whose
 * answer nobody reads (`no-cors`) is there, and then it is CORS that keeps its answers from this page, or the
 * connection was dropped. A dropped connection can be recognized for requests to this site's own host, to which
 * CORS does not apply, and for those that are safe to send again.
 *
 * @param isBlocked Whether this site's policy has said that it forbids the request.
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
  const isDropped = SAFE_METHODS.has(method) && (await signOfLife(url, method)) === 'none';
  return isDropped ? 'dropped' : 'cors';
}

/** Whether an address answers; `late` where it does not in time. */
async function signOfLife(url: string, method: string): Promise<'answer' | 'none' | 'late'> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    await fetch(url, {
      method,
      mode: 'no-cors',
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
