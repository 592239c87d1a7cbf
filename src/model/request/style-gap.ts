import {
  asObject,
  asString,
  entriesOf,
  isObject,
  type JsonObject,
  own,
} from '../../json/guards.ts';
import type { ParameterLocation } from '../../openapi/types.ts';
import type { ModelContext } from '../page/context.ts';
import { typesBesideNull } from '../schema/merge.ts';

/** Why no version of OpenAPI defines how a value is serialized. */
export type StyleGap =
  /** A list or object that contains lists or objects. */
  | 'nested'
  /** `explode` has a value that the style does not support. */
  | 'explode'
  /** The style is for values of another type. */
  | 'type'
  /** The style is for parameters in another location. */
  | 'place';

type Shape = 'array' | 'object' | 'scalar';

/**
 * The locations, types and values of `explode` that a style supports (OpenAPI 3.1 section 4.8.12.2.1, "Style
 * Values").
 */
const STYLES: Readonly<
  Record<string, { places: readonly string[]; shapes: readonly Shape[]; explode?: boolean }>
> = {
  matrix: { places: ['path'], shapes: ['scalar', 'array', 'object'] },
  label: { places: ['path'], shapes: ['scalar', 'array', 'object'] },
  simple: { places: ['path', 'header'], shapes: ['scalar', 'array', 'object'] },
  form: { places: ['query', 'cookie'], shapes: ['scalar', 'array', 'object'] },
  cookie: { places: ['cookie'], shapes: ['scalar', 'array', 'object'] },
  spaceDelimited: { places: ['query'], shapes: ['array', 'object'], explode: false },
  pipeDelimited: { places: ['query'], shapes: ['array', 'object'], explode: false },
  deepObject: { places: ['query'], shapes: ['object'], explode: true },
};

/**
 * Why OpenAPI does not define how the value of a parameter, or of a part of a form with a style, is
 * serialized; undefined if it does, or if the schema does not say what the value is.
 *
 * @param holder The Parameter Object, or the Encoding Object of a form.
 * @param place The parameter's location; `query` for a member of a form, as section 4.8.15 specifies.
 */
export function styleGap(
  holder: JsonObject,
  place: ParameterLocation,
  schema: unknown,
  context: Pick<ModelContext, 'flatten'>,
): StyleGap | undefined {
  const style = styleName(holder, place);
  const known = Object.hasOwn(STYLES, style) ? STYLES[style] : undefined;
  if (!known || place === 'querystring') return undefined;
  if (!known.places.includes(place)) return 'place';
  const shape = shapeOf(schema, context);
  if (shape === undefined) return undefined;
  if (!known.shapes.includes(shape)) return 'type';
  const isExploded = typeof holder.explode === 'boolean' && holder.explode !== known.explode;
  if (known.explode !== undefined && isExploded) return 'explode';
  return membersOf(schema, context).some((member) => isNested(member, context))
    ? 'nested'
    : undefined;
}

/** The style of a parameter, or else the default of its location. */
export function styleName({ style }: JsonObject, place: ParameterLocation): string {
  return asString(style) ?? (place === 'path' || place === 'header' ? 'simple' : 'form');
}

/** `styleGap` for the member of a form. Without `style` and `explode` it is serialized by its media type. */
export function formStyleGap(
  name: string,
  encoding: unknown,
  form: unknown,
  context: Pick<ModelContext, 'flatten'>,
): StyleGap | undefined {
  const { style, explode } = asObject(encoding);
  if (style === undefined && explode === undefined) return undefined;
  const schema = own(context.flatten(form).schema.properties, name);
  return styleGap(asObject(encoding), 'query', schema, context);
}

/** The shape of a value; undefined if it may have several. */
export function shapeOf(
  schema: unknown,
  context: Pick<ModelContext, 'flatten'>,
): Shape | undefined {
  const flat = context.flatten(schema).schema;
  const types = typesBesideNull(flat.type);
  const shapes = new Set(
    types.map((type): Shape => (type === 'array' || type === 'object' ? type : 'scalar')),
  );
  if (shapes.size === 1) return [...shapes][0];
  if (types.length > 0) return undefined;
  if (isObject(flat.properties)) return 'object';
  return isObject(flat.items) ? 'array' : undefined;
}

/** The schemas of the contents of a list or object, as far as they are sent. */
function membersOf(schema: unknown, context: Pick<ModelContext, 'flatten'>): unknown[] {
  const { items, properties, additionalProperties } = context.flatten(schema).schema;
  return [items, additionalProperties, ...entriesOf(properties).map(([, member]) => member)].filter(
    (member) => isObject(member) && context.flatten(member).schema.readOnly !== true,
  );
}

/** A nested list is defined if OpenAPI 2.0 has given it a format. */
function isNested(schema: unknown, context: Pick<ModelContext, 'flatten'>): boolean {
  const shape = shapeOf(schema, context);
  const isGiven = own(asObject(schema), 'x-collectionFormat') !== undefined;
  return !isGiven && (shape === 'array' || shape === 'object');
}
