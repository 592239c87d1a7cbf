import path from 'node:path';
import { colorsFor } from '../problems/colors.ts';
import { firstStep, isBuilt, SEARCH_STEP, type Step } from '../site/internals/build-steps.ts';
import { keepBundles, restoreBundles, SAME_BUNDLES } from '../site/internals/kept-bundles.ts';
import { readLanguages, type SiteLanguage } from '../site/languages.ts';
import { countPages, expectedPages, pageCount } from '../site/page-count.ts';
import type { SiteState } from '../site/site-state.ts';
import { runStep } from './docusaurus.ts';
import { watchPages } from './page-watch.ts';
import type { Progress } from './progress.ts';

const pc = colorsFor(process.stderr);

export interface SiteBuild {
  readonly root: string;
  /** Folder of the site. */
  readonly site: string;
  readonly progress: Progress;
  /** What is built; undefined if it may be more than we know. */
  readonly state: Pick<SiteState, 'bundled'> | undefined;
  /** Languages of the site, if not those of its configuration. */
  readonly locale?: readonly string[];
  /** Whether to bundle even if nothing has changed that is bundled. */
  readonly force?: boolean;
  /** Further environment variables for processes that render. */
  readonly env?: NodeJS.ProcessEnv;
  /** What is rendered, if not all pages: `shard 3/8`. */
  readonly part?: string;
  /** Whether the bundles are all that is needed. */
  readonly isBundleOnly?: boolean;
}

/**
 * Bundles and renders the site in each of its languages, the default one first, each step in a child process.
 *
 * @returns the languages; undefined if a step failed.
 */
export async function buildLanguages(
  build: SiteBuild,
): Promise<readonly SiteLanguage[] | undefined> {
  // As of the last build: if they have changed, so has the site's state.
  const [first] = readLanguages(build.root);
  if (!(await buildLanguage(build, first, true))) return undefined;
  const languages = readLanguages(build.root);
  for (const language of languages.slice(1))
    if (!(await buildLanguage(build, language, false))) return undefined;
  return languages;
}

/**
 * Bundles and renders the site in a language.
 *
 * @param known The language; undefined for the default one of a site that has not been built.
 * @returns whether it was built.
 */
export async function buildLanguage(
  build: SiteBuild,
  known: SiteLanguage | undefined,
  isFirst: boolean,
): Promise<boolean> {
  const { root, site, progress, state, force, part, isBundleOnly } = build;
  const inLanguage = isFirst ? '' : ` (${known?.code})`;
  const render = (): void => {
    if (isBundleOnly) return;
    progress.step(`rendering ${part ?? pageCount(expectedPages(root))}${inLanguage}`);
  };
  const folderOf = ({ folder }: SiteLanguage): string => path.join(site, folder);
  if (known && !isFirst && isBuilt(folderOf(known))) return true;
  if (
    known &&
    state &&
    !force &&
    restoreBundles(root, known.code, folderOf(known), state.bundled)
  ) {
    progress.step(`comparing with the last build${inLanguage}`);
    const step = isBundleOnly ? 'compare' : 'reuse';
    if (await runWatched(build, step, known, render)) return true;
  }
  progress.step(`bundling the site${inLanguage}`);
  // Without a name, the default language.
  const first = isFirst ? firstStep() : 'bundle';
  if (!(await runWatched(build, first, isFirst ? undefined : known))) return false;
  const [language] = isFirst ? readLanguages(root) : [known];
  if (!language || isBuilt(folderOf(language))) return true;
  if (state) keepBundles(root, language.code, folderOf(language), state.bundled, isBundleOnly);
  if (isBundleOnly) return true;
  render();
  return runWatched(build, 'render', language);
}

/** Each process of Docusaurus repeats the warnings. */
const warnings = new Set<string>();

/**
 * Runs a step, and aborts it if a page never finishes.
 *
 * @param onRender Called when a step that may not render does.
 */
async function runWatched(
  { root, site, progress, locale: languages, env, part, isBundleOnly }: SiteBuild,
  step: Step,
  language: SiteLanguage | undefined,
  onRender = () => {},
): Promise<boolean> {
  const stop =
    step !== 'bundle' && language && part === undefined && !isBundleOnly
      ? reportPages(root, path.join(site, language.folder), progress)
      : () => {};
  const stuck = new AbortController();
  const unwatch = await watchPages(root, (message) => {
    progress.print(`\n${pc.red(message)}`);
    stuck.abort();
  });
  const onLine = (line: string): void => {
    if (line === SEARCH_STEP) progress.step('building the search index');
    else if (line === SAME_BUNDLES) onRender();
    else if (!line.startsWith('[openapi-reference]') || !warnings.has(line)) progress.print(line);
    warnings.add(line);
  };
  const exit = await runStep(step, root, site, onLine, {
    language: language?.code,
    languages,
    env: step === 'bundle' ? {} : env,
    signal: stuck.signal,
  }).finally(async () => {
    stop();
    await unwatch();
  });
  return exit === 0;
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
