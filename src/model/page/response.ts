import { asString, defined, entriesOf, type JsonObject } from '../../json/guards.ts';
import type { Json } from '../../openapi/types.ts';
import { buildMediaTypes, type MediaTypeModel } from '../request/media-type.ts';
import { buildHeaders, type ParameterModel } from '../request/parameter.ts';
import type { Constraint } from '../schema/schema.ts';
import { segmentOf } from './anchor.ts';
import type { ModelContext } from './context.ts';
import { extensionsOf } from './extension.ts';
import { classOf, statusOf } from './http-status.ts';
import { buildLinks } from './link.ts';
import type { ServerModel } from './page.ts';

/** The class of 2XX. */
const SUCCESS = 2;

/** OpenAPI 3.1 section 4.8.17. */
export interface ResponseModel {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  /** The status in words: `OK`, `Not Found`, `Client error`, `Any other status`. */
  readonly label: string;
  readonly tone: 'info' | 'success' | 'redirect' | 'error' | 'other';
  readonly anchor: string;
  /** CommonMark source. */
  readonly description?: string;
  readonly headers: readonly ParameterModel[];
  readonly content: readonly MediaTypeModel[];
  readonly links: readonly LinkModel[];
  readonly extensions: readonly Constraint[];
}

/** A response link, OpenAPI 3.1 section 4.8.20. */
export interface LinkModel {
  readonly name: string;
  readonly description?: string;
  readonly target?: { readonly title: string; readonly href: string };
  /** The target as in the document: operationId or operationRef. */
  readonly targetName: string;
  readonly parameters: readonly { readonly name: string; readonly value: Json }[];
  readonly requestBody?: Json;
  readonly server?: ServerModel;
  readonly extensions: readonly Constraint[];
}

/**
 * The responses of an operation grouped by class, successful ones first, so that `2XX` is next to `200`, and within a
 * class in the order of the document. `anchor` is a prefix of all anchors; it is empty except in a callback.
 */
export function buildResponses(
  responses: unknown,
  context: ModelContext,
  anchor = '',
): ResponseModel[] {
  const built = entriesOf(responses).flatMap(([status, value]) => {
    const response = status.startsWith('x-') ? undefined : context.resolve(value);
    return response ? [buildResponse(status, response, context, anchor)] : [];
  });
  return built.toSorted((a, b) => rankOf(a.status) - rankOf(b.status));
}

/** The class of a status, where success comes first. */
function rankOf(status: string): number {
  const rank = classOf(status);
  return rank === SUCCESS ? 0 : rank;
}

function buildResponse(
  status: string,
  response: JsonObject,
  context: ModelContext,
  prefix: string,
): ResponseModel {
  const anchor = context.anchors.claim(prefix, 'response', segmentOf(status));
  const text = [response.summary, response.description].flatMap((one) => asString(one) ?? []);
  return {
    status,
    ...statusOf(status, context.say),
    anchor,
    headers: buildHeaders(response.headers, context, anchor),
    content: buildMediaTypes(response.content, context, 'response', anchor),
    links: buildLinks(response.links, context),
    extensions: extensionsOf(response, context),
    ...defined({ description: text.length > 0 ? text.join('\n\n') : undefined }),
  };
}
