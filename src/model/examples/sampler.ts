import { asArray, inline, type JsonObject } from '../../json/guards.ts';
import type { Json } from '../../openapi/types.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { isValid, validity } from '../schema/schema-check.ts';
import { Budget, countNodes, countOf, MAX_NODES } from './budget.ts';
import { cutTo } from './direction.ts';
import { isAround, type Place, rotated } from './place.ts';
import { sampleArray } from './sample-array.ts';
import { childrenOf, choicesIn, mergedBranches } from './sample-choices.ts';
import { scalarNumber } from './sample-number.ts';
import { sampleObject } from './sample-object.ts';
import { tagged } from './sample-tag.ts';
import { sampleString } from './sample-text.ts';
import { asStatic, isContainer, needsCheck, typeOf } from './sample-type.ts';
import type {
  Amount,
  Count,
  Cut,
  Sample,
  SampleContext,
  SampleOptions,
  Sampling,
} from './sampling.ts';
import { isLedTo, leadsTo } from './wanted.ts';

/** A depth: with the smallest value of all choices. */
export const SMALLEST = -1;
/** Schemas checked for each part of such a value, roughly. */
const CALLS = 4;
const MAX_ROOM = MAX_NODES * CALLS;
/** Enough to decide whether a value is complete. */
const LAST_CHECK = { steps: 20_000, characters: 0 };
/** Guards the call stack against nested choices. */
const MAX_NESTING = 100;

/** One attempt to generate a value. */
export class Sampler implements Sampling {
  readonly context: SampleContext;
  readonly reading: Sampling['reading'];
  readonly looking: Sampling['looking'];
  readonly fields: Sampling['fields'];
  readonly wanted: Sampling['wanted'];
  readonly force: boolean;
  readonly #depth: number;
  #cut: Cut | undefined;
  /** Schemas that may still be checked for the smallest value. */
  #room = MAX_ROOM;

  constructor(
    context: SampleContext,
    { direction, fields = 'all', wanted = new Set() }: SampleOptions,
    budget: Budget,
    depth: number,
    force: boolean,
  ) {
    this.context = { ...context, flatten: (schema) => context.flatten(asStatic(schema)) };
    this.reading = { lookUp: (ref) => context.lookUp(ref), direction, budget, isExample: true };
    this.looking = { ...this.context, budget };
    this.fields = fields;
    this.wanted = wanted;
    this.force = force;
    this.#depth = depth;
  }

  /** The final value. What was cut on the way may not be part of it. */
  finished(value: Json, schema: unknown): Sample {
    const { lookUp, direction } = this.reading;
    const cut = this.#cut;
    const reading = { lookUp, direction, budget: new Budget(LAST_CHECK) };
    return cut && validity(value, schema, reading) !== true ? { value, cut } : { value };
  }

  sample(schema: unknown, place: Place): Json | undefined {
    const { budget } = this.reading;
    const isOver = !budget.spend() || place.nesting > MAX_NESTING;
    if (isOver) this.cutAt(place);
    if (schema === false || (isOver && !this.force)) return undefined;
    if (this.#depth === SMALLEST && this.#room-- <= 0) return undefined;
    const flat = this.context.flatten(schema);
    budget.spend(flat.bases.length);
    if (flat.never) return undefined;
    const given = this.#given(flat.schema, schema, place.variant);
    if (given !== undefined) return given;
    const isWanted = place.isWanted || isLedTo(schema, flat, place, this);
    const isCut = isOver || (!isWanted && this.isCut(flat, place));
    const keys = flat.bases.map(({ key }) => key);
    if (isOver || (isCut && !keys.some((key) => place.own.has(key)))) {
      if (flat.nullable) return null;
      if (this.force && isContainer(flat.schema)) {
        this.cutAt(place);
        return typeOf(flat.schema) === 'array' ? [] : {};
      }
    }
    const value = this.#made(flat, schema, inside(flat, { ...place, isWanted }), isCut);
    return value === undefined && flat.nullable ? null : value;
  }

  /** The values given in the document itself, if they are valid. */
  #given(schema: JsonObject, source: unknown, variant: number): Json | undefined {
    const { direction, budget } = this.reading;
    // They may be of another choice than the one that is wanted.
    const isFree = variant === 0 && !leadsTo(source, this);
    const own = [...asArray(schema.examples), schema.example, schema.default].map((value) =>
      cutTo(direction, value as Json, source, this.looking),
    );
    // Of several values, `null` is the least informative.
    const values = asArray(schema.enum).toSorted((a, b) => Number(a === null) - Number(b === null));
    const candidates = [schema.const, ...(isFree ? own : []), ...rotated(values, variant)];
    return candidates.find(
      (value) =>
        value !== undefined && this.isValid(value, source) && budget.take(inline(value).length),
    ) as Json | undefined;
  }

