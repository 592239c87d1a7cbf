import fs from 'node:fs';
import path from 'node:path';

/** Code of a language, and the operation that it asks for. */
export interface Sample {
  readonly operation: string;
  readonly code: string;
}

/** What runs the samples of a language for real. */
export interface Runner {
  /** `curl`, as the samples have it. */
  readonly language: string;
  /** What runs them: `bash and curl`. */
  readonly with: string;
  /** What the machine lacks to do so, or undefined. */
  readonly lacks: () => string | undefined;
  /**
   * Runs samples in a folder that has the files they name. Gives what their programs complained of,
   * by the index of the sample; what arrived is for the server to say.
   */
  readonly run: (samples: readonly Sample[], folder: string) => Promise<readonly Complaint[]>;
}

export interface Complaint {
  readonly index: number;
  readonly text: string;
}

/** Writes samples to files, named by their index. */
export function writeSamples(samples: readonly Sample[], folder: string, end: string): string[] {
  return samples.map(({ code }, index) => {
    const name = `sample-${index}${end}`;
    fs.writeFileSync(path.join(folder, name), code);
    return name;
  });
}

/**
 * Reads complaints as programs that run many samples print them, one a line: the index, a tab, and a
 * text. A program that ended badly has a complaint of its own.
 */
export function complaintsIn(ended: {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}): Complaint[] {
  const lines = ended.output.split('\n').flatMap((line): Complaint[] => {
    const [, index, text = ''] = /^(\d+)\t(.*)$/.exec(line) ?? [];
    return index === undefined ? [] : [{ index: Number(index), text }];
  });
  return ended.code === 0 ? lines : [...lines, { index: 0, text: ended.errors.slice(-2000) }];
}

/** Names of the files that a program of a sample would read. */
export function filesOf(samples: readonly Sample[]): string[] {
  return [...new Set(samples.flatMap(({ code }) => code.match(/\b[\w-]+\.bin\b/g) ?? []))];
}
