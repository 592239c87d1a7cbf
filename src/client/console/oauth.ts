import * as oauth from 'oauth4webapi';
import { asObject } from '../../json/guards.ts';
import { secureUrl, webUrl } from '../../model/request/safe-url.ts';

/** The endpoints of an authorization server, RFC 8414. */
export interface Endpoints {
  readonly authorization?: string;
  readonly token?: string;
  /** The issuer, known only from discovery: a document has just URLs. */
  readonly issuer?: string;
  /** Whether responses of the server always name the issuer (RFC 9207 section 3). */
  readonly namesIssuer?: boolean;
}

/** The client, and the requested scopes. */
export interface GrantRequest {
  readonly clientId: string;
  /** Public clients (RFC 6749 section 2.1) have none. */
  readonly clientSecret?: string;
  readonly scopes: readonly string[];
}

export interface Token {
  readonly token: string;
  /** In milliseconds since 1970; absent if the server does not say. */
  readonly expires?: number;
}

/** Where the authorization server redirects to; that page passes on the parameters. */
const CHANNEL = 'ref-oauth';

/** An unencrypted page, as in development, may use unencrypted servers. */
const OPTIONS = { [oauth.allowInsecureRequests]: true };

/**
 * The endpoints that an OpenID provider or authorization server publishes (OpenID Connect Discovery section
 * 4, RFC 8414). The response is untrusted: every URL must be a `secureUrl`, and the issuer must match the
 * discovery URL.
 *
 * @throws LoginError for a response that must not be used, Error if there is none.
 */
export async function discover(metadataUrl: string): Promise<Endpoints> {
  const asked = webUrl(metadataUrl);
  if (!asked) throw new LoginError('address', metadataUrl);
  const response = await fetch(asked, {
    headers: { accept: 'application/json' },
    credentials: 'omit',
  });
  if (response.redirected && !secureUrl(response.url))
    throw new LoginError('address', response.url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const metadata = asObject(await response.json());
  const { issuer, authorization_endpoint: authorization, token_endpoint: token } = metadata;
  if (typeof issuer !== 'string' || !isIssuerOf(issuer, asked))
    throw new LoginError('issuer', String(issuer));
  const endpoints = Object.entries({ authorization, token }).filter(([, url]) => url !== undefined);
  for (const [, url] of endpoints)
    if (!secureUrl(url)) throw new LoginError('address', String(url));
  return {
    ...Object.fromEntries(endpoints),
    issuer,
    namesIssuer: metadata.authorization_response_iss_parameter_supported === true,
  };
}

/**
 * Whether an issuer matches the URL of its metadata: that URL without the well-known part, which comes at the
 * end (OpenID Connect Discovery section 4.3) or after the host (RFC 8414 section 3.3). A trailing slash is
 * omitted there, so it makes no difference.
 */
function isIssuerOf(issuer: string, { origin, pathname }: URL): boolean {
  const path = pathname.replace(
    /\/\.well-known\/(openid-configuration|oauth-authorization-server)(?=\/|$)/,
    '',
  );
  const bare = (address: string): string => address.replace(/\/$/, '');
  return path !== pathname && bare(webUrl(issuer)?.href ?? '') === bare(origin + path);
}

/** Client credentials, RFC 6749 section 4.4. */
export async function clientCredentials(
  endpoints: Endpoints,
  request: GrantRequest,
): Promise<Token> {
  const scope = scopeOf(request);
  return tokenOf(
    await oauth.clientCredentialsGrantRequest(
      serverOf(endpoints),
      { client_id: request.clientId },
      authenticationOf(request),
      scope,
      OPTIONS,
    ),
  );
}

/** Resource owner password credentials, RFC 6749 section 4.3: only if a document still uses them. */
export async function password(
  endpoints: Endpoints,
  request: GrantRequest & { readonly username: string; readonly password: string },
): Promise<Token> {
  const { username, password: secret } = request;
  return tokenOf(
    await oauth.genericTokenEndpointRequest(
      serverOf(endpoints),
      { client_id: request.clientId },
      authenticationOf(request),
      'password',
      { ...scopeOf(request), username, password: secret },
      OPTIONS,
    ),
  );
}

/**
 * Authorization code with PKCE (RFC 6749 section 4.1, RFC 7636) in a separate window. Must be called from a
 * click: browsers open windows only then.
 *
 * @param redirectUri The page of this site that the authorization server redirects to.
 * @throws if the window is closed or the server refuses.
 */
export async function authorizationCode(
  endpoints: Endpoints | Promise<Endpoints>,
  request: GrantRequest,
  redirectUri: string,
): Promise<Token> {
  // Before any await, or it would be blocked.
  const popup = window.open('', '_blank', 'popup,width=600,height=720');
  if (!popup) throw new LoginError('blocked');
  try {
    const known = await endpoints;
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const parameters = {
      response_type: 'code',
      client_id: request.clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...scopeOf(request),
    };
    // The other site must not access this page.
    popup.opener = null;
    // The window has this site's origin until it navigates: a script as its URL would run here.
    const address = endpointOf(known, 'authorization');
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    popup.location.href = address.href;
    const returned = await returnOf(popup, state);
    if (known.issuer === undefined) checkOrigin(returned, address);
    const server = serverOf(known);
    const client = { client_id: request.clientId };
    const checked = oauth.validateAuthResponse(server, client, returned, state);
    return tokenOf(
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        authenticationOf(request),
        checked,
        redirectUri,
        verifier,
        OPTIONS,
      ),
    );
  } finally {
    popup.close();
  }
}

