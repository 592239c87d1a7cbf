import { isObject, type JsonObject } from '../json/guards.ts';
import { escapeSegment } from '../openapi/pointer.ts';
import type { Path } from '../openapi/walk.ts';
import type { DocumentView } from './document-view.ts';
import type { Fact } from './fact.ts';

/** How a page shows the type of a scheme, OpenAPI 3.1 section 4.8.27. */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['apiKey', ['api key']],
  ['http', ['http', 'api token (bearer)']],
  ['mutualTLS', ['mutual tls']],
  ['oauth2', ['oauth 2.0']],
  ['openIdConnect', ['openid connect']],
]);

const FLOWS: ReadonlyMap<string, string> = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['clientCredentials', 'client credentials'],
  ['authorizationCode', 'authorization code'],
  ['deviceAuthorization', 'device authorization'],
]);

/** For optional security: a requirement is `{}`, or there is none. */
const NONE = ['without authentication', 'no authentication', 'none'];

/** The fact that something is so, in one of these words. */
export function marked(kind: Fact['kind'], labels: readonly string[], path: Path): Fact {
  return { kind, form: 'mark', value: true, labels, key: path.at(-1) ?? '', path };
}

/** The facts of a scheme besides plain fields: its type, its flows and their scopes. */
export function schemeFacts({ type, flows }: JsonObject, path: Path): Fact[] {
  const words = typeof type === 'string' ? TYPES.get(type) : undefined;
  const facts = words === undefined ? [] : [marked('security scheme', words, [...path, 'type'])];
  if (!isObject(flows)) return facts;
  for (const [flow, value] of Object.entries(flows)) {
    const at = [...path, 'flows', flow];
    const flowWord = FLOWS.get(flow);
    if (flowWord !== undefined) facts.push(marked('security scheme', [flowWord], at));
    facts.push(...scopesOf(value, at));
  }
  return facts;
}

function scopesOf(flow: unknown, path: Path, name?: string): Fact[] {
  if (!isObject(flow) || !isObject(flow.scopes)) return [];
  return Object.entries(flow.scopes)
    .filter(([scope]) => name === undefined || scope === name)
    .flatMap(([scope, description]): Fact[] => {
      const at = [...path, 'scopes', scope];
      const facts: Fact[] = [{ kind: 'scope', form: 'word', value: scope, key: scope, path: at }];
      if (typeof description === 'string' && description.trim() !== '')
        facts.push({ kind: 'scope', form: 'markdown', value: description, key: scope, path: at });
      return facts;
    });
}

/**
 * What is required to call an operation (OpenAPI 3.1 section 4.8.30): schemes by name, scopes with the
 * scheme's descriptions.
 */
export function requirementFacts(security: unknown, path: Path, view: DocumentView): Fact[] {
  if (!Array.isArray(security)) return [];
  if (security.length === 0) return [marked('security', NONE, path)];
  return security.flatMap((requirement, index) => {
    const at = [...path, String(index)];
    const schemes = isObject(requirement) ? Object.entries(requirement) : [];
    if (schemes.length === 0) return [marked('security', NONE, at)];
    return schemes.flatMap(([scheme, scopes]) => schemeOf(scheme, scopes, [...at, scheme], view));
  });
}

function schemeOf(name: string, scopes: unknown, path: Path, view: DocumentView): Fact[] {
  const facts: Fact[] = [{ kind: 'security', form: 'word', value: name, key: name, path }];
  if (!Array.isArray(scopes)) return facts;
  const scheme = view.find(
    `#/components/securitySchemes/${encodeURIComponent(escapeSegment(name))}`,
  );
  const found = scheme && view.resolve(scheme);
  const flows = isObject(found?.value.flows) ? Object.entries(found.value.flows) : [];
  for (const [index, scope] of scopes.entries()) {
    if (typeof scope !== 'string') continue;
    const at = [...path, String(index)];
    facts.push({ kind: 'scope', form: 'word', value: scope, key: scope, path: at });
    // Flows may describe the same scope differently; a page shows one description.
    const [shown] = flows.flatMap(([flow, value]) =>
      scopesOf(value, [...(found?.path ?? []), 'flows', flow], scope).slice(1),
    );
    if (shown) facts.push(shown);
  }
  return facts;
}
