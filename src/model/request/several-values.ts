import { asArray, asObject, entriesOf, type JsonObject } from '../../json/guards.ts';
import type { ParameterLocation } from '../../openapi/types.ts';
import type { ModelContext } from '../page/context.ts';
import { typesBesideNull } from '../schema/merge.ts';
import { writtenParameter } from './parameter-value.ts';
import { shapeOf, styleGap } from './style-gap.ts';

/** Values of the types that have no literal of their own, for the first and the second item of a list. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  integer: [1, 2],
  number: [1.5, 2.5],
  boolean: [true, false],
};
const TEXTS = ['a', 'b'];

/** A longer one is not read as a pattern. */
const MAX_LENGTH = 120;

/**
 * How a parameter is sent that takes a list or an object, which readers cannot know from its type:
 * `tag=a&tag=b`, `tag=a,b` or `filter[name]=a` (OpenAPI 3.1 section 4.8.12.4).
 *
 * @returns `undefined` for any other parameter, and where OpenAPI does not define it.
 */
export function severalValues(
  parameter: JsonObject,
  place: ParameterLocation,
  schema: unknown,
  context: ModelContext,
): string | undefined {
  if (styleGap(parameter, place, schema, context)) return undefined;
  const value = patternValue(schema, context);
  if (value === undefined) return undefined;
  // Brackets are percent-encoded in requests. Servers read both, and people only these.
  const text = writtenParameter(value, parameter, place)
    .replaceAll('%5B', '[')
    .replaceAll('%5D', ']');
  return text.length <= MAX_LENGTH ? text : undefined;
}

function patternValue(schema: unknown, context: ModelContext): unknown {
  const { items, properties, maxItems } = context.flatten(schema).schema;
  const shape = shapeOf(schema, context);
  if (shape === 'array') {
    // Lists of lists have forms of OpenAPI 2.0 only, which the facts beside this one name.
    const isNested = shapeOf(items, context) === 'array';
    return maxItems === 1 || isNested ? undefined : twoOf(items, context);
  }
  if (shape !== 'object') return undefined;
  const members = entriesOf(properties).slice(0, 2);
  return members.length > 0
    ? Object.fromEntries(
        members.map(([name, member], index) => [name, twoOf(member, context)[index]]),
      )
    : undefined;
}

/** Two values that a schema allows; those of an enumeration, if it has two. */
function twoOf(schema: unknown, context: ModelContext): readonly unknown[] {
  const flat = asObject(context.flatten(schema).schema);
  const listed = asArray(flat.enum).filter((value) => value !== null);
  if (listed.length > 1) return listed.slice(0, 2);
  return VALUES[typesBesideNull(flat.type)[0] ?? ''] ?? TEXTS;
}
