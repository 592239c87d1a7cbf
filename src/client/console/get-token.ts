import { translate } from '@docusaurus/Translate';
import siteConfig from '@generated/docusaurus.config';
import type { Grant } from '../../model/request/grant.ts';
import type { Endpoints, Token } from './oauth.ts';

/** What a reader enters to get a token. */
export interface Applicant {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly scopes: readonly string[];
  readonly username?: string;
  readonly password?: string;
}

/** The page of this site that authorization servers redirect to (`site/login/oauth2-redirect.html`). */
export function redirectUri(): string {
  return new URL(`${siteConfig.baseUrl}oauth2-redirect.html`, location.origin).href;
}

type Get = (
  endpoints: Endpoints | Promise<Endpoints>,
  applicant: Applicant,
  oauth: typeof import('./oauth.ts'),
) => Promise<Token>;

const GETS: Readonly<Record<Grant['type'], Get>> = {
  authorizationCode: (endpoints, applicant, oauth) =>
    oauth.authorizationCode(endpoints, applicant, redirectUri()),
  clientCredentials: async (endpoints, applicant, oauth) =>
    oauth.clientCredentials(await endpoints, applicant),
  password: async (endpoints, applicant, oauth) =>
    oauth.password(await endpoints, { username: '', password: '', ...applicant }),
};

/**
 * Gets a token. Must be called from a click, with the OAuth code already loaded: a window opened later would
 * be blocked.
 *
 * @throws Error whose message explains to the reader why there is no token.
 */
export async function getToken(
  grant: Grant,
  applicant: Applicant,
  oauth: typeof import('./oauth.ts'),
): Promise<Token> {
  const { metadataUrl, authorizationUrl: authorization, tokenUrl: token } = grant;
  const endpoints = metadataUrl
    ? oauth.discover(metadataUrl)
    : { ...(authorization && { authorization }), ...(token && { token }) };
  try {
    return await GETS[grant.type](endpoints, applicant, oauth);
  } catch (error) {
    throw new Error(inWords(error, oauth));
  }
}

/** Maximum length of a URL named by a server. */
const MAX_SHOWN = 200;

type Reason = InstanceType<typeof import('./oauth.ts').LoginError>['reason'];

/** Why there is no token, and what to do. */
const REASONS: Readonly<Record<Reason, (what: string) => string>> = {
  blocked: () =>
    translate({
      id: 'ref.try.popupBlocked',
      message: 'The browser blocked the sign-in window. Allow pop-ups for this site and try again.',
    }),
  closed: () =>
    translate({
      id: 'ref.try.popupClosed',
      message: 'The sign-in window was closed before a token was issued.',
    }),
  address: (what) =>
    translate(
      {
        id: 'ref.try.authAddress',
        message:
          'Invalid address of the authorization server: "{what}". It must start with https://. Get a token elsewhere and paste it here.',
      },
      { what },
    ),
  issuer: (what) =>
    translate(
      {
        id: 'ref.try.authIssuer',
        message:
          'The response comes from a different authorization server than expected: "{what}". Get a token elsewhere and paste it here.',
      },
      { what },
    ),
};

function inWords(error: unknown, { LoginError }: typeof import('./oauth.ts')): string {
  if (error instanceof LoginError) return REASONS[error.reason](error.what.slice(0, MAX_SHOWN));
  // What `fetch` throws if there is no response that this page may read.
  if (error instanceof TypeError)
    return translate(
      {
        id: 'ref.try.tokenUnreachable',
        message:
          'The authorization server does not accept requests from this site ({what}). It must allow the origin {origin}. Or get a token elsewhere and paste it here.',
      },
      { what: error.message, origin: location.origin },
    );
  const { error: code, error_description: description } = error as Record<string, unknown>;
  const reason = [code, description].filter((part) => typeof part === 'string').join(': ');
  return reason || (error instanceof Error ? error.message : String(error));
}
