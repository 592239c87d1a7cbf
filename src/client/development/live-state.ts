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

/** Where the state comes from, below the base URL: server-sent events, one for each state. */
export const LIVE_EVENTS = '__reference/events';

/** Dispatched on the document; `detail` holds the slices that changed. */
export const SLICES_CHANGED = 'ref:slices';
