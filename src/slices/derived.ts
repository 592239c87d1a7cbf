import { append } from '../json/append.ts';
import { entriesOf } from '../json/guards.ts';
import { wordSet, wordsOf } from '../openapi/name-words.ts';
import type { Document } from '../openapi/types.ts';
import { type References, schemaNameOf } from './reach.ts';
import { fieldsOf } from './schema-fields.ts';

/** Words before a name that make it a derived one: `PatchedUser`, `PaginatedUsers`, `nullable-user`. */
const BEFORE = wordSet(
  'patched patch paginated paged page list collection model entity envelope',
  'create created new update updated upsert put post replace delete deleted edit editable save',
  'nullable optional partial minimal mini simple basic short compact brief full complete detailed extended',
  'readonly writable public private',
);

/** Words after a name that do the same: `UserRequest`, `UserList`, `User-Output`, `UserDto`. */
const AFTER = wordSet(
  'request requests response responses result results reply input output in out body payload params',
  'list lists page paged paginated collection array set items envelope wrapper dto',
  'create created new update updated upsert put post patch patched replace delete deleted edit save',
  'nullable optional partial minimal mini simple basic short compact brief full complete',
  'detail details detailed extended summary overview read readonly write writable',
);

/**
 * The schemas that are another one in some form, by the name of that one: `PatchedUserRequest`, `UserRequest` and
 * `PaginatedUserList` of `User`. The name of a derived schema is that of the other with words such as these around it;
 * and it refers to it or to one derived from it, or has at least half of its fields.
 */
export function derivedSchemas(
  document: Document,
  references: References,
): ReadonlyMap<string, string> {
  const schemas = entriesOf(document.components?.schemas);
  const byWords = new Map<string, string[]>();
  for (const [name] of schemas) append(byWords, lowerWords(name).join(' '), name);
  const fields = new Map(schemas.map(([name, schema]) => [name, fieldsOf(schema, references)]));
  const candidates = schemas.map(([name, schema]) => {
    const bases = basesOf(name).flatMap((base) => byWords.get(base) ?? []);
    return { name, schema, bases: bases.filter((base) => base !== name) };
  });
  const found = new Map<string, string>();
  for (const { name, bases } of candidates) {
    const own = fields.get(name) ?? new Set();
    const base = bases.find((one) => shares(own, fields.get(one) ?? new Set()));
    if (base !== undefined) found.set(name, base);
  }
  // Lists have none of the fields. They may refer to a form: `PaginatedUserList` to `UserSummary`.
  for (const { name, schema, bases } of candidates) {
    if (found.has(name) || bases.length === 0) continue;
    const units = references.directOf(schema);
    const referred = new Set(units.flatMap((unit) => schemaNameOf(unit) ?? []));
    for (const one of [...referred]) referred.add(found.get(one) ?? one);
    const base = bases.find((one) => referred.has(one));
    if (base !== undefined) found.set(name, base);
  }
  return new Map(Array.from(found, ([name, base]) => [name, rootOf(base, found)]));
}

/** The end of a chain: a base may be derived itself. Each is shorter than the one before, so it has an end. */
function rootOf(name: string, found: ReadonlyMap<string, string>): string {
  const base = found.get(name);
  return base === undefined ? name : rootOf(base, found);
}

function lowerWords(name: string): string[] {
  return wordsOf(name).map((word) => word.toLowerCase());
}

/** What is left of a name without some words around it, shortest first. */
function basesOf(name: string): string[] {
  const all = lowerWords(name);
  const before = all.findIndex((word) => !BEFORE.has(word));
  const after = all.toReversed().findIndex((word) => !AFTER.has(word));
  const bases: string[][] = [];
  for (let from = before < 0 ? all.length : before; from >= 0; from -= 1)
    for (let to = after < 0 ? all.length : after; to >= 0; to -= 1)
      if (from + to > 0 && from + to < all.length) bases.push(all.slice(from, all.length - to));
  return bases.sort((a, b) => a.length - b.length).map((base) => base.join(' '));
}

/** Whether one has at least half of the fields that the smaller of both has. */
function shares(own: ReadonlySet<string>, base: ReadonlySet<string>): boolean {
  const common = [...own].filter((name) => base.has(name)).length;
  return common > 0 && common * 2 >= Math.min(own.size, base.size);
}
