import { pageHref } from '../../address/address.ts';
import { asObject } from '../../json/guards.ts';
import type { PageLink } from '../../slices/slice.ts';
import { buildSecurity } from '../request/security.ts';
import { buildServers } from '../request/server.ts';
import { samplesOf } from '../samples/sample.ts';
import type { ModelContext } from './context.ts';
import type { FirstRequest, OperationModel } from './page.ts';

/**
 * A request to start with: the current user (`GET .../me`), or else the first GET without path parameters.
 * Takes the context of an info page; undefined if no operation fits, or samples are switched off.
 */
export function firstRequestOf(context: ModelContext): FirstRequest | undefined {
  const { operations = [] } = context.page;
  const candidates = operations.filter(
    ({ method, path = '' }) => method === 'GET' && path.startsWith('/') && !path.includes('{'),
  );
  const found = candidates.find(({ path = '' }) => /\/me\/?$/.test(path)) ?? candidates[0];
  if (!found) return undefined;
  const samples = samplesOf(bareOperation(found, context), {}, context);
  if (samples.length === 0) return undefined;
  return { operation: { ...found, href: pageHref(context.page, found.id) }, samples };
}

/** What the slice of an info page contains about an operation. */
function bareOperation(
  { title, path = '' }: PageLink,
  context: ModelContext,
): Omit<OperationModel, 'samples'> {
  const { document, page } = context;
  const [scheme] = Object.keys(asObject(document.components?.securitySchemes));
  const required = document.security ?? (scheme === undefined ? [] : [{ [scheme]: [] }]);
  return {
    kind: 'operation',
    page,
    title,
    method: 'GET',
    path,
    tags: [],
    servers: buildServers([document.servers], context),
    security: buildSecurity(required, context),
    parameters: [],
    responses: [],
    badges: [],
    callbacks: [],
    extensions: [],
  };
}
