import { colorsFor } from '../problems/colors.ts';

const pc = colorsFor(process.stderr);

/** A step that has ended, and how long it took. */
export interface StepTime {
  readonly step: string;
  readonly seconds: number;
}

/** Reports the current step and its duration on stderr. */
export class Progress {
  readonly #start = performance.now();
  #stepStart = this.#start;
  #step: string | undefined;
  readonly #times: StepTime[] = [];

  /** Ends the previous step and starts one. */
  step(name: string): void {
    this.done();
    this.#step = name;
    this.#stepStart = performance.now();
    if (process.stderr.isTTY) process.stderr.write(`  ${pc.cyan('·')} ${name} …`);
  }

  /** Ends the current step, if there is one. */
  done(): void {
    if (this.#step === undefined) return;
    const took = performance.now() - this.#stepStart;
    this.#times.push({ step: this.#step, seconds: Math.round(took / 10) / 100 });
    const line = `  ${pc.green('✓')} ${this.#step} ${pc.dim(seconds(took))}\n`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${line}` : line);
    this.#step = undefined;
  }

  /** Prints a line during a step. */
  print(line: string): void {
    const isTTY = process.stderr.isTTY && this.#step !== undefined;
    process.stderr.write(
      isTTY ? `\r\u001b[2K${line}\n  ${pc.cyan('·')} ${this.#step} …` : `${line}\n`,
    );
  }

  /** Ends the current step as failed. */
  fail(): void {
    if (this.#step === undefined) return;
    const line = `  ${pc.red('✗')} ${this.#step}\n`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${line}` : line);
    this.#step = undefined;
  }

  /** The steps that have ended. */
  get times(): readonly StepTime[] {
    return this.#times;
  }

  /** Time since the start, formatted. */
  total(): string {
    return seconds(performance.now() - this.#start);
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
