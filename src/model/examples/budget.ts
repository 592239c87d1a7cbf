import { asArray, asObject, isObject } from '../../json/guards.ts';
import { isNumber } from '../../json/number.ts';
import type { Json } from '../../openapi/types.ts';

/**
 * No example has more characters of generated text, list items or properties than this, whatever the document
 * requires: nobody would read on.
 */
export const MOST = 256;

/** Values in an example, itself included, unless no shorter one was found. */
export const MAX_NODES = 400;

/** Length of a generated text that can only be shown in part anyway. */
const GLIMPSE = 32;

/** For one page: about a second of work, and as much text as a large book. */
const PAGE = { steps: 100_000, characters: 4_000_000 };

/** Shares of what is left: one expensive example leaves most to the others of its page. */
const STEPS_SHARE = 4;
const CHARACTERS_SHARE = 64;

/**
 * What may be spent on a page's examples, or on anything else whose cost could grow far beyond the document:
 * steps (checks of a schema for one value) and characters of text. Counting steps instead of time keeps the
 * result reproducible.
 */
export class Budget {
  #steps: number;
  #characters: number;
  readonly #whole: Budget | undefined;

  /** @param whole The budget that this is a part of; it ends with that. */
  constructor({ steps, characters }: { steps: number; characters: number } = PAGE, whole?: Budget) {
    this.#steps = steps;
    this.#characters = characters;
    this.#whole = whole;
  }

  /** Steps left. Steps taken from a part are also taken from the whole. */
  get left(): number {
    return Math.min(this.#steps, this.#whole?.left ?? this.#steps);
  }

  set left(steps: number) {
    this.spend(this.left - steps);
  }

  /** Takes steps, also from the whole. @returns false if there were none left. */
  spend(steps = 1): boolean {
    const isLeft = this.#steps > 0;
    this.#steps -= steps;
    return (this.#whole?.spend(steps) ?? true) && isLeft;
  }

  /** Takes characters if there are enough. @returns whether there were. */
  take(characters: number): boolean {
    if (characters > this.#characters) return false;
    this.#characters -= characters;
    return true;
  }

  /**
   * A budget for one of many: its steps are also taken from this one, its characters are counted separately.
   */
  share(): Budget {
    const steps = Math.ceil(this.#steps / STEPS_SHARE);
    const characters = Math.ceil(this.#characters / CHARACTERS_SHARE);
    return new Budget({ steps, characters }, this);
  }

  /** Another attempt at the same: with half of the remaining steps, and all of the characters. */
  half(): Budget {
    return new Budget({ steps: Math.ceil(this.#steps / 2), characters: this.#characters }, this);
  }
}

/** A count that a document requires (`minItems`, `minLength`, ...), as far as an example follows it. */
export function countOf(asked: unknown, fallback = 0): number {
  const count = isNumber(asked) ? Number(asked) : -1;
  return count >= 0 ? Math.min(count, MOST) : fallback;
}

/** The beginning of a text that is too long to show. */
export function glimpseOf(text: string): string {
  return text.length <= GLIMPSE ? text : `${text.slice(0, GLIMPSE - 1)}…`;
}

/** How many values there are in a value, itself included. */
export function countNodes(value: Json): number {
  const children =
    isObject(value) || Array.isArray(value)
      ? Object.values(asObject(value)).concat(asArray(value))
      : [];
  return children.reduce<number>((sum, child) => sum + countNodes(child as Json), 1);
}
