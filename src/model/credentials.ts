import type { ModelContext } from './context.ts';
import { asObject, asString, type JsonObject, own } from './guards.ts';
import type { SecurityAlternative } from './security.ts';

/** Where a credential goes, with an obvious placeholder for it. */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie' | 'basic';
  readonly name: string;
  readonly value: string;
}

const BEARER: Credential = { in: 'header', name: 'Authorization', value: 'Bearer YOUR_TOKEN' };

/** What is sent for each type of scheme, OpenAPI 3.1 section 4.8.27. */
const CREDENTIALS: Readonly<Record<string, (scheme: JsonObject) => Credential | undefined>> = {
  http: ({ scheme }) => httpCredential(asString(scheme) ?? 'bearer'),
  oauth2: () => BEARER,
  openIdConnect: () => BEARER,
  apiKey: ({ in: place, name }) =>
    typeof name === 'string' && (place === 'header' || place === 'query' || place === 'cookie')
      ? { in: place, name, value: 'YOUR_API_KEY' }
      : undefined,
};

/**
 * The credentials of one security alternative, with placeholders. Schemes that travel outside of
 * the request (mutual TLS) or are not defined have none.
 */
export function credentialsOf(
  alternative: SecurityAlternative | undefined,
  context: ModelContext,
): Credential[] {
  const schemes = asObject(context.document.components).securitySchemes;
  return (alternative?.schemes ?? []).flatMap(({ scheme: { name } }) => {
    const scheme = context.resolve(own(schemes, name)) ?? {};
    const type = asString(scheme.type) ?? '';
    return (Object.hasOwn(CREDENTIALS, type) && CREDENTIALS[type]?.(scheme)) || [];
  });
}

/** Well-known schemes by the names of their registry (RFC 7235); others as the document writes them. */
function httpCredential(scheme: string): Credential {
  const known: Readonly<Record<string, string>> = { bearer: 'Bearer', digest: 'Digest' };
  const key = scheme.toLowerCase();
  if (key === 'basic') {
    return { in: 'basic', name: 'USERNAME', value: 'PASSWORD' };
  }
  const name = Object.hasOwn(known, key) ? known[key] : scheme;
  return { in: 'header', name: 'Authorization', value: `${name} YOUR_TOKEN` };
}
