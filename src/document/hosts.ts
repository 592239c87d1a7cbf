import { decoded } from '../openapi/pointer.ts';
import { isHttp, RefusedError } from './read.ts';

/** What one request, with the redirects that follow it, may do. */
export interface HostRule {
  /** @throws RefusedError where nothing may be read there. */
  check(url: URL): void;
  /** Whether the maintainer named this server, so that its address need not be a public one. */
  isNamed(url: URL): boolean;
  /** The value of the `Authorization` header for this server; no other one ever gets it. */
  authorization(url: URL): string | undefined;
}

/** `host` or `host:port` as `refHosts` lists them; without a port those of http and https. */
const HOST = /^(\[[\da-f:.]+\]|[^\s/?#@:[\]\\*%]+)(:\d{1,5})?$/i;

/** Whether a text is a host that `refHosts` can list. */
export function isHost(text: string): boolean {
  return HOST.test(text) && URL.canParse(`http://${text}`);
}

/** Says which servers a document may read: a document may be another's. */
export class Hosts {
  readonly #allowed: ReadonlySet<string>;
  readonly #isRemote: boolean;
  readonly #own = new Set<string>();
  readonly #named = new Set<string>();
  readonly #authorizations = new Map<string, string>();

  /**
   * @param document Path or http(s) URL of the document. One from the network may read its own origin.
   * @param refHosts Further hosts, as `isHost` has them.
   */
  constructor(document: string, refHosts: readonly string[]) {
    // As URLs write them: lower case, IPv4 in decimals, and Unicode as Punycode.
    this.#allowed = new Set(refHosts.filter(isHost).map(normalHost));
    this.#isRemote = isHttp(document);
    if (!this.#isRemote || !URL.canParse(document)) return;
    const { origin } = new URL(document);
    this.#own.add(origin);
    this.#named.add(origin);
  }

  /**
   * An http(s) URL in its normal form and without a user name and password, which are remembered for its
   * origin. What is no URL comes back as it is.
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

  /** The document was read from here in the end: relative references lead to the same server. */
  readFrom(address: string): void {
    if (this.#isRemote) this.#own.add(new URL(address).origin);
  }

  /**
   * The rule for what the maintainer named: the document, or an overlay. It may redirect to any server
   * of the public internet.
   */
  forNamed(address: string): HostRule {
    return {
      check: () => {},
      isNamed: (url) => url.origin === new URL(address).origin || this.#isAllowed(url),
      authorization: (url) => this.#authorizations.get(url.origin),
    };
  }

  /** The rule for what the document refers to. */
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
  return `If you trust that server, allow it: refHosts: ['${host}'] in openapi/apis.ts, --ref-host ${host} on the command line. Or download the file into the folder of the document.`;
}

function normalHost(host: string): string {
  // `:443` is the default of one scheme and not of the other: kept, it could name neither.
  const { hostname, port } = new URL(`http://${host}`);
  const isDefault = port === '' || port === '443';
  return isDefault ? hostname : `${hostname}:${port}`;
}
