import * as oauth from 'oauth4webapi';

/** Where an authorization server is asked, RFC 8414. */
export interface Endpoints {
  readonly authorization?: string;
  readonly token?: string;
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

/** The endpoints that an OpenID provider tells (OpenID Connect Discovery section 4). */
export async function discover(metadataUrl: string): Promise<Endpoints> {
  const response = await fetch(metadataUrl, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const metadata: Partial<oauth.AuthorizationServer> = await response.json();
  const { authorization_endpoint: authorization, token_endpoint: token } = metadata;
  return { ...(authorization && { authorization }), ...(token && { token }) };
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
  if (!popup) throw new WindowError('blocked');
  try {
    const known = await endpoints;
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const address = new URL(known.authorization ?? '');
    const parameters = {
      response_type: 'code',
      client_id: request.clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...scopeOf(request),
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    // The other site has no business with this page.
    popup.opener = null;
    popup.location.href = address.href;
    const returned = await returnOf(popup);
    // The document does not name the issuer, so what the server says of itself cannot be held against it.
    const server = { ...serverOf(known), issuer: returned.get('iss') ?? serverOf(known).issuer };
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

/** The window for signing in did not open, or was closed. */
export class WindowError extends Error {
  constructor(readonly reason: 'blocked' | 'closed') {
    super(reason);
  }
}

/** The parameters that the authorization server sends back, by way of `oauth2-redirect.html`. */
function returnOf(popup: Window): Promise<URLSearchParams> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL);
    // A server's `Cross-Origin-Opener-Policy` makes an open window look closed: only one that the reader has
    // come back from is. What it sends before it closes comes in between two looks.
    let closed = 0;
    const watch = setInterval(() => {
      closed = popup.closed && document.hasFocus() ? closed + 1 : 0;
      if (closed > 2) end(() => reject(new WindowError('closed')));
    }, 500);
    const end = (then: () => void): void => {
      clearInterval(watch);
      channel.close();
      then();
    };
    channel.onmessage = ({ data }) => end(() => resolve(new URLSearchParams(String(data))));
  });
}

function serverOf({ token, authorization }: Endpoints): oauth.AuthorizationServer {
  const { origin } = new URL(token ?? authorization ?? '');
  return { issuer: origin, ...(token && { token_endpoint: token }) };
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
