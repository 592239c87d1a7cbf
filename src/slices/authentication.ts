import { isObject } from '../json/guards.ts';
import type { Document } from '../openapi/types.ts';
import { requirementNames } from './operation-parts.ts';
import type { PlannedPage } from './plan.ts';
import type { AuthenticationUse } from './slice.ts';

/** More operations that need no credentials are only counted. */
const MOST_OPEN = 50;

/**
 * How the operations of a document are authenticated; undefined if there is nothing to authenticate with. The API itself
 * sends webhooks.
 */
export function authenticationOf(
  pages: readonly PlannedPage[],
  document: Document,
): AuthenticationUse | undefined {
  const names = Object.keys(document.components?.securitySchemes ?? {});
  const operations = pages.filter(({ kind }) => kind === 'operation');
  if (names.length === 0 || operations.length === 0) return undefined;
  const lists = operations.map(({ operation }) => {
    const security: unknown = operation?.security ?? document.security;
    return Array.isArray(security) ? security.filter(isObject) : [];
  });
  const isRequired = (list: readonly object[]) =>
    list.length > 0 && list.every((alternative) => Object.keys(alternative).length > 0);
  const accepted = lists.map((list) => new Set(requirementNames(list)));
  const counts = names.map(
    (name) => [name, accepted.filter((own) => own.has(name)).length] as const,
  );
  const open = operations.filter((_, at) => !isRequired(lists[at] ?? [])).map(({ id }) => id);
  const isExtra = open.length > 0 && open.length <= MOST_OPEN && open.length < operations.length;
  return {
    operations: operations.length,
    required: operations.length - open.length,
    ...(isExtra && { open }),
    schemes: Object.fromEntries(counts.filter(([, count]) => count > 0)),
  };
}
