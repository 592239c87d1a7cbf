import { cached } from '../json/cached.ts';
import { asObject, isObject, type JsonObject, own } from '../json/guards.ts';
import { parsePointer, valueAt } from '../openapi/pointer.ts';
import type { Path } from '../openapi/walk.ts';
import { comparedBy } from './keywords.ts';

/** A value with its place in the document. */
export interface Located<T = unknown> {
  readonly value: T;
  readonly path: Path;
}

/** What a value is, up to its first reference. */
export interface View {
  /** The target of the reference, or else the value itself. */
  readonly node: Located;
  /** Whether there was a reference. */
  readonly isTarget: boolean;
  /** Keywords beside the reference, which come before those of the target. */
  readonly beside: ReadonlyMap<string, Located>;
  /** Whether a choice around it allows null. */
  readonly nullable: boolean;
}

/** A schema or other object with all references on the way to it followed, in one piece. */
export interface Whole extends Located<JsonObject> {
  readonly nullable: boolean;
  /** A schema `false`, which nothing satisfies. */
  readonly isNever: boolean;
  /** Where it is used: the place of the reference, or of the frame around it. */
  readonly at: Path;
  /** Places of keywords that are not in the object at `path`. */
  readonly places: ReadonlyMap<string, Path>;
}

/** Longer chains of references are not followed; a ring of them has no end. */
const LONGEST = 50;

const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...comparedBy('schema', 'text'),
  ...comparedBy('schema', 'examples'),
  ...'default deprecated readOnly writeOnly xml externalDocs nullable $comment'.split(' '),
]);

/** Whether a keyword of a schema only describes: values are valid with and without it. */
export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith('x-');
}

const NOWHERE: ReadonlyMap<string, Path> = new Map();
const NOTHING: ReadonlyMap<string, Located> = new Map();

/** Reads objects of one of the two documents, through references. */
export class Viewer {
  readonly #root: unknown;
  readonly #anchors: ReadonlyMap<string, Path>;
  readonly #targets = new Map<string, Next | undefined>();
  readonly #wholes = new WeakMap<object, Whole>();

  /** @param anchors Places of schemas by their anchors, with `#`. */
  constructor(root: unknown, anchors: ReadonlyMap<string, Path>) {
    this.#root = root;
    this.#anchors = anchors;
  }

  /**
   * A value up to its first reference. For a schema, a list `allOf`, `oneOf` or `anyOf` of one, and a choice between
   * one and null, are nothing but a frame around it.
   */
  view(given: Located, isSchema: boolean): View {
    let { value, path } = given;
    let isTarget = false;
    let nullable = false;
    let beside: Map<string, Located> | undefined;
    for (let steps = 0; steps < LONGEST && isObject(value) && !isTarget; steps += 1) {
      const found: Next | undefined =
        this.#referred(value) ?? (isSchema ? framed(value) : undefined);
      if (!found) break;
      nullable ||= found.nullable ?? false;
      for (const [key, one] of Object.entries(value)) {
        if (key === found.through || beside?.has(key)) continue;
        beside ??= new Map();
        beside.set(key, { value: one, path: [...path, key] });
      }
      isTarget = found.to !== undefined;
      path = found.to ?? [...path, ...(found.into ?? [])];
      value = found.value;
    }
    return { node: { value, path }, isTarget, beside: beside ?? NOTHING, nullable };
  }

  /** A value with all of its references followed; the keywords beside them replace those of the target. */
  whole(given: Located, isSchema: boolean): Whole {
    const known = isObject(given.value) ? this.#wholes.get(given.value) : undefined;
    if (known) return known;
    let node = given;
    let nullable = false;
    const beside = new Map<string, Located>();
    for (let steps = 0; steps < LONGEST; steps += 1) {
      const view = this.view(node, isSchema);
      nullable ||= view.nullable;
      for (const [key, one] of view.beside) if (!beside.has(key)) beside.set(key, one);
      const isLast = view.node.value === node.value;
      node = view.node;
      if (isLast) break;
    }
    const whole = {
      value: beside.size === 0 ? asObject(node.value) : merged(asObject(node.value), beside),
      path: node.path,
      at: given.path,
      nullable,
      isNever: node.value === false,
      places:
        beside.size === 0 ? NOWHERE : new Map([...beside].map(([key, one]) => [key, one.path])),
    };
    if (isObject(given.value)) this.#wholes.set(given.value, whole);
    return whole;
  }

  #referred(node: JsonObject): Next | undefined {
    const through = typeof node.$ref === 'string' ? '$ref' : '$dynamicRef';
    const ref = node[through];
    if (typeof ref !== 'string') return undefined;
    return cached(this.#targets, ref, () => {
      const to = this.#anchors.get(ref) ?? (ref.startsWith('#') ? parsePointer(ref) : undefined);
      const value = to && valueAt(this.#root, to);
      return to && value !== undefined ? { value, to, through } : undefined;
    });
  }
}

function merged(target: JsonObject, beside: ReadonlyMap<string, Located>): JsonObject {
  return { ...target, ...Object.fromEntries(Array.from(beside, ([key, one]) => [key, one.value])) };
}

interface Next {
  readonly value: unknown;
  /** The keyword that leads there. */
  readonly through: string;
  /** The place of a reference's target. */
  readonly to?: Path;
  /** The way inside of the object. */
  readonly into?: Path;
  readonly nullable?: boolean;
}

/** The only part of a schema that is nothing but a frame around it, with descriptions. */
function framed(node: JsonObject): Next | undefined {
  const keys = Object.keys(node).filter((key) => !isAnnotation(key));
  const [through] = keys;
  if (keys.length !== 1 || through === undefined) return undefined;
  const parts = own(node, through);
  if (!Array.isArray(parts)) return undefined;
  if (through !== 'allOf' && through !== 'oneOf' && through !== 'anyOf') return undefined;
  if (parts.length === 1) return { value: parts[0], through, into: [through, '0'] };
  if (through === 'allOf' || parts.length !== 2) return undefined;
  const only = parts.findIndex((part) => !isNull(part));
  if (only < 0 || !isNull(parts[1 - only])) return undefined;
  return { value: parts[only], through, into: [through, String(only)], nullable: true };
}

/** A schema that allows null and nothing else. */
export function isNull(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const keys = Object.keys(schema).filter((key) => !isAnnotation(key));
  return keys.length === 1 && (schema.type === 'null' || schema.const === null);
}

/** A member of an object, with its place. */
export function member(
  { value, path, places = NOWHERE }: Located & { readonly places?: ReadonlyMap<string, Path> },
  key: string,
): Located {
  return { value: own(value, key), path: places.get(key) ?? [...path, key] };
}
