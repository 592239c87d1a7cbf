import type { LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import zlib from 'node:zlib';
import { ReadError } from './read.ts';

export interface Exchange {
  /** The host's resolved addresses that are allowed. */
  readonly addresses: readonly LookupAddress[];
  readonly authorization: string | undefined;
  readonly signal: AbortSignal;
  /** Called with the number of decompressed bytes so far; aborts the exchange by throwing. */
  readonly onBytes: (count: number) => void;
}

/** A server's response: the text, or a redirect. */
export type Answer = { readonly text: string } | { readonly location: string };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const DECODERS: ReadonlyMap<string, () => NodeJS.ReadWriteStream> = new Map([
  ['gzip', () => zlib.createGunzip()],
  ['x-gzip', () => zlib.createGunzip()],
  ['deflate', () => zlib.createInflate()],
  ['br', () => zlib.createBrotliDecompress()],
]);

// Connections are not kept alive: a reused one could belong to another rule.
const AGENTS = {
  http: new http.Agent({ keepAlive: false }),
  https: new https.Agent({ keepAlive: false }),
};

/**
 * One GET request, over a connection to one of `addresses` and no other: the name is not resolved again.
 *
 * @param url http or https, without a user name.
 * @throws ReadError for a response that is neither; errors of the connection; errors thrown by `onBytes`.
 */
export async function exchange(url: URL, options: Exchange): Promise<Answer> {
  const response = await open(url, options);
  try {
    const { statusCode = 0, headers } = response;
    if (REDIRECTS.has(statusCode) && headers.location !== undefined)
      return { location: headers.location };
    if (statusCode < 200 || statusCode > 299)
      throw new ReadError(
        `the server responded with status ${statusCode}`,
        'Open the URL in a browser: it may need another path or a login. A local copy works too.',
      );
    return { text: await textOf(response, options) };
  } finally {
    response.destroy();
  }
}

function open(
  url: URL,
  { addresses, authorization, signal }: Exchange,
): Promise<http.IncomingMessage> {
  const [first] = addresses;
  const lookup: LookupFunction = (_host, { all }, callback) =>
    all ? callback(null, [...addresses]) : callback(null, first?.address ?? '', first?.family);
  const options = {
    lookup,
    signal,
    headers: {
      accept: 'application/yaml, application/json, text/plain, */*',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': 'openapi-reference-site',
      ...(authorization && { authorization }),
    },
  };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? https.get(url, { ...options, agent: AGENTS.https }, resolve)
        : http.get(url, { ...options, agent: AGENTS.http }, resolve);
    request.on('error', reject);
  });
}

async function textOf(response: http.IncomingMessage, { onBytes }: Exchange): Promise<string> {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS.get(coding)?.();
  if (!decoder && coding !== 'identity') throw new ReadError(`it is encoded as ${coding}`);
  // Errors of one stream are passed on to the other.
  const body = (decoder ? pipeline(response, decoder, () => {}) : response) as Readable;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) {
    onBytes(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
