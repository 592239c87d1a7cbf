import fs from 'node:fs/promises';
import path from 'node:path';

/** Generated files could not be written: no space, no permission. Reported without a stack. */
export class WriteError extends Error {}

/** Files that are open at the same time: some systems allow a process only 256. */
const AT_ONCE = 64;

/** `Promise.all` of a list, with limited concurrency. */
export async function mapLimit<Item, Result>(
  items: Iterable<Item>,
  make: (item: Item, index: number) => Promise<Result>,
  limit = AT_ONCE,
): Promise<Result[]> {
  const results: Result[] = [];
  const list = [...items];
  // Shared by all workers: each takes the next item.
  const rest = list.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await make(item, index);
  };
  try {
    await Promise.all(Array.from({ length: limit }, work));
  } finally {
    // After a failure, no further item is started.
    list.length = 0;
  }
  return results;
}

/**
 * A path as stored between runs: relative to the project's folder, with `/`, so that the folder may move.
 */
export function fromRoot(root: string, file: string): string {
  return path.relative(root, path.resolve(root, file)).replaceAll(path.sep, '/');
}

/** Suffix of files that are about to be renamed. */
export const UNFINISHED = '.unfinished';

/**
 * Writes a file through a temporary one, so that nobody ever reads half a file.
 *
 * @param file Path from `root`, with `/`.
 */
export async function writeWhole(root: string, file: string, content: string): Promise<void> {
  const target = path.join(root, file);
  const aside = `${target}${UNFINISHED}`;
  await fs.mkdir(path.dirname(target), { recursive: true });
  await fs.writeFile(aside, content);
  await fs.rename(aside, target);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space',
  EDQUOT: 'the disk quota is used up. Free some space',
  EROFS: 'the file system is read-only. Make it writable, or build in another folder',
  EACCES: 'permission denied. Give yourself write permission for its folder',
  EPERM: 'permission denied. Give yourself write permission for its folder',
  ENOTDIR: 'there is a file where a folder is needed. Move or rename it',
  EISDIR: 'there is a folder where the file is needed. Move or rename it',
};

/** Turns a file system error into one that a person understands; others do not change. */
export function explainWriteError(error: unknown): unknown {
  const { code, path: file, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = REASONS[code ?? ''];
  if (!reason) return error;
  return new WriteError(`${dest ?? file ?? 'A file'} cannot be written: ${reason}.`);
}
