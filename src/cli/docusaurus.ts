import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { colorsFor } from './colors.ts';
import { exitOf, startNode } from './processes.ts';

const require = createRequire(import.meta.url);

/** Starts a Docusaurus command in a child process. */
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

/** Docusaurus' messages about steps that we report ourselves. */
const KNOWN = [
  'Creating an optimized production build',
  'Generated static files in',
  'to test your build locally',
  'Skipping the Docusaurus bundling step',
  'Website will be built for all these locales',
];

/** A line in the list of those locales. */
const LANGUAGE = /^- [\w-]+$/;

/**
 * The two steps of a build in one language, each in its own process: otherwise the bundler's memory would
 * stay allocated during rendering. If a later Docusaurus does not know these variables, each step is a whole
 * build, with the same result.
 */
const STEPS = {
  bundle: { DOCUSAURUS_EXIT_AFTER_BUNDLING: 'true' },
  render: { DOCUSAURUS_SKIP_BUNDLING: 'true' },
} as const;

export type Step = keyof typeof STEPS;

export interface StepOptions {
  /** Within the site; by default the one at its root. */
  readonly language?: string;
  /** All languages of the site, if not those of the configuration. */
  readonly languages?: readonly string[];
  /** Aborts the step. */
  readonly signal?: AbortSignal;
}

/** The environment variable that passes the site's languages to `docusaurus.config.ts`. */
export function languagesEnv(languages: readonly string[] | undefined): NodeJS.ProcessEnv {
  return languages ? { SITE_LOCALES: languages.join(',') } : {};
}

/**
 * Runs a step of Docusaurus' build.
 *
 * @param onLine Called with each line that Docusaurus prints, except for plain progress.
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
  // A busy thread would not notice a gentler signal.
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
