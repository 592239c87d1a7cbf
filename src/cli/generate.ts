import { ConfigError } from '../generate/config.ts';
import { describe } from '../generate/counts.ts';
import type { GenerateResult } from '../generate/generate.ts';
import { joinLock, type Lock } from '../generate/lock.ts';
import { unchangedResult } from '../generate/unchanged.ts';
import { ownCommand } from '../own-command.ts';
import { colorsFor } from '../problems/colors.ts';
import { formatProblems } from '../problems/report.ts';
import { type DocumentOptions, type Subject, subjectOf } from './apis.ts';
import { EXIT, exitFor } from './exit.ts';
import { expectedError, reportWait } from './expected.ts';
import { exitOf, startNode } from './processes.ts';
import { Progress } from './progress.ts';
import { readsLine, summaryTable } from './summary.ts';

/** `generate`: pages from documents; progress and problems on stderr, the summary on stdout. */
export async function runGenerate(root: string, options: DocumentOptions): Promise<number> {
  const { code } = await generateWithReport(root, options);
  return code;
}

/** The environment variable that passes the token of the parent's lock to a child process. */
const COVERED_BY = 'OPENAPI_REFERENCE_LOCK';

/**
 * The command `generate` for a build. If anything has changed since the last run, it runs in a child process that uses
 * our terminal: otherwise the memory for what it read would stay allocated during the rest of the build.
 *
 * @param lock The lock of this process, which covers the child.
 * @returns the exit code.
 */
export async function generateForBuild(
  root: string,
  options: DocumentOptions,
  lock: Lock,
): Promise<number> {
  const progress = new Progress();
  const unchanged = await unchangedBefore(root, options);
  if (unchanged) {
    report(unchanged, progress);
    return EXIT.ok;
  }
  const given = Object.entries({
    '--site-dir': root,
    '--document': options.document,
    '--id': options.id,
    '--label': options.label,
    '--overlay': options.overlay,
    '--ref-folder': options.refFolder,
    '--ref-host': options.refHost,
  }).flatMap(([name, value]) => (value === undefined ? [] : [name, ...[value].flat()]));
  if (options.offline) given.push('--offline');
  const [, script = ''] = process.argv;
  const env = { ...process.env, [COVERED_BY]: lock.token };
  return exitOf(startNode([...process.execArgv, script, 'generate', ...given], { env }));
}

/** The result of the last run, if nothing has changed since; errors are for the child process to report. */
async function unchangedBefore(
  root: string,
  options: DocumentOptions,
): Promise<GenerateResult | undefined> {
  try {
    return await unchangedResult({ root, ...(await subjectToGenerate(root, options)) });
  } catch (error) {
    if (expectedError(error)) return undefined;
    throw error;
  }
}

/** @throws ConfigError. */
async function subjectToGenerate(root: string, options: DocumentOptions): Promise<Subject> {
  const subject = await subjectOf(root, options);
  if (subject.apis.every(({ stock }) => stock)) throw new ConfigError(STOCK_ONLY);
  return subject;
}

/**
 * The work of `generate`, for commands that continue from there.
 *
 * @param lock The caller's lock; without one, a lock is taken for the run.
 */
export async function generateWithReport(
  root: string,
  options: DocumentOptions,
  lock?: Lock,
): Promise<{ code: number; result?: GenerateResult }> {
  const progress = new Progress();
  try {
    const subject = await subjectToGenerate(root, options);
    // Loading it takes seconds, and `build` may have no need of it.
    const { generate } = await import('../generate/generate.ts');
    const token = process.env[COVERED_BY];
    const result = await generate({
      root,
      ...subject,
      offline: options.offline,
      lock: lock ?? (token === undefined ? undefined : await joinLock(root, token)),
      onStep: (step) => progress.step(step),
      onWait: reportWait,
    });
    if (!result.changes) progress.fail();
    progress.done();
    report(result, progress);
    return { code: result.changes ? EXIT.ok : exitFor(result.problems, 'error'), result };
  } catch (error) {
    progress.fail();
    const known = expectedError(error);
    if (!known) throw error;
    console.error(`\n${known.message}`);
    return { code: known.code };
  }
}

/** What the command has to do in a site in which all APIs have the options of the stock plugin. */
const STOCK_ONLY =
  'The APIs of this site are in "config", as with the stock plugin: generate their pages with "npx docusaurus gen-api-docs all".';

/** Warnings shown in full at most; `check` shows them all. */
const SHOWN = 10;

function report({ problems, changes, manifest, reads }: GenerateResult, progress: Progress): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity !== 'error');
  const shown = [...errors, ...warnings.slice(0, SHOWN)];
  if (shown.length > 0) {
    const color = colorsFor(process.stderr).isColorSupported;
    console.error(`\n${formatProblems(shown, { color })}\n`);
  }
  const left = problems.length - shown.length;
  if (left > 0) console.error(`${left} more. Run "${ownCommand('check')}" to see them all.\n`);
  const read = readsLine(reads);
  if (read) console.error(read);
  if (!changes || !manifest) {
    console.error('Nothing was written. The pages of the last successful run are unchanged.');
    return;
  }
  for (const api of manifest.apis) console.error(`  ${api.id}: ${describe(api.pages)}`);
  console.log(`\n${summaryTable(changes)}\n  in ${progress.total()}\n`);
}
