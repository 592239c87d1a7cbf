import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { fieldsOf, WALKED } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { decoded } from '../openapi/pointer.ts';
import type { Path } from '../openapi/walk.ts';
import { mapObjects, replaced, type Visitor } from './map-objects.ts';
import type { Origins } from './origin.ts';

/**
 * A document with every reference, in each of its forms, rewritten. Mappings of discriminators may be bare
 * names.
 *
 * @param rewrite Receives a reference, and the kind of object that contains it.
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
      return keys.reduce((whole, key) => replaced(whole, key, map), node);
    };
  };
  const visitors = Object.fromEntries(WALKED.map((kind) => [kind, visitorOf(kind)]));
  return mapObjects(root, 'document', visitors, origins) as JsonObject;
}

/** Characters allowed in a fragment of a URI (RFC 3986 section 3.5). */
const FRAGMENT = /^#(?:[\w\-.~!$&'()*+,;=:@/?]|%[\da-f]{2})*$/i;

/** An internal reference as a URI: characters not allowed in a fragment are percent-encoded. */
export function encodeRef(ref: string): string {
  if (!ref.startsWith('#/') || FRAGMENT.test(ref)) return ref;
  return `#${encodeURI(decoded(ref.slice(1))).replaceAll('#', '%23')}`;
}
