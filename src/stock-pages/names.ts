import {
  asArray,
  asObject,
  asString,
  entriesOf,
  isObject,
  type JsonObject,
} from '../json/guards.ts';
import { componentRef } from '../model/schema/ref.ts';
import { isExtension, walkedField } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';

/**
 * The stock plugin writes pages without `$ref`s: every schema is in its place, so are the targets of a
 * discriminator's mapping, and a schema inside itself is the text `circular(Title)`. This turns schemas that
 * such a text or a mapping refers to into components again.
 *
 * @returns The object, and the components by name.
 */
export function withNames(
  node: unknown,
  kind: ObjectKind,
): { readonly node: unknown; readonly schemas: JsonObject } {
  const names = new Names();
  return { node: names.read(node, kind, []), schemas: names.schemas };
}

/** A schema around the current place. It gets its name when something inside refers to it. */
interface Around {
  readonly schema: JsonObject;
  name?: string;
}

const CIRCULAR = /^circular\((.*)\)$/s;

const CHOICES = ['oneOf', 'anyOf'] as const;

class Names {
  readonly schemas: Record<string, unknown> = {};
  /** The schema of each name, as JSON. */
  readonly #taken = new Map<string, string>();

  read(value: unknown, kind: ObjectKind, around: readonly Around[]): unknown {
    if (kind !== 'schema') return isObject(value) ? this.#members(value, kind, around) : value;
    const title = circularTitle(value);
    if (title !== undefined) return this.#enclosing(title, around);
    return isObject(value) ? this.#schema({ schema: value }, around) : value;
  }

  #schema(own: Around, around: readonly Around[]): JsonObject {
    const inside = [...around, own];
    const read = this.#members(this.#mapped(own.schema, inside), 'schema', inside);
    if (own.name === undefined) return read;
    this.schemas[own.name] = read;
    return { $ref: componentRef(own.name) };
  }

  #members(node: JsonObject, kind: ObjectKind, around: readonly Around[]): JsonObject {
    const entries = Object.entries(node).map(([key, value]) => {
      const field = walkedField(kind, key);
      if (!field) return [key, value];
      const read = (item: unknown) => this.read(item, field.kind, around);
      if (field.shape !== 'map') return [key, Array.isArray(value) ? value.map(read) : read(value)];
      if (!isObject(value)) return [key, value];
      const named = entriesOf(value).map(([name, item]) => [
        name,
        isExtension(kind, key, name) ? item : read(item),
      ]);
      return [key, Object.fromEntries(named)];
    });
    return Object.fromEntries(entries);
  }

  /** The nearest enclosing schema of a title; without one, only the title is known. */
  #enclosing(title: string, around: readonly Around[]): JsonObject {
    if (title === '') return {};
    const found = around.findLast(({ schema }) => schema.title === title);
    if (!found) return { title };
    found.name ??= this.#nameFor(title, found.schema);
    return { $ref: componentRef(found.name) };
  }

  /** A schema whose discriminator refers to its choices, and to other schemas, by name. */
  #mapped(schema: JsonObject, around: readonly Around[]): JsonObject {
    const discriminator = asObject(schema.discriminator);
    if (!isObject(discriminator.mapping)) return schema;
    const lists = CHOICES.flatMap((keyword) =>
      Array.isArray(schema[keyword]) ? [{ keyword, choices: [...asArray(schema[keyword])] }] : [],
    );
    const mapping = entriesOf(discriminator.mapping).map(([value, target]) => {
      const title = circularTitle(target);
      if (title !== undefined) return [value, this.#enclosing(title, around).$ref ?? title];
      if (!isObject(target)) return [value, target];
      const list = lists.find(({ choices }) => choices.some((one) => isSame(one, target)))?.choices;
      const at = list?.findIndex((one) => isSame(one, target)) ?? -1;
      const ref = this.#component(asObject(list?.[at] ?? target), value, around);
      if (list) list[at] = ref;
      return [value, ref.$ref];
    });
    return {
      ...schema,
      ...Object.fromEntries(lists.map(({ keyword, choices }) => [keyword, choices])),
      discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) },
    };
  }

  #component(schema: JsonObject, value: string, around: readonly Around[]): JsonObject {
    // Several values may select the same choice.
    if (typeof schema.$ref === 'string') return schema;
    const name = this.#nameFor(asString(schema.title) ?? value, schema);
    if (!Object.hasOwn(this.schemas, name)) {
      this.schemas[name] = {};
      this.#schema({ schema, name }, around);
    }
    return { $ref: componentRef(name) };
  }

  /** The title, with a number if another schema has it. */
  #nameFor(title: string, schema: JsonObject): string {
    const json = JSON.stringify(schema);
    for (let number = 1; ; number++) {
      const name = number === 1 ? title : `${title} (${number})`;
      const taken = this.#taken.get(name);
      if (taken !== undefined && taken !== json) continue;
      this.#taken.set(name, json);
      return name;
    }
  }
}

function circularTitle(value: unknown): string | undefined {
  return typeof value === 'string' ? CIRCULAR.exec(value)?.[1] : undefined;
}

/** Whether a choice is the target of a mapping. The one on the page may have been edited. */
function isSame(choice: unknown, target: JsonObject): boolean {
  if (!isObject(choice)) return false;
  if (typeof choice.title === 'string') return choice.title === target.title;
  return JSON.stringify(choice) === JSON.stringify(target);
}
