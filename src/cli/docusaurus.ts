import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { colorsFor } from './colors.ts';
import { exitOf, startNode } from './processes.ts';

const require = createRequire(import.meta.url);

/** Starts a command of Docusaurus in a process of its own. */
export function startDocusaurus(
  root: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  output: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  const bin = path.join(
    path.dirname(require.resolve('@docusaurus/core/package.json')),
    'bin',
    'docusaurus.mjs',
  );
  // Its minifier turns hidden="until-found", which Ctrl+F opens, into plain hidden.
  const all = { ...process.env, SKIP_HTML_MINIFICATION: 'true', ...env };
  return startNode([bin, ...args], { cwd: root, env: all }, output);
}

/** What Docusaurus says of steps that we tell of ourselves. */
const KNOWN = [
  'Creating an optimized production build',
  'Generated static files in',
  'to test your build locally',
  'Skipping the Docusaurus bundling step',
  'Website will be built for all these locales',
];

/** A line of the list of those locales. */
const LANGUAGE = /^- [\w-]+$/;

/**
 * The two steps of a build in one language, each in a process of its own: the bundler's memory would
 * stay with the process that renders. Should a later Docusaurus not know these variables any more, each
 * step would be a whole build, and the site the same.
 */
const STEPS = {
  bundle: { DOCUSAURUS_EXIT_AFTER_BUNDLING: 'true' },
  render: { DOCUSAURUS_SKIP_BUNDLING: 'true' },
} as const;

export type Step = keyof typeof STEPS;

export interface StepOptions {
  /** Of the site; without it the one at its root. */
  readonly language?: string;
  /** All of the site, where they are not those of the configuration. */
  readonly languages?: readonly string[];
  /** Ends the step. */
  readonly signal?: AbortSignal;
}

/** The environment variable that names the site's languages to `docusaurus.config.ts`. */
export function languagesEnv(languages: readonly string[] | undefined): NodeJS.ProcessEnv {
  return languages ? { SITE_LOCALES: languages.join(',') } : {};
}

/**
 * Runs a step of Docusaurus' build.
 *
 * @param onLine Told each line that Docusaurus prints, but for those of plain progress.
 * @returns the exit code.
 */
export async function runStep(
  step: Step,
  root: string,
  outDir: string,
  onLine: (line: string) => void,
  { language, languages, signal }: StepOptions = {},
): Promise<number> {
  const { isColorSupported } = colorsFor(process.stderr);
  const child = startDocusaurus(
    root,
    ['build', '--out-dir', outDir, ...(language === undefined ? [] : ['--locale', language])],
    { ...STEPS[step], ...languagesEnv(languages), ...(isColorSupported && { FORCE_COLOR: '1' }) },
    'pipe',
  );
  // A thread that is busy would not hear anything less.
  signal?.addEventListener('abort', () => child.kill('SIGKILL'));
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    readline.createInterface({ input: stream }).on('line', (line) => {
      const text = stripVTControlCharacters(line);
      if (
        text.trim() !== '' &&
        !LANGUAGE.test(text) &&
        !KNOWN.some((known) => text.includes(known))
      )
        onLine(isColorSupported ? line : text);
    });
  }
  return exitOf(child);
}
