import fs from 'node:fs/promises';
import path from 'node:path';
import { LAYOUT } from './layout.ts';

/** Generated files could not be written: no space, no permission. Told as text, without a stack. */
export class WriteError extends Error {}

/** @returns undefined where there is no such file. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Writes a file by way of one in the staging folder, so that nobody ever reads half a file.
 *
 * @param file Path from `root`, with `/`.
 */
export async function writeWhole(root: string, file: string, content: string): Promise<void> {
  const aside = path.join(root, LAYOUT.staging, path.basename(file));
  await fs.mkdir(path.dirname(aside), { recursive: true });
  await fs.writeFile(aside, content);
  await fs.mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await fs.rename(aside, path.join(root, file));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space',
  EDQUOT: 'the disk quota is used up. Free some space',
  EROFS: 'the file system is read-only. Make it writable, or build in another folder',
  EACCES: 'there is no permission to. Give yourself write permission for its folder',
  EPERM: 'there is no permission to. Give yourself write permission for its folder',
  ENOTDIR: 'a file stands where a folder must go. Move it or rename it',
  EISDIR: 'a folder stands where the file must go. Move it or rename it',
};

/** An error of the file system as a person understands it; others as they are. */
export function explainWriteError(error: unknown): unknown {
  const { code, path: file, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = REASONS[code ?? ''];
  if (!reason) return error;
  return new WriteError(`${dest ?? file ?? 'A file'} cannot be written: ${reason}.`);
}
