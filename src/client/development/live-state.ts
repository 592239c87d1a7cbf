import type { Problem } from '../../problems/problem.ts';

/** What the development server tells the pages that are open, after each edit of a document. */
export interface LiveState {
  /** Rises with every edit. */
  readonly run: number;
  /** Slices that the last good edit changed or removed: `api/page-id`. */
  readonly changed: readonly string[];
  /** Errors of the last edit; none where it was good. */
  readonly problems: readonly Problem[];
  /** Why the pages could not be written, where that is no problem of a document. */
  readonly failure?: string;
}
