import { isLoopback } from '../../model/safe-url.ts';

/** Why no answer came, as far as a browser tells. */
export type Failure =
  | 'offline'
  /** A secure page may not ask an address without encryption. */
  | 'mixed'
  /** This site's own policy forbids it. */
  | 'policy'
  /** There is a server, and it does not let pages of this site read its answers. */
  | 'cors'
  /** No server answers: its name, its certificate, or the network. */
  | 'unreachable'
  /** The browser refuses the request itself. */
  | 'refused';

/** Longest wait for a sign of life, in milliseconds. */
const PATIENCE = 5000;

/**
 * Tells failures of `fetch` apart, which are all the same to a page: a server that answers a request whose
 * answer nobody reads (`no-cors`) is there, and then it is CORS that keeps its answers from this page.
 *
 * @param isBlocked Whether this site's policy has said that it forbids the request.
 */
export async function failureOf(url: string, error: unknown, isBlocked: boolean): Promise<Failure> {
  if (isBlocked) return 'policy';
  if (!URL.canParse(url)) return 'refused';
  if (!navigator.onLine) return 'offline';
  const { protocol, hostname, origin } = new URL(url);
  if (location.protocol === 'https:' && protocol === 'http:' && !isLoopback(hostname))
    return 'mixed';
  if (!(error instanceof TypeError)) return 'refused';
  return (await isAlive(origin)) ? 'cors' : 'unreachable';
}

async function isAlive(origin: string): Promise<boolean> {
  try {
    await fetch(`${origin}/`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return true;
  } catch {
    return false;
  }
}
