import fs from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../generate/config.ts';

/**
 * Refuses folders that are no place for a site: all of the folder is replaced by it.
 *
 * @throws ConfigError that names the folder and the fix.
 */
export async function checkOutDir(root: string, outDir: string): Promise<void> {
  if (`${root}${path.sep}`.startsWith(outDir.replace(/[\\/]*$/, path.sep))) {
    throw new ConfigError(
      `--out-dir ${outDir} holds the project itself, which would be replaced by the site. Name a folder of its own.`,
    );
  }
  const entries = await fs.readdir(outDir).catch((error): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new ConfigError(`--out-dir ${outDir} is no folder that can be read: ${error.message}`);
  });
  if (entries.includes('.git') || (entries.length > 0 && !entries.includes('404.html'))) {
    throw new ConfigError(
      `--out-dir ${outDir} holds something else than a site that was built before. All of it would be replaced: name an empty folder, or empty this one.`,
    );
  }
}

const KEPT = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES']);

/**
 * Puts a finished site in the place of the one before, whole.
 *
 * @param site Folder beside `outDir`.
 */
export async function putInPlace(site: string, outDir: string): Promise<void> {
  const former = `${outDir}.former`;
  await fs.rm(former, { recursive: true, force: true });
  try {
    await fs.rename(outDir, former);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A folder that is mounted, or being served on Windows, cannot be moved; its content can.
    if (KEPT.has(code ?? '')) return replaceContent(site, outDir);
    if (code !== 'ENOENT') throw error;
  }
  await fs.rename(site, outDir).catch(async (error) => {
    await fs.rename(former, outDir).catch(() => {});
    throw error;
  });
  await fs.rm(former, { recursive: true, force: true });
}

async function replaceContent(site: string, outDir: string): Promise<void> {
  for (const entry of await fs.readdir(outDir)) {
    await fs.rm(path.join(outDir, entry), { recursive: true });
  }
  await fs.cp(site, outDir, { recursive: true });
}
