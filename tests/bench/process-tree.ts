import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Memory of a process and all that it started. */
export interface TreeMemory {
  /** Sum over the processes, in bytes. */
  readonly sum: number;
  /** The largest single process, in bytes. */
  readonly largest: number;
  readonly processes: number;
}

/** A process, its parent, and on systems without /proc its memory in bytes. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly rss?: number;
}

/**
 * What a process and its descendants hold at this moment. On Linux the proportional set size, which
 * counts a page shared by two processes once; elsewhere the resident set, which counts it twice.
 */
export function treeMemory(root: number): TreeMemory {
  const rows = fs.existsSync('/proc/self/smaps_rollup') ? procRows() : psRows();
  const sizes = descendants(rows, root).map(({ pid, rss }) => rss ?? proportionalSize(pid));
  return {
    sum: sizes.reduce((a, b) => a + b, 0),
    largest: Math.max(0, ...sizes),
    processes: sizes.length,
  };
}

/** How memory is counted on this system, for the report. */
export function memoryMeasure(): 'PSS' | 'RSS' {
  return fs.existsSync('/proc/self/smaps_rollup') ? 'PSS' : 'RSS';
}

/** A process and everything below it. */
export function descendants(rows: readonly ProcessRow[], root: number): ProcessRow[] {
  const children = new Map<number, ProcessRow[]>();
  for (const row of rows) children.set(row.parent, [...(children.get(row.parent) ?? []), row]);
  const found = rows.filter((row) => row.pid === root);
  for (const row of found) found.push(...(children.get(row.pid) ?? []));
  return found;
}

function procRows(): ProcessRow[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      // `pid (name) state parent`: the name may hold spaces and parentheses.
      const stat = readOrEmpty(`/proc/${name}/stat`);
      const parent = /^.*\) \S (\d+)/s.exec(stat)?.[1];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
}

function proportionalSize(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function psRows(): ProcessRow[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return (stdout ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, rss = 0]) => ({ pid, parent, rss: rss * 1024 }));
}

/** A process may end between being listed and being read. */
function readOrEmpty(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
