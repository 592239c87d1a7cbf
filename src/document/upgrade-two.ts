import { isObject, type JsonObject, own } from '../json/guards.ts';
import { mapEntries, omit } from '../json/key-order.ts';
import { onlyInTwo } from '../openapi/fields.ts';
import { METHODS } from '../openapi/methods.ts';
import { parsePointer } from '../openapi/pointer.ts';
import type { Path } from '../openapi/walk.ts';
import type { Loss } from './loss.ts';
import { mapObjects } from './map-objects.ts';
import type { Moves } from './moves.ts';
import type { Origins } from './origin.ts';
import {
  bodyOf,
  bodyTypes,
  type Context,
  plainParameters,
  type Resolved,
  resolveList,
  types,
} from './two-bodies.ts';
import { formBody, requestBody, upgradeParameter, upgradeSchema } from './two-parameters.ts';
import { upgradeResponse } from './two-responses.ts';
import { upgradeSecurityScheme } from './two-security.ts';

/** `schemes`, `host` and `basePath`; missing parts come from the document's own URL. */
function servers(root: JsonObject, schemes: unknown, url: URL | undefined): JsonObject | undefined {
  const { host, basePath } = root;
  const path = typeof basePath === 'string' ? basePath.replace(/\/$/, '') : '';
  const authority = typeof host === 'string' ? host : url?.host;
  if (authority === undefined) return path === '' ? undefined : { servers: [{ url: path }] };
  const named = types(schemes, []);
  const names = named.length > 0 ? named : [url?.protocol.slice(0, -1) ?? 'https'];
  return { servers: names.map((scheme) => ({ url: `${scheme}://${authority}${path}` })) };
}

/** A response that is a reference gets the media types of the document, not of the operation. */
function responseOf(value: unknown, operation: JsonObject, path: Path, context: Context): unknown {
  if (!isObject(value)) return value;
  const produces = types(operation.produces, context.produces);
  const [group, name] = typeof value.$ref === 'string' ? parsePointer(value.$ref) : [];
  const shared = group === 'responses' ? own(context.root.responses, name ?? '') : undefined;
  const inline = isObject(shared) && produces.join() !== context.produces.join();
  const response = inline ? shared : value;
  const upgraded = upgradeResponse(response, produces, path, context.moves, context.lose);
  context.origins.copied(upgraded, response);
  return upgraded;
}

function upgradeOperation(
  operation: JsonObject,
  shared: readonly Resolved[],
  path: Path,
  context: Context,
): JsonObject {
  const { responses, schemes } = operation;
  const rest = omit(operation, ...onlyInTwo('operation'), 'parameters', 'responses');
  const ownServers =
    schemes === undefined ? undefined : servers(context.root, schemes, context.url);
  const upgraded = {
    ...rest,
    ...plainParameters(operation.parameters, path, context),
    ...bodyOf(operation, shared, path, context),
    ...(isObject(responses)
      ? {
          responses: mapEntries(responses, (response, status) =>
            status.startsWith('x-')
              ? response
              : responseOf(response, operation, [...path, 'responses', status], context),
          ),
        }
      : {}),
    ...ownServers,
  };
  context.origins.copied(upgraded, operation);
  return upgraded;
}

function upgradePathItem(item: unknown, path: Path, context: Context): unknown {
  if (!isObject(item)) return item;
  const shared = resolveList(item.parameters, context);
  const upgraded = {
    ...mapEntries(omit(item, 'parameters'), (value, key) =>
      (METHODS as readonly string[]).includes(key) && isObject(value)
        ? upgradeOperation(value, shared, [...path, key], context)
        : value,
    ),
    ...plainParameters(item.parameters, path, context),
  };
  context.origins.copied(upgraded, item);
  return upgraded;
}

/** `#/parameters` is split into parameters and request bodies. */
function splitParameters(context: Context): JsonObject {
  const groups: Record<'parameters' | 'requestBodies', [string, unknown][]> = {
    parameters: [],
    requestBodies: [],
  };
  const consumes = bodyTypes(context.consumes);
  for (const [name, value] of Object.entries(context.root.parameters ?? {})) {
    if (!isObject(value)) continue;
    const isRequestBody = value.in === 'body' || value.in === 'formData';
    const group = isRequestBody ? 'requestBodies' : 'parameters';
    context.moves.add(['parameters', name], ['components', group, name], 1);
    let upgraded = value;
    if (value.in === 'body') {
      context.moves.add(['parameters', name, 'schema'], ['content', consumes[0] ?? '', 'schema']);
      upgraded = requestBody(value, consumes);
    } else if (value.in === 'formData')
      upgraded = formBody([value], context.consumes, context.lose);
    else upgraded = upgradeParameter(value, String(value.in), context.lose);
    context.origins.copied(upgraded, value);
    groups[group].push([name, upgraded]);
  }
  return Object.fromEntries(
    Object.entries(groups)
      .filter(([, entries]) => entries.length > 0)
      .map(([group, entries]) => [group, Object.fromEntries(entries)]),
  );
}

/** The groups of 2.0 that became members of `components`. */
function components(context: Context): JsonObject {
  const { root, moves, produces, lose } = context;
  const groups: Record<string, readonly [from: string, (value: unknown, path: Path) => unknown]> = {
    schemas: ['definitions', (value) => value],
    responses: [
      'responses',
      (value, path) =>
        isObject(value) ? upgradeResponse(value, produces, path, moves, lose) : value,
    ],
    securitySchemes: ['securityDefinitions', upgradeSecurityScheme],
  };
  const entries = Object.entries(groups).map(([group, [from, upgrade]]) => {
    const values = root[from];
    if (!isObject(values)) return [group, undefined] as const;
    moves.add([from], ['components', group]);
    const upgraded = mapEntries(values, (value, name) => {
      const result = upgrade(value, [from, name]);
      if (isObject(result) && isObject(value)) context.origins.copied(result, value);
      return result;
    });
    return [group, upgraded] as const;
  });
  const present = entries.filter(([, value]) => value !== undefined);
  const all = { ...Object.fromEntries(present), ...splitParameters(context) };
  return Object.keys(all).length > 0 ? { components: all } : {};
}

/**
 * OpenAPI 2.0 to 3.0; a new document. `url` is the URL of the document, which provides what the document
 * omits. Moves are added to `moves`, parts that 3.x cannot express to `losses`.
 */
export function upgradeTwo(
  root: JsonObject,
  origins: Origins,
  moves: Moves,
  losses: Loss[],
  url?: URL,
): JsonObject {
  const context: Context = {
    root,
    url,
    consumes: types(root.consumes, []),
    produces: types(root.produces, []),
    moves,
    origins,
    lose: (node, message, suggestion) => losses.push({ node, message, suggestion }),
  };
  const { paths } = root;
  const upgraded = {
    openapi: '3.0.4',
    ...omit(root, ...onlyInTwo('document'), 'paths'),
    ...servers(root, root.schemes, url),
    ...(isObject(paths)
      ? {
          paths: mapEntries(paths, (item, path) =>
            path.startsWith('x-') ? item : upgradePathItem(item, ['paths', path], context),
          ),
        }
      : {}),
    ...components(context),
  };
  return mapObjects(upgraded, 'document', { schema: upgradeSchema }, origins) as JsonObject;
}
