import { cached } from '../../json/cached.ts';
import { isSame } from '../../json/decimal.ts';
import {
  asArray,
  asObject,
  entriesOf,
  inline,
  isObject,
  type JsonObject,
  stringsOf,
} from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import { jsonText } from '../../json/text.ts';
import type { Json } from '../../openapi/types.ts';
import type { ModelContext } from '../page/context.ts';
import { notationOf } from '../request/serialize.ts';
import type { AppliedContext } from '../schema/applied.ts';
import type { FlatSchema } from '../schema/flatten.ts';
import { isLeftOut } from '../schema/left-out.ts';
import { textOfPattern } from '../schema/pattern.ts';
import type { Direction } from '../schema/schema.ts';
import { isValid, type Reading, validity } from '../schema/schema-check.ts';
import { Budget, countOf, glimpseOf, MOST } from './budget.ts';
import { cutTo } from './direction.ts';
import { sampleNumber, sampleText } from './sample-scalar.ts';
import { mappedChoices, tagged, tagOf } from './sample-tag.ts';
import { asStatic, isContainer, needsCheck, typeOf } from './sample-type.ts';

/** What sampling needs from a page's context. */
export type SampleContext = Pick<
  ModelContext,
  'lookUp' | 'flatten' | 'budget' | 'samples' | 'page'
>;

/** A value generated from a schema. */
export interface Sample {
  readonly value: Json;
  /** Set if the value is less than the schema requires, and therefore not valid. */
  readonly cut?: Cut;
}

/** The first place where a value was cut. */
export interface Cut {
  /** Members and indexes from the value to the place. */
  readonly path: readonly string[];
  /** The keyword that requires more than an example shows; absent if the whole was too much. */
  readonly keyword?: (typeof COUNTS)[number];
}

/** Keywords that require a number of things. */
const COUNTS = ['minLength', 'minItems', 'minContains', 'minProperties'] as const;

/** Depths to try in turn, until the value is short enough for a reader. */
const DEPTHS = [6, 5, 4, 3, 2, 1, 0];
/** Tried after those: with the smallest value of all choices. */
const SMALLEST = -1;
/** Schemas checked for each part of such a value, roughly. */
const CALLS = 4;
const MAX_NODES = 400;
/** Enough to decide whether a value is complete. */
const LAST_CHECK = { steps: 20_000, characters: 0 };
/** Guards the call stack against nested choices. */
const MAX_NESTING = 100;

/**
 * An example generated from a schema, valid against it: the schema's own examples, default, constant or first
 * enum value if they are valid, or else a value based on type, format and constraints. Read-only properties
 * are left out of requests, write-only ones out of responses. Deep and recursive schemas are cut where they
 * allow it (an optional property, an empty list, `null`). If they allow it nowhere, require more than a page
 * can hold or contradict themselves, the value is cut anyway and not valid. Generated once per schema of a
 * page.
 */
export function sampleValue(schema: unknown, context: SampleContext, direction: Direction): Sample {
  if (!isObject(schema)) return makeSample(schema, context, direction);
  const known = cached(context.samples, schema, () => new Map<Direction, Sample>());
  return cached(known, direction, () => makeSample(schema, context, direction));
}

function makeSample(schema: unknown, context: SampleContext, direction: Direction): Sample {
  const budget = context.budget.share();
  // What these attempts have not used goes to the last ones.
  const tries = budget.half();
  for (const depth of [...DEPTHS, SMALLEST]) {
    const part = depth === SMALLEST ? budget.half() : tries.half();
    const sampler = new Sampler(context, direction, part, depth, false);
    const value = sampler.sample(schema, TOP);
    if (value !== undefined && countNodes(value) <= MAX_NODES)
      return sampler.finished(value, schema);
  }
  const sampler = new Sampler(context, direction, budget, 3, true);
  return sampler.finished(sampler.sample(schema, TOP) ?? null, schema);
}

