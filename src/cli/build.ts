import fs from 'node:fs/promises';
import path from 'node:path';
import { explainWriteError } from '../generate/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { Lock } from '../generate/lock.ts';
import { ownCommand } from '../own-command.ts';
import { colorsFor } from '../problems/colors.ts';
import { expectedPages, pageCount } from '../site/page-count.ts';
import { type SiteState, siteState } from '../site/site-state.ts';
import { callersFolder, type DocumentOptions } from './apis.ts';
import { buildLanguages } from './build-languages.ts';
import { isUpToDate, noteBuilt } from './built-site.ts';
import { EXIT } from './exit.ts';
import { generateForBuild } from './generate.ts';
import {
  beginSite,
  checkOutDir,
  checkWritable,
  putInPlace,
  removePartial,
  repairOutDir,
} from './out-dir.ts';
import { interruptible, throwIfInterrupted } from './processes.ts';
import { Progress } from './progress.ts';
import { runAlone } from './run-alone.ts';

const pc = colorsFor(process.stderr);

export interface BuildOptions extends DocumentOptions {
  readonly outDir: string;
  /** Where the site will be, as on the command line. */
  readonly url?: string;
  /** Languages of the site; by default those of its configuration. */
  readonly locale?: readonly string[];
  /** Whether to build even if nothing has changed, and all of it. */
  readonly force?: boolean;
}

/** What a command does besides a build. */
export interface Besides {
  /** Environment variables for the processes that render. */
  readonly env: NodeJS.ProcessEnv;
  /** Called before anything is done; may throw errors that `expectedError` knows, as the next one. */
  before(): Promise<void>;
  /**
   * Called when the pages have been generated.
   *
   * @param state What would be built; undefined if it may be more than we know.
   * @returns the state in which bundles are used again.
   */
  generated(state: SiteState | undefined): Promise<Pick<SiteState, 'bundled'> | undefined>;
  /**
   * Called when the site is in place.
   *
   * @param languages Codes of its languages.
   */
  built(languages: readonly string[]): void;
  /** Called at the end of a build that has begun, whether or not it has succeeded, while no other run can begin. */
  ended(): void;
}

/**
 * `build`: generates the pages and renders the site beside the folder of the last good site, which it finally
 * replaces.
 */
export async function runBuild(
  root: string,
  options: BuildOptions,
  besides?: Besides,
): Promise<number> {
  const named = path.resolve(callersFolder(), options.outDir);
  // A link stays a link, and leads to the new site.
  const outDir = await fs.realpath(named).catch(() => named);
  const prepare = async (): Promise<void> => {
    await checkOutDir(root, outDir);
    await checkWritable([path.dirname(outDir), outDir]);
    await besides?.before();
  };
  return runAlone(root, 'build', prepare, async (lock) => {
    // In the state that the run this one waited for left it.
    await checkOutDir(root, outDir);
    const repaired = await repairOutDir(outDir);
    if (repaired) console.error(repaired);
    try {
      return await interruptible(() => buildAlone(root, options, outDir, lock, besides));
    } finally {
      besides?.ended();
    }
  });
}

async function buildAlone(
  root: string,
  options: BuildOptions,
  outDir: string,
  lock: Lock,
  besides: Besides | undefined,
): Promise<number> {
  const progress = new Progress();
  const code = await generateForBuild(root, options, lock);
  if (code !== EXIT.ok) return code;
  const state = await siteState(root, options.locale ?? []);
  const kept = besides ? await besides.generated(state) : state;
  if (state && !options.force && (await isUpToDate(root, outDir, state))) {
    reportUpToDate(outDir, progress);
    return EXIT.ok;
  }
  const site = await beginSite(outDir);
  try {
    const { locale, force } = options;
    const { env } = besides ?? {};
    const languages = await buildLanguages({
      root,
      site,
      progress,
      state: kept,
      locale,
      // Bundles that are named are used.
      force: force && !besides,
      env,
    });
    if (!languages) {
      progress.fail();
      console.error(`\n${pc.red('The site was not built.')} See the error above.`);
      return EXIT.problems;
    }
    progress.done();
    throwIfInterrupted();
    if (!(await lock.isHeld())) {
      console.error(
        `\n${pc.red('The site was not replaced.')} ${LAYOUT.lock} was removed during the build.`,
      );
      return EXIT.problems;
    }
    await putInPlace(outDir);
    if (state) await noteBuilt(root, outDir, state);
    reportSite(root, options, outDir, languages.length, progress);
    besides?.built(languages.map(({ code }) => code));
    return EXIT.ok;
  } catch (error) {
    progress.fail();
    throw explainWriteError(error);
  } finally {
    await removePartial(outDir);
  }
}

function reportUpToDate(outDir: string, progress: Progress): void {
  const shown = path.relative(process.cwd(), outDir) || '.';
  console.error(
    `\n${pc.green('Nothing has changed')} since ${pc.bold(`${shown}/`)} was built (checked in ${progress.total()}). To build it again, add --force.`,
  );
}

function reportSite(
  root: string,
  options: BuildOptions,
  outDir: string,
  languages: number,
  progress: Progress,
): void {
  const shown = path.relative(process.cwd(), outDir) || '.';
  const several = languages > 1 ? `${languages} languages in ` : '';
  const pages = pageCount(expectedPages(root));
  console.error(
    `\n${pc.green('Done')} in ${progress.total()}: ${pages} in ${several}${pc.bold(`${shown}/`)}`,
  );
  const serve = ownCommand(
    'serve',
    ...(options.outDir === 'build' ? [] : ['--dir', shown]),
    ...(options.url === undefined ? [] : ['--url', options.url]),
  );
  console.error(`Preview it with ${pc.bold(serve)}, or copy the folder to any static host.`);
}
