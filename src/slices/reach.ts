import { cached } from '../json/cached.ts';
import { defined, entriesOf, isObject } from '../json/guards.ts';
import { fromEntriesInOrder } from '../json/key-order.ts';
import { isData, isMap } from '../openapi/fields.ts';
import { formatPointer, parsePointer, unescapeSegment, valueAt } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import { eachObject } from '../openapi/walk.ts';

/**
 * A part of a document that a slice takes as a whole, by the segments of its JSON pointer:
 * `components/schemas/User`, `paths/~1users`, `definitions/User`.
 */
export type Unit = string;

/** A unit that something refers to. */
interface Edge {
  readonly unit: Unit;
  /** `base`: a named schema extends it by `allOf`. `choice`: the discriminator of a named schema leads to it. */
  readonly as: 'value' | 'base' | 'choice';
}

/**
 * The units of a document that a value refers to, directly and indirectly.
 *
 * References are `$ref`s, and discriminator mappings by pointer and by bare name. Values of examples,
 * defaults, enums and constants are data, not references.
 */
export class References {
  readonly #document: Document;
  readonly #edges = new Map<Unit, readonly Edge[]>();
  readonly #values = new Map<Unit, unknown>();
  readonly #targets = new Map<string, Unit | undefined>();
  readonly #anchors: ReadonlyMap<string, Unit>;

  constructor(document: Document) {
    this.#document = document;
    this.#anchors = anchorsOf(document);
  }

  /** Units that a value directly refers to, in order of occurrence. */
  directOf(value: unknown): Unit[] {
    const found: Edge[] = [];
    this.#collect(value, found);
    return [...new Set(found.map(({ unit }) => unit))];
  }

  /** All units reached from some, including themselves. */
  reach(units: Iterable<Unit>): Set<Unit> {
    return this.#reach(Array.from(units, (unit) => ({ unit, as: 'value' })));
  }

  /** All units reached from one, including itself only if it is reached again. */
  reachedBy(unit: Unit): Set<Unit> {
    return this.#reach([...this.#edgesOf(unit)]);
  }

  /**
   * A schema that extends another needs that one, but not all others that extend it: the discriminator of a
   * base is only followed if the base itself is a value.
   */
  #reach(edges: Edge[]): Set<Unit> {
    const reached = new Map<Unit, boolean>();
    // Iterating an array also visits what is added meanwhile.
    for (const { unit, as } of edges) {
      const isValue = as !== 'base';
      const before = reached.get(unit);
      if (before === true || before === isValue) continue;
      reached.set(unit, isValue);
      for (const edge of this.#edgesOf(unit)) if (isValue || edge.as !== 'choice') edges.push(edge);
    }
    return new Set(reached.keys());
  }

