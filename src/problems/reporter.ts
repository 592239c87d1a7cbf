import type { Problem, Severity } from './problem.ts';

/** A rule as reports describe it. */
export interface RuleAbout {
  readonly id: string;
  readonly severity: Severity;
  /** What it finds; a noun phrase. */
  readonly about: string;
}

/** What was read besides the documents themselves: their other files, overlays, and the network. */
export interface Reads {
  /** Paths from the project's folder, with `/`. */
  readonly files: readonly string[];
  /** Host, with its port unless that is the default one, to the number of requests. */
  readonly hosts: { readonly [host: string]: number };
}

export interface ReportOptions {
  readonly color: boolean;
  /** Rules that were looked at, whether or not they found something. */
  readonly rules: readonly RuleAbout[];
  readonly reads: Reads;
}

/** Problems in any order in, the whole report out, without a trailing line break. */
export type Reporter<Options extends keyof ReportOptions = keyof ReportOptions> = (
  problems: readonly Problem[],
  options: Pick<ReportOptions, Options>,
) => string;
