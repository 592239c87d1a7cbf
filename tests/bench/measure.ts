import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { treeMemory } from './process-tree.ts';

/** What a command may use before it is ended. */
export interface Limits {
  /** Bytes, summed over its processes. */
  readonly memory: number;
  readonly seconds: number;
}

export interface Command {
  /** Arguments for this Node.js. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Gets everything that the command prints. */
  readonly log: string;
}

/** How a command went. */
export interface Measured {
  readonly seconds: number;
  /** Largest sum over its processes at one moment, in bytes. */
  readonly peakMemory: number;
  /** Largest single process at any moment, in bytes. */
  readonly largestProcess: number;
  readonly ended: 'done' | 'failed' | 'memory limit' | 'time limit';
  /** Why it did not get done. */
  readonly reason?: string;
  /** Load of the machine in the minute before, the run before this one and the work of others. */
  readonly loadBefore: number;
}

const INTERVAL = 250;

/** Groups of processes that run at the moment; they go when the benchmark is interrupted. */
const running = new Set<number>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const pid of running) endGroup(pid);
    process.exit(130);
  });
}

/** Runs a command, watching time and memory; it never throws for what the command does. */
export async function measure(command: Command, limits: Limits): Promise<Measured> {
  fs.mkdirSync(path.dirname(command.log), { recursive: true });
  const output = fs.openSync(command.log, 'w');
  const loadBefore = os.loadavg()[0] ?? 0;
  const start = performance.now();
  // A group of its own, so that all of it can be ended.
  const child = spawn(process.execPath, command.args, {
    cwd: command.cwd,
    env: cleanEnvironment(command.env),
    stdio: ['ignore', output, output],
    detached: true,
  });
  const { peakMemory, largestProcess, limit, code } = await watch(child, start, limits);
  const seconds = (performance.now() - start) / 1000;
  fs.closeSync(output);
  const ended = limit ?? (code === 0 ? 'done' : 'failed');
  const reason = ended === 'failed' ? failureOf(fs.readFileSync(command.log, 'utf8'), code) : limit;
  return {
    seconds,
    peakMemory,
    largestProcess,
    ended,
    ...(reason !== undefined && { reason }),
    loadBefore,
  };
}

interface Watched {
  readonly peakMemory: number;
  readonly largestProcess: number;
  readonly limit: 'memory limit' | 'time limit' | undefined;
  readonly code: number | null;
}

async function watch(child: ChildProcess, start: number, limits: Limits): Promise<Watched> {
  const pid = child.pid ?? 0;
  running.add(pid);
  let peakMemory = 0;
  let largestProcess = 0;
  let limit: Watched['limit'];
  const timer = setInterval(() => {
    const { sum, largest } = treeMemory(pid);
    peakMemory = Math.max(peakMemory, sum);
    largestProcess = Math.max(largestProcess, largest);
    if (sum > limits.memory) limit ??= 'memory limit';
    else if (performance.now() - start > limits.seconds * 1000) limit ??= 'time limit';
    if (limit) endGroup(pid);
  }, INTERVAL);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  // Helpers that outlive their parent would be measured with the next command.
  endGroup(pid);
  running.delete(pid);
  return { peakMemory, largestProcess, limit, code };
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is over already.
  }
}

/** npm's and this process' own settings are nothing that a build gets to see. */
function cleanEnvironment(extra: Command['env']): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$|FORCE_COLOR$|TSX_)/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    CI: 'true',
    ...extra,
  } as NodeJS.ProcessEnv;
}

/** The line of a log that says most about a failure. */
export function failureOf(log: string, code: number | null): string {
  const lines = log.split('\n').map((line) => line.trim());
  const line =
    lines.find((text) => /heap out of memory|heap limit/i.test(text)) ??
    lines.findLast((text) => /\berror\b|cannot|failed/i.test(text)) ??
    lines.findLast((text) => text !== '') ??
    'no output';
  return `exit ${code ?? 'by a signal'}: ${line.slice(0, 200)}`;
}
