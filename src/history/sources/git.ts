import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { writeBelow } from '../../changes/sources/scratch.ts';
import { filesInTar } from '../../changes/sources/tar.ts';
import { own } from '../../json/guards.ts';
import { run } from './run.ts';
import { type Source, SourceError, type SourceVersion } from './source.ts';

/** Commits of the document that are looked at. */
const MOST = 1_000;

/** The part of a YAML document that says its version: a large one is not read as a whole for each commit. */
const INFO = /^info[ \t]*:.*(?:\r?\n(?:[ \t#].*)?)*/m;

/**
 * Revisions of the document in the git repository that contains it.
 *
 * @param document Path from the project's folder.
 * @param pattern Of tags, with `*` for the version; `commits` for the last commit of each version of the document.
 */
export function gitSource(root: string, document: string, pattern: string): Source {
  const file = document.replaceAll(path.sep, '/');
  const git = async (args: readonly string[]): Promise<string> =>
    run('git', args, root).catch((error: Error) => {
      throw new SourceError(
        `git cannot read the versions of ${file}: ${error.message}. The clone needs its whole history and its tags: in CI, fetch-depth: 0.`,
      );
    });
  return {
    list: () => (pattern === 'commits' ? byCommit(git, file) : byTag(git, pattern)),
    async document({ ref }, folder) {
      const at = path.posix.dirname(file);
      const archive = path.join(folder, 'files.tar');
      await git([
        'archive',
        '--format=tar',
        '--prefix=package/',
        `--output=${archive}`,
        ref,
        '--',
        at,
      ]);
      await writeBelow(folder, filesInTar(await fs.readFile(archive)));
      const found = path.join(folder, 'package', file);
      return fs.access(found).then(
        () => found,
        () => undefined,
      );
    },
  };
}

type Git = (args: readonly string[]) => Promise<string>;

async function byTag(git: Git, pattern: string): Promise<SourceVersion[]> {
  const [before = '', after] = pattern.split('*', 2);
  if (after === undefined)
    throw new SourceError(
      `history.git "${pattern}" has no * for the version. Write a pattern of tags, for example "v*", or "commits".`,
    );
  const format = '--format=%(refname:strip=2) %(creatordate:short)';
  const lines = (await git(['for-each-ref', format, `refs/tags/${pattern}`])).split('\n');
  return lines.flatMap((line) => {
    const [ref = '', date] = line.split(' ');
    const version = ref.slice(before.length, ref.length - after.length);
    return version === '' ? [] : [{ version, ref, ...(date && { date }) }];
  });
}

async function byCommit(git: Git, file: string): Promise<SourceVersion[]> {
  const format = ['--format=%H %cs', '--first-parent', `--max-count=${MOST}`];
  const lines = (await git(['log', ...format, '--', file])).split('\n').filter(Boolean);
  const found = new Map<string, SourceVersion>();
  for (const line of lines) {
    const [ref = '', date = ''] = line.split(' ');
    const text = await git(['show', `${ref}:./${file}`]).catch(() => '');
    const version = versionIn(text);
    // The newest commit comes first.
    if (version !== undefined && !found.has(version)) found.set(version, { version, date, ref });
  }
  return [...found.values()];
}

/** `info.version` as it is written: `1.10` is not 1.1. Undefined for a document that cannot be read. */
function versionIn(text: string): string | undefined {
  try {
    const isJson = text.trimStart().startsWith('{');
    const read = isJson ? JSON.parse(text) : parse(INFO.exec(text)?.[0] ?? '', FAILSAFE);
    const version = own(own(read, 'info'), 'version');
    return version === undefined || version === '' ? undefined : String(version);
  } catch {
    return undefined;
  }
}

/** Everything is a text. */
const FAILSAFE = { schema: 'failsafe' } as const;
