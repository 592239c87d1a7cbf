import { cached } from '../../json/cached.ts';
import { asArray, entriesOf, isObject, type JsonObject, own } from '../../json/guards.ts';
import { type LookUp, mappingRef } from './ref.ts';

/** Schemas that are checked for the values of one choice. */
const MAX_STEPS = 1_000;

/** By discriminator and choice: documents do not change. */
const known = new WeakMap<object, WeakMap<object, readonly string[]>>();

/**
 * The values of a discriminator's property that select a choice (OpenAPI 3.1 section 4.8.25): from the
 * mapping, or else those that the choice itself allows, or else the name of its schema.
 */
export function discriminatorValues(
  option: unknown,
  discriminator: unknown,
  { lookUp }: { readonly lookUp: LookUp },
): readonly string[] {
  if (!isObject(option) || !isObject(discriminator)) return [];
  const ofDiscriminator = cached(known, discriminator, () => new WeakMap());
  return cached(ofDiscriminator, option, () => valuesOf(option, discriminator, lookUp));
}

function valuesOf(
  option: JsonObject,
  { propertyName, mapping }: JsonObject,
  lookUp: LookUp,
): readonly string[] {
  const ref = typeof option.$ref === 'string' ? option.$ref : undefined;
  const schema = ref === undefined ? undefined : lookUp(ref);
  const mapped = entriesOf(mapping).filter(([, target]) => {
    const targetRef = mappingRef(target);
    if (ref === undefined || targetRef === undefined) return false;
    return targetRef === ref || (schema !== undefined && lookUp(targetRef) === schema);
  });
  if (mapped.length > 0) return mapped.map(([value]) => value);
  const name = ref?.split('/').at(-1);
  const allowed = new Allowed(lookUp).of(option, String(propertyName)) ?? [];
  // Of all values that a shared base allows, the name is the right one.
  return name !== undefined && (allowed.length === 0 || allowed.includes(name)) ? [name] : allowed;
}

/** The strings that a schema allows as a property's value; undefined if it allows any. */
class Allowed {
  readonly #lookUp: LookUp;
  readonly #around = new Set<unknown>();
  #steps = MAX_STEPS;

  constructor(lookUp: LookUp) {
    this.#lookUp = lookUp;
  }

  of(schema: unknown, property: string): readonly string[] | undefined {
    return this.#common(schema, ({ properties }) =>
      this.#common(own(properties, property), ({ const: constant, enum: values }) =>
        constant === undefined ? textsOf(values) : textsOf([constant]),
      ),
    );
  }

  /** The values that all parts of a schema allow. */
  #common(
    schema: unknown,
    ask: (schema: JsonObject) => readonly string[] | undefined,
  ): readonly string[] | undefined {
    if (!isObject(schema) || this.#around.has(schema) || this.#steps <= 0) return undefined;
    this.#steps -= 1;
    this.#around.add(schema);
    const { $ref, allOf, oneOf, anyOf } = schema;
    const all = [...(typeof $ref === 'string' ? [this.#lookUp($ref)] : []), ...asArray(allOf)];
    const lists = [
      ask(schema),
      ...all.map((part) => this.#common(part, ask)),
      ...[oneOf, anyOf].map((choices) =>
        union(asArray(choices).map((choice) => this.#common(choice, ask))),
      ),
    ];
    this.#around.delete(schema);
    const said = lists.filter((list) => list !== undefined);
    const [first, ...others] = said;
    return first?.filter((text) => others.every((list) => list.includes(text)));
  }
}

function union(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const said = lists.filter((list) => list !== undefined);
  return said.length > 0 && said.length === lists.length ? said.flat() : undefined;
}

function textsOf(values: unknown): readonly string[] | undefined {
  return Array.isArray(values) && values.every((value) => typeof value === 'string')
    ? values
    : undefined;
}
