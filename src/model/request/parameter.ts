import { asArray, asString, defined, entriesOf, type JsonObject, own } from '../../json/guards.ts';
import type { ParameterLocation } from '../../openapi/types.ts';
import type { ListOption } from '../../slices/slice.ts';
import { parameterExamples } from '../examples/example.ts';
import { segmentsOf } from '../page/anchor.ts';
import type { ModelContext } from '../page/context.ts';
import { badgesOf, extensionsOf } from '../page/extension.ts';
import { fieldHistory } from '../page/field-history.ts';
import { inOrder } from '../page/order.ts';
import { pathValueSource, type ValueSource, valueSource } from '../page/value-source.ts';
import type { Say, WordId } from '../page/words.ts';
import type { Constraint, Direction, SchemaNode } from '../schema/schema.ts';
import { buildSchema } from '../schema/schema-node.ts';
import type { ExampleModel } from './media-type.ts';
import { severalValues } from './several-values.ts';
import { styleGap, styleName } from './style-gap.ts';

/** A parameter or a header, OpenAPI 3.1 sections 4.8.12 and 4.8.21. */
export interface ParameterModel {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** CommonMark source. */
  readonly description?: string;
  /** Stable id on the page: `query-page_size`, `response-200-header-x-rate-limit`. */
  readonly anchor: string;
  readonly schema: SchemaNode;
  /** Set if the parameter is described by `content`. */
  readonly mediaType?: string;
  /**
   * How the value is serialized: style, explode, allowReserved and allowEmptyValue, if not by default, and what
   * several values look like.
   */
  readonly serialization: readonly Constraint[];
  readonly examples: readonly ExampleModel[];
  readonly extensions: readonly Constraint[];
  /** Set if many operations have it: what it is for. */
  readonly common?: ListOption | 'other';
  /** Where readers find its values, if it identifies something. */
  readonly source?: ValueSource;
}

export interface ParameterGroup {
  readonly in: ParameterLocation;
  /** `Path parameters`. */
  readonly title: string;
  readonly parameters: readonly ParameterModel[];
}

/** The locations of parameters in display order. */
const TITLES: Readonly<Record<ParameterLocation, WordId>> = {
  path: 'ref.pathParameters',
  query: 'ref.queryParameters',
  querystring: 'ref.queryString',
  header: 'ref.headerParameters',
  cookie: 'ref.cookieParameters',
};

/**
 * The parameters of an operation by location. Lists come from the outside in: the path item's, then the
 * operation's; of those with the same name and location, the last one counts (OpenAPI 3.1 section 4.8.9).
 * `anchor` is a prefix of all anchors; it is empty except in a callback.
 */
export function buildParameters(
  lists: readonly unknown[],
  context: ModelContext,
  anchor = '',
): ParameterGroup[] {
  const found = new Map<string, JsonObject>();
  for (const value of lists.flatMap(asArray)) {
    const parameter = context.resolve(value);
    if (parameter && asString(parameter.name) && Object.hasOwn(TITLES, String(parameter.in)))
      found.set(JSON.stringify([parameter.in, parameter.name]), parameter);
  }
  const places = Object.keys(TITLES) as ParameterLocation[];
  return places.flatMap((place) => {
    const here = [...found.values()].filter((parameter) => parameter.in === place);
    const segments = segmentsOf(here.map(({ name }) => String(name)));
    const parameters = here.map((parameter) => {
      const name = String(parameter.name);
      const id = context.anchors.claim(anchor, place, segments.get(name) ?? '');
      const one = buildOne(parameter, { name, place, context, anchor: id, direction: 'request' });
      const common = anchor === '' && place === 'query' && own(context.page.commonParameters, name);
      return common ? { ...one, common: common as ListOption } : one;
    });
    if (parameters.length === 0) return [];
    const ordered = inOrder(parameters, context, 'request');
    return [{ in: place, title: context.say(TITLES[place]), parameters: ordered }];
  });
}

/**
 * The headers of a response or of a part of a form (OpenAPI 3.1 section 4.8.21), with the prefix of their
 * anchors.
 */
export function buildHeaders(
  headers: unknown,
  context: ModelContext,
  anchor: string,
  direction: Direction = 'response',
): ParameterModel[] {
  const entries = entriesOf(headers);
  const segments = segmentsOf(entries.map(([name]) => name));
  return entries.flatMap(([name, value]) => {
    const header = context.resolve(value);
    if (!header) return [];
    const id = context.anchors.claim(anchor, 'header', segments.get(name) ?? '');
    return [buildOne(header, { name, place: 'header', context, anchor: id, direction })];
  });
}

interface Named {
  readonly name: string;
  readonly place: ParameterLocation;
  readonly context: ModelContext;
  readonly anchor: string;
  readonly direction: Direction;
}

function buildOne(
  value: JsonObject,
  { name, place, context, anchor, direction }: Named,
): ParameterModel {
  const [mediaType, content] = entriesOf(value.content)[0] ?? [];
  const schema = mediaType === undefined ? value.schema : context.resolve(content)?.schema;
  const serialization = mediaType === undefined ? serializationOf(value, place, context.say) : [];
  // Readers need not know how received values are serialized.
  if (mediaType === undefined && direction === 'request' && styleGap(value, place, schema, context))
    serialization.push({ label: context.say('ref.undefinedStyle') });
  const several =
    mediaType === undefined && direction === 'request'
      ? severalValues({ ...value, name }, place, schema, context)
      : undefined;
  const written =
    several === undefined ? [] : [{ label: context.say('ref.severalValues'), value: several }];
  return {
    name,
    in: place,
    required: value.required === true || (place === 'path' && direction === 'request'),
    deprecated: value.deprecated === true,
    anchor,
    schema: withMarks(
      buildSchema(schema, { context, direction, anchorPrefix: anchor }),
      badgesOf(value),
      fieldHistory(value, context.say),
    ),
    serialization: [...serialization, ...written],
    extensions: extensionsOf(value, context),
    examples: parameterExamples({ ...value, name, in: place }, context, serialization.length > 0),
    ...defined({
      description: asString(value.description),
      mediaType,
      source:
        direction !== 'request'
          ? undefined
          : place === 'path'
            ? pathValueSource(name, context)
            : valueSource(name, schema, context),
    }),
  };
}

/** The schema of a parameter, with the marks of the parameter itself. */
function withMarks(
  schema: SchemaNode,
  badges: readonly string[],
  history: readonly string[],
): SchemaNode {
  return {
    ...schema,
    ...(badges.length > 0 && { badges: [...badges, ...(schema.badges ?? [])] }),
    ...(history.length > 0 && { history: [...new Set([...history, ...(schema.history ?? [])])] }),
  };
}

/** How a value is serialized, if not by default. */
function serializationOf(value: JsonObject, place: ParameterLocation, say: Say): Constraint[] {
  const style = styleName(value, place);
  const explodes = style === 'form' || style === 'cookie';
  const constraints: Constraint[] = [];
  if (style !== styleName({}, place)) constraints.push({ label: 'style', value: style });
  if (typeof value.explode === 'boolean' && value.explode !== explodes)
    constraints.push({ label: 'explode', value: String(value.explode) });
  const collectionFormat = asString(value['x-collectionFormat']);
  if (collectionFormat) constraints.push({ label: 'collectionFormat', value: collectionFormat });
  if (value.allowReserved === true) constraints.push({ label: say('ref.allowReserved') });
  if (value.allowEmptyValue === true) constraints.push({ label: say('ref.allowEmptyValue') });
  return constraints;
}
