import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ApiConfig } from './config.ts';
import { readIfThere } from './files.ts';

/** The folder of our own code, and what says which versions of others' it works with. */
const SRC = path.resolve(import.meta.dirname, '..');
const CODE = ['document', 'generate', 'mdx', 'model', 'problems', 'rules', 'slices'];
const PACKAGES = path.resolve(SRC, '../package-lock.json');

/**
 * A hash of all that generation depends on: what it was asked for, every file that went in, and the code.
 * Same key, same result.
 *
 * @param inputs Absolute paths of the files that went in; one that is not there counts as well.
 */
export async function inputKey(
  asked: { readonly apis: readonly ApiConfig[]; readonly lowest?: string },
  inputs: readonly string[],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(asked));
  // The code that runs is the one that was read first.
  code ??= codeFiles().then((files) => contents([PACKAGES, ...files]));
  for (const part of [...(await contents(inputs)), ...(await code)]) hash.update(part);
  return hash.digest('hex');
}

let code: Promise<readonly string[]> | undefined;

function contents(files: readonly string[]): Promise<string[]> {
  return Promise.all(
    files.map(async (file) => {
      // What cannot be read, a folder for one, gave nothing to the result either.
      const content = await readIfThere(file).catch(() => undefined);
      return `\0${content === undefined ? 'none' : content.length}\0${content ?? ''}`;
    }),
  );
}

async function codeFiles(): Promise<string[]> {
  const lists = await Promise.all(
    CODE.map(async (folder) => {
      const entries = await fs.readdir(path.join(SRC, folder), { recursive: true });
      return entries
        .filter((entry) => entry.endsWith('.ts'))
        .sort()
        .map((entry) => path.join(SRC, folder, entry));
    }),
  );
  return lists.flat();
}
