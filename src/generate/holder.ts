import fs from 'node:fs';
import os from 'node:os';

/** The holder of a lock: a process, in a form that another one can check long afterwards. */
export interface Holder {
  readonly pid: number;
  /** When it took the lock, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Host name. */
  readonly host: string;
  /** Linux: the namespace in which process ids are unique; each container has its own. */
  readonly namespace?: string;
  /** Linux: id of the current boot, and the process's start time in clock ticks after it. */
  readonly boot?: string;
  readonly ticks?: string;
  /** Unique for each lock that is taken. */
  readonly token: string;
  /** The running command, for messages. */
  readonly command: string;
}

/** Locks that this process holds now. Shared by all copies of this module. */
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

/** The holder in a file; undefined if the file is damaged. */
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
 * Whether a holder is still running; `elsewhere` if that cannot be seen from here: on another machine, or in
 * another container.
 */
export function stateOf(holder: Holder): 'running' | 'gone' | 'elsewhere' {
  if (!isHere(holder)) return 'elsewhere';
  if (holder.boot !== bootId() || holder.startedAt < bootTime()) return 'gone';
  if (holder.pid === process.pid && !held.has(holder.token)) {
    // Even if start times are known, it may be another thread of this very process.
    const isThis = holder.ticks !== undefined && holder.ticks === processState(process.pid)?.ticks;
    return isThis ? 'running' : 'gone';
  }
  if (!isThere(holder.pid)) return 'gone';
  const now = processState(holder.pid);
  if (!now) return 'running';
  // The id of an earlier process now belongs to another one, or to a thread.
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
  /** Its start time, in clock ticks since boot. */
  readonly ticks: string;
  /** Whether it is a zombie, which has ended but was not reaped. */
  readonly isOver: boolean;
}

/** proc_pid_stat(5); undefined on systems without it. */
function processState(pid: number): ProcessState | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses, and may contain anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields?.[0], fields?.[19]];
  return state && ticks ? { ticks, isOver: state === 'Z' || state === 'X' } : undefined;
}

/** Whether the holder's process ids are also those of this system. */
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

/** Boot time in milliseconds since 1970; a minute early, since clocks are adjusted. */
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
