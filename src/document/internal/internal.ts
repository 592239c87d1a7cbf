import { isObject, type JsonObject, own } from '../../json/guards.ts';
import { mapEntries, omit } from '../../json/key-order.ts';
import { fieldsOf, WALKED, walkedField } from '../../openapi/fields.ts';
import type { ObjectKind } from '../../openapi/keywords.ts';
import { eachObject, type Path } from '../../openapi/walk.ts';
import type { Problem } from '../../problems/problem.ts';
import { mapObjects, type Remover, replaced } from '../map-objects.ts';
import type { Origins } from '../origin.ts';
import { targetOf } from '../path-items.ts';
import { alongRef, findInternal, type Internal, MARK } from './marks.ts';
import { HiddenNames } from './names.ts';
import { withoutOrphans } from './unused.ts';

/** A document for readers, and the places that are incomplete because of what was removed. */
export interface PublicDocument {
  readonly root: JsonObject;
  readonly problems: readonly Problem[];
}

/**
 * Removes everything marked with `x-internal: true` from a final document, and what would be left over:
 * references to it, links, tags, names of required properties, values in examples, and components that
 * nothing else uses. A public part that becomes incomplete is a problem.
 *
 * A document without marks is returned unchanged.
 */
export function withoutInternal(root: JsonObject, origins: Origins): PublicDocument {
  const internal = findInternal(root);
  if (!internal) return { root, problems: [] };
  const cleaner = new Cleaner(root, internal, origins);
  const visitors = Object.fromEntries(WALKED.map((kind) => [kind, cleaner.remover(kind)]));
  const cleaned = mapObjects(root, 'document', visitors, origins) as JsonObject;
  return {
    root: internal.isEmpty ? cleaned : withoutOrphans(cleaned, root, origins),
    problems: cleaner.problems,
  };
}

/** Members of an object that are values written by authors, or lists of them. */
const valuesOf = (kind: ObjectKind, shape: 'one' | 'list'): readonly string[] =>
  fieldsOf(kind).flatMap(([key, field]) =>
    field.kind === 'data' && field.shape === shape ? [key] : [],
  );

type Clean = (node: JsonObject, path: Path, before: JsonObject) => JsonObject;

class Cleaner {
  readonly problems: Problem[] = [];
  readonly #root: JsonObject;
  readonly #internal: Internal;
  readonly #origins: Origins;
  readonly #names: HiddenNames;
  /** Example objects to the remaining part of their values. */
  readonly #examples = new Map<unknown, JsonObject>();

