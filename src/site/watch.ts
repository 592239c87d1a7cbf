import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';
import { isSliceFile } from '../address/files.ts';
import type { LiveState } from '../client/development/live-state.ts';
import { Network } from '../document/network.ts';
import type { Memory } from '../generate/api.ts';
import type { ApiConfig } from '../generate/config.ts';
import { expectedMessage } from '../generate/expected.ts';
import { writeWhole } from '../generate/files.ts';
import { type GenerateOptions, type GenerateResult, generate } from '../generate/generate.ts';
import { LAYOUT } from '../generate/layout.ts';
import { readApi } from '../generate/read.ts';
import type { Problem } from '../problems/problem.ts';
import { formatProblems } from '../problems/report.ts';

/** Editors write a large file in parts; while it grows, nothing is read. */
const SETTLED_MS = 50;

/** What is generated again and again. */
export interface Watched
  extends Pick<GenerateOptions, 'root' | 'cwd' | 'docs' | 'lock' | 'offline' | 'only'> {
  /** Returns the APIs as they are configured now. @throws ConfigError if they are not usable. */
  readonly apis: () => Promise<readonly ApiConfig[]>;
  /** Files in which the APIs are configured. */
  readonly lists: readonly string[];
  readonly color: boolean;
  /** Reports an error that is not about a document or a configuration. */
  readonly onError: (error: unknown) => void;
}

/**
 * Regenerates whenever an input of the last run or the list of APIs changes, and reports the result in the
 * terminal and to open pages.
 *
 * @param before The previous run: its inputs are watched, and its problems have been reported.
 * @returns a function that stops it.
 */
export async function watchDocuments(
  watched: Watched,
  before: GenerateResult,
): Promise<() => Promise<void>> {
  const { inputs } = before;
  const session = new Session(watched);
  await session.begin(before);
  const watcher = watch([...watched.lists, ...inputs], {
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
      .catch(watched.onError)
      .finally(() => {
        running = undefined;
      });
  });
  return async () => {
    await watcher.close();
    await running;
    await fs.rm(path.join(watched.root, LAYOUT.live), { force: true });
  };
}

/** State that is kept from one edit to the next. */
class Session {
  readonly #watched: Watched;
  readonly #memory: Memory = new Map();
  #run = 0;
  #reported = '';
  #navigation = '';

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  async begin({ problems }: GenerateResult): Promise<void> {
    this.#navigation = navigationOf(await this.#watched.apis());
    this.#reported = this.#reportOf(problems);
    await this.#publish({ changed: [], problems: [] });
  }

  /** @returns undefined if the pages could not be written. */
  async generate(): Promise<GenerateResult | undefined> {
    const start = performance.now();
    try {
      const { root, cwd, docs, lock, offline, only } = this.#watched;
      const apis = await this.#watched.apis();
      // Anything that does not stop the pages can wait until they are written.
      const result = await generate({
        root,
        cwd,
        apis,
        docs,
        lowest: 'error',
        memory: this.#memory,
        lock,
        offline,
        ...(only && { only }),
      });
      await this.#show(result, performance.now() - start);
      const navigation = navigationOf(apis);
      if (navigation !== this.#navigation)
        console.error('  Start the server again to update the navigation.');
      this.#navigation = navigation;
      return result;
    } catch (error) {
      const failure = expectedMessage(error);
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
    const { root, cwd, offline, only } = this.#watched;
    const apis = (await this.#watched.apis()).filter(({ id }) => only?.has(id) ?? true);
    const network = new Network({ offline });
    const all = await Promise.all(apis.map((api) => readApi(root, api, 'warning', network, cwd)));
    const report = this.#reportOf(all.flatMap(({ problems }) => problems));
    if (report !== this.#reported) console.error(`\n${report}\n`);
    this.#reported = report;
  }

  #reportOf(problems: readonly Problem[]): string {
    return formatProblems(problems, { color: this.#watched.color });
  }

  async #publish(state: Omit<LiveState, 'run'>): Promise<void> {
    this.#run += 1;
    await writeWhole(this.#watched.root, LAYOUT.live, JSON.stringify({ run: this.#run, ...state }));
  }
}

/** What the navigation shows of the APIs, which the development server reads on startup. */
function navigationOf(apis: readonly ApiConfig[]): string {
  return JSON.stringify(apis.map(({ id, label, main }) => [id, label, main]));
}
