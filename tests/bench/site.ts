import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { note } from './log.ts';
import { type Limits, type Measured, measure } from './measure.ts';
import { LOGS } from './paths.ts';

export type SiteName = 'ours' | 'stock';

/** A document to build a site from. */
export interface BenchDocument {
  readonly id: string;
  /** Path of the file; undefined for the one that our site builds by default. */
  readonly file: string;
  /** Whether our site builds it with its own list of APIs, overlay and all. */
  readonly isDefault: boolean;
}

/** One of the two sites that are compared: how it is made to generate and to build. */
export interface Site {
  readonly name: SiteName;
  readonly folder: string;
  readonly output: string;
  /** Files and folders below `folder` that make a second run faster than the first. */
  readonly leftovers: readonly string[];
  /** Folders of pages that it never writes again: they are removed before it generates. Absent if `build` does both. */
  readonly written?: readonly string[];
  generate(document: BenchDocument): SiteCommand;
  build(document: BenchDocument): SiteCommand;
  /** Name of the file of an operation's page, below `output`. */
  page(document: BenchDocument, name: string): string;
  home: string;
  /** What is wrong with a build that says that all went well; undefined if nothing is. */
  fault(document: BenchDocument, pages: readonly string[]): string | undefined;
}

export interface SiteCommand {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Whether V8 may use what it takes for granted, or all of the machine. */
export type Heap = 'default' | 'machine';

/** Temporary files of the builds, caches of tsx and jiti among them. */
const TEMPORARY = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-bench-'));
process.once('exit', () => fs.rmSync(TEMPORARY, { recursive: true, force: true }));

/** Removes what was generated, built and cached. */
export function clean(site: Site): void {
  for (const name of site.leftovers) {
    fs.rmSync(path.join(site.folder, name), { recursive: true, force: true });
  }
  for (const name of fs.readdirSync(TEMPORARY)) {
    fs.rmSync(path.join(TEMPORARY, name), { recursive: true, force: true });
  }
}

/** Runs a command of a site and measures it. */
export function runCommand(
  site: Site,
  { args, env }: SiteCommand,
  logName: string,
  limits: Limits,
  heap: Heap,
): Promise<Measured> {
  const heapOption =
    heap === 'machine' ? { NODE_OPTIONS: `--max-old-space-size=${machineHeap()}` } : {};
  return measure(
    {
      args,
      cwd: site.folder,
      env: { TMPDIR: TEMPORARY, ...heapOption, ...env },
      log: path.join(LOGS, `${logName}.log`),
    },
    limits,
  );
}

/** All of the machine's memory, in megabytes: V8's own limit shall not be what ends a build. */
function machineHeap(): number {
  return Math.floor(os.totalmem() / 1024 ** 2);
}

/** A generate and a build from nothing. */
export interface ColdRun {
  readonly heap: Heap;
  readonly generate: Measured;
  /** Absent where there was nothing to build. */
  readonly build?: Measured;
  /** Why there is no site; absent where there is one. */
  readonly failure?: string;
}

/**
 * Generates and builds, cold. It begins with the heap that Node.js gives by default, and only where
 * that does not suffice goes on with one as large as the machine.
 *
 * @param heap What an earlier run of the same or a smaller document needed.
 */
export async function coldRun(
  site: Site,
  document: BenchDocument,
  pages: readonly string[],
  limits: Limits,
  heap: Heap = 'default',
): Promise<ColdRun> {
  clean(site);
  const name = `${site.name}-${document.id}`;
  const generate = await runCommand(
    site,
    site.generate(document),
    `${name}-generate`,
    limits,
    heap,
  );
  const build =
    generate.ended === 'done'
      ? await runCommand(site, site.build(document), `${name}-build`, limits, heap)
      : undefined;
  const last = build ?? generate;
  if (heap === 'default' && /heap out of memory|heap limit/i.test(last.reason ?? '')) {
    note(`${site.name}: the default heap of Node.js does not suffice; again with the machine's`);
    return coldRun(site, document, pages, limits, 'machine');
  }
  const fault = last.ended === 'done' ? site.fault(document, pages) : describeEnd(last);
  return {
    heap,
    generate,
    ...(build && { build }),
    ...(fault !== undefined && { failure: fault }),
  };
}

/** Why a command did not finish, for people. */
export function describeEnd({ ended, reason, peakMemory, seconds }: Measured): string {
  if (ended === 'memory limit') return `killed at ${(peakMemory / 1e9).toFixed(1)} GB`;
  if (ended === 'time limit') return `killed after ${Math.round(seconds / 60)} min`;
  return `failed: ${reason ?? 'no output'}`;
}

/** Pages that a build left out, though it said that all went well. */
export function missingPages(
  site: Site,
  document: BenchDocument,
  pages: readonly string[],
): string | undefined {
  const missing = pages.filter(
    (page) => !fs.existsSync(path.join(site.output, site.page(document, page))),
  );
  if (missing.length === 0) return undefined;
  return `failed: ${missing.length} of ${pages.length} pages are missing, exit 0`;
}
