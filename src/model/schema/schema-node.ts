import {
  asArray,
  asObject,
  defined,
  entriesOf,
  isObject,
  own,
  stringsOf,
} from '../../json/guards.ts';
import { SPLIT_FROM } from '../../openapi/split-from.ts';
import { cutTo } from '../examples/direction.ts';
import { kebabSegmentOf, segmentsOf } from '../page/anchor.ts';
import type { ModelContext } from '../page/context.ts';
import { inOrder } from '../page/order.ts';
import { valueSource } from '../page/value-source.ts';
import { type Say, sayInEnglish } from '../page/words.ts';
import { choicesOf } from './choice.ts';
import type { FlatSchema } from './flatten.ts';
import { isPlainMap, keysOf, saysPropertyNames } from './map-keys.ts';
import { partsOf } from './part.ts';
import type { SchemaRef } from './ref.ts';
import type {
  Choice,
  Direction,
  PropertyNode,
  SchemaLink,
  SchemaNode,
  SchemaPart,
  SchemaPlace,
} from './schema.ts';
import { factsOf } from './schema-facts.ts';
import { sizeOf } from './size.ts';
import { isSmall } from './small.ts';
import { flatTypeName, kindsOf, orNull } from './type-name.ts';

/** Named schemas deeper than this in a body are linked; readers get lost further down. */
export const MAX_DEPTH = 8;
/** Named schemas are linked once a body has this many properties: about a dozen screens. */
export const MAX_PROPERTIES = 600;

/** Where the anchors of the values of a map begin: they are kept, whatever the keys are called. */
const ANY_KEY = 'property name*';

export interface SchemaOptions {
  readonly context: ModelContext;
  readonly direction: Direction;
  /** Anchor of the schema's parent, which prefixes those of its properties. */
  readonly anchorPrefix: string;
  /** Id of the element that shows the schema, if not the same. */
  readonly shownAt?: string;
}

/**
 * The model of a schema. Each named schema is shown once, at its shallowest place; where it repeats or
 * contains itself, where a body is too deep or too wide, or if the page has no room left, there is a link.
 * The cost therefore depends on what is shown, however connected the schemas are. Never throws.
 */
