import { asArray, asObject, entriesOf, isObject, type JsonObject } from '../../json/guards.ts';
import { annotationsOf, type Part } from './annotations.ts';
import { discriminatorValues } from './discriminator.ts';
import { isOnlyNull, Merged, placesOf, type Rank, typesOf } from './merge.ts';
import { mappingRef, type References, type SchemaRef } from './ref.ts';

/** A schema without `$ref` and `allOf`: their targets are merged in. */
export interface FlatSchema {
  readonly schema: JsonObject;
  /** The named schema that this is, perhaps with facts of its own beside it. */
  readonly ref?: SchemaRef;
  /** Every named schema that is merged in, in order of occurrence. */
  readonly bases: readonly SchemaRef[];
  /** Those of which this schema is just an alias, perhaps with remarks. */
  readonly same: ReadonlySet<SchemaRef>;
  /** The title, unless it is that of the named schema. */
  readonly ownTitle?: string;
  /** Titles of unnamed schemas that are merged in with others. */
  readonly partTitles: readonly string[];
  /** True if `null` is allowed besides what `schema` allows. */
  readonly nullable: boolean;
  /** True for the schema `false`, which nothing matches. */
  readonly never: boolean;
  /** Schemas that also apply, but contradict this one or cannot be merged. */
  readonly rest: readonly JsonObject[];
}

/**
 * Resolves `$ref` (with its siblings, JSON Schema 2020-12 core section 8.2.3.1) and `allOf` at the top of a
 * schema, and removes `null` from `oneOf` and `anyOf`. Nested schemas do not change. Circular references end;
 * each named schema is merged once.
 */
export function flattenSchema(schema: unknown, references: References): FlatSchema {
  return new Flattener(references, true).flat(schema);
}

/** The same without the targets of `$ref`s: only the facts beside them. */
export function flattenBeside(schema: unknown, references: References): FlatSchema {
  return new Flattener(references, false).flat(schema);
}

/** Facts of a schema that do not apply to the whole that it is a part of. */
const OWN_ONLY: readonly string[] = ['title', 'example', 'examples'];
/** Facts of a named schema that do not apply to one that extends it. */
const NAMED_ONLY: readonly string[] = ['deprecated', 'xml'];
/** Facts about a schema's place or author, which never apply to one that refers to it. */
const NEVER_MERGED: ReadonlySet<string> = new Set(
  '$schema $id $anchor $dynamicAnchor $defs $comment'.split(' '),
);

/** Keywords that make a schema more than a named one with remarks. */
const STRUCTURAL = (
  'properties patternProperties additionalProperties unevaluatedProperties required items ' +
  'prefixItems oneOf anyOf if dependentSchemas'
).split(' ');

interface Place {
  /** Nothing else contributes to the structure, so the schema's own facts are those of the whole. */
  readonly alone: boolean;
  /** The schema is a named one, or a part of one, that the whole extends or redescribes. */
  readonly named: boolean;
  readonly isPart?: true;
  /** The named schema that it is. */
  readonly self?: SchemaRef;
  readonly rank: Rank;
}

/** A schema's own keywords override those of its `allOf`, which override those of its `$ref`. */
const OF_REF = 0;
const OF_NAMED_MEMBER = 1;
const OF_MEMBER = 2;
const ITSELF = 3;

class Flattener {
  readonly #references: References;
  readonly #follow: boolean;
  readonly #merged = new Merged();
  readonly #parts: Part[] = [];
  readonly #visited = new Map<string, SchemaRef>();
  readonly #same = new Set<SchemaRef>();
  readonly #rest: JsonObject[] = [];
  readonly #descriptions = new Set<string>();
  readonly #partTitles = new Set<string>();
  #ref: SchemaRef | undefined;
  #ownTitle: string | undefined;
  #nullable = false;
  #never = false;

  constructor(references: References, follow: boolean) {
    this.#references = references;
    this.#follow = follow;
  }

