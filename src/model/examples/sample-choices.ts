import { asArray, entriesOf, type JsonObject, stringsOf } from '../../json/guards.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { isAround, type Place, rotated } from './place.ts';
import { mappedChoices, tagOf } from './sample-tag.ts';
import { isContainer } from './sample-type.ts';
import type { Sampling } from './sampling.ts';
import { isWantedRef } from './wanted.ts';

/**
 * The schema with one choice of its `oneOf` or `anyOf` merged in, for each choice, the wanted one first; then the same
 * with all other choices excluded, for values that would match several of them. Undefined if it has none.
 */
export function choicesIn(
  flat: FlatSchema,
  place: Place,
  isCut: boolean,
  sampling: Sampling,
): Iterable<JsonObject> | undefined {
  const keyword = ['oneOf', 'anyOf'].find((name) => asArray(flat.schema[name]).length > 0);
  return keyword === undefined ? undefined : choices(keyword, flat, place, isCut, sampling);
}

function* choices(
  keyword: string,
  { schema, rest }: FlatSchema,
  place: Place,
  isCut: boolean,
  sampling: Sampling,
): Generator<JsonObject> {
  const {
    [keyword]: listed,
    discriminator,
    example: _example,
    examples: _examples,
    ...base
  } = schema;
  const { reading, wanted } = sampling;
  const options = asArray(listed);
  const weights = new Map(
    options.map((option) => [option, weightOf(option, place, isCut, sampling)]),
  );
  const weight = (option: unknown): number => weights.get(option) ?? 0;
  const ordered = rotated(
    options.toSorted((a, b) => weight(a) - weight(b)),
    place.variant,
  );
  const merged = first(ordered, (option) => wanted.has(option)).map((option) => ({
    option,
    members: [option, ...tagOf(option, discriminator, reading), ...rest],
  }));
  for (const { members } of merged) {
    // Everything beside a choice is merged with it, including the choices of the choice.
    if (!reading.budget.spend(options.length)) return;
    yield { ...base, allOf: members };
  }
  for (const { option, members } of keyword === 'oneOf' ? merged : []) {
    if (!reading.budget.spend(options.length)) return;
    const others = options.filter((other) => other !== option);
    yield { ...base, allOf: [...members, { not: { anyOf: others } }] };
  }
}

/** The same for the schemas that extend this one, by its discriminator. */
export function* childrenOf(
  { schema, bases, rest }: FlatSchema,
  sampling: Sampling,
): Generator<JsonObject> {
  const { context, reading } = sampling;
  const { discriminator, example: _example, examples: _examples, ...base } = schema;
  const children = mappedChoices({ schema, bases }, context);
  for (const child of first(children, (child) => isWantedRef(child, sampling)))
    yield { ...base, allOf: [child, ...tagOf(child, discriminator, reading), ...rest] };
}

/** The schema with each of the branches of its conditions. */
export function mergedBranches({ schema, rest }: FlatSchema): JsonObject[] {
  const { if: condition, then: yes, else: no, dependentSchemas, ...plain } = schema;
  const dependents = entriesOf(dependentSchemas).map(([, dependent]) => dependent);
  if (condition === undefined && dependents.length === 0) return [];
  const branches = condition === undefined ? [[]] : [[condition, yes ?? true], [no ?? true], []];
  return branches.map((branch) => ({ ...plain, allOf: [...branch, ...dependents, ...rest] }));
}

/**
 * Choices that lead back to a schema around this place come last. If a value must end soon, so do those that pull in
 * many schemas.
 */
function weightOf(option: unknown, place: Place, isCut: boolean, { context }: Sampling): number {
  const flat = context.flatten(option);
  if (isAround(flat, place)) return 3;
  if (!isCut || !isContainer(flat.schema)) return 0;
  return stringsOf(flat.schema.required).length === 0 ? 1 : 2;
}

function first<T>(list: readonly T[], isFirst: (one: T) => boolean): T[] {
  return list.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}
