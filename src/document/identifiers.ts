import type { JsonObject } from '../json/guards.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { formatPointer, parsePointer, valueAt } from '../openapi/pointer.ts';
import { eachObject, type Path } from '../openapi/walk.ts';
import { mapRefs } from './map-refs.ts';
import type { Origins } from './origin.ts';

/** Placeholder for the URL of a document without `$self`. */
const NOWHERE = 'https://document.invalid/';

/** A schema with its own URI, and its place. */
interface Resource {
  readonly uri: string;
  readonly path: Path;
}

/**
 * References by URI, to `$self` (OpenAPI 3.2 section 4.1) and to the `$id` of a schema (JSON Schema 2020-12
 * core section 8.2.1), become pointers into the document; so do pointers below a schema with an `$id`, which
 * are relative to that schema if they match something in it. A document without either is returned unchanged.
 */
export function resolveIdentifiers(root: JsonObject, origins: Origins): JsonObject {
  const self = uriOf(root.$self, NOWHERE) ?? NOWHERE;
  const resources: Resource[] = [];
  eachObject(root, 'document', (node, kind, path) => {
    if (kind !== 'schema' || typeof node.$id !== 'string') return;
    const uri = uriOf(node.$id, baseOf(path, resources, self));
    if (uri !== undefined) resources.push({ uri, path: [...path] });
  });
  if (resources.length === 0 && self === NOWHERE) return root;
  const byUri = new Map([{ uri: self, path: [] }, ...resources].map((one) => [one.uri, one.path]));
  const rewrite = (ref: string, kind: ObjectKind, at: Path): string => {
    const base = baseOf(at, resources, self);
    const isLocal = ref.startsWith('#');
    if ((isLocal && base === self) || (kind === 'discriminator' && isName(ref))) return ref;
    const [, fragment = ''] = ref.split('#');
    const path = byUri.get(uriOf(ref, base) ?? '');
    // An anchor is searched for in the whole document.
    if (path === undefined || (fragment !== '' && !fragment.startsWith('/'))) return ref;
    // Pointers from the document's root are common below an `$id` as well, and therefore accepted.
    const target = valueAt(root, [...path, ...parsePointer(fragment)]);
    if (isLocal && target === undefined) return ref;
    return `${formatPointer(path).replace(/\/$/, '')}${fragment}`;
  };
  return mapRefs(root, rewrite, origins);
}

/** A mapping may be the name of a component, which is not a URI. */
function isName(target: string): boolean {
  return /^[\w.-]+$/.test(target);
}

/** The base URI at a path: that of the nearest enclosing schema with one. */
function baseOf(path: Path, resources: readonly Resource[], self: string): string {
  const around = resources.findLast((one) =>
    one.path.every((segment, index) => path[index] === segment),
  );
  return around?.uri ?? self;
}

/** An absolute URI without a fragment. */
function uriOf(ref: unknown, base: string): string | undefined {
  if (typeof ref !== 'string' || !URL.canParse(ref, base)) return undefined;
  const url = new URL(ref, base);
  url.hash = '';
  return url.href;
}
