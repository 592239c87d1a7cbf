import type { Document } from '../document/openapi.ts';
import { entriesOf, isObject, pointerOf } from './guards.ts';

/**
 * A part of a document that a slice takes as a whole, by the segments of its JSON pointer:
 * `components/schemas/User`, `paths/~1users`, `definitions/User`.
 */
export type Unit = string;

/**
 * Which units of a document a value refers to, directly and through others.
 *
 * References are `$ref`s, and discriminator mappings by pointer and by bare name. Values of examples,
 * defaults, enums and constants are data, not references.
 */
export class References {
  readonly #document: Document;
  readonly #direct = new Map<Unit, readonly Unit[]>();
  readonly #values = new Map<Unit, unknown>();
  readonly #anchors: ReadonlyMap<string, Unit>;

  constructor(document: Document) {
    this.#document = document;
    this.#anchors = anchorsOf(document);
  }

  /** Units that a value refers to itself, in the order of their occurrence. */
  directOf(value: unknown): Unit[] {
    const found = new Set<Unit>();
    this.#collect(value, found);
    return [...found];
  }

  /** Units that a unit refers to itself. */
  directOfUnit(unit: Unit): readonly Unit[] {
    let direct = this.#direct.get(unit);
    if (!direct) {
      direct = this.directOf(this.valueOf(unit));
      this.#direct.set(unit, direct);
    }
    return direct;
  }

  /** All units that are reached from some, themselves included. */
  reach(units: Iterable<Unit>): Set<Unit> {
    const reached = new Set<Unit>(units);
    // A Set's iteration goes on over what is added to it meanwhile.
    for (const unit of reached) {
      for (const next of this.directOfUnit(unit)) reached.add(next);
    }
    return reached;
  }

  valueOf(unit: Unit): unknown {
    if (!this.#values.has(unit)) this.#values.set(unit, this.#lookUp(unit));
    return this.#values.get(unit);
  }

  /**
   * An object, or what its `$ref` leads to (OpenAPI 3.1 section 4.8.23), also by way of others; an empty
   * one for anything else.
   */
  resolve(value: unknown): Record<string, unknown> {
    const seen = new Set<string>();
    let current = value;
    while (isObject(current) && typeof current.$ref === 'string') {
      if (seen.has(current.$ref) || !current.$ref.startsWith('#/')) return {};
      seen.add(current.$ref);
      current = this.#lookUp(decodedRef(current.$ref.slice(2)));
    }
    return isObject(current) ? current : {};
  }

  #lookUp(path: string): unknown {
    let value: unknown = this.#document;
    for (const segment of segmentsOf(path)) {
      const isIndex = Array.isArray(value) && /^\d+$/.test(segment);
      if (!(isObject(value) || isIndex) || !Object.hasOwn(value as object, segment))
        return undefined;
      value = (value as Record<string, unknown>)[segment];
    }
    return value;
  }

  /** @param named Whether the keys of `value` are names that the author chose, not keywords. */
  #collect(value: unknown, found: Set<Unit>, named = false): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#collect(item, found);
      return;
    }
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (named) this.#collect(child, found);
      else if (typeof child === 'string') {
        if (key === '$ref' || key === '$dynamicRef') this.#add(child, found);
      } else if (key === 'discriminator') this.#collectMapping(child, found);
      else if (!isData(key, child)) this.#collect(child, found, MAPS.has(key));
    }
  }

  #collectMapping(discriminator: unknown, found: Set<Unit>): void {
    if (!isObject(discriminator)) return;
    const targets = [
      ...entriesOf(discriminator.mapping).map(([, target]) => target),
      discriminator.defaultMapping,
    ];
    for (const target of targets) {
      if (typeof target !== 'string') continue;
      const byName = pointerOf('components', 'schemas', target);
      this.#add(this.valueOf(byName.slice(2)) === undefined ? target : byName, found);
    }
  }

  #add(ref: string, found: Set<Unit>): void {
    const unit = this.#anchors.get(ref) ?? unitOf(ref);
    if (unit !== undefined && this.valueOf(unit) !== undefined) found.add(unit);
  }
}

/**
 * The unit that a local reference points into: a component, a path item, or the child of another
 * top-level field.
 */
export function unitOf(ref: string): Unit | undefined {
  if (!ref.startsWith('#/')) return undefined;
  const segments = decodedRef(ref.slice(2)).split('/');
  return segments.slice(0, segments[0] === 'components' ? 3 : 2).join('/');
}

/** Name of the schema component that a unit is, if it is one. */
export function schemaNameOf(unit: Unit): string | undefined {
  const [top, type, name] = unit.split('/');
  return top === 'components' && type === 'schemas' && name !== undefined
    ? unescapeSegment(name)
    : undefined;
}

/** The names that lead to a unit, or along the path of a pointer. */
export function segmentsOf(unit: Unit): string[] {
  return unit.split('/').map(unescapeSegment);
}

export function unescapeSegment(segment: string): string {
  return segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
}

/** A reference without its percent-encoding (RFC 3986 section 2.1), or as it is where that is broken. */
export function decodedRef(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Keywords whose objects have names for keys: a property may be called `example`, or `$ref`. */
export const MAPS: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'],
  ...[
    'paths',
    'webhooks',
    'pathItems',
    'additionalOperations',
    'callbacks',
    'responses',
    'headers',
  ],
  ...[
    'content',
    'encoding',
    'examples',
    'links',
    'schemas',
    'parameters',
    'requestBodies',
    'variables',
  ],
]);

const DATA = new Set(['example', 'default', 'const', 'enum', 'value', 'dataValue']);

/** Whether a keyword's value is data of the API's users, in which `$ref` means nothing. */
export function isData(key: string, value: unknown): boolean {
  // A plain list is a schema's `examples`; an object holds Example Objects.
  return DATA.has(key) || (key === 'examples' && Array.isArray(value));
}

/** `#name` of each `$anchor` and `$dynamicAnchor` in a schema component. */
function anchorsOf(document: Document): Map<string, Unit> {
  const anchors = new Map<string, Unit>();
  for (const [name, schema] of entriesOf(document.components?.schemas)) {
    const unit = pointerOf('components', 'schemas', name).slice(2);
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      if (!isObject(value)) return;
      for (const key of ['$anchor', '$dynamicAnchor']) {
        const anchor = value[key];
        if (typeof anchor === 'string' && !anchors.has(`#${anchor}`))
          anchors.set(`#${anchor}`, unit);
      }
      Object.values(value).forEach(visit);
    };
    visit(schema);
  }
  return anchors;
}
