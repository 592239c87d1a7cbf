import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type LoadedDocument, loadDocument } from '../../document/load.ts';
import { DOCUMENT_FILE, inScratch, MOST_BYTES, MOST_FILES, writeBelow } from './scratch.ts';
import type { SourceInput } from './source.ts';
import { SourceError } from './source-error.ts';

const run = promisify(execFile);

/** git's stdout; undefined if it fails. */
async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['--literal-pathspecs', ...args], {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
      encoding: 'utf8',
    });
    return stdout;
  } catch {
    return undefined;
  }
}

/**
 * Loads a document from a revision of the repository of the working folder, with the files in its folder and below that it
 * may refer to.
 *
 * @param source `HEAD~1:openapi/x.yaml`, with a path from the root of the repository, or from the working folder if it
 * begins with `./`.
 */
export async function readFromGit(source: string, input: SourceInput): Promise<LoadedDocument> {
  const colon = source.indexOf(':');
  const [revision, file] = [source.slice(0, colon), source.slice(colon + 1)];
  const prefix = await git(input.cwd, ['rev-parse', '--show-prefix']);
  if (prefix === undefined)
    throw new SourceError(
      `${source} cannot be read: ${input.cwd} is in no git repository.`,
      'Name a file with "./" in front if that is what you mean.',
    );
  // A revision that begins with a hyphen would be an option.
  const commit = revision.startsWith('-')
    ? undefined
    : (await git(input.cwd, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]))?.trim();
  if (!commit)
    throw new SourceError(
      `${source} cannot be read: there is no revision "${revision}".`,
      'Fetch it first: a clone of a CI job may have only the latest commit.',
    );
  const isRelative = /^\.{1,2}\//.test(file);
  const name = path.posix.normalize(isRelative ? path.posix.join(prefix.trim(), file) : file);
  const top = (await git(input.cwd, ['rev-parse', '--show-toplevel']))?.trim() ?? input.cwd;
  const files = name.startsWith('../')
    ? new Map<string, Buffer>()
    : await filesAt(top, commit, name);
  if (!files.has(name))
    throw new SourceError(
      `${source} cannot be read: there is no file "${name}" in that revision.`,
      'Write the path from the root of the repository, or with "./" from the working folder.',
    );
  return inScratch(async (folder) => {
    await writeBelow(folder, files);
    return loadDocument({ ...input, document: name, cwd: folder, refFolders: [] });
  });
}

/** The document and all documents in its folder and below. */
async function filesAt(top: string, commit: string, name: string): Promise<Map<string, Buffer>> {
  const folder = path.posix.dirname(name);
  const list = await git(top, [
    'ls-tree',
    '-r',
    '-z',
    commit,
    '--',
    folder === '.' ? '.' : `${folder}/`,
  ]);
  const entries = (list ?? '').split('\0').flatMap((line) => {
    const [, mode = '', id = '', file = ''] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? [];
    // No links: they may lead anywhere.
    return mode.startsWith('100') && (file === name || DOCUMENT_FILE.test(file))
      ? [{ id, file }]
      : [];
  });
  const wanted = entries
    .sort((a, b) => Number(b.file === name) - Number(a.file === name))
    .slice(0, MOST_FILES);
  const contents = await blobs(
    top,
    wanted.map(({ id }) => id),
  );
  return new Map(
    wanted.flatMap(({ file }, at) => {
      const content = contents[at];
      return content ? [[file, content] as const] : [];
    }),
  );
}

/** The contents of objects, in one process. */
async function blobs(folder: string, ids: readonly string[]): Promise<Buffer[]> {
  if (ids.length === 0) return [];
  const child = spawn('git', ['cat-file', '--batch'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  let length = 0;
  const ended = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MOST_BYTES) child.kill();
      else chunks.push(chunk);
    });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  child.stdin.on('error', () => {});
  child.stdin.end(`${ids.join('\n')}\n`);
  await ended;
  const all = Buffer.concat(chunks);
  const found: Buffer[] = [];
  let at = 0;
  while (at < all.length) {
    const end = all.indexOf(10, at);
    const size = Number(all.toString('utf8', at, end).split(' ')[2]);
    if (end < 0 || !Number.isInteger(size)) break;
    found.push(all.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return found;
}
