import { ConfigError } from '../generate/config.ts';
import { field, Joi, mistakeIn } from '../generate/option-schema.ts';
import { formatPointer } from '../openapi/pointer.ts';
import type { Problem } from '../problems/problem.ts';
import type { StockOption, StockOptions } from './table.ts';

/** What is wrong with the options of the stock plugin, or not honored. */
export class OptionReport {
  readonly problems: Problem[] = [];
  readonly #configFile: string;

  /** @param configFile The configuration, for messages. */
  constructor(configFile: string) {
    this.#configFile = configFile;
  }

  /**
   * Reports the options of an object that are not honored.
   *
   * @throws ConfigError for an option that the stock plugin would not accept either.
   */
  check(at: readonly string[], given: unknown, options: StockOptions): void {
    if (given === undefined) return;
    const fields = Object.fromEntries(
      Object.entries(options).map(([name, { schema }]) => [name, schema]),
    );
    const schema = field(Joi.object(fields), 'an object', '{ … }');
    const mistake = mistakeIn(schema, given);
    if (mistake !== undefined)
      throw new ConfigError(
        `${[this.#configFile, dotted(at)].filter(Boolean).join(', ')}: ${mistake}`,
      );
    for (const [name, value] of Object.entries(given as Readonly<Record<string, unknown>>)) {
      const { effect, instead, isIgnored = () => true } = options[name] as StockOption;
      if (value === undefined || instead === undefined || !isIgnored(value)) continue;
      this.add(
        [...at, name],
        `${dotted([...at, name])} is ${shown(value)}, which has no effect: ${plain(effect)}`,
        plain(instead),
      );
    }
  }

  /** Adds a problem at an option. */
  add(
    at: readonly string[],
    message: string,
    suggestion: string,
    severity: Problem['severity'] = 'warning',
  ): void {
    this.problems.push({
      rule: 'stock-option',
      severity,
      message,
      file: this.#configFile,
      line: 1,
      column: 1,
      pointer: formatPointer(at),
      suggestion,
    });
  }
}

/** The place of an option in a configuration: `config.shop.specPath`. */
export function dotted(at: readonly string[]): string {
  return at.join('.');
}

/** Markdown as plain text. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** A value in a message. */
export function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  const json = JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 80)} …` : json;
}
