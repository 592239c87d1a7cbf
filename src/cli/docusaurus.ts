import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { colorsFor } from '../problems/colors.ts';
import { docusaurusEnv, isKnown, type Step } from '../site/internals/build-steps.ts';
import { exitOf, startNode } from './processes.ts';

/** Starts a command of the site's Docusaurus in a child process. */
export function startDocusaurus(
  root: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  output: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  const site = createRequire(path.join(root, 'package.json'));
  const core = path.dirname(site.resolve('@docusaurus/core/package.json'));
  const bin = path.join(core, 'bin', 'docusaurus.mjs');
  const all = { ...process.env, ...docusaurusEnv(), ...env };
  return startNode([bin, ...args], { cwd: root, env: all }, output);
}

export interface StepOptions {
  /** Within the site; by default the one at its root. */
  readonly language?: string;
  /** All languages of the site, if not those of the configuration. */
  readonly languages?: readonly string[];
  /** Further environment variables. */
  readonly env?: NodeJS.ProcessEnv;
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
  { language, languages, env, signal }: StepOptions = {},
): Promise<number> {
  const { isColorSupported } = colorsFor(process.stderr);
  const child = startDocusaurus(
    root,
    ['build', '--out-dir', outDir, ...(language === undefined ? [] : ['--locale', language])],
    {
      ...docusaurusEnv(step),
      ...languagesEnv(languages),
      ...env,
      ...(isColorSupported && { FORCE_COLOR: '1' }),
    },
    'pipe',
  );
  // A busy thread would not notice a gentler signal.
  signal?.addEventListener('abort', () => child.kill('SIGKILL'));
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    readline.createInterface({ input: stream }).on('line', (line) => {
      const text = stripVTControlCharacters(line);
      if (!isKnown(text)) onLine(isColorSupported ? line : text);
    });
  }
  return exitOf(child);
}
