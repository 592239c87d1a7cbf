import { wordsOf } from '../../openapi/name-words.ts';

/** Words at the ends of a schema's name that are about its use, and not about the thing. */
const USES = new Set(
  (
    'api base body create created creation data detail details dto entity full get in info input item list minimal ' +
    'mini model new object out output paginated param params partial patch patched payload post private public put ' +
    'read record reference request resource response result schema self serializer simple summary type update updated ' +
    'upsert view write'
  ).split(' '),
);

const PERSONS = new Set(
  'author contact customer employee guest member owner patient person user'.split(' '),
);

/** More words are not a thing. */
const MOST_WORDS = 4;

/**
 * The thing that a schema is about, as within a sentence: `PatchedOAuth2ProviderRequest` is an `OAuth2 provider`.
 * Undefined if its name does not say it.
 */
export function thingOf(schemaName: string): string | undefined {
  const words = wordsOf(schemaName.replace(/^.*\./, ''));
  const isUse = (word: string | undefined): boolean => USES.has(word?.toLowerCase() ?? '');
  while (isUse(words.at(-1))) words.pop();
  while (isUse(words[0])) words.shift();
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  return words.map((word) => (/^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word)).join(' ');
}

/** Whether a thing is a person, or that of one. */
export function isPerson(thing: string | undefined): boolean {
  return PERSONS.has(thing?.split(' ').at(-1)?.toLowerCase() ?? '');
}
