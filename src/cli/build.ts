import fs from 'node:fs/promises';
import path from 'node:path';
import { explainWriteError } from '../generate/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { Lock } from '../generate/lock.ts';
import { ownCommand } from '../own-command.ts';
import { colorsFor } from '../problems/colors.ts';
import { firstStep, isBuilt, SEARCH_STEP, type Step } from '../site/internals/build-steps.ts';
import type { SiteLanguage } from '../site/languages.ts';
import { countPages, expectedPages, pageCount } from '../site/page-count.ts';
import { callersFolder, type DocumentOptions } from './apis.ts';
import { runStep } from './docusaurus.ts';
import { EXIT } from './exit.ts';
import { generateInChildProcess } from './generate.ts';
import {
  beginSite,
  checkOutDir,
  checkWritable,
  putInPlace,
  removePartial,
  repairOutDir,
} from './out-dir.ts';
import { watchPages } from './page-watch.ts';
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
}

/**
 * `build`: generates the pages and renders the site beside the folder of the last good site, which it finally
 * replaces.
 */
export async function runBuild(root: string, options: BuildOptions): Promise<number> {
  const named = path.resolve(callersFolder(), options.outDir);
  // A link stays a link, and leads to the new site.
  const outDir = await fs.realpath(named).catch(() => named);
  const prepare = async (): Promise<void> => {
    await checkOutDir(root, outDir);
    await checkWritable([path.dirname(outDir), outDir]);
  };
  return runAlone(root, 'build', prepare, async (lock) => {
    // In the state that the run this one waited for left it.
    await checkOutDir(root, outDir);
    const repaired = await repairOutDir(outDir);
    if (repaired) console.error(repaired);
    return interruptible(() => buildAlone(root, options, outDir, lock));
  });
}

async function buildAlone(
  root: string,
  options: BuildOptions,
  outDir: string,
  lock: Lock,
): Promise<number> {
  const progress = new Progress();
  const code = await generateInChildProcess(root, options, lock);
  if (code !== EXIT.ok) return code;
  try {
    const languages = await buildLanguages(root, options, await beginSite(outDir), progress);
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
    reportSite(root, options, outDir, languages.length, progress);
    return EXIT.ok;
  } catch (error) {
    progress.fail();
    throw explainWriteError(error);
  } finally {
    await removePartial(outDir);
  }
}

/**
 * Bundles and renders the site in each of its languages, the default one first, each step in a child process.
 *
 * @param site Folder of the site.
 * @returns the languages; undefined if a step failed.
 */
async function buildLanguages(
  root: string,
  options: BuildOptions,
  site: string,
  progress: Progress,
): Promise<readonly SiteLanguage[] | undefined> {
  const run = (step: Step, language?: SiteLanguage): Promise<boolean> =>
    runWatched(root, options, site, progress, step, language);
  progress.step('bundling the site');
  // The default language.
  if (!(await run(firstStep()))) return undefined;
  const languages: SiteLanguage[] = JSON.parse(
    await fs.readFile(path.join(root, LAYOUT.languages), 'utf8'),
  );
  for (const [index, language] of languages.entries()) {
    const code = index === 0 ? '' : ` (${language.code})`;
    if (isBuilt(path.join(site, language.folder))) continue;
    if (index > 0) {
      progress.step(`bundling the site${code}`);
      if (!(await run('bundle', language))) return undefined;
    }
    progress.step(`rendering ${pageCount(expectedPages(root))}${code}`);
    if (!(await run('render', language))) return undefined;
  }
  return languages;
}

/** Each process of Docusaurus repeats the warnings. */
const warnings = new Set<string>();

/** Runs a step, and aborts it if a page never finishes. */
async function runWatched(
  root: string,
  { locale: languages }: BuildOptions,
  site: string,
  progress: Progress,
  step: Step,
  language: SiteLanguage | undefined,
): Promise<boolean> {
  const stop =
    step === 'render' && language
      ? reportPages(root, path.join(site, language.folder), progress)
      : () => {};
  const stuck = new AbortController();
  const unwatch = await watchPages(root, (message) => {
    progress.print(`\n${pc.red(message)}`);
    stuck.abort();
  });
  const onLine = (line: string): void => {
    if (line === SEARCH_STEP) progress.step('building the search index');
    else if (!line.startsWith('[openapi-reference]') || !warnings.has(line)) progress.print(line);
    warnings.add(line);
  };
  const exit = await runStep(step, root, site, onLine, {
    language: language?.code,
    languages,
    signal: stuck.signal,
  }).finally(async () => {
    stop();
    await unwatch();
  });
  return exit === 0;
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

/** Docusaurus shows no progress while rendering; prints a count every few seconds. */
function reportPages(root: string, folder: string, progress: Progress): () => void {
  const expected = expectedPages(root);
  let last = 0;
  const timer = setInterval(async () => {
    const pages = await countPages(root, folder);
    if (pages > last && pages < expected)
      progress.print(`    ${pages.toLocaleString('en')} of ${expected.toLocaleString('en')} pages`);
    last = pages;
  }, 3000);
  return () => clearInterval(timer);
}
