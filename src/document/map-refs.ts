import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { fieldsOf, WALKED } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { decoded } from '../openapi/pointer.ts';
import type { Path } from '../openapi/walk.ts';
import { mapObjects, type Visitor } from './map-objects.ts';
import type { Origins } from './origin.ts';

/** A member, replaced where it is a text and becomes another. */
function replace(node: JsonObject, key: string, map: (value: unknown) => unknown): JsonObject {
  if (!Object.hasOwn(node, key)) return node;
  const value = map(node[key]);
  return value === node[key] ? node : { ...node, [key]: value };
}

/**
 * A document in which every reference, in each of its forms, is what `rewrite` makes of it. What discriminators
 * map to may be bare names.
 *
 * @param rewrite Gets a reference, and what kind of object has it where.
 */
export function mapRefs(
  root: JsonObject,
  rewrite: (ref: string, kind: ObjectKind, path: Path) => string,
  origins: Origins,
): JsonObject {
  const visitorOf = (kind: ObjectKind): Visitor => {
    const keys = fieldsOf(kind).flatMap(([key, field]) => (field.kind === 'ref' ? [key] : []));
    return (node, path) => {
      const map = (value: unknown): unknown => {
        if (typeof value === 'string') return rewrite(value, kind, path);
        const isNew = isObject(value) && Object.values(value).some((one) => map(one) !== one);
        return isNew ? mapEntries(value, map) : value;
      };
      return keys.reduce((whole, key) => replace(whole, key, map), node);
    };
  };
  const visitors = Object.fromEntries(WALKED.map((kind) => [kind, visitorOf(kind)]));
  return mapObjects(root, 'document', visitors, origins) as JsonObject;
}

/** What a fragment of a URI may hold (RFC 3986 section 3.5). */
const FRAGMENT = /^#(?:[\w\-.~!$&'()*+,;=:@/?]|%[\da-f]{2})*$/i;

/** An internal reference as a URI: what a fragment cannot hold is percent-encoded. */
export function encodeRef(ref: string): string {
  if (!ref.startsWith('#/') || FRAGMENT.test(ref)) return ref;
  return `#${encodeURI(decoded(ref.slice(1))).replaceAll('#', '%23')}`;
}
