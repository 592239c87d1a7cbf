import type { Problem, Severity } from './problem.ts';

/** A rule as reports describe it. */
export interface RuleAbout {
  readonly id: string;
  readonly severity: Severity;
  /** What it finds; a noun phrase. */
  readonly about: string;
}

export interface ReportOptions {
  readonly color: boolean;
  /** Rules that were looked at, whether or not they found something. */
  readonly rules: readonly RuleAbout[];
}

/** Problems in any order in, the whole report out, without a trailing line break. */
export type Reporter<Options extends keyof ReportOptions = keyof ReportOptions> = (
  problems: readonly Problem[],
  options: Pick<ReportOptions, Options>,
) => string;
