import pluralize from 'pluralize';
import { splitAtCapitals } from '../../openapi/name-words.ts';
import type { Casing } from './casing.ts';
import { SPOKEN } from './words.ts';

/** Words as people write them, from names as code writes them. */
export class Phrases {
  readonly #casing: Casing;

  constructor(casing: Casing) {
    this.#casing = casing;
  }

  /**
   * The words of a name, in lower case: `userGroups`, `user_groups` and `User-Groups` alike.
   *
   * @param name An operationId or the segment of a path.
   */
  split(name: string): string[] {
    return name
      .split(/[^\p{L}\d]+/u)
      .flatMap((part) =>
        this.#isName(part.toLowerCase())
          ? part
          : (this.#compound(part.toLowerCase()) ?? splitAtCapitals(part)),
      )
      .filter(Boolean)
      .map((word) => word.toLowerCase());
  }

  /** As a text within a sentence. */
  write(words: readonly string[]): string {
    return words.map((word) => this.#casing.names.get(word) ?? word).join(' ');
  }

  isPlural(words: readonly string[]): boolean {
    const last = words.at(-1) ?? '';
    return !this.#isName(last) && pluralize.isPlural(last) && !pluralize.isSingular(last);
  }

  plural(words: readonly string[]): string {
    return this.write(this.#changed(words, pluralize.plural));
  }

  singular(words: readonly string[]): string[] {
    return this.#changed(words, pluralize.singular);
  }

  /** One of them: `an LDAP source`, `a user`. */
  one(words: readonly string[]): string {
    const text = this.write(words);
    return `${articleOf(text)} ${text}`;
  }

  #compound(word: string): readonly string[] | undefined {
    const { compounds } = this.#casing;
    const singular = compounds.get(pluralize.singular(word));
    const isPlural = !compounds.has(word) && singular !== undefined;
    return isPlural ? this.#changed(singular, pluralize.plural) : singular;
  }

  #isName(word: string): boolean {
    return this.#casing.names.has(word);
  }

  #changed(words: readonly string[], change: (word: string) => string): string[] {
    const last = words.at(-1);
    if (last === undefined) return [];
    const changed = this.#isName(last) ? last : change(last);
    return [...words.slice(0, -1), changed];
  }
}

/** Letters whose names begin with a vowel. */
const VOWEL_LETTERS = /^[AEFHILMNORSX]/i;

function articleOf(text: string): 'a' | 'an' {
  const [first = ''] = text.split(' ', 1);
  const isSpelled = /^\p{L}\p{Lu}[\p{Lu}\d]*s?$/u.test(first) && !SPOKEN.has(first);
  if (isSpelled) return VOWEL_LETTERS.test(first) ? 'an' : 'a';
  if (/^(?:hour|honou?r|heir|honest)/i.test(first)) return 'an';
  if (/^(?:u(?:ni(?![nm])|s[aeiu]|t[ei]|r[iu]|k)|eu|one\b|once\b|ubi)/i.test(first)) return 'a';
  return /^[aeiou]/i.test(first) ? 'an' : 'a';
}
