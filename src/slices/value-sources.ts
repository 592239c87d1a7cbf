import { append } from '../json/append.ts';
import { cached } from '../json/cached.ts';
import { asArray, asString, entriesOf, type JsonObject } from '../json/guards.ts';
import { type KeyType, keyTypesOf, VALUES_FROM } from '../openapi/key-type.ts';
import { wordSet } from '../openapi/name-words.ts';
import { eachObject } from '../openapi/walk.ts';
import { listedItem } from './list-body.ts';
import { parametersOf } from './operation-parts.ts';
import { linkTo } from './page-link.ts';
import type { Plan, PlannedPage } from './plan.ts';
import type { References, Unit } from './reach.ts';
import { extendedBy } from './schema-fields.ts';
import type { PageInfo } from './slice.ts';
import { nounOf } from './titles/placeholders.ts';

/** Names of properties that identify what has them, alone or after its own name. */
const KEYS = wordSet('guid id pk uid uuid');

/** Words at the end of a name that say that it refers to something. */
const REFERS = wordSet('guid guids id ids pk pks ref refs uid uids uuid uuids');

/** A list of things. */
interface Collection {
  readonly page: PlannedPage;
  /** What it lists, in the singular: `email stage`. */
  readonly noun: readonly string[];
  /** The types of values that identify one. */
  readonly types: ReadonlySet<KeyType>;
}

/** A property of what is listed whose values identify it. */
interface Key {
  readonly name: string;
  readonly types: readonly KeyType[];
  /** Whether its name says so, and not only its schema. */
  readonly isNamed: boolean;
}

/** A property or a parameter that may identify something. */
interface Reference {
  readonly name: string;
  readonly types: readonly KeyType[];
  /** The operation that its author names. */
  readonly from?: PlannedPage;
}

/**
 * Where readers find the values of parameters and properties that identify something: with the operation that lists
 * such things. For a parameter of a path, that is the one at the path before it, `/users` of `/users/{id}`. For other
 * names, such as `authorization_flow`, it lists what the name ends with, and identifies it by values of the same type,
 * unless the author of the document names another one with `x-values-from`. The property with the values is named only
 * if no other one may be meant.
 */
export class ValueSources {
  readonly #plan: Plan;
  readonly #references: References;
  readonly #byId = new Map<string, PlannedPage>();
  readonly #byPath = new Map<string, PlannedPage>();
  /** By the last word of what is listed; those with fewer words come first. */
  readonly #collections = new Map<string, Collection[]>();
  readonly #properties = new Map<Unit, readonly Reference[]>();
  readonly #found = new Map<string, PlannedPage | undefined>();

