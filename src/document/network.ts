import dns, { type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { exchange } from './exchange.ts';
import { allowHost, type HostRule } from './hosts.ts';
import { isPublicAddress } from './public-address.ts';
import { LimitError, normalText, ReadError, RefusedError, RefusedForNowError } from './read.ts';

export interface NetworkLimits {
  /** Of one request: milliseconds until its response is complete, bytes of the response. */
  readonly request: { readonly milliseconds: number; readonly bytes: number };
  /** Of all requests of a run; the time during which at least one is open. */
  readonly run: {
    readonly milliseconds: number;
    readonly bytes: number;
    readonly requests: number;
  };
  readonly redirects: number;
  /** Requests that are open at the same time. */
  readonly concurrent: number;
}

export const NETWORK_LIMITS: NetworkLimits = {
  request: { milliseconds: 30_000, bytes: 64 * 1024 * 1024 },
  run: { milliseconds: 300_000, bytes: 256 * 1024 * 1024, requests: 5_000 },
  redirects: 10,
  concurrent: 8,
};

export interface NetworkOptions {
  /** Whether nothing may be read. */
  readonly offline?: boolean;
  readonly limits?: NetworkLimits;
  /** Resolves a host name to all its addresses; by default the system's resolver. */
  readonly lookup?: (host: string) => Promise<readonly LookupAddress[]>;
}

export interface Fetched {
  readonly text: string;
  /** Where it was finally read, after redirects: the base of its references (RFC 3986 section 5.1.3). */
  readonly address: string;
}

/** Reads http(s) URLs for all documents of a run, within limits shared by all of them. */
export class Network {
  /** Host to the number of requests sent there, without those for the documents themselves. */
  readonly hosts = new Map<string, number>();
  readonly #offline: boolean;
  readonly #limits: NetworkLimits;
  readonly #lookup: NonNullable<NetworkOptions['lookup']>;
  readonly #waiting: (() => void)[] = [];
  #open = 0;
  #requests = 0;
  #bytes = 0;
  #milliseconds = 0;
  #openSince = 0;

  constructor({
    offline = false,
    limits = NETWORK_LIMITS,
    lookup = (host) => dns.promises.lookup(host, { all: true }),
  }: NetworkOptions = {}) {
    this.#offline = offline;
    this.#limits = limits;
    this.#lookup = lookup;
  }

  /**
   * The text at an http(s) URL, normalized by `normalText`. Redirects are followed one by one: each target is
   * checked against the rule, and its addresses are resolved once, checked, and connected to.
   *
   * @param address Without a user name and password, which the rule knows.
   * @param isDocument Whether it is the document itself, which `hosts` excludes.
   * @throws RefusedError, LimitError, or ReadError for any other failure.
   */
  async read(address: string, rule: HostRule, isDocument = false): Promise<Fetched> {
    if (!URL.canParse(address)) throw new RefusedError('it is not a valid URL', 'Correct it.');
    const url = new URL(address);
    rule.check(url);
    try {
      return await this.#follow(url, rule, isDocument);
    } catch (error) {
      // The reason may no longer apply the next time.
      if (!(error instanceof RefusedError)) throw error;
      throw new RefusedForNowError(error.message, error.suggestion);
    }
  }

  async #follow(from: URL, rule: HostRule, isDocument: boolean): Promise<Fetched> {
    let url = from;
    for (let hop = 0; hop <= this.#limits.redirects; hop += 1) {
      if (this.#offline)
        throw new RefusedError(
          `it would be read from "${url.host}", and --offline forbids that`,
          'Run without --offline, or download the file and use its path.',
        );
      const answer = await this.#inTurn(() => this.#request(url, rule, isDocument && hop === 0));
      if ('text' in answer) return { text: normalText(answer.text), address: url.href };
      url = redirected(url, answer.location);
      rule.check(url);
    }
    throw new ReadError(
      `it redirects more than ${this.#limits.redirects} times`,
      'Use the final URL.',
    );
  }

  async #request(url: URL, rule: HostRule, isDocument: boolean) {
    const { request: limits } = this.#limits;
    const rest = this.#timeLeft();
    const isLast = rest < limits.milliseconds;
    const signal = AbortSignal.timeout(isLast ? rest : limits.milliseconds);
    this.#requests += 1;
    let length = 0;
    const onBytes = (count: number): void => {
      length += count;
      this.#bytes += count;
      if (length > limits.bytes)
        throw new ReadError(
          `it is larger than ${limits.bytes} bytes`,
          'Download the part that is needed and use its path.',
        );
      this.#checkBytes();
    };
    try {
      const addresses = await unlessAborted(this.#addressesOf(url, rule), signal);
      if (!isDocument) this.hosts.set(url.host, (this.hosts.get(url.host) ?? 0) + 1);
      const authorization = rule.authorization(url);
      return await exchange(url, { addresses, authorization, signal, onBytes });
    } catch (error) {
      if (error instanceof ReadError) throw error;
      if (signal.aborted && isLast) throw this.#timeIsUp();
      if (signal.aborted)
        throw new ReadError(`no answer within ${limits.milliseconds / 1_000} seconds`);
      const { code } = error as NodeJS.ErrnoException;
      throw new ReadError(`the server cannot be reached${code ? ` (${code})` : ''}`);
    }
  }

  async #addressesOf(url: URL, rule: HostRule): Promise<readonly LookupAddress[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(host);
    const addresses = family === 0 ? await this.#lookup(host) : [{ address: host, family }];
    if (addresses.length === 0) throw new ReadError('the server cannot be reached (ENOTFOUND)');
    // One non-public address is enough: which of them is used depends on chance.
    const inner = addresses.find(({ address }) => !isPublicAddress(address));
    if (inner && !rule.isNamed(url)) {
      const where = family === 0 ? `"${host}" has the address ${inner.address}, which` : host;
      throw new RefusedError(`${where} is not a public address`, allowHost(url));
    }
    return addresses;
  }

  /** Waits until few enough requests are open. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#open >= this.#limits.concurrent)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#opened();
    try {
      this.#checkBytes();
      const { requests } = this.#limits.run;
      if (this.#requests >= requests) throw limitError(`${requests.toLocaleString('en')} requests`);
      return await work();
    } finally {
      // The next one takes over the slot.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#closed();
    }
  }

  #opened(): void {
    if (this.#open === 0) this.#openSince = performance.now();
    this.#open += 1;
  }

  #closed(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#milliseconds += performance.now() - this.#openSince;
  }

  /** Whole milliseconds, at least one. */
  #timeLeft(): number {
    const used = this.#milliseconds + performance.now() - this.#openSince;
    const left = Math.floor(this.#limits.run.milliseconds - used);
    if (left <= 0) throw this.#timeIsUp();
    return left;
  }

  #timeIsUp(): LimitError {
    return limitError(`${this.#limits.run.milliseconds / 1_000} seconds of reading`);
  }

  #checkBytes(): void {
    const { bytes } = this.#limits.run;
    if (this.#bytes > bytes) throw limitError(`${bytes.toLocaleString('en')} bytes`);
  }
}

function limitError(what: string): LimitError {
  return new LimitError(
    `the limit of one run, ${what} from the network, has been reached`,
    'Download the files that are needed, and refer to them by their paths.',
  );
}

/**
 * The target of a redirect, without a user name and password.
 *
 * @throws RefusedError for another scheme, and for a downgrade from https to http.
 */
export function redirected(from: URL, location: string): URL {
  if (!URL.canParse(location, from)) throw new ReadError('it redirects to an invalid URL');
  const url = new URL(location, from);
  if (!/^https?:$/.test(url.protocol))
    throw new RefusedError(
      `it redirects to ${url.protocol}, and only http and https URLs are read`,
      'Download the file and use its path.',
    );
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw new RefusedError(
      `it redirects from https to http, to "${url.host}"`,
      'Use its https URL, or download the file and use its path.',
    );
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** Rejects as soon as the signal is aborted: a DNS lookup cannot be canceled. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
