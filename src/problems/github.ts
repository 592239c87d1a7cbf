import { printable } from './frame.ts';
import type { Severity } from './problem.ts';
import { countProblems } from './report.ts';
import type { Reporter } from './reporter.ts';
import { sortProblems } from './sort.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'notice',
};

/**
 * GitHub Actions workflow commands, a line per problem, which become annotations on the files. Text from a
 * document cannot start a command of its own.
 */
export const formatGithub: Reporter<never> = (problems) =>
  [
    ...sortProblems(problems).map(({ severity, file, line, column, rule, message, suggestion }) => {
      const place = { file, line, col: column, title: rule };
      const properties = Object.entries(place).map(([name, value]) => `${name}=${property(value)}`);
      const text = suggestion === undefined ? message : `${message} ${suggestion}`;
      return `::${COMMANDS[severity]} ${properties.join(',')}::${escaped(printable(text))}`;
    }),
    `${countProblems(problems)}.`,
  ].join('\n');

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