export function buildSchema(schema: unknown, options: SchemaOptions): SchemaNode {
  return new Section(options).build(schema);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Place {
  readonly path: string;
  /** The innermost element with an id around the schema. */
  readonly shown: SchemaPlace;
  readonly depth: number;
  /** Keys of the enclosing named schemas. */
  readonly around: ReadonlySet<string>;
}

interface Layers {
  /** The schema, then, for an array, its items, their items ... */
  readonly flats: readonly FlatSchema[];
  /** The same as in the document. */
  readonly sources: readonly unknown[];
  readonly link?: SchemaLink;
  readonly around: ReadonlySet<string>;
}

class Section {
  readonly #context: ModelContext;
  readonly #direction: Direction;
  readonly #root: Place;
  /** Where each named schema is shown, by its key. */
  readonly #drawn = new Map<string, SchemaPlace>();
  /** Nodes to be filled in. First in, first out: schemas nearer to the top come first. */
  readonly #queue: (() => void)[] = [];
  #properties = 0;

  constructor({ context, direction, anchorPrefix: path, shownAt = path }: SchemaOptions) {
    this.#context = context;
    this.#direction = direction;
    this.#root = { path, shown: { id: shownAt, trail: [] }, depth: 0, around: new Set() };
  }

  build(schema: unknown): SchemaNode {
    const root = this.#node(schema, this.#root);
    // The loop also processes what is added meanwhile.
    for (const fill of this.#queue) fill();
    return root;
  }

  #node(schema: unknown, place: Place): Mutable<SchemaNode> {
    const { flats, sources, link, around } = this.#layers(schema, place);
    const named = flats.find((flat) => flat.ref)?.ref;
    const looking = { ...this.#context, budget: this.#context.schemaBudget };
    const { title, ...facts } = factsOf(flats, this.#context.say, (value, layer) =>
      cutTo(this.#direction, value, sources[layer], looking),
    );
    // A named schema's title is on its page; the facts beside the reference are shown here.
    const ref = link ? undefined : flats[0]?.ref;
    const own = ref && this.#context.schemaHref(ref) ? flats[0]?.ownTitle : title;
    const bases = link ? [] : this.#bases(flats);
    const node: Mutable<SchemaNode> = {
      type: link ? linkType(flats, link, this.#context.say) : typeOf(flats, this.#context),
      ...(named && { ref: defined({ name: named.name, href: this.#context.schemaHref(named) }) }),
      ...(link && { link }),
      bases,
      ...(bases.length > 0 && flats.every(isAlias) && { isAlias: true }),
      partTitles: flats.flatMap((flat) => flat.partTitles),
      ...facts,
      ...(own !== undefined && own !== ref?.name && { title: own }),
      properties: [],
      omitted: [],
      parts: [],
    };
    this.#queue.push(() => this.#fill(node, flats, { ...place, depth: place.depth + 1, around }));
    return node;
  }

  /** The named schemas that are merged in, except those in the type. */
  #bases(flats: readonly FlatSchema[]): SchemaNode['bases'] {
    const own = new Set(flats.flatMap(({ ref }) => ref?.key ?? []));
    const bases = flats.flatMap((flat) => flat.bases).filter(({ key }) => !own.has(key));
    return [...new Map(bases.map((base) => [base.key, base])).values()].map((base) =>
      defined({ name: base.name, href: this.#context.schemaHref(base) }),
    );
  }

  /** Walks from an array down to its items, and decides what is shown and what is linked. */
  #layers(schema: unknown, { depth, around, shown }: Place): Layers {
    const flats: FlatSchema[] = [];
    const sources: unknown[] = [];
    const passed = new Set(around);
    let current = schema;
    for (;;) {
      sources.push(current);
      const flat = this.#context.flatten(current);
      const link = this.#linkFor(flat, { depth, around: passed, shown });
      if (link) {
        flats.push(this.#context.flattenBeside(current));
        return { flats, sources, link, around: passed };
      }
      for (const base of flat.bases) passed.add(base.key);
      flats.push(flat);
      if (!hoistsItems(flat)) return { flats, sources, around: passed };
      current = flat.schema.items;
    }
  }

  /** The link that replaces a schema here, or undefined if the schema is to be shown. */
  #linkFor(
    flat: FlatSchema,
    { depth, around, shown }: Omit<Place, 'path'>,
  ): SchemaLink | undefined {
    const { $dynamicRef } = flat.schema;
    if (typeof $dynamicRef === 'string')
      return this.#link(this.#context.schemaRef($dynamicRef), 'recursive');
    const hasRoom = this.#context.schemaRoom.take(sizeOf(flat.schema));
    if (flat.ref && depth > 0 && isSplit(flat.ref, this.#context))
      return this.#link(flat.ref, 'deep');
    if (flat.bases.length === 0 || (hasRoom && isSmall(flat, this.#context))) return undefined;
    const full = !hasRoom || depth >= MAX_DEPTH || this.#properties >= MAX_PROPERTIES;
    if (flat.ref) {
      const { key } = flat.ref;
      if (this.#drawn.has(key))
        return this.#link(flat.ref, around.has(key) ? 'recursive' : 'repeated');
      if (full && this.#context.schemaHref(flat.ref)) return this.#link(flat.ref, 'deep');
      this.#drawn.set(key, shown);
    } else {
      // It extends named schemas, so only the enclosing schemas reveal that it repeats.
      const again = flat.bases.find((base) => around.has(base.key));
      if (again) return this.#link(again, 'recursive');
      const [first] = flat.bases;
      const base = flat.bases.find((one) => this.#context.schemaHref(one)) ?? first;
      if (full && base) return this.#link(base, 'deep');
    }
    // Counted when decided, not when shown: a wide level must not exceed the budget.
    this.#properties += Object.keys(asObject(flat.schema.properties)).length;
    return undefined;
  }

  #link(ref: SchemaRef, reason: SchemaLink['reason']): SchemaLink {
    const href = this.#context.schemaHref(ref);
    const shown = reason === 'deep' ? undefined : this.#drawn.get(ref.key);
    return { name: ref.name, reason, ...defined({ href, shown }) };
  }

  #fill(node: Mutable<SchemaNode>, flats: readonly FlatSchema[], place: Place): void {
    const flat = flats.at(-1);
    if (!flat) return;
    const { shown, omitted } = this.#split(flat.schema.properties);
    const required = new Set(stringsOf(flat.schema.required));
    node.omitted = omitted;
    const patterns = entriesOf(flat.schema.patternProperties);
    // From all siblings, so that an anchor is the same in a request and a response.
    const names = [...entriesOf(flat.schema.properties), ...patterns].map(([name]) => name);
    const segments = segmentsOf([...names, ANY_KEY]);
    const property = (
      own: Pick<PropertyNode, 'name' | 'kind' | 'required'>,
      schema: unknown,
      anchorName = own.name,
    ): PropertyNode => {
      const anchor = this.#context.anchors.claim(place.path, segments.get(anchorName) ?? '');
      this.#context.sources.set(anchor, schema);
      const isSent = this.#direction === 'request' && own.kind === 'property';
      const source = isSent ? valueSource(own.name, schema, this.#context) : undefined;
      const node = this.#node(schema, within(place, anchor, own.name));
      return { ...own, anchor, schema: node, ...defined({ source }) };
    };
    const named = shown.map(([name, schema]) =>
      property({ name, kind: 'property', required: required.has(name) }, schema),
    );
    node.properties = [
      ...inOrder(named, this.#context, this.#direction),
      ...patterns.map(([name, schema]) =>
        property({ name, kind: 'pattern', required: false }, schema),
      ),
      ...(isPlainMap(flat, this.#context)
        ? []
        : otherProperties(flat.schema.additionalProperties)
      ).map((schema) => {
        const name = keysOf(flat.schema, this.#context) ?? this.#context.say('ref.anyKey');
        return property({ name, kind: 'any', required: false }, schema, ANY_KEY);
      }),
    ];
    const choices = this.#choices(flat, place);
    if (choices) node.choices = choices;
    node.parts = flats.flatMap((layer, index) =>
      this.#parts(layer, index < flats.length - 1, place),
    );
  }

  /**
   * Requests lack read-only properties, responses write-only ones; OpenAPI 3.0 section 4.7.24, 3.1 by JSON
   * Schema.
   */
  #split(properties: unknown): { shown: [string, unknown][]; omitted: string[] } {
    const keyword = { request: 'readOnly', response: 'writeOnly', both: undefined }[
      this.#direction
    ];
    const isOmitted = ([, schema]: [string, unknown]) =>
      keyword !== undefined && this.#context.flatten(schema).schema[keyword] === true;
    const entries = entriesOf(properties);
    return {
      shown: entries.filter((entry) => !isOmitted(entry)),
      omitted: entries.filter(isOmitted).map(([name]) => name),
    };
  }

  #choices(flat: FlatSchema, place: Place): SchemaNode['choices'] {
    const choices = choicesOf(flat, this.#context);
    if (!choices) return undefined;
    const options = choices.options.map(({ label, anchorName, values, ...choice }): Choice => {
      const { isDefault, schema } = choice;
      const anchor = this.#context.anchors.claim(place.path, kebabSegmentOf(anchorName));
      this.#context.sources.set(anchor, schema);
      const node = this.#node(schema, within(place, anchor, label));
      return { label, values, ...(isDefault && { isDefault }), anchor, schema: node };
    });
    return { ...choices, options };
  }

  #parts(flat: FlatSchema, hoisted: boolean, place: Place): SchemaPart[] {
    const isSaid = saysPropertyNames(flat.schema, this.#context);
    const parts = partsOf(flat.schema, flat.rest, hoisted).filter(
      ({ word }) => !(isSaid && word === 'ref.part.propertyNames'),
    );
    return parts.map(({ word, values, schema }) => {
      const anchorName = kebabSegmentOf(sayInEnglish(word, values));
      const path = this.#context.anchors.claim(place.path, anchorName);
      const label = this.#context.say(word, values);
      return { label, schema: this.#node(schema, { ...place, path }) };
    });
  }
}

/** A place inside of another one. */
function within(place: Place, anchor: string, name: string): Place {
  return { ...place, path: anchor, shown: { id: anchor, trail: [...place.shown.trail, name] } };
}

/** Whether all named schemas merged into one are aliases of each other, and nothing is added. */
function isAlias({ bases, same }: FlatSchema): boolean {
  return bases.every((base) => same.has(base));
}

/** True if a schema is just an array, so that its items can be shown in its place. */
function hoistsItems({ schema }: FlatSchema): boolean {
  if (!isObject(schema.items) || Object.keys(asObject(schema.properties)).length > 0) return false;
  if ([schema.prefixItems, schema.oneOf, schema.anyOf].some((list) => asArray(list).length > 0))
    return false;
  return kindsOf(schema).includes('array');
}

/** Whether a named schema is a part of a larger one, which has no room for it. */
function isSplit({ component = '' }: SchemaRef, { document }: ModelContext): boolean {
  return own(own(document.components?.schemas, component), SPLIT_FROM) !== undefined;
}

function otherProperties(schema: unknown): unknown[] {
  return schema === true || isObject(schema) ? [schema] : [];
}

function typeOf(flats: readonly FlatSchema[], context: ModelContext): string {
  return flats[0] ? flatTypeName(flats[0], context) : context.say('ref.type.any');
}

/** The type of a linked schema: always contains the link's name. */
function linkType(flats: readonly FlatSchema[], link: SchemaLink, say: Say): string {
  const words = flats.slice(1).reduce((type) => say('ref.type.arrayOf', { type }), link.name);
  return flats[0]?.nullable ? orNull(words, say) : words;
}