interface Place {
  readonly depth: number;
  /** Schemas that enclose this place, including those of choices and branches. */
  readonly nesting: number;
  /** Keys of the enclosing named schemas. */
  readonly around: ReadonlySet<string>;
  /** Those of them that apply to this very value, such as one that has it as a choice. */
  readonly own: ReadonlySet<string>;
  /** Makes the items of a list differ. */
  readonly variant: number;
  /** Members and indexes from the top. */
  readonly path: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();
const TOP: Place = { depth: 0, nesting: 0, around: NONE, own: NONE, variant: 0, path: [] };

class Sampler {
  readonly #context: SampleContext;
  readonly #reading: Reading & { readonly budget: Budget };
  readonly #looking: AppliedContext;
  readonly #depth: number;
  /** Cut where the schema does not allow it. */
  readonly #force: boolean;
  #cut: Cut | undefined;
  /** Schemas that may still be checked for the smallest value. */
  #room = MAX_NODES * CALLS;

  constructor(
    context: SampleContext,
    direction: Direction,
    budget: Budget,
    depth: number,
    force: boolean,
  ) {
    this.#context = { ...context, flatten: (schema) => context.flatten(asStatic(schema)) };
    this.#reading = { lookUp: (ref) => context.lookUp(ref), direction, budget, isExample: true };
    this.#looking = { ...this.#context, budget };
    this.#depth = depth;
    this.#force = force;
  }

  /** The final value. What was cut on the way may not be part of it. */
  finished(value: Json, schema: unknown): Sample {
    const { lookUp, direction } = this.#reading;
    const cut = this.#cut;
    const reading = { lookUp, direction, budget: new Budget(LAST_CHECK) };
    return cut && validity(value, schema, reading) !== true ? { value, cut } : { value };
  }

