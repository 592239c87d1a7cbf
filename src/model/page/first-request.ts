import { pageHref } from '../../address/address.ts';
import { defined } from '../../json/guards.ts';
import type { PageLink } from '../../slices/slice.ts';
import { buildSecurity } from '../request/security.ts';
import { buildServers } from '../request/server.ts';
import { samplesOf } from '../samples/sample.ts';
import type { ModelContext } from './context.ts';
import type { FirstRequest, OperationModel } from './page.ts';

/**
 * The request to start with and what comes after it, see `slices/first-steps.ts`. Takes the context of an info page;
 * undefined if no operation fits, or samples are switched off.
 */
export function firstRequestOf(context: ModelContext): FirstRequest | undefined {
  const { operations = [], firstSteps } = context.page;
  const linkTo = (id: string | undefined) => {
    const link = operations.find((operation) => operation.id === id);
    return link && { ...link, href: pageHref(context.page, link.id) };
  };
  const operation = linkTo(firstSteps?.request);
  if (!operation) return undefined;
  const bare = bareOperation(operation, firstSteps?.security, context);
  const samples = samplesOf(bare, {}, context);
  if (samples.length === 0) return undefined;
  const { security } = bare;
  return { operation, security, samples, ...defined({ next: linkTo(firstSteps?.next) }) };
}

/** What the slice of an info page contains about an operation. */
function bareOperation(
  { title, path = '' }: PageLink,
  security: unknown,
  context: ModelContext,
): Omit<OperationModel, 'samples'> {
  const { document, page } = context;
  return {
    kind: 'operation',
    page,
    title,
    method: 'GET',
    path,
    tags: [],
    servers: buildServers([document.servers], context),
    security: buildSecurity(security, context),
    parameters: [],
    responses: [],
    badges: [],
    infoLinks: {},
    callbacks: [],
    extensions: [],
  };
}
