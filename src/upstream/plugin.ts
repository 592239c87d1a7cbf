import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the process is asked for: the pages of an API, from the files in a folder. */
export interface UpstreamJob {
  readonly folder: string;
  readonly api: string;
  /** Whether the outline has groups of tags. */
  readonly grouped: boolean;
}

const SCRIPT = fileURLToPath(new URL('./process.ts', import.meta.url));
/** So much of what it printed is kept, for when it fails. */
const OUTPUT = 10_000;

/**
 * `docusaurus-plugin-openapi-docs` in a process of its own, which starts with the first job and takes one
 * after the other: starting takes as long as a thousand pages do.
 */
export class Upstream {
  #child: ChildProcess | undefined;
  #output = '';

  /**
   * @returns what it printed.
   * @throws Error when it ends before the job is done.
   */
  async run(job: UpstreamJob): Promise<string> {
    this.#child ??= this.#start();
    const child = this.#child;
    this.#output = '';
    child.send(job);
    // A process takes many jobs; what waits for one must not stay behind.
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
    const child = fork(SCRIPT, {
      execArgv: ['--import', import.meta.resolve('tsx')],
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
