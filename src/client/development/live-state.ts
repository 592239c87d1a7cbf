import type { Problem } from '../../problems/problem.ts';

/** What the development server sends to open pages after each edit of a document. */
export interface LiveState {
  /** Increases with every edit. */
  readonly run: number;
  /** Slices that the last valid edit changed or removed: `api/page-id`. */
  readonly changed: readonly string[];
  /** Errors of the last edit; none if it was valid. */
  readonly problems: readonly Problem[];
  /** Why the pages could not be written, if not because of a problem in a document. */
  readonly failure?: string;
}
