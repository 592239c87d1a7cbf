import type { Problem } from '../../problems/problem.ts';
import type { Side } from '../change.ts';
import type { JudgedChange } from '../judged.ts';

/** A place in a file, 1-based. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a report is about. */
export interface ChangeReport {
  /** Both documents, as on the command line. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly JudgedChange[];
  /** Entries of accepted changes that are wrong, or match nothing. */
  readonly problems: readonly Problem[];
  /** The place of a pointer in the source of one of both documents. */
  placeOf(side: Side, document: 'before' | 'after'): FilePlace;
}

export interface FormatOptions {
  readonly color: boolean;
}

/** Takes a report of one or several documents and returns the whole text, without a trailing line break. */
export type ChangeFormat = (reports: readonly ChangeReport[], options: FormatOptions) => string;
