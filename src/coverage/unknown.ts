import { isObject } from '../json/guards.ts';
import type { ObjectName } from './keyword.ts';
import { isExtension, KEYWORDS, keywordOf } from './keywords.ts';

/** A field that is neither in the standard nor an extension. */
export interface UnknownKeyword {
  readonly object: ObjectName;
  readonly key: string;
  readonly path: readonly string[];
}

/** All fields of a document's objects that are not in the table of keywords, in document order. */
export function unknownKeywords(document: unknown): UnknownKeyword[] {
  return [...unknownIn('document', document, [])];
}

function* unknownIn(
  object: ObjectName,
  value: unknown,
  path: readonly string[],
): Generator<UnknownKeyword> {
  if (!isObject(value)) return;
  // A reference has the fields of a Reference Object, OpenAPI 3.1 section 4.8.23.
  const isReference = typeof value.$ref === 'string' && Object.hasOwn(KEYWORDS[object], '$ref');
  for (const [key, member] of Object.entries(value)) {
    const keyword = keywordOf(object, key) ?? (isReference && keywordOf('reference', key));
    const at = [...path, key];
    if (!keyword) {
      if (!key.startsWith('x-')) yield { object, key, path: at };
      continue;
    }
    if (!keyword.holds) continue;
    const { object: held, shape } = keyword.holds;
    if (shape === 'one') yield* unknownIn(held, member, at);
    else {
      for (const [name, item] of Object.entries(typeof member === 'object' ? (member ?? {}) : {})) {
        if (shape === 'list' || !isExtension(object, key, name))
          yield* unknownIn(held, item, [...at, name]);
      }
    }
  }
}