/**
 * Why there is no token: the sign-in window did not open or was closed, a URL must not be used, or another
 * issuer responded.
 */
export class LoginError extends Error {
  /** @param what The URL or issuer. */
  constructor(
    readonly reason: 'blocked' | 'closed' | 'address' | 'issuer',
    readonly what = '',
  ) {
    super(`${reason} ${what}`.trim());
  }
}

/**
 * The parameters that the authorization server returns through `oauth2-redirect.html`. Any site can open that
 * page, and other tabs may be waiting for responses of their own: a message with another `state` is not for
 * this login, which keeps waiting.
 */
function returnOf(popup: Window, state: string): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL);
    // `Cross-Origin-Opener-Policy` of a server makes an open window look closed: it counts as closed only
    // once the reader has returned from it. What it sends before it closes arrives between two polls.
    let closed = 0;
    const watch = setInterval(() => {
      closed = popup.closed && document.hasFocus() ? closed + 1 : 0;
      if (closed > 2) end(() => reject(new LoginError('closed')));
    }, 500);
    const end = (then: () => void): void => {
      clearInterval(watch);
      channel.close();
      then();
    };
    channel.onmessage = ({ data }) => {
      const returned = new URLSearchParams(String(data));
      if (returned.get('state') === state) end(() => resolve(returned));
    };
  });
}

/**
 * A document has URLs but no issuer. If a response names one (RFC 9207), it is compared with the site that
 * the reader was sent to, never with what the response says about itself.
 */
function checkOrigin(returned: URLSearchParams, { origin }: URL): void {
  for (const issuer of returned.getAll('iss'))
    if (webUrl(issuer)?.origin !== origin) throw new LoginError('issuer', issuer);
  returned.delete('iss');
}

/** A URL of a server, checked where it is used: one from discovery must be a `secureUrl`. */
function endpointOf(endpoints: Endpoints, name: 'authorization' | 'token'): URL {
  const { [name]: address, issuer } = endpoints;
  const url = issuer === undefined ? webUrl(address) : secureUrl(address);
  if (!url) throw new LoginError('address', address);
  return url;
}

function serverOf(endpoints: Endpoints): oauth.AuthorizationServer {
  const { origin, href } = endpointOf(endpoints, 'token');
  return {
    issuer: endpoints.issuer ?? origin,
    token_endpoint: href,
    authorization_response_iss_parameter_supported: endpoints.namesIssuer === true,
  };
}

function authenticationOf({ clientSecret }: GrantRequest): oauth.ClientAuth {
  return clientSecret ? oauth.ClientSecretPost(clientSecret) : oauth.None();
}

function scopeOf({ scopes }: GrantRequest): Record<string, string> {
  return scopes.length > 0 ? { scope: scopes.join(' ') } : {};
}

/** RFC 6749 sections 5.1 and 5.2. An ID token in the response is neither used nor checked. */
async function tokenOf(response: Response): Promise<Token> {
  const body: unknown = await response.json().catch(() => ({}));
  const { access_token, expires_in, error, error_description } = body as Record<string, unknown>;
  if (typeof access_token !== 'string')
    throw new Error(
      [error, error_description].filter(Boolean).join(': ') ||
        `${response.status} ${response.statusText}`.trim(),
    );
  const seconds = Number(expires_in);
  return { token: access_token, ...(seconds > 0 && { expires: Date.now() + seconds * 1000 }) };
}
