import { asArray, asObject, asString } from '../../json/guards.ts';
import { textWords } from '../../openapi/name-words.ts';
import type { Document } from '../../openapi/types.ts';
import { KNOWN_NAMES, VERBS } from './words.ts';

/** How a document writes words. */
export interface Casing {
  /** Names and acronyms, by lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** Words that paths write as one, by lower case without spaces: `propertymapping` is `property mapping`. */
  readonly compounds: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds out how a document writes names and acronyms in its own texts, besides those that we know: words with several
 * capitals (`WebAuthn`), and words that begin with one within a sentence (`Kerberos`), unless they also occur without.
 * Compounds come from the names of schemas.
 *
 * @param texts Descriptions of operations.
 */
export function casingOf({ info, tags, components }: Document, texts: readonly string[]): Casing {
  const prose = [
    asObject(info).description,
    ...asArray(tags)
      .map(asObject)
      .flatMap(({ summary, description, ...tag }) => [tag['x-displayName'], summary, description]),
  ].flatMap((text) => asString(text) ?? []);
  const names = new Map(KNOWN_NAMES);
  const own = plain(prose);
  const lower = new Set(own.match(/(?<![\p{L}\d])\p{Ll}[\p{Ll}\d]*/gu));
  for (const [name] of own.matchAll(NAME)) if (!lower.has(name.toLowerCase())) add(names, name);
  for (const [name] of plain([own, ...texts]).matchAll(ACRONYM))
    if (!isCompound(name)) add(names, name);
  const schemas = Object.keys(asObject(asObject(components).schemas)).filter(isCompound);
  const compounds = schemas.map((name) => [name.toLowerCase(), textWords(name)] as const);
  return { names, compounds: new Map(compounds) };
}

/** Without code and addresses. */
function plain(texts: readonly string[]): string {
  return texts.join('\n').replace(/`[^`]*`|\]\([^)]*\)|https?:\S+/g, ' ');
}

function add(names: Map<string, string>, name: string): void {
  const key = name.toLowerCase();
  // GET and POST are verbs.
  if (!names.has(key) && !VERBS.has(key)) names.set(key, name);
}

/** A word with more than one capital. */
const ACRONYM =
  /(?<![\p{L}\d_-])(?=[\p{L}\d]*\p{Lu}[\p{L}\d]*\p{Lu})\p{L}[\p{L}\d]{1,15}(?![\p{L}\d_-])/gu;

/** A capitalized word within a sentence. */
const NAME = /(?<=[\p{Ll}\d,;:&/] )\p{Lu}[\p{Ll}\d]{2,}(?![\p{L}\d])/gu;

/** A name of code, whose parts are words: `PropertyMapping`. */
function isCompound(name: string): boolean {
  return /^(?:\p{Lu}[\p{Ll}\d]{2,}){2,}$/u.test(name);
}
