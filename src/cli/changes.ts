import fs from 'node:fs/promises';
import path from 'node:path';
import { acceptChanges, readAcceptances, unusedProblem } from '../changes/accepted.ts';
import { compareDocuments } from '../changes/compare.ts';
import type { ChangeReport, FilePlace } from '../changes/formats/report.ts';
import { CHANGE_FORMATS, type ChangeFormatName } from '../changes/formats/table.ts';
import type { Level } from '../changes/judged.ts';
import { isLevelAtLeast, judgeChanges } from '../changes/rules/judge.ts';
import { RULES } from '../changes/rules/table.ts';
import { loadSource } from '../changes/sources/source.ts';
import { SourceError } from '../changes/sources/source-error.ts';
import type { LoadedDocument } from '../document/load.ts';
import { Network } from '../document/network.ts';
import { normalText } from '../document/read.ts';
import { SourceFile } from '../document/source.ts';
import { ConfigError } from '../generate/config.ts';
import { plainSegments } from '../openapi/pointer.ts';
import { colorsFor } from '../problems/colors.ts';
import { maskPasswords } from '../problems/mask.ts';
import { formatProblems } from '../problems/report.ts';
import { hasErrors } from '../problems/sort.ts';
import { type Comparing, comparingOf } from './changes-subject.ts';
import { EXIT } from './exit.ts';
import { Progress } from './progress.ts';

export interface ChangesOptions {
  /** The earlier and the later document. */
  readonly from?: string;
  readonly to?: string;
  readonly format: ChangeFormatName;
  /** The lowest level that is a failure. */
  readonly failOn: Level | 'never';
  /** File of accepted changes. */
  readonly accepted?: string;
  readonly refFolder?: readonly string[];
  readonly refHost?: readonly string[];
  readonly offline?: boolean;
  /** Only lists the rules. */
  readonly rules?: boolean;
}

/** `changes`: what changed from one document to another, on stdout in the requested format; writes nothing. */
export async function runChanges(root: string, options: ChangesOptions): Promise<number> {
  if (options.rules) {
    console.log(rulesTable());
    return EXIT.ok;
  }
  const progress = new Progress();
  const reports: ChangeReport[] = [];
  try {
    const network = new Network({ offline: options.offline });
    for (const comparing of await comparingOf(root, options)) {
      const report = await reportOf(comparing, options, network, progress);
      if (!report) return EXIT.usage;
      reports.push(report);
    }
  } catch (error) {
    progress.fail();
    if (!(error instanceof ConfigError) && !(error instanceof SourceError)) throw error;
    console.error(`\n${maskPasswords(error.message)}`);
    if (error instanceof SourceError) console.error(`Fix: ${error.suggestion}`);
    return EXIT.usage;
  }
  progress.done();
  const { isColorSupported: color } = colorsFor(process.stdout);
  console.log(CHANGE_FORMATS[options.format](reports, { color }));
  return reports.some((report) => isFailure(report, options.failOn)) ? EXIT.problems : EXIT.ok;
}

function isFailure({ changes, problems }: ChangeReport, failOn: ChangesOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  if (hasErrors(problems)) return true;
  return changes.some(
    ({ level, accepted }) => accepted === undefined && isLevelAtLeast(level, failOn),
  );
}

/** The changes of one API; undefined if a document cannot be read, which has been reported. */
async function reportOf(
  { from, to, cwd, input, levels, acceptedFile }: Comparing,
  { offline = false }: ChangesOptions,
  network: Network,
  progress: Progress,
): Promise<ChangeReport | undefined> {
  const documents: LoadedDocument[] = [];
  for (const source of [from, to]) {
    progress.step(`reading ${maskPasswords(source)}`);
    const loaded = await loadSource(source, { ...input, cwd, network, offline });
    if (!loaded.document) {
      progress.fail();
      const color = colorsFor(process.stderr).isColorSupported;
      console.error(formatProblems(loaded.problems, { color }));
      return undefined;
    }
    documents.push(loaded);
  }
  const [before, after] = documents;
  if (!before?.document || !after?.document) return undefined;
  progress.step('comparing');
  const changes = compareDocuments(before.document, after.document);
  const today = new Date().toISOString().slice(0, 10);
  const judged = judgeChanges(changes, { levels, today });
  const file = await acceptancesFile(acceptedFile, cwd);
  const { entries, problems } = file ? readAcceptances(file) : { entries: [], problems: [] };
  const accepted = acceptChanges(judged, entries);
  return {
    from: maskPasswords(from),
    to: maskPasswords(to),
    changes: accepted.judged,
    problems: [
      ...problems,
      ...accepted.unused.flatMap((entry) => (file ? [unusedProblem(file, entry)] : [])),
    ],
    placeOf: (side, document) => placeOf(document === 'before' ? before : after, side.pointer),
  };
}

function placeOf({ problemAt }: LoadedDocument, pointer: string): FilePlace {
  const details = { rule: 'change', severity: 'hint', message: '' } as const;
  const { file, line, column } = problemAt(details, plainSegments(pointer));
  return { file, line, column };
}

/** The file of accepted changes; undefined if there is none where it is looked for. */
async function acceptancesFile(
  { path: file, isRequired }: Comparing['acceptedFile'],
  cwd: string,
): Promise<SourceFile | undefined> {
  const absolute = path.resolve(cwd, file);
  try {
    return new SourceFile(
      path.relative(cwd, absolute),
      normalText(await fs.readFile(absolute, 'utf8')),
    );
  } catch (error) {
    if (!isRequired && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(path.relative(cwd, absolute), error);
  }
}

function unreadable(name: string, error: unknown): ConfigError {
  const { code } = error as NodeJS.ErrnoException;
  const reason = code === 'ENOENT' ? 'there is no such file' : (code ?? String(error));
  return new ConfigError(`The file of accepted changes "${name}" cannot be read: ${reason}.`);
}

/** Every rule with its level; without a trailing line break. */
function rulesTable(): string {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return RULES.map(({ id, level }) => `${id.padEnd(width)}  ${level}`).join('\n');
}
