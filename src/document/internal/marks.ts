import { append } from '../../json/append.ts';
import { isObject, type JsonObject, own } from '../../json/guards.ts';
import type { ObjectKind } from '../../openapi/keywords.ts';
import { operationsOf } from '../../openapi/operations.ts';
import { parsePointer, step } from '../../openapi/pointer.ts';
import { eachObject } from '../../openapi/walk.ts';

/** The extension with which an author marks internal parts. */
export const MARK = 'x-internal';

/** A tag by name, which is all that operations know. */
type TagKey = `tag ${string}`;
/** What may be internal. */
type Thing = object | TagKey;

/** Something that is internal once everything in a list is. */
interface Reason {
  readonly node: object;
  left: number;
}

/**
 * The internal parts of a document: marked ones, what refers to them, and what consists of nothing else, such
 * as an operation whose tags are all internal, or a list of internal values.
 *
 * @returns undefined if the document has no marks, not even false ones.
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
  // Iterating a list also visits what is added meanwhile.
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

/** For each thing, what becomes internal with it. */
function reasonsIn(
  root: JsonObject,
  operations: ReadonlyMap<unknown, object>,
): Map<Thing, Reason[]> {
  const reasons = new Map<Thing, Reason[]>();
  const seen = new Set<object>();
  eachObject(root, 'document', (node, kind) => {
    // Because of YAML aliases and upgrades, one object may be in several places.
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

/** The objects along a local reference, and its target. */
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

/** Lists of parts by kind of object: if everything in one list is internal, the object is. */
const PARTS: Partial<Readonly<Record<ObjectKind, (node: JsonObject) => unknown[][]>>> = {
  operation: ({ tags }) => [
    (Array.isArray(tags) ? tags : []).filter((tag) => typeof tag === 'string').map(tagKey),
  ],
  pathItem: (node) => [operationsOf(node).map(({ operation }) => operation)],
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

/** Variants of a value, except for null: `anyOf: [Secret, { type: null }]`. */
function withoutNull(variants: unknown): unknown[] {
  if (!Array.isArray(variants)) return [];
  return variants.filter((one) => !(own(one, 'type') === 'null'));
}

/** Keywords that do not determine the contents of a value. */
const NOTES = new Set([
  ...['type', 'title', 'description', 'default', 'example', 'examples', 'externalDocs', 'xml'],
  ...['deprecated', 'readOnly', 'writeOnly', '$comment'],
]);

/** Whether a schema consists only of one keyword, with annotations. */
function isNoMore(schema: JsonObject, keyword: string): boolean {
  return Object.keys(schema).every(
    (key) => key === keyword || NOTES.has(key) || key.startsWith('x-'),
  );
}
