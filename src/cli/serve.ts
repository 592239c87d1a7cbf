import path from 'node:path';
import { callersFolder } from './apis.ts';
import { startDocusaurus } from './docusaurus.ts';
import { repairOutDir } from './out-dir.ts';
import { exitOf, interruptible } from './processes.ts';

/**
 * `serve`: Docusaurus' server for a built site.
 *
 * @param dir The site, relative to the caller's folder.
 * @param args Further options, for Docusaurus.
 */
export async function runServe(
  root: string,
  dir: string,
  args: readonly string[],
): Promise<number> {
  const folder = path.resolve(callersFolder(), dir);
  const repaired = await repairOutDir(folder);
  if (repaired) console.error(repaired);
  return interruptible(() => exitOf(startDocusaurus(root, ['serve', '--dir', folder, ...args])));
}
