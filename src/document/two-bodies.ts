import { isObject, type JsonObject, own } from '../json/guards.ts';
import { formatPointer, parsePointer } from '../openapi/pointer.ts';
import type { Path } from '../openapi/walk.ts';
import type { Moves } from './moves.ts';
import type { Origins } from './origin.ts';
import { formBody, formTypes, type Lose, requestBody, upgradeParameter } from './two-parameters.ts';

const DEFAULT_TYPES = ['application/json'];

/** State that is needed everywhere below the root. */
export interface Context {
  readonly root: JsonObject;
  /** The URL of the document, if it is not a file. */
  readonly url: URL | undefined;
  /** Both are empty if the document specifies none: the content then determines what applies. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  readonly moves: Moves;
  readonly origins: Origins;
  readonly lose: Lose;
}

/** The media types in `consumes` or `produces`. An empty list clears that of the document. */
export function types(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.filter((type) => typeof type === 'string') : otherwise;
}

/** The media types of a body: 2.0 does not define a default. */
export function bodyTypes(consumes: readonly string[]): readonly string[] {
  return consumes.length > 0 ? consumes : DEFAULT_TYPES;
}

/** A parameter, with its component if it was a reference to one of `#/parameters`. */
export interface Resolved {
  readonly parameter: JsonObject;
  readonly component?: string;
  readonly index: number;
}

function resolveParameter(value: unknown, index: number, { root }: Context): Resolved | undefined {
  if (!isObject(value)) return undefined;
  if (typeof value.$ref !== 'string') return { parameter: value, index };
  const [group, name, ...rest] = parsePointer(value.$ref);
  const target = name === undefined ? undefined : own(root.parameters, name);
  if (group !== 'parameters' || rest.length > 0 || !isObject(target))
    return { parameter: value, index };
  return { parameter: target, component: name, index };
}

const isBody = ({ parameter }: Resolved): boolean => parameter.in === 'body';
const isForm = ({ parameter }: Resolved): boolean => parameter.in === 'formData';

/** The parameters of a list; what is none is left out. */
export function resolveList(list: unknown, context: Context): Resolved[] {
  if (!Array.isArray(list)) return [];
  return list
    .map((item, index) => resolveParameter(item, index, context))
    .filter((item) => item !== undefined);
}

/** The parameters that stay parameters; `moves` records their new indexes. */
export function plainParameters(list: unknown, path: Path, context: Context): JsonObject {
  if (!Array.isArray(list)) return {};
  const kept = resolveList(list, context).filter((item) => !isBody(item) && !isForm(item));
  const parameters = kept.map(({ parameter, component, index }, now) => {
    const written = list[index] as JsonObject;
    context.moves.add([...path, 'parameters', String(index)], [String(now)]);
    if (component !== undefined) return written;
    const upgraded = upgradeParameter(parameter, String(parameter.in), context.lose);
    context.origins.copied(upgraded, written);
    return upgraded;
  });
  return parameters.length > 0 ? { parameters } : {};
}

/** The request body of an operation: its own, or the one that its path item gives to all. */
export function bodyOf(
  operation: JsonObject,
  shared: readonly Resolved[],
  path: Path,
  context: Context,
): JsonObject {
  const own = resolveList(operation.parameters, context);
  const consumes = types(operation.consumes, context.consumes);
  const body = own.find(isBody) ?? shared.find(isBody);
  if (body) {
    const named = bodyTypes(consumes);
    moveParameter(body, own.includes(body), path, context, ['requestBody']);
    moveParameter(body, own.includes(body), path, context, bodySchema(named), 'schema');
    const sameTypes = named.join() === bodyTypes(context.consumes).join();
    if (body.component !== undefined && sameTypes)
      return { requestBody: { $ref: formatPointer(['parameters', body.component]) } };
    const upgraded = requestBody(body.parameter, named);
    context.origins.copied(upgraded, body.parameter);
    return { requestBody: upgraded };
  }
  const ownNames = new Set(own.filter(isForm).map(({ parameter }) => parameter.name));
  const inherited = shared.filter((item) => isForm(item) && !ownNames.has(item.parameter.name));
  const form = [...inherited, ...own.filter(isForm)];
  if (form.length === 0) return {};
  const fields = form.map(({ parameter }) => parameter);
  const [type = ''] = formTypes(fields, consumes);
  for (const item of form) {
    const field = ['requestBody', ...bodySchema([type]), 'properties', String(item.parameter.name)];
    moveParameter(item, own.includes(item), path, context, field);
  }
  return { requestBody: formBody(fields, consumes, context.lose) };
}

/** The place of a request body's schema. */
function bodySchema([type = '']: readonly string[]): string[] {
  return ['content', type, 'schema'];
}

/**
 * A body or form data parameter, or a member of it, is now in the operation at `path`, even if it was the
 * path item's: if several operations have it, in the first one.
 */
function moveParameter(
  { index }: Resolved,
  isOwn: boolean,
  path: Path,
  { moves }: Context,
  segments: readonly string[],
  member?: string,
): void {
  const holder = [...(isOwn ? path : path.slice(0, -1)), 'parameters', String(index)];
  const at = member === undefined ? holder : [...holder, member];
  if (moves.has(at)) return;
  const method = isOwn ? [] : path.slice(-1);
  if (member === undefined) moves.add(at, [...method, ...segments], 1);
  else moves.add(at, segments);
}
