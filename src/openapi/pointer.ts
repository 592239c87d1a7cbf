import { own } from '../json/guards.ts';

/** A text with its percent-encoding decoded (RFC 3986 section 2.1), or unchanged if that is malformed. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name as a segment of a JSON pointer (RFC 6901 section 3): `a/b` becomes `a~1b`. */
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

/** The segments of a pointer of `formatPointer`, in which `%` is a character like any other. */
export function plainSegments(pointer: string): string[] {
  const path = pointer.replace(/^#?\/?/, '');
  return path === '' ? [] : path.split('/').map(unescapeSegment);
}

/** A pointer for people, without percent-encoding: `#/a~1b/c d`, and `#/` for the root. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return `#/${segments.map((segment) => escapeSegment(String(segment))).join('/')}`;
}

/** The target of one segment: an own member of an object, or an item of an array. */
export function step(value: unknown, segment: string): unknown {
  if (!Array.isArray(value)) return own(value, segment);
  return /^(0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
}

/** The target of segments, or undefined if there is none. */
export function valueAt(root: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>(step, root);
}