  constructor(root: JsonObject, internal: Internal, origins: Origins) {
    this.#root = root;
    this.#internal = internal;
    this.#origins = origins;
    this.#names = new HiddenNames(root, internal);
    if (!this.#names.isEmpty) this.#cleanExamples();
  }

  /** Removes an object if it is internal, or else anything in it that refers to internal objects. */
  remover(kind: ObjectKind): Remover {
    const clean = this.#cleaners[kind];
    return (node, path, before) => {
      if (this.#internal.has(before)) {
        this.#reportWay(before, path);
        return undefined;
      }
      // A path item is complete without an operation.
      const members = kind === 'pathItem' ? [] : Object.keys(before);
      for (const key of members)
        if (!Object.hasOwn(node, key) && isSingle(kind, key))
          this.#report([...path, key], `The "${key}" here is internal`);
      const marked = Object.hasOwn(node, MARK) ? omit(node, MARK) : node;
      return clean ? clean(marked, path, before) : marked;
    };
  }

  readonly #cleaners: Partial<Readonly<Record<ObjectKind, Clean>>> = {
    document: (node, path) => this.#tags(this.#served(this.#secured(node, path), path)),
    pathItem: (node, path) => this.#served(node, path),
    operation: (node, path) =>
      replaced(this.#served(this.#secured(node, path), path), 'tags', (tags) =>
        Array.isArray(tags) ? tags.filter((tag) => !this.#internal.hasTag(tag)) : tags,
      ),
    response: (node, path, before) => {
      if (isEmpty(before.content) || !isEmpty(node.content)) return node;
      this.#report([...path, 'content'], 'Everything this response returns is internal');
      return omit(node, 'content');
    },
    parameter: (node, _path, before) => this.#values(node, 'parameter', before.schema),
    mediaType: (node, _path, before) =>
      replaced(this.#values(node, 'mediaType', before.schema), 'encoding', (encoding) =>
        isObject(encoding) && isObject(before.schema)
          ? this.#withoutHiddenKeys(encoding, before.schema)
          : encoding,
      ),
    example: (node, _path, before) => ({ ...node, ...this.#examples.get(before) }),
    schema: (node, _path, before) => this.#schema(node, before),
  };

  #schema(node: JsonObject, before: JsonObject): JsonObject {
    const mapped = replaced(node, 'discriminator', (discriminator) =>
      isObject(discriminator) ? this.#discriminator(discriminator) : discriminator,
    );
    if (this.#names.isEmpty) return mapped;
    const isShown = (name: unknown): boolean =>
      typeof name !== 'string' || !this.#names.isHidden(name, before);
    const shown = (names: unknown): unknown =>
      Array.isArray(names) && !names.every(isShown) ? names.filter(isShown) : names;
    let whole = replaced(mapped, 'required', shown);
    if (isEmpty(whole.required) && !isEmpty(before.required)) whole = omit(whole, 'required');
    whole = replaced(whole, 'dependentRequired', (names) =>
      isObject(names) ? mapEntries(this.#withoutHiddenKeys(names, before), shown) : names,
    );
    whole = replaced(whole, 'dependentSchemas', (schemas) =>
      isObject(schemas) ? this.#withoutHiddenKeys(schemas, before) : schemas,
    );
    for (const key of valuesOf('schema', 'list'))
      whole = replaced(whole, key, (list) =>
        Array.isArray(list) ? list.map((one) => this.#names.withoutHidden(one, before)) : list,
      );
    const { propertyName } = isObject(whole.discriminator) ? whole.discriminator : {};
    if (!isShown(propertyName)) whole = omit(whole, 'discriminator');
    return this.#values(whole, 'schema', before);
  }

  #discriminator(discriminator: JsonObject): JsonObject {
    const isShown = (target: unknown): boolean => !this.#internal.has(this.#mapped(target));
    const mapped = replaced(discriminator, 'mapping', (mapping) =>
      isObject(mapping) && !Object.values(mapping).every(isShown)
        ? Object.fromEntries(Object.entries(mapping).filter(([, target]) => isShown(target)))
        : mapping,
    );
    return isShown(mapped.defaultMapping) ? mapped : omit(mapped, 'defaultMapping');
  }

  /** The schema that a discriminator maps to: by name or by reference (OpenAPI 3.1 section 4.8.25). */
  #mapped(target: unknown): unknown {
    if (typeof target !== 'string') return undefined;
    const byName = own(own(this.#root.components, 'schemas'), target);
    return byName ?? alongRef(this.#root, target).at(-1);
  }

  #withoutHiddenKeys(node: JsonObject, schema: JsonObject): JsonObject {
    const gone = Object.keys(node).filter((name) => this.#names.isHidden(name, schema));
    return gone.length > 0 ? omit(node, ...gone) : node;
  }

  #values(node: JsonObject, kind: ObjectKind, schema: unknown): JsonObject {
    return valuesOf(kind, 'one').reduce<JsonObject>(
      (whole, key) => replaced(whole, key, (value) => this.#names.withoutHidden(value, schema)),
      node,
    );
  }

  /** The schemas that the values of Example Objects are examples of, wherever those are. */
  #cleanExamples(): void {
    eachObject(this.#root, 'document', (holder, kind) => {
      if (kind !== 'mediaType' && kind !== 'parameter') return;
      for (const given of isObject(holder.examples) ? Object.values(holder.examples) : []) {
        const example = targetOf(own(given, '$ref'), this.#root) ?? given;
        if (!isObject(example)) continue;
        const known = this.#examples.get(example);
        const cleaned = Object.fromEntries(
          ['value', 'dataValue'].flatMap((key) =>
            Object.hasOwn(example, key)
              ? [[key, this.#names.withoutHidden((known ?? example)[key], holder.schema)]]
              : [],
          ),
        );
        this.#examples.set(example, cleaned);
      }
    });
  }

  /** Removes security alternatives with an internal scheme. */
  #secured(node: JsonObject, path: Path): JsonObject {
    const schemes = own(this.#root.components, 'securitySchemes');
    const isShown = (requirement: unknown): boolean =>
      !isObject(requirement) ||
      !Object.keys(requirement).some((name) => this.#internal.has(own(schemes, name)));
    return this.#listed(node, 'security', isShown, [
      path,
      'All ways to authenticate listed here are internal',
    ]);
  }

  #served(node: JsonObject, path: Path): JsonObject {
    return this.#listed(node, 'servers', (server) => !this.#internal.has(server), [
      path,
      'All servers listed here are internal',
    ]);
  }

  #listed(
    node: JsonObject,
    key: string,
    isShown: (item: unknown) => boolean,
    [path, message]: readonly [Path, string],
  ): JsonObject {
    const list = node[key];
    if (!Array.isArray(list) || list.every(isShown)) return node;
    const left = list.filter(isShown);
    if (left.length === 0) this.#report([...path, key], message);
    return { ...node, [key]: left };
  }

  /** The document's own list of tags, and the groups of their names. */
  #tags(root: JsonObject): JsonObject {
    const isInternal = (tag: unknown): boolean => this.#internal.hasTag(own(tag, 'name'));
    const tags = replaced(root, 'tags', (list) =>
      Array.isArray(list)
        ? list
            .filter((tag) => !isInternal(tag))
            .map((tag) => {
              const gone = this.#internal.hasTag(own(tag, 'parent')) ? ['parent'] : [];
              return isObject(tag) ? omit(tag, MARK, ...gone) : tag;
            })
        : list,
    );
    return replaced(tags, 'x-tagGroups', (groups) =>
      Array.isArray(groups)
        ? groups.map((group) =>
            isObject(group)
              ? replaced(group, 'tags', (names) =>
                  Array.isArray(names)
                    ? names.filter((name) => !this.#internal.hasTag(name))
                    : names,
                )
              : group,
          )
        : groups,
    );
  }

  /** A reference into an internal object, to a part without its own mark. */
  #reportWay({ $ref, [MARK]: mark }: JsonObject, path: Path): void {
    const way = mark === true ? [] : alongRef(this.#root, $ref);
    const target = way.pop();
    if (target === undefined || this.#internal.has(target)) return;
    const holder = way.some((one) => this.#internal.has(one));
    if (holder) this.#report([...path, '$ref'], `The $ref "${$ref}" points to an internal part`);
  }

  /** @param message What is missing, without a period. */
  #report(path: Path, message: string): void {
    const origin = this.#origins.at(this.#root, path);
    const details = {
      rule: 'internal-part',
      severity: 'warning',
      message: `${message}, so pages omit it, and the object that contains it is incomplete.`,
      suggestion: `Mark that object with ${MARK}: true as well, or make this part public.`,
    } as const;
    if (origin) this.problems.push(origin.file.problem(details, origin.path));
  }
}

/** Whether a member is a single object, not a list or map. */
function isSingle(kind: ObjectKind, key: string): boolean {
  return kind !== 'callback' && walkedField(kind, key)?.shape === 'one';
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}
