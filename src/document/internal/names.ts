import { append } from '../../json/append.ts';
import { isObject, type JsonObject, own } from '../../json/guards.ts';
import { mapEntries } from '../../json/key-order.ts';
import { step } from '../../openapi/pointer.ts';
import { eachObject } from '../../openapi/walk.ts';
import { targetOf } from '../path-items.ts';
import type { Internal } from './marks.ts';

/** Keywords whose schemas describe the same value as their parent. */
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SINGLE = ['if', 'then', 'else'];

/** Schemas that describe the same value, and which of them are internal. */
type Around = ReadonlyMap<JsonObject, 'public' | 'internal'>;

/**
 * Names of internal properties outside of `properties`: in lists of required names, and in examples, defaults
 * and other values written by authors.
 */
export class HiddenNames {
  readonly #root: JsonObject;
  readonly #internal: Internal;
  /** Names that are hidden anywhere: answers most queries. */
  readonly #names = new Set<string>();
  /** Schemas to their parents that describe the same value. */
  #wholes: Map<JsonObject, JsonObject[]> | undefined;

  constructor(root: JsonObject, internal: Internal) {
    this.#root = root;
    this.#internal = internal;
    eachObject(root, 'document', (node, kind) => {
      if (kind !== 'schema' || !isObject(node.properties)) return;
      const isHidden = internal.has(node);
      for (const [name, property] of Object.entries(node.properties))
        if (isHidden || internal.has(property)) this.#names.add(name);
    });
  }

  /** Whether any name is hidden anywhere. */
  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  /** Whether `name` is a property of this schema's values, but only an internal one. */
  isHidden(name: string, schema: JsonObject): boolean {
    return this.#names.has(name) && this.#isHiddenIn(name, this.#describing(schema));
  }

  /** A value without internal properties; the same value if it has none. */
  withoutHidden(value: unknown, schema: unknown): unknown {
    if (!isObject(schema) || !this.#holdsName(value)) return value;
    return this.#without(value, this.#describing(schema));
  }

  /**
   * The schema with its parts, and then everything else that describes its values: the first one with a name
   * decides about it.
   */
  #describing(schema: JsonObject): readonly Around[] {
    return [this.#parts([schema]), this.#around(schema)];
  }

  #without(value: unknown, describing: readonly Around[]): unknown {
    const schemas = [...new Set(describing.flatMap((around) => [...around.keys()]))];
    if (Array.isArray(value))
      return value.map((item, at) => {
        const below = schemas.map((schema) => step(schema.prefixItems, String(at)) ?? schema.items);
        return this.#without(item, [this.#parts(below)]);
      });
    if (!isObject(value)) return value;
    const left = Object.entries(value).filter(
      ([name]) => !(this.#names.has(name) && this.#isHiddenIn(name, describing)),
    );
    return mapEntries(Object.fromEntries(left), (child, name) => {
      const declared = schemas.flatMap((schema) => own(schema.properties, name) ?? []);
      const others = schemas.flatMap((schema) => [
        schema.additionalProperties,
        schema.unevaluatedProperties,
        // Patterns are not evaluated: those of a document may take any time.
        ...(isObject(schema.patternProperties) ? Object.values(schema.patternProperties) : []),
      ]);
      return this.#without(child, [this.#parts(declared.length > 0 ? declared : others)]);
    });
  }

  #isHiddenIn(name: string, describing: readonly Around[]): boolean {
    for (const around of describing) {
      const found = [...around].flatMap(([{ properties }, access]) => {
        const property = own(properties, name);
        return property === undefined ? [] : [access === 'public' && !this.#internal.has(property)];
      });
      if (found.length > 0) return !found.includes(true);
    }
    return false;
  }

  #holdsName(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    return Object.entries(value).some(
      ([key, child]) => (isObject(value) && this.#names.has(key)) || this.#holdsName(child),
    );
  }

  /** Everything that describes a schema's values, including its parents and their other parts. */
  #around(schema: JsonObject): Around {
    this.#wholes ??= this.#findWholes();
    const wholes = new Set([schema]);
    for (const one of wholes) for (const whole of this.#wholes.get(one) ?? []) wholes.add(whole);
    return this.#parts([...wholes].filter((one) => !this.#internal.has(one)));
  }

  /** Schemas with all of their parts; one that is also reached publicly is public. */
  #parts(schemas: readonly unknown[]): Around {
    const around = new Map<JsonObject, 'public' | 'internal'>();
    const hidden: unknown[] = [];
    const add = (schema: unknown, access: 'public' | 'internal'): void => {
      if (!isObject(schema) || around.has(schema)) return;
      if (access === 'public' && this.#internal.has(schema)) hidden.push(schema);
      else around.set(schema, access);
    };
    for (const access of ['public', 'internal'] as const) {
      for (const schema of access === 'public' ? schemas : hidden) add(schema, access);
      // Iterating a Map also visits what is added meanwhile.
      for (const schema of around.keys())
        for (const part of this.#partsOf(schema)) add(part, access);
    }
    return around;
  }

  #partsOf(schema: JsonObject): unknown[] {
    return [
      targetOf(schema.$ref, this.#root),
      ...LISTS.flatMap((key) => schema[key]),
      ...SINGLE.map((key) => schema[key]),
      ...(isObject(schema.dependentSchemas) ? Object.values(schema.dependentSchemas) : []),
    ];
  }

  #findWholes(): Map<JsonObject, JsonObject[]> {
    const wholes = new Map<JsonObject, JsonObject[]>();
    eachObject(this.#root, 'document', (node, kind) => {
      if (kind !== 'schema') return;
      for (const part of this.#partsOf(node)) if (isObject(part)) append(wholes, part, node);
    });
    return wholes;
  }
}
