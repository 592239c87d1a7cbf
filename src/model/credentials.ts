import type { ModelContext } from './context.ts';
import { asObject, asString, type JsonObject, own } from './guards.ts';
import type { SecurityAlternative } from './security.ts';

/** Where a credential goes, with an obvious placeholder for it. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie' | 'basic';
  readonly name: string;
  readonly value: string;
}

/** What proves who asks. Texts that are absent or empty give way to a placeholder. */
export interface Secret {
  /** A bearer token, or an API key. */
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
}

type Write = (scheme: JsonObject, secret: Secret) => Credential | undefined;

const bearer: Write = (_scheme, { token }) => ({
  in: 'header',
  name: 'Authorization',
  value: `Bearer ${token || 'YOUR_TOKEN'}`,
});

/** What is sent for each type of scheme, OpenAPI 3.1 section 4.8.27. */
const CREDENTIALS: Readonly<Record<string, Write>> = {
  http: ({ scheme }, secret) => httpCredential(asString(scheme) ?? 'bearer', secret),
  oauth2: bearer,
  openIdConnect: bearer,
  apiKey: ({ in: place, name }, { token }) =>
    typeof name === 'string' && (place === 'header' || place === 'query' || place === 'cookie')
      ? { in: place, name, value: token || 'YOUR_API_KEY' }
      : undefined,
};

/**
 * The credentials of one security alternative, with placeholders for secrets that are not given by the
 * name of their scheme. Schemes that travel outside of the request (mutual TLS) or are not defined have
 * none.
 */
export function credentialsOf(
  alternative: SecurityAlternative | undefined,
  context: ModelContext,
  secrets: Readonly<Record<string, Secret>> = {},
): Credential[] {
  return (alternative?.schemes ?? []).flatMap(({ scheme: { name } }) => {
    const scheme = schemeOf(name, context);
    const type = asString(scheme.type) ?? '';
    const secret = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
    return (Object.hasOwn(CREDENTIALS, type) && CREDENTIALS[type]?.(scheme, secret ?? {})) || [];
  });
}

/** A Security Scheme Object by its name in the components; empty where there is none. */
export function schemeOf(name: string, context: ModelContext): JsonObject {
  const schemes = asObject(context.document.components).securitySchemes;
  return context.resolve(own(schemes, name)) ?? {};
}

/** Well-known schemes by the names of their registry (RFC 7235); others as the document writes them. */
function httpCredential(scheme: string, { token, username, password }: Secret): Credential {
  const known: Readonly<Record<string, string>> = { bearer: 'Bearer', digest: 'Digest' };
  const key = scheme.toLowerCase();
  if (key === 'basic') {
    return { in: 'basic', name: username || 'USERNAME', value: password || 'PASSWORD' };
  }
  const name = Object.hasOwn(known, key) ? known[key] : scheme;
  return { in: 'header', name: 'Authorization', value: `${name} ${token || 'YOUR_TOKEN'}` };
}
