import { asArray, asObject, asString, defined, isObject } from '../json/guards.ts';
import type { Document } from '../openapi/types.ts';
import { parametersOf, requirementNames } from './operation-parts.ts';
import type { PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { AuthenticationUse, FirstSteps } from './slice.ts';

/** Paths that answer who is asking, by their last segment. */
const WHO = /\/(?:me|self|whoami|user|account|profile)\/?$/i;

/**
 * The operations to begin with. The first request is a GET at a server of the document that needs nothing but the
 * credentials of most operations: one that answers who is asking (`GET .../me`), or else the first one. The next one
 * is a list of what the API is about: below which the first one is, or else what can be added to as well.
 *
 * @param use How operations are authenticated.
 */
export function firstStepsOf(
  operations: readonly PlannedPage[],
  use: AuthenticationUse | undefined,
  document: Document,
  references: References,
): FirstSteps | undefined {
  const securityOf = ({ operation }: PlannedPage): unknown =>
    operation?.security ?? document.security;
  const usual = usualScheme(use);
  const hosts = new Set(serverHosts(document.servers));
  const simple = operations.filter(
    (page) => isSimple(page, references) && isAtOwnServer(page, hosts),
  );
  const asMost = simple.filter(
    (page) => usual === undefined || requirementNames(securityOf(page)).includes(usual),
  );
  const candidates = asMost.length > 0 ? asMost : simple;
  const first = candidates.find(({ path = '' }) => WHO.test(path)) ?? candidates[0];
  if (!first) return undefined;
  const others = candidates.filter((page) => page !== first);
  const created = new Set(
    operations.flatMap(({ method, path }) => (method === 'post' ? path : [])),
  );
  const next =
    others.find(
      ({ path = '' }) => path !== '/' && first.path?.startsWith(path.replace(/\/?$/, '/')),
    ) ?? others.find(({ path }) => created.has(path));
  const security = securityOf(first);
  return {
    request: first.id,
    ...defined({ next: next?.id }),
    security: Array.isArray(security) ? ordered(security.filter(isObject), usual) : [],
  };
}

/** The scheme that most operations accept, if most require one. */
function usualScheme(use: AuthenticationUse | undefined): string | undefined {
  if (!use || use.required * 2 < use.operations) return undefined;
  const [first] = Object.entries(use.schemes).toSorted(([, a], [, b]) => b - a);
  return first?.[0];
}

/** With the alternative that most operations accept first. */
function ordered(security: readonly object[], usual: string | undefined): readonly object[] {
  const isUsual = (alternative: object): boolean =>
    usual !== undefined && Object.keys(alternative).join() === usual;
  return security.toSorted((a, b) => Number(isUsual(b)) - Number(isUsual(a)));
}

/** The hosts of servers as they are written; empty for those whose URL is relative. */
function serverHosts(servers: unknown): string[] {
  return asArray(servers).map((server) => {
    const url = asString(asObject(server).url) ?? '';
    return (/^(?:[a-z][a-z\d+.-]*:)?\/\/([^/?#]*)/i.exec(url)?.[1] ?? '').toLowerCase();
  });
}

/** Whether the server of an operation, or of its path, is at a host of the document's (OpenAPI 3.1 section 4.8.10). */
function isAtOwnServer({ operation, item }: PlannedPage, hosts: ReadonlySet<string>): boolean {
  // An empty list names none, so the next level applies.
  const [host = ''] = [operation?.servers, item?.servers]
    .map(serverHosts)
    .filter(({ length }) => length > 0)
    .flat();
  return host === '' || hosts.has(host);
}

/** A GET whose address needs no values. */
function isSimple(
  { kind, method, path = '', operation, item }: PlannedPage,
  references: References,
) {
  if (kind !== 'operation' || method !== 'get' || operation?.deprecated === true) return false;
  if (!path.startsWith('/') || path.includes('{')) return false;
  return parametersOf(operation, item, references).every(
    ({ required, in: where }) => required !== true || asString(where) === 'path',
  );
}
