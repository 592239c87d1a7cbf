import type { Phrases } from './phrase.ts';
import { TRANSPARENT } from './words.ts';

/** A static segment of a path. */
export interface Segment {
  readonly words: readonly string[];
  /** Whether a parameter follows it. */
  readonly isItem: boolean;
  /** Whether it consists of several segments. */
  readonly isTail?: boolean;
}

/** What a segment is about. */
interface Noun {
  readonly words: readonly string[];
  /** Words of the segment above: they distinguish it from others with the same name. */
  readonly above: readonly string[];
  /** What it belongs to: `/users/{id}/tokens`. */
  readonly parent?: readonly string[];
}

/** The things that a path names: `/users/{id}/tokens` are tokens of a user. */
export class PathNouns {
  readonly #phrases: Phrases;
  readonly segments: readonly Segment[];

  constructor(path: string, phrases: Phrases) {
    this.#phrases = phrases;
    this.segments = this.#read(path);
  }

  #read(path: string): Segment[] {
    const parts = path
      .replace(/\.\w+$/, '')
      .split('/')
      .filter(Boolean);
    const segments: Segment[] = [];
    for (const [at, part] of parts.entries()) {
      if (part.includes('{') || /^(?:api|v?\d+(?:[.-]\d+)*)$/i.test(part)) continue;
      const words = this.#phrases.split(part);
      if (words.length === 0) continue;
      const isItem = parts[at + 1]?.includes('{') === true;
      const before = segments.at(-1);
      const isTransparent =
        before && !before.isItem && TRANSPARENT.has(part) && this.#phrases.isPlural(before.words);
      if (isTransparent) segments.splice(-1, 1, { ...before, isItem });
      else segments.push({ words, isItem });
    }
    return withTails(segments);
  }

  /** What the segment at an index is about, in the singular. */
  at(at: number): Noun {
    const { segments } = this;
    let words: readonly string[] = this.#phrases.singular(segments[at]?.words ?? []);
    let index = at;
    // A kind of what is above: `/sources/ldap` is an LDAP source.
    while (index > 0 && !this.#phrases.isPlural(segments[index]?.words ?? [])) {
      const above = segments[index - 1];
      if (!above || above.isItem || !this.hasPluralAbove(index)) break;
      index -= 1;
      words = [...words, ...this.#phrases.singular(above.words)];
    }
    const above = segments[index - 1];
    return {
      words,
      above: above && !above.isItem ? this.#phrases.singular(above.words) : [],
      ...(above?.isItem && { parent: this.at(index - 1).words }),
    };
  }

  /** Whether a segment before an index, with no parameter between them, is plural. */
  hasPluralAbove(below: number): boolean {
    for (let index = below - 1; index >= 0; index -= 1) {
      const segment = this.segments[index];
      if (!segment || segment.isItem) return false;
      if (this.#phrases.isPlural(segment.words)) return true;
    }
    return false;
  }
}

/** With what is below a thing as one part of it: `/users/{id}/sync/status` ends with its sync status. */
function withTails(segments: readonly Segment[]): Segment[] {
  const from = segments.findLastIndex(({ isItem }, at) => isItem && at < segments.length - 1) + 1;
  const tail = segments.slice(from);
  if (from === 0 || tail.length < 2 || tail.at(-1)?.isItem) return [...segments];
  return [
    ...segments.slice(0, from),
    { words: tail.flatMap(({ words }) => words), isItem: false, isTail: true },
  ];
}
