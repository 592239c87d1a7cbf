import { own } from '../json/guards.ts';

/** A text without its percent-encoding (RFC 3986 section 2.1), or as it is where that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name as a segment of a JSON pointer (RFC 6901 section 3): `a/b` is `a~1b`. */
export function escapeSegment(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescapeSegment(segment: string): string {
  return segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
}

/**
 * The segments of a JSON pointer in a URI fragment (RFC 6901 section 6): `#/a~1b/c%20d` gives
 * `['a/b', 'c d']`; the whole document, `#` or `#/`, gives none.
 */
export function parsePointer(pointer: string): string[] {
  const path = pointer.replace(/^#?\/?/, '');
  if (path === '') return [];
  return path.split('/').map((segment) => unescapeSegment(decoded(segment)));
}

/** The reverse of `parsePointer`, without percent-encoding: `#/a~1b/c d`, and `#/` for the root. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return `#/${segments.map((segment) => escapeSegment(String(segment))).join('/')}`;
}

/** What one segment leads to: an own member of an object, or an item of an array. */
export function step(value: unknown, segment: string): unknown {
  if (!Array.isArray(value)) return own(value, segment);
  return /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
}

/** What segments lead to, or undefined where they lead nowhere. */
export function valueAt(root: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>(step, root);
}
