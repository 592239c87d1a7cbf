import { Moves } from '../document/moves.ts';
import { Origins } from '../document/origin.ts';
import { upgradeLeftOver } from '../document/upgrade-three.ts';
import { asObject, asString, defined, type JsonObject } from '../json/guards.ts';
import { componentRef } from '../model/schema/ref.ts';
import { METHODS, type Method } from '../openapi/methods.ts';
import type { SliceDocument } from '../slices/slice.ts';
import { withNames } from './names.ts';
import { type StockApi, type StockPage, stockPage } from './page.ts';

/** What a component of a stock page may be given: parts of an operation, or a schema. */
export interface StockProps {
  readonly method?: string;
  readonly path?: string;
  readonly parameters?: unknown;
  readonly body?: unknown;
  readonly responses?: unknown;
  readonly schema?: unknown;
}

/** Members of `api` that belong to the document, or that upstream derives. */
const NOT_OF_OPERATION = new Set([
  'method',
  'path',
  'info',
  'securitySchemes',
  'extensions',
  'postman',
  'jsonRequestBodyExample',
]);

/**
 * The slice of an operation of a stock page.
 *
 * @param api Its front matter.
 * @param props Parts that replace those of the front matter.
 */
export function operationSlice(api: StockApi, props: StockProps, page: StockPage): SliceDocument {
  const { body, ...given } = props;
  const own = Object.entries(api).filter(([key]) => !NOT_OF_OPERATION.has(key));
  const parts = defined({
    parameters: given.parameters,
    requestBody: body,
    responses: given.responses,
  });
  const named = withNames({ ...Object.fromEntries(own), ...parts }, 'operation');
  const method = given.method ?? asString(api.method) ?? '';
  const path = given.path ?? asString(api.path) ?? '';
  // The API's own name for the method of a webhook is `event`.
  const isWebhook = method.toLowerCase() === WEBHOOK;
  const held = { [method.toLowerCase()]: named.node };
  const isFixed = METHODS.includes(method.toLowerCase() as Method);
  return sliceOf(
    {
      info: asObject(api.info),
      [isWebhook ? 'webhooks' : 'paths']: {
        [path]: isFixed ? held : { additionalOperations: held },
      },
      components: { schemas: named.schemas, securitySchemes: asObject(api.securitySchemes) },
    },
    { kind: isWebhook ? 'webhook' : 'operation', path, method: method.toLowerCase() },
    page,
  );
}

const WEBHOOK = 'event';

/** The slice of a schema of a stock page. */
export function schemaSlice(schema: unknown, page: StockPage): SliceDocument {
  const title = asString(asObject(schema).title) ?? page.title;
  const { node, schemas } = withNames(schema, 'schema');
  // A schema that contains itself has become a component already.
  const isNamed = asObject(node).$ref === componentRef(title);
  const own = isNamed ? {} : { [title]: node };
  return sliceOf(
    { components: { schemas: { ...schemas, ...own } } },
    { kind: 'schema', name: title },
    page,
  );
}

/** A slice of one component, a schema or a parameter, by the name `PART`. */
export function partSlice(kind: 'schemas' | 'parameters', part: unknown): SliceDocument {
  const { node, schemas } = withNames(part, kind === 'schemas' ? 'schema' : 'parameter');
  const components = { schemas, [kind]: { ...(kind === 'schemas' && schemas), [PART]: node } };
  return sliceOf({ components }, { kind: 'operation' }, stockPage(undefined, undefined));
}

export const PART = 'part';

/** Upstream keeps the remains of OpenAPI 3.0 in what it writes. */
function sliceOf(
  parts: JsonObject,
  info: Pick<SliceDocument['x-page'], 'kind' | 'path' | 'method' | 'name'>,
  { api, title, options }: StockPage,
): SliceDocument {
  const document = upgradeLeftOver(
    { openapi: '3.1.0', info: {}, ...parts },
    new Origins(),
    new Moves(),
  );
  const page = { ...options, ...info, api, id: '', title, schemaPages: {}, tagPages: {} };
  // The model checks every part that it reads.
  return { ...document, 'x-page': page } as unknown as SliceDocument;
}
