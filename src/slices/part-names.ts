import { asString, own } from '../json/guards.ts';
import { type Field, walkedField } from '../openapi/fields.ts';
import type { ObjectKind } from '../openapi/keywords.ts';
import { valueAt } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import type { Path } from '../openapi/walk.ts';

/** Levels of a document that a page has for itself: `paths`, a path, a method; `components`, a kind, a name. */
export const LEVELS = 3;

/** Keywords that say nothing to readers. */
const SILENT: ReadonlySet<string> = new Set(
  'components schemas paths webhooks properties patternProperties items oneOf anyOf allOf content schema'.split(
    ' ',
  ),
);

/**
 * Names for parts of schemas, as components: that of the schema or operation, then those of the properties that lead
 * there: `listEvents.responses.200.application-json.middle`.
 */
export class PartNames {
  readonly #document: Document;
  readonly #taken: Set<string>;

  constructor(document: Document) {
    this.#document = document;
    this.#taken = new Set(Object.keys(document.components?.schemas ?? {}));
  }

  /** A name that no other component has. A property without letters that a name can have is named by its title. */
  take(path: Path, schema: unknown): string {
    const operation = valueAt(this.#document, path.slice(0, LEVELS));
    const id = path[0] === 'components' ? undefined : asString(own(operation, 'operationId'));
    const words = wordsOf(path);
    // The path and the method of the operation.
    const all = (id === undefined ? words : [id, ...words.slice(2)]).map(plain);
    const title = all.at(-1) === '' ? plain(asString(own(schema, 'title')) ?? '') : '';
    const name = [...all, title].filter(Boolean).join('.') || 'part';
    let free = name;
    for (let number = 2; this.#taken.has(free); number++) free = `${name}-${number}`;
    this.#taken.add(free);
    return free;
  }
}

/** The names along a path into a document, and the keywords that say something; no positions in lists. */
function wordsOf(path: Path): string[] {
  const words: string[] = [];
  let kind: ObjectKind | undefined = 'document';
  for (let at = 0; at < path.length; at++) {
    const key = path[at] ?? '';
    const field: Field<ObjectKind> | undefined = kind && walkedField(kind, key);
    if (!SILENT.has(key)) words.push(key);
    if (field?.shape === 'map') words.push(path[++at] ?? '');
    // A list is also allowed in place of a single object: `items` before JSON Schema 2020-12.
    else if (/^\d+$/.test(path[at + 1] ?? '')) at++;
    kind = field?.kind;
  }
  return words;
}

/** Only what the name of a component can have (OpenAPI 3.1 section 4.8.7.1): letters without accents. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}
