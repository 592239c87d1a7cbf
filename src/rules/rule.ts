import type { Part } from '../document/source.ts';
import type { Severity } from '../problems/problem.ts';
import type { Survey } from './survey.ts';

/** A mistake that a rule found, by its place in the finished document. */
export interface Finding {
  /** Segments of a JSON pointer; what does not stand in a source means its nearest ancestor there. */
  readonly path: readonly string[];
  /** What is marked of it. The name before the value if absent. */
  readonly part?: Part;
  /** What is wrong, with the value. One or two sentences. */
  readonly message: string;
  /** The fix, as an instruction. */
  readonly suggestion: string;
}

/** A check over a document; reports on nothing but what a maintainer can mend in it. */
export interface Rule {
  /** In kebab case; names the mistake. */
  readonly id: string;
  /** What it is unless `openapi/apis.ts` says otherwise. */
  readonly severity: Severity;
  /** What it finds, for lists of rules; a noun phrase. */
  readonly about: string;
  find(survey: Survey): Iterable<Finding>;
}
