import fs from 'node:fs';
import path from 'node:path';
import { BUNDLES } from './kept-bundles.ts';
import { isPlain, warnOnce } from './level.ts';

const PIECE = {
  name: 'build-steps',
  loss: 'Bundling and rendering share a process, which takes more memory.',
};

/**
 * The steps of a build in one language, each in its own process: otherwise the bundler's memory would
 * stay allocated during rendering. Environment variables tell Docusaurus which one to run.
 */
const STEPS = {
  bundle: { DOCUSAURUS_EXIT_AFTER_BUNDLING: 'true', ...BUNDLES.keep },
  render: { DOCUSAURUS_SKIP_BUNDLING: 'true' },
  /** Renders with the bundles of the last build, and fails if they are outdated. */
  reuse: { DOCUSAURUS_SKIP_BUNDLING: 'true', ...BUNDLES.reuse },
  /** Only compares: fails if the bundles of the last build are outdated. */
  compare: {
    DOCUSAURUS_SKIP_BUNDLING: 'true',
    DOCUSAURUS_EXIT_AFTER_BUNDLING: 'true',
    ...BUNDLES.reuse,
  },
  /** Only loads the site, which writes its languages. */
  load: { DOCUSAURUS_EXIT_AFTER_LOADING: 'true' },
  /** Both, as Docusaurus does by default. */
  whole: {},
} as const;

export type Step = keyof typeof STEPS;

/** Docusaurus' minifier turns hidden="until-found", which Ctrl+F opens, into plain hidden. */
const UNMINIFIED = { SKIP_HTML_MINIFICATION: 'true' };

/** The first step of each language. */
export function firstStep(): Step {
  return isPlain() ? 'whole' : 'bundle';
}

/** Environment variables for a process of Docusaurus. */
export function docusaurusEnv(step?: Step): NodeJS.ProcessEnv {
  return { ...(!isPlain() && UNMINIFIED), ...(step && STEPS[step]) };
}

/**
 * Whether a language has already been built. If Docusaurus no longer knows the variables, the first step was a
 * whole build, of all languages.
 *
 * @param folder Folder of the language in the site.
 */
export function isBuilt(folder: string): boolean {
  const hasPages = fs.existsSync(path.join(folder, 'index.html'));
  if (hasPages && !isPlain()) warnOnce(PIECE, new Error('Docusaurus did not stop after bundling'));
  return hasPages;
}

/** Printed by the plugin once the pages of a language are rendered; `build` shows it as a separate step. */
export const SEARCH_STEP = '[openapi-reference] building the search index';

/** Docusaurus' messages about steps that we report ourselves; all others are printed. */
const KNOWN = [
  'Creating an optimized production build',
  'Generated static files in',
  'to test your build locally',
  'Skipping the Docusaurus bundling step',
  'Website will be built for all these locales',
];

/** A line in the list of those locales. */
const LANGUAGE = /^- [\w-]+$/;

/** Whether a line of Docusaurus' output need not be printed. */
export function isKnown(line: string): boolean {
  return line.trim() === '' || LANGUAGE.test(line) || KNOWN.some((known) => line.includes(known));
}