  flat(schema: unknown): FlatSchema {
    this.#collect(schema, { alone: true, named: false, rank: [] });
    const { values } = this.#merged;
    // The facts of a named schema are on its page; those of this place are nowhere else.
    if (this.#descriptions.size > 0)
      values.set('description', [...this.#descriptions].join('\n\n'));
    return {
      schema: {
        ...Object.fromEntries(values),
        ...annotationsOf(this.#parts, this.#references.lookUp),
      },
      ...(this.#ref && { ref: this.#ref }),
      bases: [...this.#visited.values()],
      same: this.#same,
      ...(this.#ownTitle !== undefined && { ownTitle: this.#ownTitle }),
      partTitles: [...this.#partTitles],
      nullable: this.#nullable || this.#allowsNull(),
      never: this.#never,
      rest: this.#rest,
    };
  }

  #collect(schema: unknown, place: Place): void {
    const { alone, named, self, rank } = place;
    if (schema === false) this.#never = true;
    if (!isObject(schema) || this.#isKnown(schema)) return;
    const { $ref, allOf, ...beside } = schema;
    const own = new Map(Object.entries(beside));
    const members = [...asArray(allOf), ...this.#takeNullOut(own)];
    this.#dropChildren(own, self);
    const isRef = typeof $ref === 'string';
    const structural = members.filter(isStructural).length + Number(isRef);
    const single = structural === 1 && !isStructural(Object.fromEntries(own));
    this.#merge(own, place);
    // A reference without siblings is the schema itself.
    const isItself = !named && !place.isPart && Object.keys(schema).length === 1;
    if (isRef) this.#enter($ref, alone && single, !isItself, [...rank, OF_REF]);
    const places = placesOf(schema);
    for (const [index, member] of members.entries()) {
      // Siblings of a named schema in allOf narrow it, whatever the order.
      const kind = !places && isBareRef(member) ? OF_NAMED_MEMBER : OF_MEMBER;
      this.#collect(member, {
        alone: alone && (single || !isStructural(member)),
        named,
        isPart: true,
        rank: [...rank, kind, places?.[index] ?? index],
      });
    }
  }

  /**
   * A reference without siblings to a schema that is already merged: common where schemas extend each other.
   */
  #isKnown({ $ref, ...beside }: JsonObject): boolean {
    if (typeof $ref !== 'string' || Object.keys(beside).length > 0) return false;
    return this.#visited.has(this.#references.schemaRef($ref).key);
  }

  #enter($ref: string, alone: boolean, named: boolean, rank: Rank): void {
    const ref = this.#references.schemaRef($ref);
    if (this.#visited.has(ref.key)) return;
    this.#visited.set(ref.key, ref);
    if (alone) {
      this.#ref ??= ref;
      this.#same.add(ref);
    }
    if (this.#follow)
      this.#collect(this.#references.lookUp($ref), { alone, named, self: ref, rank });
  }

  #merge(own: Map<string, unknown>, { alone, named, self, rank }: Place): void {
    for (const keyword of NEVER_MERGED) if (this.#visited.size > 0) own.delete(keyword);
    const [title, description] = [own.get('title'), own.get('description')];
    if (!named && typeof description === 'string') this.#descriptions.add(description);
    if (alone && !self && typeof title === 'string') this.#ownTitle ??= title;
    if (!alone) {
      if (!named && typeof title === 'string') this.#partTitles.add(title);
      for (const keyword of named ? [...OWN_ONLY, ...NAMED_ONLY] : OWN_ONLY) own.delete(keyword);
      if (!own.has('oneOf') && !own.has('anyOf')) own.delete('discriminator');
    }
    const part = { source: Object.fromEntries(own), rank: [...rank, ITSELF] };
    const left = this.#merged.add(part.source, part.rank);
    if (left) this.#rest.push(left);
    if (left !== part.source) this.#parts.push(part);
  }

  /** Removes `null` from a list of choices; a single remaining choice becomes a member of `allOf`. */
  #takeNullOut(own: Map<string, unknown>): unknown[] {
    return ['oneOf', 'anyOf'].flatMap((keyword) => {
      const choices = own.get(keyword);
      if (!Array.isArray(choices) || choices.length === 0) return [];
      const others = choices.filter((choice) => !this.#isNull(choice));
      if (others.length === choices.length && others.length > 1) return [];
      if (others.length === 0) {
        own.delete(keyword);
        return [{ type: 'null' }];
      }
      this.#nullable ||= others.length < choices.length;
      if (others.length > 1) {
        own.set(keyword, others);
        return [];
      }
      own.delete(keyword);
      this.#narrow(own, others[0]);
      return others;
    });
  }

  /** If one choice is left, a discriminator leads to it alone. */
  #narrow(own: Map<string, unknown>, choice: unknown): void {
    const discriminator = own.get('discriminator');
    if (!isObject(discriminator)) return;
    const [value] = discriminatorValues(choice, discriminator, this.#references);
    const mapping = value === undefined ? {} : { [value]: asObject(choice).$ref };
    own.set('discriminator', { ...discriminator, mapping });
  }

  #isNull(schema: unknown): boolean {
    const $ref = isObject(schema) ? schema.$ref : undefined;
    const target = typeof $ref === 'string' ? this.#references.lookUp($ref) : schema;
    return isObject(target) && isOnlyNull(target);
  }

  /**
   * A base schema that lists its children as choices, and children that extend it: in a child, the
   * choices of the base would only lead back to the child (OpenAPI 3.1 section 4.8.25.1).
   */
  #dropChildren(own: Map<string, unknown>, self: SchemaRef | undefined): void {
    const isVisited = (ref: unknown) => {
      if (typeof ref !== 'string') return false;
      const { key } = this.#references.schemaRef(ref);
      return key !== self?.key && this.#visited.has(key);
    };
    const choices = [...asArray(own.get('oneOf')), ...asArray(own.get('anyOf'))];
    const mapping = entriesOf(asObject(own.get('discriminator')).mapping);
    const leadsBack =
      choices.some((choice) => isVisited(asObject(choice).$ref)) ||
      mapping.some(([, target]) => isVisited(mappingRef(target)));
    if (!leadsBack) return;
    for (const keyword of ['oneOf', 'anyOf', 'discriminator']) own.delete(keyword);
  }

  #allowsNull(): boolean {
    const types = typesOf(this.#merged.values.get('type'));
    if (types.length > 0) return types.includes('null');
    const { values } = this.#merged;
    return values.get('const') === null || asArray(values.get('enum')).includes(null);
  }
}

function isBareRef(schema: unknown): boolean {
  return isObject(schema) && typeof schema.$ref === 'string' && Object.keys(schema).length === 1;
}

function isStructural(schema: unknown): boolean {
  if (!isObject(schema)) return schema === false;
  if (typeof schema.$ref === 'string' || asArray(schema.allOf).length > 0) return true;
  return STRUCTURAL.some((keyword) => {
    const value = schema[keyword];
    if (Array.isArray(value)) return value.length > 0;
    return isObject(value) ? Object.keys(value).length > 0 : value !== undefined;
  });
}
