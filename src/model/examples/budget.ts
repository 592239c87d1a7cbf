import { isNumber } from '../../json/number.ts';

/**
 * No example shows more characters of a made-up text, items of a list or properties than this, whatever
 * the document asks for: nobody would read on.
 */
export const MOST = 256;

/** Of a made-up text that could only be shown in part anyway, a reader needs no more than this. */
const GLIMPSE = 32;

/** For one page: about a second of work, and as much text as a large book. */
const PAGE = { steps: 100_000, characters: 4_000_000 };

/** Shares of what is left: one example, however costly, leaves most to the others of its page. */
const STEPS_SHARE = 4;
const CHARACTERS_SHARE = 64;

/**
 * What may be spent on a page's examples, or on anything else whose cost could grow far beyond the
 * document: steps (a schema looked at, for one value) and characters of text. What is spent counts,
 * not time, so the result is the same everywhere.
 */
export class Budget {
  #steps: number;
  #characters: number;
  readonly #whole: Budget | undefined;

  /** @param whole What this is a part of, and ends with. */
  constructor({ steps, characters }: { steps: number; characters: number } = PAGE, whole?: Budget) {
    this.#steps = steps;
    this.#characters = characters;
    this.#whole = whole;
  }

  /** Steps that are left. What is taken from them is taken from the whole, too. */
  get left(): number {
    return Math.min(this.#steps, this.#whole?.left ?? this.#steps);
  }

  set left(steps: number) {
    this.spend(this.left - steps);
  }

  /** Takes steps, also from the whole. @returns false where there were none left. */
  spend(steps = 1): boolean {
    const isLeft = this.#steps > 0;
    this.#steps -= steps;
    return (this.#whole?.spend(steps) ?? true) && isLeft;
  }

  /** Takes characters, where there are that many. @returns whether there were. */
  take(characters: number): boolean {
    if (characters > this.#characters) return false;
    this.#characters -= characters;
    return true;
  }

  /** A budget for one of many: its steps are taken from this one, too, its characters are counted apart. */
  share(): Budget {
    const steps = Math.ceil(this.#steps / STEPS_SHARE);
    const characters = Math.ceil(this.#characters / CHARACTERS_SHARE);
    return new Budget({ steps, characters }, this);
  }

  /** Another try at the same: with half of the steps that are left, and all of the characters. */
  half(): Budget {
    return new Budget({ steps: Math.ceil(this.#steps / 2), characters: this.#characters }, this);
  }
}

/** A count that a document asks for (`minItems`, `minLength`, ...), as far as an example goes along. */
export function countOf(asked: unknown, fallback = 0): number {
  const count = isNumber(asked) ? Number(asked) : -1;
  return count >= 0 ? Math.min(count, MOST) : fallback;
}

/** The beginning of a text that is too long to be shown. */
export function glimpseOf(text: string): string {
  return text.length <= GLIMPSE ? text : `${text.slice(0, GLIMPSE - 1)}…`;
}