  /** No check may take everything that is left. */
  isValid(value: unknown, schema: unknown): boolean {
    return isValid(value, schema, { ...this.reading, budget: this.reading.budget.share() });
  }

  isCut(flat: FlatSchema, place: Place): boolean {
    return isAround(flat, place) || (place.depth >= this.#depth && isContainer(flat.schema));
  }

  count(schema: JsonObject, keyword: Count, place: Place): number {
    const asked = schema[keyword];
    const count = countOf(asked);
    if (Number(asked) > count) this.cutAt(place, keyword);
    return count;
  }

  cutAt({ path }: Place, keyword?: Count): void {
    this.#cut ??= { path, ...(keyword && { keyword }) };
  }

  /** The first valid value of all ways to generate one, or else the first one. */
  #made(flat: FlatSchema, source: unknown, place: Place, isCut: boolean): Json | undefined {
    let first: Json | undefined;
    for (const value of this.#ways(flat, place, isCut)) {
      if (value !== undefined && (!needsCheck(flat, source) || this.isValid(value, source)))
        return value;
      first ??= value;
    }
    // An invalid value is only useful if nothing can be valid.
    return this.force || place.depth === 0 ? first : undefined;
  }

  /** Ways to generate a value, likely ones first. Each removes a keyword, so this terminates. */
  *#ways(flat: FlatSchema, place: Place, isCut: boolean): Generator<Json | undefined> {
    const choices = choicesIn(flat, place, isCut, this);
    if (choices) {
      yield* this.#inOrder(choices, place);
      return;
    }
    yield* this.#inOrder(childrenOf(flat, this), place);
    const known = tagged(flat, this.context, this.reading);
    for (const schema of mergedBranches(flat)) yield this.sample(schema, place);
    const amounts: Amount[] = this.fields === 'all' ? ['all'] : ['some', 'all'];
    for (const amount of amounts) {
      if (known) yield this.#simple(known, place, amount);
      const value = this.#simple(flat.schema, place, amount);
      yield value;
      // A required value that was not found would not be found again.
      if (value === undefined && isContainer(flat.schema)) return;
    }
    yield this.#simple(flat.schema, place, 'least');
  }

  /** The values of choices in order; if that was too expensive, the smallest first. */
  *#inOrder(choices: Iterable<JsonObject>, place: Place): Generator<Json | undefined> {
    if (this.#depth !== SMALLEST) {
      for (const choice of choices) yield this.sample(choice, place);
      return;
    }
    const room = this.#room;
    const found: { readonly value: Json; readonly size: number }[] = [];
    for (const choice of choices) {
      const value = this.sample(choice, place);
      if (value !== undefined) found.push({ value, size: countNodes(value) });
      // A value larger than the best one so far is useless.
      this.#room = Math.min(room, ...found.map(({ size }) => size * CALLS));
    }
    this.#room = room;
    for (const { value } of found.toSorted((a, b) => a.size - b.size)) yield value;
  }

  #simple(schema: JsonObject, place: Place, amount: Amount): Json | undefined {
    switch (typeOf(schema)) {
      case 'object':
        return sampleObject(schema, place, amount, this);
      case 'array':
        return sampleArray(schema, place, amount, this);
      case 'string':
        return sampleString(schema, place, this);
      case 'integer':
      case 'number':
        return scalarNumber(schema, place, amount, this.reading);
      case 'boolean':
        return place.variant % 2 === 0;
      default:
        return null;
    }
  }
}

/** The place within the schemas that a flat one consists of. */
function inside({ ref, bases: [base], bases, schema }: FlatSchema, place: Place): Place {
  const keys = bases.map(({ key }) => key);
  const name = ref?.name ?? base?.name;
  return {
    ...place,
    nesting: place.nesting + 1,
    around: new Set([...place.around, ...keys]),
    own: new Set([...place.own, ...keys]),
    ...(name !== undefined && typeOf(schema) === 'object' && { owner: name }),
  };
}
