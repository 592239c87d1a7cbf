import { formatGithub } from './github.ts';
import { formatJson } from './json.ts';
import { formatProblems } from './report.ts';
import type { Reporter } from './reporter.ts';
import { formatSarif } from './sarif.ts';

/** Every output format by the name that selects it. */
export const REPORTERS = {
  text: formatProblems,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
} satisfies Record<string, Reporter>;

export type Format = keyof typeof REPORTERS;
