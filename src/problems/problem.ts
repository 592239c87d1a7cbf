/** How much a problem matters: an error stops generation, a warning does not, a hint is advice. */
export type Severity = 'error' | 'warning' | 'hint';

/**
 * A user's mistake, as data with a place.
 *
 * Everything that finds mistakes returns these; reporters turn them into text, JSON or annotations.
 */
export interface Problem {
  /** Stable id of the rule in kebab case, for example `unresolved-ref`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the offending value. One or two sentences, no line breaks. */
  readonly message: string;
  /** File (relative to the working folder) or URL that contains the mistake. */
  readonly file: string;
  /** 1-based; 1 if the problem concerns the whole file. */
  readonly line: number;
  /** 1-based; 1 if the problem concerns the whole file. */
  readonly column: number;
  /** JSON pointer (RFC 6901, with `#`) into the file, `#/` for its root. */
  readonly pointer: string;
  /** The fix, as an instruction. */
  readonly suggestion?: string;
  /** Source lines around the mistake, without colors, already cut to width. */
  readonly frame?: string;
}
