import type { Part } from '../document/source.ts';
import type { Severity } from '../problems/problem.ts';
import type { Survey } from './survey.ts';

/** A mistake that a rule found, with its path in the final document. */
export interface Finding {
  /** Segments of a JSON pointer. If the place is not in a source, its nearest ancestor is marked. */
  readonly path: readonly string[];
  /** The part to mark. Defaults to the name before the value. */
  readonly part?: Part;
  /** What is wrong, with the value. One or two sentences. */
  readonly message: string;
  /** The fix, as an instruction. */
  readonly suggestion: string;
}

/** A check of a document. Reports only what a maintainer can fix in it. */
export interface Rule {
  /** In kebab case; names the mistake. */
  readonly id: string;
  /** The default severity, which `openapi/apis.ts` can change. */
  readonly severity: Severity;
  /** What it finds, for lists of rules; a noun phrase. */
  readonly about: string;
  find(survey: Survey): Iterable<Finding>;
}
