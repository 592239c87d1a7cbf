import type { Proof } from './prove.ts';

/** A line of the table: what was done with the samples of a language, in all APIs. */
export interface Line {
  readonly language: string;
  sent: number;
  passed: number;
  failed: number;
  parsed: number;
  notes: string[];
}

/** Counts what was proved, by language, and prints one table of it. */
export class Report {
  readonly #lines = new Map<string, Line>();

  ran(language: string, { sent, passed }: Proof, operations: number, by: string): void {
    const line = this.#line(language);
    line.sent += sent;
    line.passed += passed;
    line.failed += operations - passed;
    this.note(language, `run with ${by}`);
  }

  parsed(language: string, samples: number): void {
    this.#line(language).parsed += samples;
  }

  note(language: string, text: string): void {
    const { notes } = this.#line(language);
    if (!notes.includes(text)) notes.push(text);
  }

  toString(): string {
    const rows = [...this.#lines.values()].map((line) => [
      line.language,
      String(line.sent),
      String(line.passed),
      String(line.failed),
      String(line.parsed),
      line.notes.join('; ') || 'not run: checked by its grammar only',
    ]);
    const all = [['language', 'sent', 'passed', 'failed', 'parsed', 'how'], ...rows];
    const widths = (all[0] ?? []).map((_cell, column) =>
      Math.max(...all.map((row) => row[column]?.length ?? 0)),
    );
    return all
      .map((row) =>
        row
          .map((cell, column) =>
            column > 0 && column < 5
              ? cell.padStart(widths[column] ?? 0)
              : cell.padEnd(widths[column] ?? 0),
          )
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  }

  #line(language: string): Line {
    const known = this.#lines.get(language);
    if (known) return known;
    const line = { language, sent: 0, passed: 0, failed: 0, parsed: 0, notes: [] };
    this.#lines.set(language, line);
    return line;
  }
}
