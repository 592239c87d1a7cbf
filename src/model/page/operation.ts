import { pageHref } from '../../address/address.ts';
import { REQUEST } from '../../address/anchor.ts';
import {
  asObject,
  asString,
  defined,
  entriesOf,
  type JsonObject,
  own,
  stringsOf,
} from '../../json/guards.ts';
import { operationsOf } from '../../openapi/operations.ts';
import { buildMediaTypes } from '../request/media-type.ts';
import { buildParameters } from '../request/parameter.ts';
import { buildSecurity } from '../request/security.ts';
import { buildServers } from '../request/server.ts';
import { isGenerated, samplesOf } from '../samples/sample.ts';
import { hasMoreFields, isBodyCut } from '../samples/sample-request.ts';
import { externalDocsOf } from '../schema/schema-facts.ts';
import { segmentOf } from './anchor.ts';
import { buildHistory } from './change.ts';
import type { ModelContext } from './context.ts';
import { buildDeprecation, withoutReplacement } from './deprecation.ts';
import { badgesOf, extensionsOf } from './extension.ts';
import type { OperationModel, RequestBodyModel } from './page.ts';
import { buildResponses } from './response.ts';
import { tagHref, tagLabel } from './tag.ts';

/** The page of an operation or webhook: the one that `x-page` names in `paths` or `webhooks`. */
export function buildOperationPage(context: ModelContext): OperationModel {
  const { page } = context;
  const kind = page.kind === 'webhook' ? 'webhook' : 'operation';
  const { path = '', method = '' } = page;
  const { raw, item } = sourceOf(context);
  const model = buildOperation(
    raw,
    { kind, title: page.title, path, method, item, anchor: '' },
    context,
  );
  const samples = samplesOf(model, raw, context);
  const history = buildHistory(context);
  // What follows is not about samples of the document.
  if (!samples.some(isGenerated)) return { ...model, samples, ...defined({ history }) };
  return {
    ...model,
    samples,
    ...defined({ history }),
    ...(hasMoreFields(model, raw, context) && { hasMoreFields: true }),
    ...(isBodyCut(model, raw, context) && { areSamplesCut: true }),
  };
}

/** The operation that `x-page` names, as in the document, with its path item. */
export function sourceOf({ document, page, ...context }: ModelContext): {
  readonly raw: JsonObject;
  readonly item: JsonObject;
} {
  const { kind, path = '', method = '' } = page;
  const item = pathItemOf(
    own(kind === 'webhook' ? document.webhooks : document.paths, path),
    context,
  );
  return { raw: operationOf(item, method), item };
}

interface Place extends Pick<OperationModel, 'kind' | 'title' | 'path' | 'method'> {
  readonly item: JsonObject;
  /** Prefix of all anchors; empty except in a callback. */
  readonly anchor: string;
}

