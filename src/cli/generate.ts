import { ConfigError } from '../generate/config.ts';
import { describe } from '../generate/counts.ts';
import { WriteError } from '../generate/files.ts';
import { type GenerateResult, generate } from '../generate/generate.ts';
import type { Holder } from '../generate/holder.ts';
import { joinLock, type Lock, LockedError, shown } from '../generate/lock.ts';
import { FileInTheWay } from '../generate/write.ts';
import { ownCommand } from '../own-command.ts';
import { colorsFor } from '../problems/colors.ts';
import { formatProblems } from '../problems/report.ts';
import { type DocumentOptions, subjectOf } from './apis.ts';
import { exitFor } from './check.ts';
import { EXIT } from './exit.ts';
import { exitOf, startNode } from './processes.ts';
import { Progress } from './progress.ts';
import { readsLine, summaryTable } from './summary.ts';

/** `generate`: pages from documents; progress and problems on stderr, the summary on stdout. */
export async function runGenerate(root: string, options: DocumentOptions): Promise<number> {
  const { code } = await generateWithReport(root, options);
  return code;
}

/** Reports which run this one waits for: it may take minutes. */
export function reportWait(holder: Holder): void {
  console.error(`Waiting for ${shown(holder)} to finish.`);
}

/** The environment variable that passes the token of the parent's lock to a child process. */
const COVERED_BY = 'OPENAPI_REFERENCE_LOCK';

/**
 * The command `generate` in a child process that uses our terminal: otherwise the memory for what it read
 * would stay allocated during the rest of a build.
 *
 * @param lock The lock of this process, which covers the child.
 * @returns its exit code.
 */
export async function generateInChildProcess(
  root: string,
  options: DocumentOptions,
  lock: Lock,
): Promise<number> {
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

/** Errors reported by message only, with their exit codes. */
const EXPECTED = [
  [ConfigError, EXIT.usage],
  [FileInTheWay, EXIT.problems],
  [WriteError, EXIT.usage],
  [LockedError, EXIT.usage],
] as const;

/** Message and exit code of an expected error; undefined for an internal error. */
export function expectedError(error: unknown): { message: string; code: number } | undefined {
  const [, code] = EXPECTED.find(([kind]) => error instanceof kind) ?? [];
  return code === undefined ? undefined : { message: (error as Error).message, code };
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
    const subject = await subjectOf(root, options);
    if (subject.apis.every(({ stock }) => stock)) throw new ConfigError(STOCK_ONLY);
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
