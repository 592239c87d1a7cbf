import fs from 'node:fs';
import os from 'node:os';

/** Who holds a lock: a process, in a form that another one can check long afterwards. */
export interface Holder {
  readonly pid: number;
  /** When it took the lock, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Name of the machine. */
  readonly host: string;
  /** Linux: within which process ids are unique; each container has its own. */
  readonly namespace?: string;
  /** Linux: id of the current boot, and when the process started in clock ticks after it. */
  readonly boot?: string;
  readonly ticks?: string;
  /** Different for each lock that is taken. */
  readonly token: string;
  /** The command that runs, for people. */
  readonly command: string;
}

/** Locks that this process holds now. Shared by copies of this module, should there be any. */
const HELD = Symbol.for('openapi-reference.locks');
const shared = globalThis as { [HELD]?: Set<string> };
shared[HELD] ??= new Set();
export const held: Set<string> = shared[HELD];

/** This process as a holder. */
export function thisProcess(token: string, command: string): Holder {
  return {
    pid: process.pid,
    startedAt: Date.now(),
    host: os.hostname(),
    namespace: pidNamespace(),
    boot: bootId(),
    ticks: processState(process.pid)?.ticks,
    token,
    command,
  };
}

/** What a file says about a holder; undefined where it is damaged. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text);
    const isOne =
      Number.isInteger(holder?.pid) && holder.pid > 0 && typeof holder.host === 'string';
    return isOne ? { startedAt: 0, token: '', command: 'run', ...holder } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a holder still runs; `elsewhere` where that cannot be seen from here: on another machine, or in
 * another container.
 */
export function stateOf(holder: Holder): 'running' | 'gone' | 'elsewhere' {
  if (!isHere(holder)) return 'elsewhere';
  if (holder.boot !== bootId() || holder.startedAt < bootTime()) return 'gone';
  if (holder.pid === process.pid && !held.has(holder.token)) {
    // Where start times are known, it may be another thread of this very process.
    const isThis = holder.ticks !== undefined && holder.ticks === processState(process.pid)?.ticks;
    return isThis ? 'running' : 'gone';
  }
  if (!isThere(holder.pid)) return 'gone';
  const now = processState(holder.pid);
  if (!now) return 'running';
  // The id of an earlier process is now that of another one, or of a thread.
  return now.isOver || (holder.ticks !== undefined && now.ticks !== holder.ticks)
    ? 'gone'
    : 'running';
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface ProcessState {
  /** When it started, in clock ticks since the machine did. */
  readonly ticks: string;
  /** Whether it ended, and only its parent has not yet asked for the exit code. */
  readonly isOver: boolean;
}

/** proc_pid_stat(5); undefined on systems without it. */
function processState(pid: number): ProcessState | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  // The second field is the name of the program, in parentheses, and may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields?.[0], fields?.[19]];
  return state && ticks ? { ticks, isOver: state === 'Z' || state === 'X' } : undefined;
}

/** Whether process ids mean the same to a holder as they do here. */
export function isHere({ host, namespace }: Holder): boolean {
  return host === os.hostname() && namespace === pidNamespace();
}

function pidNamespace(): string | undefined {
  try {
    return fs.readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}

function bootId(): string | undefined {
  return readOrNothing('/proc/sys/kernel/random/boot_id')?.trim();
}

/** When the machine started, in milliseconds since 1970; a minute early, as clocks are set. */
function bootTime(): number {
  return bootId() === undefined ? Date.now() - os.uptime() * 1000 - 60_000 : 0;
}

function readOrNothing(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
