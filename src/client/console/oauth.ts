import * as oauth from 'oauth4webapi';
import { asObject } from '../../json/guards.ts';
import { secureUrl, webUrl } from '../../model/request/safe-url.ts';

/** Where an authorization server is asked, RFC 8414. */
export interface Endpoints {
  readonly authorization?: string;
  readonly token?: string;
  /** The issuer, known from discovery alone: a document names only addresses. */
  readonly issuer?: string;
  /** Whether answers of the server always name the issuer (RFC 9207 section 3). */
  readonly namesIssuer?: boolean;
}

/** Who asks, and for what. */
export interface GrantRequest {
  readonly clientId: string;
  /** Public clients (RFC 6749 section 2.1) have none. */
  readonly clientSecret?: string;
  readonly scopes: readonly string[];
}

export interface Token {
  readonly token: string;
  /** In milliseconds since 1970; absent where the server does not say. */
  readonly expires?: number;
}

/** Where the authorization server sends the reader back to; it passes on what it gets. */
const CHANNEL = 'ref-oauth';

/** A page of a site without encryption, as at home or in development, may ask servers without it. */
const OPTIONS = { [oauth.allowInsecureRequests]: true };

/**
 * The endpoints that an OpenID provider or an authorization server publishes (OpenID Connect Discovery section 4,
 * RFC 8414). The answer is untrusted: every address must be a `secureUrl`, and the issuer must be the one that
 * the discovery address belongs to.
 *
 * @throws LoginError for an answer that must not be used, Error if there is no answer.
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
 * Whether an issuer is the one that metadata was asked of: its address without the well-known part, which
 * is put at the end (OpenID Connect Discovery section 4.3) or behind the host (RFC 8414 section 3.3). A slash
 * at the end is left out there, so it says nothing.
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

/** Resource owner's password, RFC 6749 section 4.3: only where a document still has it. */
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
 * Authorization code with PKCE (RFC 6749 section 4.1, RFC 7636) in a window of its own. Call it from a click:
 * browsers open windows only then.
 *
 * @param redirectUri This site's page that the authorization server sends the reader back to.
 * @throws where the window is closed or the server refuses.
 */
export async function authorizationCode(
  endpoints: Endpoints | Promise<Endpoints>,
  request: GrantRequest,
  redirectUri: string,
): Promise<Token> {
  // Before anything is waited for, or it would be blocked.
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
    // The other site has no business with this page.
    popup.opener = null;
    // The window has this site's origin until it is moved: a script as its address would run here.
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
 * Why there is no token: the window for signing in did not open or was closed, an address must not be used,
 * or it is another issuer that answers.
 */
export class LoginError extends Error {
  /** @param what The address or the issuer. */
  constructor(
    readonly reason: 'blocked' | 'closed' | 'address' | 'issuer',
    readonly what = '',
  ) {
    super(`${reason} ${what}`.trim());
  }
}

/**
 * The parameters that the authorization server sends back, by way of `oauth2-redirect.html`. Any site can
 * open that page, and other tabs may wait for answers of their own: what has another `state` is not for this
 * login, which goes on waiting.
 */
function returnOf(popup: Window, state: string): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL);
    // A server's `Cross-Origin-Opener-Policy` makes an open window look closed: only one that the reader has
    // come back from is. What it sends before it closes comes in between two looks.
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
 * A document names addresses and no issuer. An answer that names one (RFC 9207) is then held against the
 * site that the reader was sent to, never against what the answer says of itself.
 */
function checkOrigin(returned: URLSearchParams, { origin }: URL): void {
  for (const issuer of returned.getAll('iss'))
    if (webUrl(issuer)?.origin !== origin) throw new LoginError('issuer', issuer);
  returned.delete('iss');
}

/** An address of a server, checked where it is used: one from discovery must be a `secureUrl`. */
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

/** RFC 6749 sections 5.1 and 5.2. An ID token that comes along is not used, and so not checked. */
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
