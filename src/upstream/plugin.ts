import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
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
/** How long a process waits for the next run, in milliseconds. */
const IDLE = 30_000;

/** Processes that wait for a job, each with the timer that ends it. */
const idle = new Map<ChildProcess, NodeJS.Timeout>();

/**
 * `docusaurus-plugin-openapi-docs` in a child process, which starts with the first job and runs one after the
 * other: starting takes as long as a thousand pages. A process is left to the next `Upstream` for a while, so
 * that `start`, which generates after each edit, does not wait for a new one.
 */
export class Upstream {
  #child: ChildProcess | undefined;
  #output = '';
  readonly #keep = (text: string): void => {
    this.#output = (this.#output + text).slice(-OUTPUT);
  };

  /**
   * @returns its output.
   * @throws Error if it exits before the job is done.
   */
  async run(job: UpstreamJob): Promise<string> {
    this.#child ??= this.#take();
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

  /** Releases the process, if there is one: it ends when nothing needs it, at the latest with this process. */
  close(): void {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    for (const stream of streamsOf(child)) stream.off('data', this.#keep);
    setReferenced(child, false);
    idle.set(child, setTimeout(() => end(child), IDLE).unref());
  }

  /** A waiting process, or a new one. */
  #take(): ChildProcess {
    const child = idle.keys().next().value ?? start();
    clearTimeout(idle.get(child));
    idle.delete(child);
    for (const stream of streamsOf(child)) stream.on('data', this.#keep);
    setReferenced(child, true);
    return child;
  }
}

function start(): ChildProcess {
  const child = forkOwn('upstream/process.ts', { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of streamsOf(child)) stream.setEncoding('utf8');
  // Killed by someone else while it waits.
  child.on('exit', () => idle.delete(child));
  return child;
}

function end(child: ChildProcess): void {
  idle.delete(child);
  child.disconnect();
}

function streamsOf({ stdout, stderr }: ChildProcess): Readable[] {
  return [stdout, stderr].flatMap((stream) => stream ?? []);
}

/** Whether this process waits for the other one before it exits. */
function setReferenced(child: ChildProcess, isReferenced: boolean): void {
  const handles = [child, child.channel, ...streamsOf(child)] as readonly Partial<Handle>[];
  for (const handle of handles) {
    if (isReferenced) handle.ref?.();
    else handle.unref?.();
  }
}

interface Handle {
  ref(): void;
  unref(): void;
}
