import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

/** A signal asked this process to stop. */
export class Interrupted extends Error {
  /** The exit code that shells use for a process killed by a signal. */
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
    this.exitCode = 128 + (constants.signals[signal] ?? 0);
  }
}

const GUARD = new URL('./end-with-parent.mjs', import.meta.url).href;
const PATIENCE_MS = 2_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const children = new Set<ChildProcess>();
let interrupted: Interrupted | undefined;

/**
 * Starts Node.js with these arguments, in a process that ends with this one, however this one ends.
 *
 * @param output Where its stdout and stderr go; it has no stdin.
 */
export function startNode(
  args: readonly string[],
  options: SpawnOptions,
  output: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  const child = spawn(process.execPath, ['--import', GUARD, ...args], {
    ...options,
    // The last one is the pipe that the guard watches.
    stdio: ['ignore', output, output, 'pipe'],
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/**
 * @returns the exit code; 1 if a signal killed the process.
 * @throws Interrupted if this process was asked to stop as well.
 */
export async function exitOf(child: ChildProcess): Promise<number> {
  const [code] = await once(child, 'close');
  throwIfInterrupted();
  return code ?? 1;
}

/** @throws Interrupted if this process was asked to stop while `interruptible` ran. */
export function throwIfInterrupted(): void {
  if (interrupted) throw interrupted;
}

/**
 * Runs something that cleans up after itself. Ctrl+C, a closed terminal or a termination signal stop the
 * processes that it started, so that waiting for them throws `Interrupted`. A second signal kills this
 * process at once.
 */
export async function interruptible<Result>(run: () => Promise<Result>): Promise<Result> {
  const onSignal = (signal: NodeJS.Signals): void => {
    if (interrupted) process.exit(interrupted.exitCode);
    interrupted = new Interrupted(signal);
    for (const child of children) child.kill('SIGTERM');
    // A bundler may be too busy to react.
    setTimeout(() => {
      for (const child of children) child.kill('SIGKILL');
    }, PATIENCE_MS).unref();
    // A closed terminal accepts no output.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await run();
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}
