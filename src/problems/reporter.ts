import type { Problem, Severity } from './problem.ts';

/** A rule as reports describe it. */
export interface RuleAbout {
  readonly id: string;
  readonly severity: Severity;
  /** What it finds; a noun phrase. */
  readonly about: string;
}

/** What was read besides the documents themselves: referenced files, overlays, and the network. */
export interface Reads {
  /** Paths relative to the project's folder, with `/`. */
  readonly files: readonly string[];
  /** Host (with its port unless it is the default) to the number of requests. */
  readonly hosts: { readonly [host: string]: number };
}

export interface ReportOptions {
  readonly color: boolean;
  /** Rules that were checked, whether or not they found something. */
  readonly rules: readonly RuleAbout[];
  readonly reads: Reads;
}

/** Takes problems in any order and returns the whole report, without a trailing line break. */
export type Reporter<Options extends keyof ReportOptions = keyof ReportOptions> = (
  problems: readonly Problem[],
  options: Pick<ReportOptions, Options>,
) => string;
