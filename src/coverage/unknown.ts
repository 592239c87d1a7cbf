import { isObject } from '../json/guards.ts';
import { fieldOf, heldBy, isExtension } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';

/** A field that is neither in the standard nor an extension. */
export interface UnknownKeyword {
  readonly object: ObjectKind;
  readonly key: string;
  readonly path: readonly string[];
}

/** All fields of a document's objects that are not in the table of keywords, in document order. */
export function unknownKeywords(document: unknown): UnknownKeyword[] {
  return [...unknownIn('document', document, [])];
}

function* unknownIn(
  object: ObjectKind,
  value: unknown,
  path: readonly string[],
): Generator<UnknownKeyword> {
  if (!isObject(value)) return;
  // A reference has the fields of a Reference Object, OpenAPI 3.1 section 4.8.23.
  const isReference = typeof value.$ref === 'string' && fieldOf(object, '$ref') !== undefined;
  for (const [key, member] of Object.entries(value)) {
    const field = fieldOf(object, key) ?? (isReference ? fieldOf('reference', key) : undefined);
    const at = [...path, key];
    if (!field || field.until) {
      if (!key.startsWith('x-')) yield { object, key, path: at };
      continue;
    }
    const held = heldBy(object, key);
    if (!held) continue;
    if (held.shape === 'one') yield* unknownIn(held.kind, member, at);
    else {
      for (const [name, item] of Object.entries(typeof member === 'object' ? (member ?? {}) : {})) {
        if (held.shape === 'list' || !isExtension(object, key, name))
          yield* unknownIn(held.kind, item, [...at, name]);
      }
    }
  }
}
