import type { Change, Direction } from './change.ts';

/** What a change means for clients that were written for the earlier document. */
export const LEVELS = ['breaking', 'warning', 'info'] as const;

/**
 * `breaking`: a client that follows the earlier document fails. `warning`: some may, which the documents do not say.
 * `info`: none does.
 */
export type Level = (typeof LEVELS)[number];

/** What a rule says about a change, in a direction in which the change matters. */
export interface Verdict {
  /** Id of the rule. */
  readonly rule: string;
  readonly direction: Direction;
  readonly level: Level;
  /** What changed, with the values; a sentence without Markdown. May contain any text of the documents. */
  readonly message: string;
  /** What to do instead, or what clients have to do. */
  readonly fix?: string;
}

/** A change with what the rules say about it. JSON as it is. */
export interface JudgedChange {
  readonly change: Change;
  /** The highest level of its verdicts. */
  readonly level: Level;
  /** One for each direction in which it matters, the highest level first; never empty. */
  readonly verdicts: readonly [Verdict, ...Verdict[]];
  /** Why it was accepted, if it was: it then fails no check. */
  readonly accepted?: string;
}
