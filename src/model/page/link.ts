import { pageHref } from '../../address/address.ts';
import { asString, defined, entriesOf, isObject, type JsonObject } from '../../json/guards.ts';
import type { Json } from '../../openapi/types.ts';
import type { PageLink } from '../../slices/slice.ts';
import { buildServers } from '../request/server.ts';
import { pointerSegments } from '../schema/ref.ts';
import type { ModelContext } from './context.ts';
import { extensionsOf } from './extension.ts';
import type { LinkModel } from './response.ts';

/** The links of a response (OpenAPI 3.1 section 4.8.20), each with its target page. */
export function buildLinks(links: unknown, context: ModelContext): LinkModel[] {
  return entriesOf(links).flatMap(([name, value]) => {
    const link = context.resolve(value);
    return link ? [buildLink(name, link, context)] : [];
  });
}

function buildLink(name: string, link: JsonObject, context: ModelContext): LinkModel {
  const target = operationTarget(link, context);
  return {
    name,
    targetName: asString(link.operationId) ?? asString(link.operationRef) ?? '',
    parameters: entriesOf(link.parameters).map(([parameter, value]) => ({
      name: parameter,
      value: value as Json,
    })),
    extensions: extensionsOf(link, context),
    ...defined({
      description: asString(link.description),
      target: target && { title: target.title, href: pageHref(context.page, target.id) },
      requestBody: link.requestBody as Json | undefined,
      server: isObject(link.server) ? buildServers([[link.server]], context)[0] : undefined,
    }),
  };
}

/** The operation that a link names by its id or pointer, if this page has it. */
export function operationTarget(
  { operationId, operationRef }: JsonObject,
  { page }: ModelContext,
): PageLink | undefined {
  const operations = page.operations ?? [];
  if (typeof operationId === 'string')
    return operations.find((operation) => operation.operationId === operationId);
  const [top, path, ...rest] =
    typeof operationRef === 'string' ? (pointerSegments(operationRef) ?? []) : [];
  // Other methods are one level deeper, OpenAPI 3.2 section 4.9.
  const method = rest[0] === 'additionalOperations' ? rest[1] : rest[0];
  if (top !== 'paths' || method === undefined) return undefined;
  return operations.find(
    (operation) => operation.path === path && operation.method === method.toUpperCase(),
  );
}
