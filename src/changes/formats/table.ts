import { formatJson } from './json.ts';
import { formatMarkdown } from './markdown.ts';
import { formatGithubChanges, formatSarifChanges } from './problems.ts';
import type { ChangeFormat } from './report.ts';
import { formatText } from './text.ts';

/** Every output format by the name that selects it. */
export const CHANGE_FORMATS = {
  text: formatText,
  json: formatJson,
  markdown: formatMarkdown,
  github: formatGithubChanges,
  sarif: formatSarifChanges,
} satisfies Record<string, ChangeFormat>;

export type ChangeFormatName = keyof typeof CHANGE_FORMATS;
