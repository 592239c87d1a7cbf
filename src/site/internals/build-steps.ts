import fs from 'node:fs';
import path from 'node:path';
import { isPlain, warnOnce } from './level.ts';

const PIECE = {
  name: 'build-steps',
  loss: 'Bundling and rendering share a process, which takes more memory.',
};

/**
 * The steps of a build in one language, each in its own process: otherwise the bundler's memory would
 * stay allocated during rendering. By their environment variables Docusaurus knows which to do.
 */
const STEPS = {
  bundle: { DOCUSAURUS_EXIT_AFTER_BUNDLING: 'true' },
  render: { DOCUSAURUS_SKIP_BUNDLING: 'true' },
  /** Both, as Docusaurus does by itself. */
  whole: {},
} as const;

export type Step = keyof typeof STEPS;

/** Docusaurus' minifier turns hidden="until-found", which Ctrl+F opens, into plain hidden. */
const UNMINIFIED = { SKIP_HTML_MINIFICATION: 'true' };

/** The first step of each language. */
export function firstStep(): Step {
  return isPlain() ? 'whole' : 'bundle';
}

/** The environment of a process of Docusaurus. */
export function docusaurusEnv(step?: Step): NodeJS.ProcessEnv {
  return { ...(!isPlain() && UNMINIFIED), ...(step && STEPS[step]) };
}

/**
 * Whether a language is built. Should Docusaurus not know the variables any more, the first step was a whole
 * build, of all languages.
 *
 * @param folder Of the language in the site.
 */
export function isBuilt(folder: string): boolean {
  const hasPages = fs.existsSync(path.join(folder, 'index.html'));
  if (hasPages && !isPlain()) warnOnce(PIECE, new Error('Docusaurus did not stop after bundling'));
  return hasPages;
}

/** Printed by the plugin when the pages of a language are there: a step of its own for the command `build`. */
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

/** Whether a line of Docusaurus' output says nothing new. */
export function isKnown(line: string): boolean {
  return line.trim() === '' || LANGUAGE.test(line) || KNOWN.some((known) => line.includes(known));
}
