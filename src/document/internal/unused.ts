import { cached } from '../../json/cached.ts';
import { isObject, type JsonObject, own } from '../../json/guards.ts';
import { mapEntries, omit } from '../../json/key-order.ts';
import { fieldOf, fieldsOf, walkedField } from '../../openapi/fields.ts';
import type { ObjectKind } from '../../openapi/keywords.ts';
import { parsePointer } from '../../openapi/pointer.ts';
import { eachObject } from '../../openapi/walk.ts';
import type { Origins } from '../origin.ts';
import { listOf } from './marks.ts';

/** A component by its place: `schemas/User`. */
type Component = string;

/**
 * Removes the components and tags that were only used by removed parts.
 *
 * @param before The document before the removal.
 */
export function withoutOrphans(root: JsonObject, before: JsonObject, origins: Origins): JsonObject {
  const used = new Uses(before);
  const wasUsed = used.from(endpointsOf(before));
  // Components that were never used are kept, with what they use.
  const alone = [...used.all].filter((one) => !wasUsed.has(one));
  const left = new Uses(root);
  const isUsed = left.from(endpointsOf(root), alone);
  const orphans = new Set([...wasUsed].filter((one) => left.all.has(one) && !isUsed.has(one)));
  const whole = withoutTags(withoutComponents(root, orphans, origins), before);
  origins.copied(whole, root);
  return whole;
}

/** Everything but components and texts: the parts of requests and responses. */
function endpointsOf(root: JsonObject): JsonObject {
  return omit(root, 'components');
}

/** The components, and which of them each part of a document uses. */
class Uses {
  readonly all = new Set<Component>();
  readonly #components: JsonObject;
  readonly #by = new Map<Component, ReadonlySet<Component>>();

  constructor({ components }: JsonObject) {
    this.#components = isObject(components) ? components : {};
    for (const [type] of fieldsOf('components')) {
      const named = this.#components[type];
      for (const name of isObject(named) ? Object.keys(named) : []) this.all.add(`${type}/${name}`);
    }
  }

  /** Components that the rest of a document uses, directly or indirectly. */
  from(endpoints: JsonObject, others: readonly Component[] = []): ReadonlySet<Component> {
    const found = new Set([...this.#usedBy(endpoints, 'document'), ...others]);
    // Iterating a Set also visits what is added meanwhile.
    for (const component of found) for (const next of this.#usedIn(component)) found.add(next);
    return found;
  }

  #usedIn(component: Component): ReadonlySet<Component> {
    return cached(this.#by, component, () => {
      const [type = '', ...name] = component.split('/');
      const value = own(own(this.#components, type), name.join('/'));
      return this.#usedBy(value, walkedField('components', type)?.kind ?? 'schema');
    });
  }

  #usedBy(value: unknown, as: ObjectKind): ReadonlySet<Component> {
    const used = new Set<Component>();
    const add = (type: string, name: string): void => {
      const component = `${type}/${name}`;
      if (this.all.has(component)) used.add(component);
    };
    const addRef = (ref: unknown): void => {
      if (typeof ref !== 'string' || !ref.startsWith('#/components/')) return;
      const [, type = '', name = ''] = parsePointer(ref);
      add(type, name);
    };
    eachObject(value, as, (node, kind) => {
      for (const [key, field] of fieldsOf(kind)) {
        if (field.kind !== 'ref') continue;
        for (const target of isObject(node[key]) ? Object.values(node[key]) : [node[key]]) {
          addRef(target);
          if (kind === 'discriminator') add('schemas', String(target));
        }
      }
      for (const requirement of Array.isArray(node.security) ? node.security : [])
        for (const name of Object.keys(isObject(requirement) ? requirement : {}))
          add('securitySchemes', name);
    });
    return used;
  }
}

function withoutComponents(
  root: JsonObject,
  orphans: ReadonlySet<Component>,
  origins: Origins,
): JsonObject {
  const { components } = root;
  if (orphans.size === 0 || !isObject(components)) return root;
  const left = mapEntries(components, (named, type) => {
    if (!isObject(named)) return named;
    const gone = Object.keys(named).filter(
      (name) => orphans.has(`${type}/${name}`) && !(type === 'schemas' && hasAnchor(named[name])),
    );
    if (gone.length === 0) return named;
    const some = omit(named, ...gone);
    origins.copied(some, named);
    return some;
  });
  origins.copied(left, components);
  const whole = { ...root, components: left };
  origins.copied(whole, root);
  return whole;
}

/** Whether references find a schema, or one in it, without its component's name. */
function hasAnchor(component: unknown): boolean {
  let found = false;
  eachObject(component, 'schema', (node, kind) => {
    found ||= Object.keys(node).some((key) => fieldOf(kind, key)?.kind === 'anchor');
  });
  return found;
}

/** The tags of the operations of a document. */
function tagsIn(root: JsonObject): ReadonlySet<unknown> {
  const tags = new Set<unknown>();
  eachObject(root, 'document', (node, kind) => {
    if (kind === 'operation' && Array.isArray(node.tags))
      for (const tag of node.tags) tags.add(tag);
  });
  return tags;
}

/** Removes only tags of removed operations; a parent tag is kept with its children. */
function withoutTags(root: JsonObject, before: JsonObject): JsonObject {
  const were = tagsIn(before);
  const are = tagsIn(root);
  const isLeft = (name: unknown): boolean => !were.has(name) || are.has(name);
  const tags = listOf(root.tags);
  const parents = new Set(tags.filter(({ name }) => isLeft(name)).map(({ parent }) => parent));
  const left = tags.filter(({ name }) => isLeft(name) || parents.has(name));
  const groups = listOf(root['x-tagGroups']).map((group) =>
    Array.isArray(group.tags) ? { ...group, tags: group.tags.filter(isLeft) } : group,
  );
  return {
    ...root,
    ...(tags.length > left.length && { tags: left }),
    ...(groups.length > 0 && { 'x-tagGroups': groups }),
  };
}
