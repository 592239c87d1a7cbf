import type { Problem, Severity } from './problem.ts';
import type { Reporter } from './reporter.ts';
import { sortProblems } from './sort.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS), which code scanning and editors read. */
export const formatSarif: Reporter<'rules'> = (problems, { rules }) =>
  JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'openapi-reference-site',
              rules: rules.map(({ id, severity, about }) => ({
                id,
                shortDescription: { text: about },
                defaultConfiguration: { level: LEVELS[severity] },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: sortProblems(problems).map(resultOf),
        },
      ],
    },
    null,
    2,
  );

function resultOf(problem: Problem): object {
  const { rule, severity, message, suggestion, file, line, column, pointer } = problem;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: suggestion === undefined ? message : `${message} ${suggestion}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ fullyQualifiedName: pointer }],
      },
    ],
  };
}

/** Section 3.4.3: a URI reference, so special characters of a path are encoded. */
function uriOf(file: string): string {
  return /^https?:/.test(file) ? file : file.split('/').map(encodeURIComponent).join('/');
}