/** An operation (OpenAPI 3.1 section 4.8.10) with what it inherits from its path item. */
function buildOperation(
  operation: JsonObject,
  place: Place,
  context: ModelContext,
): OperationModel {
  const { kind, title, path, method, item, anchor } = place;
  // The title says it; a summary that is a name in code may also be the operationId.
  const isNew = (text: string) =>
    text.trim().replace(/\.$/, '') !== title.trim() && text !== operation.operationId;
  const texts = [operation.summary, operation.description, item.summary, item.description]
    .flatMap((text) => asString(text) ?? [])
    .filter(isNew);
  const requestBody = buildRequestBody(operation.requestBody, context, anchor);
  const deprecation = buildDeprecation(operation, context);
  return {
    kind,
    page: context.page,
    title,
    method: method.toUpperCase(),
    path,
    infoLinks: Object.fromEntries(
      stringsOf(context.page.infoSections).map((anchor) => [
        anchor,
        `${pageHref(context.page)}#${anchor}`,
      ]),
    ),
    badges: badgesOf(operation),
    tags: stringsOf(operation.tags).map((name) => ({
      label: tagLabel(name, context),
      ...defined({ href: tagHref(name, context) }),
    })),
    // The receiver of webhooks and callbacks decides where they are sent.
    servers: buildServers(
      [operation.servers, item.servers, kind === 'webhook' ? undefined : context.document.servers],
      context,
    ),
    // The document's security is for users of the API, not for the API itself.
    security: buildSecurity(
      operation.security ?? (anchor === '' ? context.document.security : undefined),
      context,
    ),
    parameters: buildParameters([item.parameters, operation.parameters], context, anchor),
    ...defined({ requestBody }),
    responses: buildResponses(operation.responses, context, anchor),
    callbacks: buildCallbacks(operation.callbacks, context, anchor),
    samples: [],
    extensions: extensionsOf(
      { ...item, ...withoutReplacement(operation, context) },
      context,
    ).filter(({ label }) => !deprecation?.facts.some((fact) => fact.label === label)),
    ...defined({
      deprecation,
      operationId: asString(operation.operationId),
      description: texts.length > 0 ? [...new Set(texts)].join('\n\n') : undefined,
      externalDocs: externalDocsOf(operation.externalDocs),
    }),
  };
}

function buildRequestBody(
  value: unknown,
  context: ModelContext,
  prefix: string,
): RequestBodyModel | undefined {
  const body = context.resolve(value);
  if (!body) return undefined;
  const anchor = context.anchors.claim(prefix, REQUEST);
  return {
    anchor,
    required: body.required === true,
    content: buildMediaTypes(body.content, context, 'request', anchor),
    extensions: extensionsOf(body, context),
    ...defined({ description: asString(body.description) }),
  };
}

/** Every method of every expression of every callback, OpenAPI 3.1 section 4.8.18. */
function buildCallbacks(
  callbacks: unknown,
  context: ModelContext,
  prefix: string,
): OperationModel['callbacks'] {
  // A callback's operation may refer to the operation that contains it; one level is enough.
  if (prefix !== '') return [];
  return callbacksIn(callbacks, context).map(({ name, expression, method, item, raw }) => {
    const anchor = context.anchors.claim('callback', segmentOf(name), method.toLowerCase());
    const title = asString(raw.summary) ?? name;
    const place: Place = { kind: 'webhook', title, path: expression, method, item, anchor };
    const operation = buildOperation(raw, place, context);
    // Only those of the document's author: the API itself sends the request.
    const samples = samplesOf(operation, raw, context);
    return { name, expression, operation: { ...operation, samples } };
  });
}

interface RawCallback {
  readonly name: string;
  readonly expression: string;
  readonly method: string;
  readonly item: JsonObject;
  readonly raw: JsonObject;
}

/** The operations of callbacks as in the document, in the order of the page's model. */
export function callbacksIn(
  callbacks: unknown,
  context: Pick<ModelContext, 'resolve'>,
): RawCallback[] {
  return entriesOf(callbacks).flatMap(([name, value]) =>
    entriesOf(context.resolve(value)).flatMap(([expression, pathItem]) => {
      if (expression.startsWith('x-')) return [];
      const item = pathItemOf(pathItem, context);
      return operationsOf(item).map(({ method, operation: raw }) => ({
        name,
        expression,
        method,
        item,
        raw,
      }));
    }),
  );
}

/** A path item with the target of its `$ref`, which its own fields override (OpenAPI 3.1 section 4.8.9). */
function pathItemOf(value: unknown, context: Pick<ModelContext, 'resolve'>): JsonObject {
  return { ...context.resolve(value), ...asObject(value) };
}

/** The operation of a lowercase method; other methods of OpenAPI 3.2 are in `additionalOperations`. */
function operationOf(item: JsonObject, method: string): JsonObject {
  const found = operationsOf(item).find((one) => one.method.toLowerCase() === method.toLowerCase());
  return found?.operation ?? {};
}
