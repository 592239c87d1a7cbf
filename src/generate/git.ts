import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import chunk from 'lodash/chunk.js';

/** A commit that changed a file, and its time in seconds. */
export interface Commit {
  readonly id: string;
  readonly time: number;
}

/** Changes of files, latest first. */
export interface History {
  readonly commits: readonly Commit[];
  /** Whether the very first change is among them: not in a clone with partial history. */
  readonly isWhole: boolean;
}

/**
 * The changes of files on the main line of a repository. None if there is no repository or no git, if a file
 * is not in it, or if one differs from the committed version: its last change then has no date.
 *
 * @param folder The files' paths are relative to it.
 */
export async function historyOf(
  folder: string,
  files: readonly string[],
  most: number,
): Promise<History> {
  const none = { commits: [], isWhole: false };
  const tracked = await git(folder, ['ls-files', '--', ...files]);
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  if (tracked === undefined || lines(tracked).length < new Set(files).size) return none;
  if ((await git(folder, ['status', '--porcelain', '--', ...files])) !== '') return none;
  const format = ['--format=%H %ct', '--first-parent', `--max-count=${most + 1}`];
  const log = lines((await git(folder, ['log', ...format, '--', ...files])) ?? '');
  const commits = log.map((line): Commit => {
    const [id = '', time] = line.split(' ');
    return { id, time: Number(time) };
  });
  // The oldest commit of a shallow clone seems to have added all files.
  const cut = await shallowCommits(folder);
  const known = commits.filter(({ id }) => !cut.has(id)).slice(0, most);
  return { commits: known, isWhole: known.length === commits.length };
}

/** Files in one command at most: some systems limit the length of a command. */
const AT_ONCE = 200;

/** Begins the line of a commit in the log; no file's name has it. */
const COMMIT = '\u0001';

/**
 * The time in seconds of the last change of each of many files: what `historyOf` gives for each of them alone, with a
 * few processes for all of them.
 *
 * @param folder The files' paths are relative to it, with `/`.
 * @returns without the files whose last change has no date.
 */
export async function lastChanges(
  folder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const prefix = (await git(folder, ['rev-parse', '--show-prefix']))?.trim();
  if (prefix === undefined) return times;
  const cut = await shallowCommits(folder);
  for (const part of chunk(files, AT_ONCE)) {
    const tracked = namesIn(await git(folder, ['ls-files', '--full-name', '-z', '--', ...part]));
    const changed = await git(folder, ['diff', '--name-only', '-z', 'HEAD', '--', ...part]);
    if (changed === undefined) continue;
    for (const name of namesIn(changed)) tracked.delete(name);
    const format = ['-z', '--name-only', `--format=${COMMIT}%H %ct`, '--first-parent', '-m'];
    const log = (await git(folder, ['log', ...format, '--', ...part])) ?? '';
    const last = new Map<string, number>();
    for (const commit of log.split(COMMIT).slice(1)) {
      const [line = '', ...names] = commit.split('\0');
      const [id = '', time] = line.split(' ');
      // Names are after an empty line.
      for (const name of names.map((one) => one.replace(/^\n/, '')))
        if (!last.has(name)) last.set(name, cut.has(id) ? Number.NaN : Number(time));
    }
    for (const file of part) {
      const name = path.posix.join(prefix, file);
      const time = tracked.has(name) ? last.get(name) : undefined;
      if (time !== undefined && !Number.isNaN(time)) times.set(file, time);
    }
  }
  return times;
}

function namesIn(list: string | undefined): Set<string> {
  return new Set(list?.split('\0'));
}

/** The content of a file after a commit; undefined if it did not exist. */
export async function fileAt(
  folder: string,
  file: string,
  commit: string,
): Promise<string | undefined> {
  return git(folder, ['show', `${commit}:./${file.replaceAll(path.sep, '/')}`]);
}

async function shallowCommits(folder: string): Promise<ReadonlySet<string>> {
  const file = (await git(folder, ['rev-parse', '--git-path', 'shallow']))?.trim();
  if (!file) return new Set();
  const text = await fs.readFile(path.resolve(folder, file), 'utf8').catch(() => '');
  return new Set(text.split('\n'));
}

const run = promisify(execFile);

/** git's stdout, or undefined if it fails (silently). */
async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run(
      'git',
      // File names taken literally: a `*` is not a pattern.
      [
        '--literal-pathspecs',
        '-c',
        'core.quotePath=false',
        '-c',
        'log.showSignature=false',
        ...args,
      ],
      { cwd: folder, maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' },
    );
    return stdout;
  } catch {
    return undefined;
  }
}
