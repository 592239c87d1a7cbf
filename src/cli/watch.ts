import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';
import { isSliceFile } from '../address/files.ts';
import type { LiveState } from '../client/development/live-state.ts';
import { Network } from '../document/network.ts';
import type { Memory } from '../generate/api.ts';
import type { ApiConfig } from '../generate/config.ts';
import { writeWhole } from '../generate/files.ts';
import { type GenerateResult, generate } from '../generate/generate.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { Lock } from '../generate/lock.ts';
import { readApi } from '../generate/read.ts';
import type { Problem } from '../problems/problem.ts';
import { formatProblems } from '../problems/report.ts';
import { apisOf, type DocumentOptions, listOf } from './apis.ts';
import { colorsFor } from './colors.ts';
import { expectedError } from './generate.ts';
import { reportInternalError } from './internal-error.ts';

/** Editors write a large file in parts; while it grows, nothing is read. */
const SETTLED_MS = 50;

/**
 * Regenerates whenever an input of the last run or the list of APIs changes, and reports the result in the
 * terminal and to open pages.
 *
 * @param before The previous run: its inputs are watched, and its problems have been reported.
 * @param lock Covers all of these runs.
 * @returns a function that stops it.
 */
export async function watchDocuments(
  root: string,
  options: DocumentOptions,
  before: GenerateResult,
  lock: Lock,
): Promise<() => Promise<void>> {
  const { inputs } = before;
  const session = new Session(root, options, lock);
  await session.begin(before);
  const list = options.document === undefined ? [listOf(root)] : [];
  const watcher = watch([...list, ...inputs], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: SETTLED_MS / 5 },
  });
  // Earlier edits would be lost.
  await once(watcher, 'ready');
  let following = new Set(inputs);
  let running: Promise<void> | undefined;
  let isStale = false;
  const run = async (): Promise<void> => {
    do {
      isStale = false;
      const result = await session.generate();
      if (result) {
        const now = new Set(result.inputs);
        watcher.add([...now].filter((file) => !following.has(file)));
        watcher.unwatch([...following].filter((file) => !now.has(file)));
        following = now;
      }
      if (result?.changes && !isStale) await session.check();
    } while (isStale);
  };
  watcher.on('all', () => {
    isStale = true;
    // A single edit that fails must not stop the others.
    running ??= run()
      .catch(reportInternalError)
      .finally(() => {
        running = undefined;
      });
  });
  return async () => {
    await watcher.close();
    await running;
    await fs.rm(path.join(root, LAYOUT.live), { force: true });
  };
}

/** State that is kept from one edit to the next. */
class Session {
  readonly #root: string;
  readonly #options: DocumentOptions;
  readonly #lock: Lock;
  readonly #memory: Memory = new Map();
  readonly #color = colorsFor(process.stderr).isColorSupported;
  #run = 0;
  #reported = '';
  #navigation = '';

  constructor(root: string, options: DocumentOptions, lock: Lock) {
    this.#root = root;
    this.#options = options;
    this.#lock = lock;
  }

  async begin({ problems }: GenerateResult): Promise<void> {
    this.#navigation = navigationOf(await apisOf(this.#root, this.#options));
    this.#reported = this.#reportOf(problems);
    await this.#publish({ changed: [], problems: [] });
  }

  /** @returns undefined if the pages could not be written. */
  async generate(): Promise<GenerateResult | undefined> {
    const start = performance.now();
    try {
      const apis = await apisOf(this.#root, this.#options);
      // Anything that does not stop the pages can wait until they are written.
      const result = await generate({
        root: this.#root,
        apis,
        lowest: 'error',
        memory: this.#memory,
        lock: this.#lock,
        offline: this.#options.offline,
      });
      await this.#show(result, performance.now() - start);
      const navigation = navigationOf(apis);
      if (navigation !== this.#navigation)
        console.error('  Run `npm start` again to update the navigation.');
      this.#navigation = navigation;
      return result;
    } catch (error) {
      const failure = expectedError(error)?.message;
      if (failure === undefined) throw error;
      console.error(`\n${failure}\n`);
      await this.#publish({ changed: [], problems: [], failure });
      return undefined;
    }
  }

  async #show({ problems, changes }: GenerateResult, milliseconds: number): Promise<void> {
    if (!changes) {
      console.error(`\n${this.#reportOf(problems)}\n`);
      console.error('The pages of the last valid edit are kept.');
      this.#reported = '';
      await this.#publish({ changed: [], problems });
      return;
    }
    const changed = [...changes.written, ...changes.removed].filter(isSliceFile);
    await this.#publish({ changed, problems });
    const { written, removed } = changes;
    const seconds = (milliseconds / 1000).toFixed(1);
    console.error(`  ${written.length} files written, ${removed.length} removed in ${seconds} s`);
  }

  /** Warnings, after the pages, and only if they differ from the last ones. */
  async check(): Promise<void> {
    const apis = await apisOf(this.#root, this.#options);
    const network = new Network({ offline: this.#options.offline });
    const all = await Promise.all(apis.map((api) => readApi(this.#root, api, 'warning', network)));
    const report = this.#reportOf(all.flatMap(({ problems }) => problems));
    if (report !== this.#reported) console.error(`\n${report}\n`);
    this.#reported = report;
  }

  #reportOf(problems: readonly Problem[]): string {
    return formatProblems(problems, { color: this.#color });
  }

  async #publish(state: Omit<LiveState, 'run'>): Promise<void> {
    this.#run += 1;
    await writeWhole(this.#root, LAYOUT.live, JSON.stringify({ run: this.#run, ...state }));
  }
}

/** What the navigation shows of the APIs, which the development server reads on startup. */
function navigationOf(apis: readonly ApiConfig[]): string {
  return JSON.stringify(apis.map(({ id, label, main }) => [id, label, main]));
}
