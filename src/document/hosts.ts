import { decoded } from '../openapi/pointer.ts';
import { API_OPTIONS } from '../own-command.ts';
import { isHttp, RefusedError } from './read.ts';

/** What a request, including its redirects, may do. */
export interface HostRule {
  /** @throws RefusedError if the URL must not be read. */
  check(url: URL): void;
  /** Whether the maintainer specified this server, so that its address need not be public. */
  isNamed(url: URL): boolean;
  /** The value of the `Authorization` header for this server; no other server ever gets it. */
  authorization(url: URL): string | undefined;
}

/** `host` or `host:port` as in `refHosts`; without a port, the defaults of http and https. */
const HOST = /^(\[[\da-f:.]+\]|[^\s/?#@:[\]\\*%]+)(:\d{1,5})?$/i;

/** Whether a text is a valid entry of `refHosts`. */
export function isHost(text: string): boolean {
  return HOST.test(text) && URL.canParse(`http://${text}`);
}

/** Decides which servers a document may read: a document may be somebody else's. */
export class Hosts {
  readonly #allowed: ReadonlySet<string>;
  readonly #isRemote: boolean;
  readonly #own = new Set<string>();
  readonly #named = new Set<string>();
  readonly #authorizations = new Map<string, string>();

  /**
   * @param document Path or http(s) URL of the document. One from the network may read its own origin.
   * @param refHosts Further hosts, valid according to `isHost`.
   */
  constructor(document: string, refHosts: readonly string[]) {
    // As in URLs: lowercase, IPv4 in decimal, and Unicode as Punycode.
    this.#allowed = new Set(refHosts.filter(isHost).map(normalHost));
    this.#isRemote = isHttp(document);
    if (!this.#isRemote || !URL.canParse(document)) return;
    const { origin } = new URL(document);
    this.#own.add(origin);
    this.#named.add(origin);
  }

  /**
   * Normalizes an http(s) URL and removes its user name and password, which are remembered for its origin.
   * Anything but a URL is returned unchanged.
   */
  withoutPassword(address: string): string {
    if (!isHttp(address) || !URL.canParse(address)) return address;
    const url = new URL(address);
    const { username, password, origin } = url;
    if (username !== '' || password !== '') {
      const pair = `${decoded(username)}:${decoded(password)}`;
      const value = `Basic ${Buffer.from(pair).toString('base64')}`;
      if (!this.#authorizations.has(origin)) this.#authorizations.set(origin, value);
      url.username = '';
      url.password = '';
    }
    return url.href;
  }

  /** The document's URL after redirects: relative references lead to the same server. */
  readFrom(address: string): void {
    if (this.#isRemote) this.#own.add(new URL(address).origin);
  }

  /**
   * The rule for URLs from the maintainer: the document, or an overlay. They may redirect to any server on
   * the public internet.
   */
  forNamed(address: string): HostRule {
    return {
      check: () => {},
      isNamed: (url) => url.origin === new URL(address).origin || this.#isAllowed(url),
      authorization: (url) => this.#authorizations.get(url.origin),
    };
  }

  /** The rule for URLs in the document. */
  readonly forRefs: HostRule = {
    check: (url) => {
      if (this.#own.has(url.origin) || this.#isAllowed(url)) return;
      throw new RefusedError(
        this.#isRemote
          ? `"${url.host}" is not the server of the document`
          : `a local document may not read from "${url.host}" unless you allow it`,
        allowHost(url),
      );
    },
    isNamed: (url) => this.#named.has(url.origin) || this.#isAllowed(url),
    authorization: (url) => this.#authorizations.get(url.origin),
  };

  #isAllowed(url: URL): boolean {
    return this.#allowed.has(url.host);
  }
}

/** The fix for a server that may not be read. */
export function allowHost(url: URL): string {
  const { host } = url;
  return `If you trust that server, allow it: refHosts: ['${host}'] in ${API_OPTIONS}, --ref-host ${host} on the command line. Or download the file into the folder of the document.`;
}

function normalHost(host: string): string {
  // `:443` is the default of only one scheme: if kept, it could match neither.
  const { hostname, port } = new URL(`http://${host}`);
  const isDefault = port === '' || port === '443';
  return isDefault ? hostname : `${hostname}:${port}`;
}
