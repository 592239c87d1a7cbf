import path from 'node:path';
import { defaultPlace } from '../address/docs.ts';
import { LAYOUT } from '../generate/layout.ts';
import { type Lock, withLock } from '../generate/lock.ts';
import { expectedError, reportWait } from './expected.ts';
import { checkWritable } from './out-dir.ts';

/**
 * Runs a command in which Docusaurus uses the generated files, as the only one in this checkout. Reasons
 * against it are reported before any work is done.
 *
 * @param prepare Further checks; may throw errors that `expectedError` knows.
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
    await checkWritable(
      [path.dirname(LAYOUT.lock), defaultPlace({ api: '' }).outputDir, '.docusaurus'].map(
        (folder) => path.join(root, folder),
      ),
    );
    await prepare();
    return await withLock(root, { command, onWait: reportWait }, run);
  } catch (error) {
    const known = expectedError(error);
    if (!known) throw error;
    console.error(known.message);
    return known.code;
  }
}
