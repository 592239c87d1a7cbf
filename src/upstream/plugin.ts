import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { forkOwn } from '../own-files.ts';

/** A job for the process: the pages of an API, from the files in a folder. */
export interface UpstreamJob {
  readonly folder: string;
  readonly api: string;
  /** Whether the outline has tag groups. */
  readonly grouped: boolean;
}

/** How much of its output is kept for an error message. */
const OUTPUT = 10_000;

/**
 * `docusaurus-plugin-openapi-docs` in a child process, which starts with the first job and runs one after the
 * other: starting takes as long as a thousand pages.
 */
export class Upstream {
  #child: ChildProcess | undefined;
  #output = '';

  /**
   * @returns its output.
   * @throws Error if it exits before the job is done.
   */
  async run(job: UpstreamJob): Promise<string> {
    this.#child ??= this.#start();
    const child = this.#child;
    this.#output = '';
    child.send(job);
    // A process runs many jobs; listeners of one must not be left behind.
    const settled = new AbortController();
    const { signal } = settled;
    const code = await Promise.race([
      once(child, 'message', { signal }).then(() => undefined),
      once(child, 'close', { signal }).then(([exit]) => String(exit)),
    ]).finally(() => settled.abort());
    if (code === undefined) return this.#output;
    this.#child = undefined;
    throw new Error(`docusaurus-plugin-openapi-docs failed (exit code ${code}):\n${this.#output}`);
  }

  /** Ends the process, if there is one. */
  close(): void {
    this.#child?.disconnect();
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const child = forkOwn('upstream/process.ts', {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-OUTPUT);
      });
    }
    return child;
  }
}
