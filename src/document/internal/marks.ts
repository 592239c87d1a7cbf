import { append } from '../../json/append.ts';
import { isObject, type JsonObject, own } from '../../json/guards.ts';
import type { ObjectKind } from '../../openapi/keywords.ts';
import { METHODS } from '../../openapi/methods.ts';
import { parsePointer, step } from '../../openapi/pointer.ts';
import { eachObject } from '../../openapi/walk.ts';

/** What an author sets to true on what is not for readers. */
export const MARK = 'x-internal';

/** A tag, by its name: operations know no more of it. */
type TagKey = `tag ${string}`;
/** What may be internal. */
type Thing = object | TagKey;

/** Something that is internal once all of a list of things are. */
interface Reason {
  readonly node: object;
  left: number;
}

/**
 * What in a document is internal: what is marked, what refers to it, and what consists of nothing else,
 * such as an operation whose tags are all internal, or a list of internal values.
 *
 * @returns undefined where the document has no mark, not even one that says false.
 */
export function findInternal(root: JsonObject): Internal | undefined {
  const operations = new Map<unknown, object>();
  const marked: Thing[] = [];
  let isMarked = false;
  const look = (node: JsonObject, thing: Thing): void => {
    isMarked ||= Object.hasOwn(node, MARK);
    if (node[MARK] === true) marked.push(thing);
  };
  eachObject(root, 'document', (node, kind) => {
    look(node, node);
    for (const server of listOf(node.servers)) look(server, server);
    if (kind === 'operation') operations.set(node.operationId, node);
  });
  for (const tag of listOf(root.tags)) look(tag, tagKey(tag.name));
  if (!isMarked) return undefined;
  const reasons = marked.length > 0 ? reasonsIn(root, operations) : new Map<Thing, Reason[]>();
  const internal = new Set<Thing>();
  // What is added while a list is gone through is still to come.
  for (const thing of marked) {
    if (internal.has(thing)) continue;
    internal.add(thing);
    for (const reason of reasons.get(thing) ?? []) {
      reason.left -= 1;
      if (reason.left === 0) marked.push(reason.node);
    }
  }
  return new Internal(internal);
}

/** The internal parts of a document. */
export class Internal {
  readonly #things: ReadonlySet<unknown>;

  constructor(things: ReadonlySet<unknown>) {
    this.#things = things;
  }

  has(node: unknown): boolean {
    return this.#things.has(node);
  }

  hasTag(name: unknown): boolean {
    return this.#things.has(tagKey(name));
  }

  get isEmpty(): boolean {
    return this.#things.size === 0;
  }
}

function tagKey(name: unknown): TagKey {
  return `tag ${name}`;
}

/** By each thing, what becomes internal with it. */
function reasonsIn(
  root: JsonObject,
  operations: ReadonlyMap<unknown, object>,
): Map<Thing, Reason[]> {
  const reasons = new Map<Thing, Reason[]>();
  const seen = new Set<object>();
  eachObject(root, 'document', (node, kind) => {
    // YAML aliases and upgrades may put one object into several places.
    if (seen.has(node)) return;
    seen.add(node);
    const named = kind === 'link' ? operations.get(node.operationId) : undefined;
    const lists: readonly (readonly unknown[])[] = [
      ...[node.$ref, kind === 'link' ? node.operationRef : undefined].flatMap((ref) =>
        alongRef(root, ref).map((one) => [one]),
      ),
      ...(named ? [[named]] : []),
      ...(PARTS[kind]?.(node) ?? []),
    ];
    for (const list of lists) {
      const things = new Set(list);
      if (things.size === 0 || ![...things].every(isThing)) continue;
      const reason = { node, left: things.size };
      for (const thing of things) append(reasons, thing as Thing, reason);
    }
  });
  return reasons;
}

function isThing(value: unknown): boolean {
  return isObject(value) || typeof value === 'string';
}

/** The objects on the way of a local reference, and the one that it leads to. */
export function alongRef(root: JsonObject, ref: unknown): object[] {
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return [];
  const found: object[] = [];
  let value: unknown = root;
  for (const segment of parsePointer(ref)) {
    value = step(value, segment);
    if (isObject(value)) found.push(value);
  }
  return found;
}

/** Lists of parts, by the kind of an object: where all of one list are internal, the object is. */
const PARTS: Partial<Readonly<Record<ObjectKind, (node: JsonObject) => unknown[][]>>> = {
  operation: ({ tags }) => [
    (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === 'string').map(tagKey),
  ],
  pathItem: ({ additionalOperations, ...item }) => [
    [...METHODS.map((method) => item[method]).filter(isObject), ...valuesOf(additionalOperations)],
  ],
  callback: (node) => [
    Object.entries(node).flatMap(([name, item]) => (name.startsWith('x-') ? [] : [item])),
  ],
  requestBody: ({ content }) => [valuesOf(content)],
  parameter: ({ schema, content }) => [some(schema), valuesOf(content)],
  mediaType: ({ schema, itemSchema }) => [some(schema ?? itemSchema)],
  schema: (node) => [
    withoutNull(node.oneOf),
    withoutNull(node.anyOf),
    isNoMore(node, 'allOf') ? listOf(node.allOf) : [],
    node.prefixItems === undefined ? some(node.items) : [],
    node.properties === undefined && node.patternProperties === undefined
      ? some(node.additionalProperties)
      : [],
  ],
};

function some(value: unknown): unknown[] {
  return value === undefined ? [] : [value];
}

function valuesOf(value: unknown): unknown[] {
  return isObject(value) ? Object.values(value) : [];
}

/** The objects of a list. */
export function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Variants of a value but that of none: `anyOf: [Secret, { type: null }]`. */
function withoutNull(variants: unknown): unknown[] {
  if (!Array.isArray(variants)) return [];
  return variants.filter((one) => !(own(one, 'type') === 'null'));
}

/** Keywords that say nothing of what a value is made of. */
const NOTES = new Set([
  ...['type', 'title', 'description', 'default', 'example', 'examples', 'externalDocs', 'xml'],
  ...['deprecated', 'readOnly', 'writeOnly', '$comment'],
]);

/** Whether a schema is nothing but what a keyword says, with notes beside. */
function isNoMore(schema: JsonObject, keyword: string): boolean {
  return Object.keys(schema).every(
    (key) => key === keyword || NOTES.has(key) || key.startsWith('x-'),
  );
}
