import { entriesOf, type JsonObject, stringsOf } from '../../json/guards.ts';
import type { Json } from '../../openapi/types.ts';
import { isLeftOut } from '../schema/left-out.ts';
import { isValid } from '../schema/schema-check.ts';
import { isIdentifier } from './identifier.ts';
import { below, member, type Place } from './place.ts';
import { addNames } from './sample-map.ts';
import { followChoices } from './sample-siblings.ts';
import { isContainer, typeOf } from './sample-type.ts';
import type { Amount, Sampling } from './sampling.ts';

/** An object with its properties; undefined if a required one was not found. */
export function sampleObject(
  schema: JsonObject,
  place: Place,
  amount: Amount,
  sampling: Sampling,
): Json | undefined {
  const { context, reading, wanted, force } = sampling;
  const members = new Map<string, Json>();
  const required = new Set(stringsOf(schema.required));
  const inside = below(place);
  const declared = new Map<string, unknown>(entriesOf(schema.properties));
  for (const name of required)
    if (!declared.has(name)) declared.set(name, schemaOf(name, schema, sampling));
  const sent = [...declared].filter(([, property]) => !isLeftOut(property, reading));
  const isThere = ([name, property]: readonly [string, unknown]): boolean =>
    required.has(name) ||
    (amount !== 'least' && wanted.has(property)) ||
    (amount === 'all' && !sampling.isCut(context.flatten(property), inside));
  for (const one of sent.filter(isThere)) {
    const [name, property] = one;
    const value = sampling.sample(property, member(inside, name));
    if (value !== undefined) members.set(name, value);
    else if (required.has(name) && !force) return undefined;
  }
  if (amount === 'some') addSome(schema, members, place, sent, sampling);
  addNames(schema, members, inside, amount, sampling);
  followChoices(members, declared, sampling);
  return inOrder(members, declared);
}

/** In the order of the schema. */
function inOrder(members: ReadonlyMap<string, Json>, declared: ReadonlyMap<string, unknown>): Json {
  const first = [...declared.keys()].filter((name) => members.has(name));
  const names = new Set([...first, ...members.keys()]);
  return Object.fromEntries([...names].map((name) => [name, members.get(name) as Json]));
}

/**
 * Optional properties if an object has too few: `minProperties` may require some; and one without any shows what could
 * be sent. Nothing else is invented that would have to exist, such as the id of another thing.
 */
function addSome(
  schema: JsonObject,
  members: Map<string, Json>,
  place: Place,
  sent: readonly (readonly [string, unknown])[],
  sampling: Sampling,
): void {
  const min = sampling.count(schema, 'minProperties', place);
  const isEmpty = place.isWhole && sampling.reading.direction === 'request';
  if (members.size >= Math.max(min, isEmpty ? 1 : 0)) return;
  const ranked = sent.flatMap(([name, property]) =>
    members.has(name) ? [] : [{ name, property, rank: rankOf(name, property, sampling) }],
  );
  for (const { name, property, rank } of ranked.toSorted((a, b) => a.rank - b.rank)) {
    const isWanted = members.size < min || (isEmpty && members.size === 0 && rank < REFERENCE);
    if (!isWanted || sampling.isCut(sampling.context.flatten(property), below(place))) continue;
    // If it has to be an object, that one shows something, too.
    const inside = { ...member(below(place), name), isWhole: isEmpty };
    const value = sampling.sample(property, inside);
    if (value !== undefined) members.set(name, value);
  }
}

const REFERENCE = 4;

/** Properties that a reader can change without harm, and see the effect. */
const SHOWN = /^(?:(?:display|full|first)_?)?name$|^(?:title|label|description|summary|comment)$/i;

/** Which optional property shows best what can be sent: what is shown to people comes first, then texts and the like. */
function rankOf(name: string, property: unknown, { context }: Sampling): number {
  const { schema } = context.flatten(property);
  if (isIdentifier(name, schema, context)) return REFERENCE;
  if (isContainer(schema)) return 3;
  if (['integer', 'number'].includes(typeOf(schema) ?? 'null')) return 2;
  return SHOWN.test(name) ? 0 : 1;
}

/** The schema of a property that is required but not declared. */
function schemaOf(name: string, schema: JsonObject, { reading }: Sampling): unknown {
  const found = entriesOf(schema.patternProperties).find(([pattern]) =>
    isValid(name, { pattern }, reading),
  );
  return found ? found[1] : (schema.additionalProperties ?? true);
}
