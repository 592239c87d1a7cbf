import path from 'node:path';
import { ConfigError } from '../generate/config.ts';
import { LAYOUT } from '../generate/layout.ts';
import { type Lock, withLock } from '../generate/lock.ts';
import { tellWait, told } from './generate.ts';
import { checkWritable } from './out-dir.ts';

/** Characters that mean something else to the bundler wherever they are in a path. */
const UNUSABLE = /[#?!]/;

/**
 * Runs a command that lets Docusaurus work with the generated files: alone in this checkout. What speaks
 * against it is said before there is any work.
 *
 * @param prepare Further checks; throws what `told` knows.
 * @returns the exit code.
 * @throws Interrupted.
 */
export async function runAlone(
  root: string,
  command: string,
  prepare: () => Promise<void>,
  run: (lock: Lock) => Promise<number>,
): Promise<number> {
  try {
    checkPath(root);
    await checkWritable(
      [path.dirname(LAYOUT.lock), LAYOUT.pages, '.docusaurus'].map((folder) =>
        path.join(root, folder),
      ),
    );
    await prepare();
    return await withLock(root, { command, onWait: tellWait }, run);
  } catch (error) {
    const known = told(error);
    if (!known) throw error;
    console.error(known.message);
    return known.code;
  }
}

/** @throws ConfigError where Docusaurus' bundler would fail on the path of the project. */
export function checkPath(root: string): void {
  const [character] = UNUSABLE.exec(root) ?? [];
  if (character === undefined) return;
  throw new ConfigError(
    `The project's folder is ${root}. The bundler of Docusaurus cannot work in a path with "${character}". Rename the folder, or move the project.`,
  );
}