  constructor(operations: readonly PlannedPage[], plan: Plan, references: References) {
    this.#plan = plan;
    this.#references = references;
    for (const page of operations) {
      const { path = '', method, operation } = page;
      if (operation?.operationId !== undefined) this.#byId.set(operation.operationId, page);
      const isList = page.kind === 'operation' && method === 'get' && !/\}\/?$/.test(path);
      const item = isList && listedItem(operation?.responses, references);
      if (!item || operation?.deprecated) continue;
      this.#byPath.set(withoutSlash(path), page);
      const noun = nounOf(path, plan.phrases);
      const types = new Set(this.#keysOf(item, noun).flatMap((key) => key.types));
      if (types.size > 0) append(this.#collections, noun.at(-1) ?? '', { page, noun, types });
    }
    // Of several lists of the same, the one with the shortest path is not about a part of them.
    const pathLength = ({ page }: Collection): number => page.path?.length ?? 0;
    for (const list of this.#collections.values())
      list.sort((a, b) => a.noun.length - b.noun.length || pathLength(a) - pathLength(b));
  }

  /** Those of an operation, and the links to them. */
  of(page: PlannedPage): Pick<PageInfo, 'valueSources' | 'operations'> {
    if (page.kind !== 'operation') return {};
    const inPath = this.#pathReferences(page).map(
      ({ reference, before }) =>
        [
          `path ${reference.name}`,
          this.#byPath.get(withoutSlash(before)),
          reference,
          reference.name,
        ] as const,
    );
    const references = this.#referencesIn(page);
    const named = references.flatMap((reference) =>
      reference.types.map(
        (type) =>
          [
            `${type} ${reference.name}`,
            reference.from ?? this.#sourceOf(reference.name, type),
            { ...reference, types: [type] },
          ] as const,
      ),
    );
    // What an author says counts for the name on the whole page.
    const given = named.filter(([, , { from }]) => from !== undefined);
    const found = new Map(
      [...inPath, ...named, ...given].flatMap(([key, source, reference, own]) =>
        source === undefined || source === page ? [] : [[key, { source, reference, own }]],
      ),
    );
    if (found.size === 0) return {};
    return {
      valueSources: Object.fromEntries(
        Array.from(found, ([key, { source, reference, own }]) => {
          const property = this.#propertyOf(source, reference, own);
          return [key, property === undefined ? [source.id] : [source.id, property]];
        }),
      ),
      operations: [...new Set(Array.from(found.values(), ({ source }) => source))].map(linkTo),
    };
  }

  /** The parameters of a path that are whole segments. */
  #pathReferences({ path = '', operation, item }: PlannedPage) {
    const parameters = parametersOf(operation, item, this.#references);
    return parametersIn(path).map(({ name, before }) => {
      const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
      const types = this.#typesOf(this.#references.resolve(parameter?.schema));
      return { reference: { name, types }, before };
    });
  }

  /** The properties by which a listed item is identified. */
  #keysOf(item: unknown, noun: readonly string[]): Key[] {
    const { phrases } = this.#plan;
    return this.#propertiesOf(item).flatMap(([name, schema]) => {
      const words = phrases.split(name);
      const isNamed = KEYS.has(words.at(-1) ?? '') && endsWith(noun, words.slice(0, -1));
      const isKey = isNamed || (schema.readOnly === true && schema.format === 'uuid');
      return isKey ? [{ name, types: keyTypesOf(schema), isNamed }] : [];
    });
  }

  #propertiesOf(item: unknown): (readonly [name: string, schema: JsonObject])[] {
    return extendedBy(item, this.#references)
      .flatMap(({ properties }) => entriesOf(properties))
      .map(([name, value]) => [name, this.#references.resolve(value)]);
  }

  /**
   * The property of what an operation lists that has the values of a reference, undefined unless it is certain: one of
   * this name, or else the only one that identifies it by a value of the same type.
   *
   * @param own The name, for a parameter of the path: the property of this name is what it is about.
   */
  #propertyOf({ path = '', operation }: PlannedPage, { name, types }: Reference, own?: string) {
    const item = listedItem(operation?.responses, this.#references);
    const fits = (other: readonly KeyType[]): boolean => types.some((type) => other.includes(type));
    const isOwn = this.#propertiesOf(item).some(
      ([other, schema]) => other === own && fits(keyTypesOf(schema)),
    );
    if (isOwn) return own;
    const keys = this.#keysOf(item, nounOf(path, this.#plan.phrases)).filter((key) =>
      fits(key.types),
    );
    const best = keys.some(({ isNamed }) => isNamed) ? keys.filter(({ isNamed }) => isNamed) : keys;
    const [only, ...others] = new Set(best.map((key) => key.name));
    return others.length === 0 ? only : best.find((key) => key.name === name)?.name;
  }

  /** The list whose things have most words of a name, and fewest others. */
  #sourceOf(name: string, type: KeyType): PlannedPage | undefined {
    return cached(this.#found, `${type} ${name}`, () => {
      const { phrases } = this.#plan;
      const all = phrases.split(name);
      const end = all.findLastIndex((word) => !REFERS.has(word)) + 1;
      // Most texts identify nothing, whatever their names.
      if (type === 'string' && end === all.length) return undefined;
      const words = phrases.singular(all.slice(0, end));
      // `property_mappings_group` is about mappings.
      if (words.slice(0, -1).some((word) => phrases.isPlural([word]))) return undefined;
      const fits = (this.#collections.get(words.at(-1) ?? '') ?? []).flatMap((collection) => {
        const shared = sharedWords(words, collection.noun);
        const isWhole = shared === words.length && shared === collection.noun.length;
        const isFit = collection.types.has(type) && (type === 'string' ? isWhole : shared > 0);
        return isFit ? [{ collection, shared }] : [];
      });
      const [best] = fits.sort((a, b) => b.shared - a.shared);
      return best?.collection.page;
    });
  }

  /** What an operation sends that may identify something, in its query, headers and body. */
  #referencesIn({ operation, item }: PlannedPage): Reference[] {
    const body = this.#references.resolve(operation?.requestBody);
    const units = this.#references.reach(this.#references.directOf(body));
    return [
      ...parametersOf(operation, item, this.#references)
        .filter((parameter) => parameter.in !== 'path')
        .flatMap(({ name, schema }) => this.#referenceOf(asString(name) ?? '', schema)),
      ...entriesOf(body.content).flatMap(([, media]) =>
        this.#propertiesIn(this.#references.resolve(media).schema),
      ),
      ...Array.from(units, (unit) =>
        cached(this.#properties, unit, () => this.#propertiesIn(this.#references.valueOf(unit))),
      ).flat(),
    ];
  }

  #propertiesIn(schema: unknown): Reference[] {
    const found: Reference[] = [];
    eachObject(schema, 'schema', ({ properties }) => {
      for (const [name, value] of entriesOf(properties))
        found.push(...this.#referenceOf(name, value));
    });
    return found;
  }

  #referenceOf(name: string, value: unknown): Reference[] {
    const schema = this.#references.resolve(value);
    const one = schema.items === undefined ? schema : this.#references.resolve(schema.items);
    const types = this.#typesOf(one);
    if (types.length === 0 || schema.readOnly === true) return [];
    const from = this.#byId.get(asString(schema[VALUES_FROM] ?? one[VALUES_FROM]) ?? '');
    return [{ name, types, ...(from && { from }) }];
  }

  /** The types of a value, or of its choices. */
  #typesOf(schema: JsonObject): KeyType[] {
    const choices = [...asArray(schema.anyOf), ...asArray(schema.oneOf)];
    return [schema, ...choices.map((choice) => this.#references.resolve(choice))].flatMap(
      keyTypesOf,
    );
  }
}

/** The names of parameters of a path that are whole segments, with the path before each. */
function parametersIn(path: string): { readonly name: string; readonly before: string }[] {
  const parts = path.split('/');
  return parts.flatMap((part, at) => {
    const name = /^\{([^{}]+)\}$/.exec(part)?.[1];
    return name === undefined ? [] : [{ name, before: parts.slice(0, at).join('/') }];
  });
}

/** Paths with and without a slash at the end are the same. */
function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  return end.every((word, at) => words[words.length - end.length + at] === word);
}

/**
 * How many words a name has in common with what a list is of: all of one of them, in order, with the last one of both.
 * `authorization_flow` is a `flow`, and `device_group` a `device access group`; others share none.
 */
function sharedWords(name: readonly string[], noun: readonly string[]): number {
  const [few, many] = name.length < noun.length ? [name, noun] : [noun, name];
  if (few === noun) return endsWith(name, noun) ? noun.length : 0;
  let at = -1;
  const isWithin = few.every((word) => {
    at = many.indexOf(word, at + 1);
    return at >= 0;
  });
  return isWithin && at === many.length - 1 ? few.length : 0;
}