  /** A value of the schema, or undefined if none was found. */
  sample(schema: unknown, place: Place): Json | undefined {
    const isOver = !this.#reading.budget.spend() || place.nesting > MAX_NESTING;
    if (isOver) this.#cut ??= { path: place.path };
    if (schema === false || (isOver && !this.#force)) return undefined;
    if (this.#depth === SMALLEST && this.#room-- <= 0) return undefined;
    const flat = this.#context.flatten(schema);
    this.#reading.budget.spend(flat.bases.length);
    if (flat.never) return undefined;
    const given = this.#given(flat.schema, schema, place.variant);
    if (given !== undefined) return given;
    const isCut = isOver || this.#isCut(flat, place);
    const keys = flat.bases.map(({ key }) => key);
    if (isOver || (isCut && !keys.some((key) => place.own.has(key)))) {
      if (flat.nullable) return null;
      if (this.#force && isContainer(flat.schema)) {
        this.#cut ??= { path: place.path };
        return typeOf(flat.schema) === 'array' ? [] : {};
      }
    }
    const inside = {
      ...place,
      nesting: place.nesting + 1,
      around: new Set([...place.around, ...keys]),
      own: new Set([...place.own, ...keys]),
    };
    const value = this.#made(flat, schema, inside, isCut);
    return value === undefined && flat.nullable ? null : value;
  }

  /** The values given in the document itself, if they are valid. */
  #given(schema: JsonObject, source: unknown, variant: number): Json | undefined {
    const own = [...asArray(schema.examples), schema.example, schema.default].map((value) =>
      cutTo(this.#reading.direction, value as Json, source, this.#looking),
    );
    // Of several values, `null` is the least informative.
    const values = asArray(schema.enum).toSorted((a, b) => Number(a === null) - Number(b === null));
    const candidates = [schema.const, ...(variant === 0 ? own : []), ...rotated(values, variant)];
    return candidates.find(
      (value) =>
        value !== undefined &&
        this.#isValid(value, source) &&
        this.#reading.budget.take(inline(value).length),
    ) as Json | undefined;
  }

  /** No check may take everything that is left. */
  #isValid(value: unknown, schema: unknown): boolean {
    return isValid(value, schema, { ...this.#reading, budget: this.#reading.budget.share() });
  }

  #isCut(flat: FlatSchema, place: Place): boolean {
    return (
      flat.bases.some(({ key }) => place.around.has(key)) ||
      (place.depth >= this.#depth && isContainer(flat.schema))
    );
  }

  /** The first valid value of all ways to generate one, or else the first one. */
  #made(flat: FlatSchema, source: unknown, place: Place, isCut: boolean): Json | undefined {
    let first: Json | undefined;
    for (const value of this.#ways(flat, place, isCut)) {
      if (value !== undefined && (!needsCheck(flat, source) || this.#isValid(value, source)))
        return value;
      first ??= value;
    }
    // An invalid value is only useful if nothing can be valid.
    return this.#force || place.depth === 0 ? first : undefined;
  }

  /** Ways to generate a value, likely ones first. Each removes a keyword, so this terminates. */
  *#ways(flat: FlatSchema, place: Place, isCut: boolean): Generator<Json | undefined> {
    const { if: condition, then: yes, else: no, dependentSchemas, ...plain } = flat.schema;
    const keyword = ['oneOf', 'anyOf'].find((name) => asArray(flat.schema[name]).length > 0);
    if (keyword) {
      const choices = this.#choices(keyword, flat, place, isCut);
      yield* this.#inOrder(choices, place);
      return;
    }
    yield* this.#inOrder(this.#children(flat), place);
    const dependents = entriesOf(dependentSchemas).map(([, dependent]) => dependent);
    const branches = condition === undefined ? [[]] : [[condition, yes ?? true], [no ?? true], []];
    const merged =
      condition === undefined && dependents.length === 0
        ? []
        : branches.map((branch) => ({ ...plain, allOf: [...branch, ...dependents, ...flat.rest] }));
    const known = tagged(flat, this.#context, this.#reading);
    for (const schema of merged) yield this.sample(schema, place);
    if (known) yield this.#simple(known, place, true);
    const full = this.#simple(flat.schema, place, true);
    yield full;
    // A required value that was not found would not be found again.
    if (full !== undefined || !isContainer(flat.schema))
      yield this.#simple(flat.schema, place, false);
  }

  /**
   * The schema with one choice of its `oneOf` or `anyOf` merged in, for each choice; then the same with all
   * other choices excluded, for values that would match several of them.
   */
  *#choices(
    keyword: string,
    { schema, rest }: FlatSchema,
    place: Place,
    isCut: boolean,
  ): Generator<JsonObject> {
    const {
      [keyword]: choices,
      discriminator,
      example: _example,
      examples: _examples,
      ...base
    } = schema;
    const options = asArray(choices);
    const weight = (option: unknown): number =>
      isCut ? this.#weight(option, place) : Number(this.#isAround(option, place));
    const ordered = options.toSorted((a, b) => weight(a) - weight(b));
    const merged = rotated(ordered, place.variant).map((option) => ({
      option,
      members: [option, ...tagOf(option, discriminator, this.#reading), ...rest],
    }));
    const { budget } = this.#reading;
    for (const { members } of merged) {
      // Everything beside a choice is merged with it, including the choices of the choice.
      if (!budget.spend(options.length)) return;
      yield { ...base, allOf: members };
    }
    for (const { option, members } of keyword === 'oneOf' ? merged : []) {
      if (!budget.spend(options.length)) return;
      const others = options.filter((other) => other !== option);
      yield { ...base, allOf: [...members, { not: { anyOf: others } }] };
    }
  }

  /** The same for the schemas that extend this one, by its discriminator. */
  *#children({ schema, bases, rest }: FlatSchema): Generator<JsonObject> {
    const { discriminator, example: _example, examples: _examples, ...base } = schema;
    for (const child of mappedChoices({ schema, bases }, this.#context))
      yield { ...base, allOf: [child, ...tagOf(child, discriminator, this.#reading), ...rest] };
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

  /** Whether a choice leads back to a schema that encloses this place: those that terminate come first. */
  #isAround(option: unknown, place: Place): boolean {
    return this.#context.flatten(option).bases.some(({ key }) => place.around.has(key));
  }

  /** How many schemas a choice pulls in: if a value must end soon, small ones come first. */
  #weight(option: unknown, place: Place): number {
    if (this.#isAround(option, place)) return 3;
    const flat = this.#context.flatten(option);
    if (!isContainer(flat.schema)) return 0;
    return stringsOf(flat.schema.required).length === 0 ? 1 : 2;
  }

  #simple(schema: JsonObject, place: Place, all: boolean): Json | undefined {
    switch (typeOf(schema)) {
      case 'object':
        return this.#object(schema, place, all);
      case 'array':
        return this.#array(schema, place);
      case 'string':
        return this.#text(schema, place);
      case 'integer':
        return sampleNumber(schema, true, place.variant);
      case 'number':
        // The other way to generate a number is a fraction, which a choice may require.
        return all
          ? sampleNumber(schema, false, place.variant)
          : sampleNumber({ multipleOf: 0.5, ...schema }, false, place.variant + 1);
      case 'boolean':
        return place.variant % 2 === 0;
      default:
        return null;
    }
  }

  /** How much a keyword requires, as far as an example follows it. */
  #count(schema: JsonObject, keyword: (typeof COUNTS)[number], { path }: Place): number {
    const asked = schema[keyword];
    const count = countOf(asked);
    if (Number(asked) > count) this.#cut ??= { path, keyword };
    return count;
  }

  #text(schema: JsonObject, place: Place): string | undefined {
    const content = this.#content(schema, place);
    if (content !== undefined) return content;
    const isLong = Number(schema.minLength) > this.#count(schema, 'minLength', place);
    const text = sampleText(schema, place.variant, this.#reading);
    if (text === undefined || (!isLong && this.#reading.budget.take(text.length))) return text;
    this.#cut ??= { path: place.path };
    return glimpseOf(text);
  }

  /** A text that contains a value in another notation (JSON Schema 2020-12 validation section 8). */
  #content(schema: JsonObject, place: Place): string | undefined {
    const { contentSchema, contentMediaType = 'application/json', contentEncoding } = schema;
    if (!isObject(contentSchema) || typeof contentMediaType !== 'string') return undefined;
    const value = this.sample(contentSchema, below(place));
    const text = value === undefined ? undefined : contentOf(value, contentMediaType);
    const encoded = text === undefined ? undefined : encodedAs(text, contentEncoding);
    const isFine = encoded !== undefined && this.#isValid(encoded, { ...schema, type: 'string' });
    return isFine && this.#reading.budget.take(encoded.length) ? encoded : undefined;
  }

  #object(schema: JsonObject, place: Place, all: boolean): Json | undefined {
    const members = new Map<string, Json>();
    const required = new Set(stringsOf(schema.required));
    const inside = below(place);
    const declared = new Map<string, unknown>(entriesOf(schema.properties));
    for (const name of required)
      if (!declared.has(name)) declared.set(name, this.#schemaOf(name, schema));
    for (const [name, property] of declared) {
      if (isLeftOut(property, this.#reading)) continue;
      if (!required.has(name) && (!all || this.#isCut(this.#context.flatten(property), inside)))
        continue;
      const value = this.sample(property, within(inside, name));
      if (value !== undefined) members.set(name, value);
      else if (required.has(name) && !this.#force) return undefined;
    }
    this.#addNames(schema, members, inside, all);
    return Object.fromEntries(members);
  }

  /** The schema of a property that is required but not declared. */
  #schemaOf(name: string, schema: JsonObject): unknown {
    const found = entriesOf(schema.patternProperties).find(([pattern]) =>
      isValid(name, { pattern }, this.#reading),
    );
    return found ? found[1] : (schema.additionalProperties ?? true);
  }

  /** Members with invented names: a map shows one, `minProperties` may require more. */
  #addNames(schema: JsonObject, members: Map<string, Json>, place: Place, all: boolean): void {
    const [pattern, patterned] = entriesOf(schema.patternProperties)[0] ?? [];
    const additional = patterned ?? schema.additionalProperties;
    const min = this.#count(schema, 'minProperties', place);
    const shows =
      all && members.size === 0 && isObject(additional) && Object.keys(additional).length > 0;
    const wanted = Math.max(
      min,
      shows && !this.#isCut(this.#context.flatten(additional), place) ? 1 : 0,
    );
    for (let variant = 0; members.size < wanted && variant < wanted + 5; variant++) {
      const name = this.#nameOf(schema, pattern, variant);
      const value =
        name === undefined
          ? undefined
          : this.sample(additional ?? true, { ...within(place, name), variant });
      if (name !== undefined && value !== undefined && !members.has(name)) members.set(name, value);
    }
  }

  #nameOf(schema: JsonObject, pattern: string | undefined, variant: number): string | undefined {
    if (pattern !== undefined) return textOfPattern(pattern, 1, 100, variant);
    if (schema.propertyNames === undefined) return `property${variant + 1}`;
    const name = this.sample(
      { allOf: [{ type: 'string' }, schema.propertyNames] },
      { ...TOP, depth: 30, variant },
    );
    return typeof name === 'string' ? name : undefined;
  }

  #array(schema: JsonObject, place: Place): Json | undefined {
    const { items = true, contains } = schema;
    const prefix = asArray(schema.prefixItems);
    const min = this.#count(schema, 'minItems', place);
    const max = isNumber(schema.maxItems) ? Number(schema.maxItems) : Number.POSITIVE_INFINITY;
    const inside = below(place);
    const flat = this.#context.flatten(items);
    const shows =
      prefix.length > 0 ? prefix.length : items === false || this.#isCut(flat, inside) ? 0 : 1;
    const length = Math.min(Math.max(min, shows), max, MOST);
    const needed =
      contains === undefined ? 0 : this.#count({ minContains: 1, ...schema }, 'minContains', place);
    const list: Json[] = [];
    for (
      let variant = 0;
      list.length < Math.max(length, needed) && variant < length + needed + 20;
      variant++
    ) {
      const index = list.length;
      const rest =
        index < needed + prefix.length && contains !== undefined
          ? { allOf: [items, contains] }
          : items;
      const differs = schema.uniqueItems === true ? variant : place.variant;
      const item = this.sample(index < prefix.length ? prefix[index] : rest, {
        ...within(inside, String(index)),
        variant: differs,
      });
      const isWanted = schema.uniqueItems !== true || !list.some((other) => isSame(other, item));
      if (item !== undefined && isWanted) list.push(item);
    }
    return list.length >= min || this.#force ? list : undefined;
  }
}

function below(place: Place): Place {
  return { ...place, depth: place.depth + 1, own: NONE };
}

function within(place: Place, member: string): Place {
  return { ...place, path: [...place.path, member] };
}

/** A value as the content of a text; undefined for media types other than JSON. */
function contentOf(value: Json, mediaType: string): string | undefined {
  return notationOf(mediaType) === 'json' ? jsonText(value) : undefined;
}

/** A text in its `contentEncoding`; undefined for rare ones. */
function encodedAs(text: string, encoding: unknown): string | undefined {
  if (encoding === undefined) return text;
  if (encoding !== 'base64' && encoding !== 'base64url') return undefined;
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  return encoding === 'base64'
    ? encoded
    : encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

function countNodes(value: Json): number {
  const children =
    isObject(value) || Array.isArray(value)
      ? Object.values(asObject(value)).concat(asArray(value))
      : [];
  return children.reduce<number>((sum, child) => sum + countNodes(child as Json), 1);
}
