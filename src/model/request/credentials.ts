import { asObject, asString, type JsonObject, own } from '../../json/guards.ts';
import type { ModelContext } from '../page/context.ts';
import type { SecurityAlternative } from './security.ts';

/** Where a credential is sent, with an obvious placeholder for it. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie' | 'basic';
  readonly name: string;
  readonly value: string;
}

/** Values that authenticate the client. */
export interface Secret {
  /** A bearer token, or an API key. */
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
}

type Write = (scheme: JsonObject, secret: Required<Secret>) => Credential | undefined;

const bearer: Write = (_scheme, { token }) => ({
  in: 'header',
  name: 'Authorization',
  value: `Bearer ${token}`,
});

/** What is sent for each type of scheme, OpenAPI 3.1 section 4.8.27. */
const CREDENTIALS: Readonly<Record<string, Write>> = {
  http: ({ scheme }, secret) => httpCredential(asString(scheme) ?? 'bearer', secret),
  oauth2: bearer,
  openIdConnect: bearer,
  apiKey: ({ in: place, name }, { token }) =>
    typeof name === 'string' && (place === 'header' || place === 'query' || place === 'cookie')
      ? { in: place, name, value: token }
      : undefined,
};

/** Secrets by scheme name. */
type Secrets = Readonly<Record<string, Secret>>;

/**
 * The credentials of one security alternative. Schemes outside of the request (mutual TLS) or without a
 * definition have none.
 *
 * @param use A sample has placeholders for missing secrets; an actual request has none, and schemes
 * without secrets have no credentials.
 */
export function credentialsOf(
  alternative: SecurityAlternative | undefined,
  context: ModelContext,
  secrets: Secrets = {},
  use: 'sample' | 'send' = 'sample',
): Credential[] {
  return (alternative?.schemes ?? []).flatMap(({ scheme: { name } }) => {
    const scheme = schemeOf(name, context);
    const given = givenSecret(name, secrets);
    if (use === 'send' && !isComplete(scheme, given)) return [];
    const secret = use === 'send' ? { ...NOTHING, ...given } : withPlaceholders(given, scheme);
    const type = asString(scheme.type) ?? '';
    return (Object.hasOwn(CREDENTIALS, type) && CREDENTIALS[type]?.(scheme, secret)) || [];
  });
}

/** The names of an alternative's schemes that would send something, but have no secret. */
export function missingSecrets(
  alternative: SecurityAlternative | undefined,
  context: ModelContext,
  secrets: Secrets,
): string[] {
  return (alternative?.schemes ?? []).flatMap((requirement) => {
    const { name } = requirement.scheme;
    const isSent = credentialsOf({ schemes: [requirement] }, context).length > 0;
    const isGiven = isComplete(schemeOf(name, context), givenSecret(name, secrets));
    return isSent && !isGiven ? [name] : [];
  });
}

/** The index of the first alternative whose secrets are all there; 0 if there is none. */
export function suitedAlternative(
  alternatives: readonly SecurityAlternative[],
  context: ModelContext,
  secrets: Secrets,
): number {
  const index = alternatives.findIndex(
    (alternative) =>
      alternative.schemes.length > 0 && missingSecrets(alternative, context, secrets).length === 0,
  );
  return Math.max(index, 0);
}

const NOTHING: Required<Secret> = { token: '', username: '', password: '' };

function givenSecret(name: string, secrets: Secrets): Secret {
  return (Object.hasOwn(secrets, name) ? secrets[name] : undefined) ?? {};
}

/** Whether there is enough to send: a name without a password may be a key, and so may a password alone. */
function isComplete(scheme: JsonObject, { token, username, password }: Secret): boolean {
  return Boolean(isBasic(scheme) ? username || password : token);
}

function withPlaceholders(
  { token, username, password }: Secret,
  { type }: JsonObject,
): Required<Secret> {
  return {
    token: token || (type === 'apiKey' ? 'YOUR_API_KEY' : 'YOUR_TOKEN'),
    username: username || 'YOUR_USERNAME',
    password: password || 'YOUR_PASSWORD',
  };
}

/** Whether a scheme requires a name and a password (RFC 7617). */
export function isBasic({ type, scheme }: JsonObject): boolean {
  return type === 'http' && asString(scheme)?.toLowerCase() === 'basic';
}

/** A Security Scheme Object by its name in the components; empty if there is none. */
export function schemeOf(name: string, context: ModelContext): JsonObject {
  const schemes = asObject(context.document.components).securitySchemes;
  return context.resolve(own(schemes, name)) ?? {};
}

/** Well-known schemes in the spelling of their registry (RFC 7235); others as in the document. */
function httpCredential(
  scheme: string,
  { token, username, password }: Required<Secret>,
): Credential {
  const known: Readonly<Record<string, string>> = { bearer: 'Bearer', digest: 'Digest' };
  const key = scheme.toLowerCase();
  if (key === 'basic') return { in: 'basic', name: username, value: password };
  const name = Object.hasOwn(known, key) ? known[key] : scheme;
  return { in: 'header', name: 'Authorization', value: `${name} ${token}` };
}