  /** The units that a unit directly refers to. */
  #edgesOf(unit: Unit): readonly Edge[] {
    return cached(this.#edges, unit, () => {
      const found: Edge[] = [];
      const value = this.valueOf(unit);
      if (schemaNameOf(unit) !== undefined && isObject(value)) this.#collectSchema(value, found);
      else this.#collect(value, found);
      return [...new Map(found.map((edge) => [`${edge.as} ${edge.unit}`, edge])).values()];
    });
  }

  /** A unit among others: its discriminator leads to no further ones. */
  valueAmong(unit: Unit, units: ReadonlySet<Unit>): unknown {
    const value = this.valueOf(unit);
    const discriminator = isObject(value) ? value.discriminator : undefined;
    if (!isObject(value) || !isObject(discriminator)) return value;
    const isThere = (target: unknown): boolean => {
      const found = this.#targetOf(target);
      return found === undefined || units.has(found);
    };
    const { mapping, defaultMapping, ...rest } = discriminator;
    const targets = entriesOf(mapping);
    const left = targets.filter(([, target]) => isThere(target));
    if (left.length === targets.length && isThere(defaultMapping)) return value;
    return {
      ...value,
      discriminator: {
        ...rest,
        mapping: fromEntriesInOrder(left),
        ...(isThere(defaultMapping) && defined({ defaultMapping })),
      },
    };
  }

  valueOf(unit: Unit): unknown {
    return cached(this.#values, unit, () => valueAt(this.#document, segmentsOf(unit)));
  }

  /**
   * An object, or the target of its `$ref` (OpenAPI 3.1 section 4.8.23), also through others; an empty one
   * for anything else.
   */
  resolve(value: unknown): Record<string, unknown> {
    const seen = new Set<string>();
    let current = value;
    while (isObject(current) && typeof current.$ref === 'string') {
      if (seen.has(current.$ref) || !current.$ref.startsWith('#/')) return {};
      seen.add(current.$ref);
      current = valueAt(this.#document, parsePointer(current.$ref));
    }
    return isObject(current) ? current : {};
  }

  /** A named schema: the bases and the targets of its discriminator are distinguished from the rest. */
  #collectSchema(schema: Record<string, unknown>, found: Edge[]): void {
    for (const [key, child] of Object.entries(schema)) {
      if (key === 'discriminator') this.#collectMapping(child, found, 'choice');
      else if (key !== 'allOf' || !Array.isArray(child)) this.#collect({ [key]: child }, found);
      else for (const member of child) this.#collectMember(member, found);
    }
  }

  #collectMember(member: unknown, found: Edge[]): void {
    const { $ref, ...beside } = isObject(member) ? member : {};
    if (typeof $ref === 'string') this.#add($ref, found, 'base');
    this.#collect(typeof $ref === 'string' ? beside : member, found);
  }

  /** @param named Whether the keys of `value` are names that the author chose, not keywords. */
  #collect(value: unknown, found: Edge[], named = false): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#collect(item, found);
      return;
    }
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (named) this.#collect(child, found);
      else if (typeof child === 'string') {
        if (key === '$ref' || key === '$dynamicRef') this.#add(child, found, 'value');
      } else if (key === 'discriminator') this.#collectMapping(child, found, 'value');
      else if (!isData(key, child)) this.#collect(child, found, isMap(key));
    }
  }

  #collectMapping(discriminator: unknown, found: Edge[], as: Edge['as']): void {
    if (!isObject(discriminator)) return;
    const targets = entriesOf(discriminator.mapping).map(([, target]) => target);
    for (const target of [...targets, discriminator.defaultMapping]) {
      const unit = this.#targetOf(target);
      if (unit !== undefined) found.push({ unit, as });
    }
  }

  /** The unit for a discriminator's name or reference (OpenAPI 3.1 section 4.8.25). */
  #targetOf(target: unknown): Unit | undefined {
    if (typeof target !== 'string') return undefined;
    return cached(this.#targets, target, () => {
      const byName = unitOfSchema(target);
      return this.valueOf(byName) === undefined ? this.#unitAt(target) : byName;
    });
  }

  #add(ref: string, found: Edge[], as: Edge['as']): void {
    const unit = this.#unitAt(ref);
    if (unit !== undefined) found.push({ unit, as });
  }

  #unitAt(ref: string): Unit | undefined {
    const unit = this.#anchors.get(ref) ?? unitOf(ref);
    return unit !== undefined && this.valueOf(unit) !== undefined ? unit : undefined;
  }
}

/**
 * The unit that a local reference points into: a component, a path item, or the child of another
 * top-level field.
 */
export function unitOf(ref: string): Unit | undefined {
  if (!ref.startsWith('#/')) return undefined;
  const segments = parsePointer(ref);
  return unitAt(segments.slice(0, segments[0] === 'components' ? 3 : 2));
}

/** The unit of a schema component, by name. */
export function unitOfSchema(name: string): Unit {
  return unitAt(['components', 'schemas', name]);
}

function unitAt(segments: readonly string[]): Unit {
  return formatPointer(segments).slice(2);
}

/** Name of the schema component of a unit, if it is one. */
export function schemaNameOf(unit: Unit): string | undefined {
  const [top, type, name] = unit.split('/');
  return top === 'components' && type === 'schemas' && name !== undefined
    ? unescapeSegment(name)
    : undefined;
}

/** The names that lead to a unit, or along a pointer's path. */
export function segmentsOf(unit: Unit): string[] {
  return unit.split('/').map(unescapeSegment);
}

/** `#name` of each `$anchor` and `$dynamicAnchor` in a schema component. */
function anchorsOf(document: Document): Map<string, Unit> {
  const anchors = new Map<string, Unit>();
  for (const [name, schema] of entriesOf(document.components?.schemas)) {
    const unit = unitOfSchema(name);
    eachObject(schema, 'schema', ({ $anchor, $dynamicAnchor }) => {
      for (const anchor of [$anchor, $dynamicAnchor])
        if (typeof anchor === 'string' && !anchors.has(`#${anchor}`))
          anchors.set(`#${anchor}`, unit);
    });
  }
  return anchors;
}
