import { isObject, type JsonObject } from '../json/guards.ts';
import { mapEntries } from '../json/key-order.ts';
import { decoded } from '../openapi/pointer.ts';
import type { Origins } from './origin.ts';
import { mapObjects, REFERRING, type Visitor } from './walk.ts';

/** A member, replaced where it is a text and becomes another. */
function replace(node: JsonObject, key: string, map: (value: unknown) => unknown): JsonObject {
  if (!Object.hasOwn(node, key)) return node;
  const value = map(node[key]);
  return value === node[key] ? node : { ...node, [key]: value };
}

/**
 * A document in which every reference, in each of its forms, is what `rewrite` makes of it: `$ref`,
 * `operationRef`, and what discriminators map to, which may be bare names.
 */
export function mapRefs(
  root: JsonObject,
  rewrite: (ref: string) => string,
  origins: Origins,
): JsonObject {
  const map = (value: unknown): unknown => (typeof value === 'string' ? rewrite(value) : value);
  const ref: Visitor = (node) => replace(node, '$ref', map);
  const schema: Visitor = (node, path) =>
    replace(ref(node, path), 'discriminator', (discriminator) =>
      isObject(discriminator)
        ? replace(replace(discriminator, 'defaultMapping', map), 'mapping', (mapping) =>
            isObject(mapping) && Object.values(mapping).some((value) => map(value) !== value)
              ? mapEntries(mapping, map)
              : mapping,
          )
        : discriminator,
    );
  const link: Visitor = (node, path) => replace(ref(node, path), 'operationRef', map);
  const visitors = Object.fromEntries(REFERRING.map((kind) => [kind, ref]));
  return mapObjects(root, 'document', { ...visitors, schema, link }, origins) as JsonObject;
}

/** What a fragment of a URI may hold (RFC 3986 section 3.5). */
const FRAGMENT = /^#(?:[\w\-.~!$&'()*+,;=:@/?]|%[\da-f]{2})*$/i;

/** An internal reference as a URI: what a fragment cannot hold is percent-encoded. */
export function encodeRef(ref: string): string {
  if (!ref.startsWith('#/') || FRAGMENT.test(ref)) return ref;
  return `#${encodeURI(decoded(ref.slice(1))).replaceAll('#', '%23')}`;
}
