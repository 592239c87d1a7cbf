import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Runs something with an empty temporary folder, which is removed afterwards. */
export async function inScratch<T>(run: (folder: string) => Promise<T>): Promise<T> {
  // Without links: names of files in problems are relative to it.
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'openapi-changes-')));
  try {
    return await run(folder);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Files that documents consist of. */
export const DOCUMENT_FILE = /\.(?:ya?ml|json)$/i;

/** Bytes of all files of a source, and how many there may be. */
export const MOST_BYTES = 256 * 1024 * 1024;
export const MOST_FILES = 5_000;

/**
 * Writes files below a folder.
 *
 * @param files Text by path with `/`; those that lead out of the folder are left out.
 */
export async function writeBelow(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
): Promise<void> {
  for (const [name, content] of files) {
    const file = path.resolve(folder, name);
    if (!file.startsWith(folder + path.sep)) continue;
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, content);
  }
}
