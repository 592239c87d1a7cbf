import fs from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../generate/config.ts';
import { explainWriteError, WriteError } from '../generate/files.ts';
import { parseHolder, stateOf, thisProcess } from '../generate/holder.ts';
import { shown } from '../generate/lock.ts';
import { BUILT_SITE } from '../site/site-state.ts';

/** Marks folders that this project built: no other folder is ever replaced or removed. */
export const MARKER = BUILT_SITE;
const MARKER_TEXT = `This folder was built by openapi-reference-site. Every build replaces all of it.
format 1
`;

/**
 * Where a site is built, `<out>.partial`:
 *
 *     .openapi-reference-site   the marker
 *     builder.json              the process that builds
 *     site/                     the new site, until it is in place
 *     former/                   the old site, only during the swap
 *     trash/                    the old site, after the swap
 */
const partialOf = (outDir: string) => {
  const folder = `${outDir}.partial`;
  const inside = (name: string): string => path.join(folder, name);
  return {
    folder,
    builder: inside('builder.json'),
    site: inside('site'),
    former: inside('former'),
    trash: inside('trash'),
  };
};

/**
 * A folder that cannot be moved itself gets new content through these folders inside it: the new content
 * while it is copied; the old content; and the copied new content, which exists only after all old content
 * has been moved.
 */
const insideOf = (outDir: string) => ({
  coming: path.join(outDir, `${MARKER}.coming`),
  going: path.join(outDir, `${MARKER}.going`),
  arriving: path.join(outDir, `${MARKER}.arriving`),
});

/**
 * Rejects folders that cannot hold a site, and those that this project did not build: the site replaces
 * everything in the folder.
 *
 * @throws ConfigError that names the folder and the fix.
 */
export async function checkOutDir(root: string, outDir: string): Promise<void> {
  if (`${root}${path.sep}`.startsWith(outDir.replace(/[\\/]*$/, path.sep))) {
    throw new ConfigError(
      `--out-dir ${outDir} contains the project itself, which the build would overwrite. Choose a separate folder.`,
    );
  }
  await checkFolder(outDir, `--out-dir ${outDir}`);
  await checkPartial(outDir);
}

/**
 * Rejects a folder with the name of that in which a site is built, if this project did not write it, or another
 * process is using it: a build begins and ends by removing it.
 *
 * @param outDir Of a site or an artifact; the folder is beside it.
 * @throws ConfigError that names the folder and the fix.
 */
export async function checkPartial(outDir: string): Promise<void> {
  const { folder, builder } = partialOf(outDir);
  await checkFolder(folder, `${folder}, where the site for --out-dir ${outDir} is built,`);
  const holder = parseHolder(await fs.readFile(builder, 'utf8').catch(() => ''));
  if (holder && holder.pid !== process.pid && stateOf(holder) === 'running') {
    throw new ConfigError(
      `${shown(holder)} is already building a site for --out-dir ${outDir} from another copy of the project. Wait until it has finished, or choose another folder.`,
    );
  }
}

async function checkFolder(folder: string, name: string): Promise<void> {
  const entries = await fs.readdir(folder).catch((error): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new ConfigError(`${name} is not a readable folder: ${error.message}`);
  });
  if (entries.includes('.git')) {
    throw new ConfigError(
      `${name} is a git repository, which the build would overwrite. Build in another folder and copy the site.`,
    );
  }
  if (entries.length > 0 && !entries.some((entry) => entry.startsWith(MARKER))) {
    throw new ConfigError(
      `${name} contains files but no ${MARKER}, the marker of a folder that this project built. The build would delete them. ` +
        `Choose another folder; or, if this one is an old build or nothing in it is needed, delete it.`,
    );
  }
}

/**
 * Completes or undoes the swap of a build that was killed.
 *
 * @returns a description of what was done; undefined if there was nothing to do.
 */
export async function repairOutDir(outDir: string): Promise<string | undefined> {
  if (await repairContent(outDir))
    return `${outDir} was completed: a build was killed while replacing the site there.`;
  const { folder, former, builder } = partialOf(outDir);
  const holder = parseHolder(await fs.readFile(builder, 'utf8').catch(() => ''));
  const isBusy = holder && holder.pid !== process.pid && stateOf(holder) === 'running';
  if (isBusy || !(await exists(path.join(folder, MARKER))) || !(await exists(former)))
    return undefined;
  if (await exists(outDir)) return undefined;
  await fs.rename(former, outDir);
  return `${outDir} was restored: a build was killed while replacing the site there.`;
}

/**
 * Starts a site. After an error, nothing has been started, and so there is nothing to remove.
 *
 * @returns the folder to build it in, which does not exist yet.
 * @throws ConfigError as `checkPartial`: generating pages takes a while, in which somebody may have made the folder;
 *   WriteError.
 */
export async function beginSite(outDir: string): Promise<string> {
  const { folder, builder, site } = partialOf(outDir);
  await checkPartial(outDir);
  await removePartial(outDir);
  try {
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, MARKER), MARKER_TEXT);
    await fs.writeFile(builder, JSON.stringify(thisProcess('', 'build')));
  } catch (error) {
    await remove(folder);
    throw explainWriteError(error);
  }
  return site;
}

/** Removes what a build leaves beside its site, whether or not it was finished. */
export async function removePartial(outDir: string): Promise<void> {
  const { folder, former, trash } = partialOf(outDir);
  await remove(trash);
  // A partly removed site must not be mistaken for one to restore.
  await fs.rename(former, trash).catch(() => {});
  // The marker goes last, so that the next build can complete an interrupted removal.
  for (const name of await fs.readdir(folder).catch((): string[] => [])) {
    if (name !== MARKER) await remove(path.join(folder, name));
  }
  await remove(folder);
}

const remove = (file: string): Promise<void> =>
  fs.rm(file, { recursive: true, force: true, maxRetries: 3 });

/**
 * Errors for a folder that is a mount point, or is being served on Windows: it cannot be moved, but its
 * content can.
 */
const IMMOVABLE = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES']);

/**
 * Replaces the old site with the new one, completely. Whatever fails, and whenever the process is killed, one
 * of them is in place, or `repairOutDir` restores it.
 */
export async function putInPlace(outDir: string): Promise<void> {
  const { site, former } = partialOf(outDir);
  await fs.writeFile(path.join(site, MARKER), MARKER_TEXT);
  try {
    await fs.rename(outDir, former);
  } catch (error) {
    const code = codeOf(error);
    if (IMMOVABLE.has(code)) {
      await replaceContent(site, outDir);
      return removePartial(outDir);
    }
    if (code !== 'ENOENT') throw error;
  }
  try {
    await fs.rename(site, outDir);
  } catch (error) {
    await fs.rename(former, outDir).catch(() => {});
    throw error;
  }
  await removePartial(outDir);
}

/** Copies first, which needs disk space; then moves, which needs none. */
async function replaceContent(site: string, outDir: string): Promise<void> {
  const { coming, going, arriving } = insideOf(outDir);
  try {
    await fs.cp(site, coming, { recursive: true });
    await fs.mkdir(going);
    await moveEntries(outDir, going);
    await fs.rename(coming, arriving);
    await repairContent(outDir);
  } catch (error) {
    await repairContent(outDir);
    throw error;
  }
}

/** @returns whether there was anything to repair. */
async function repairContent(outDir: string): Promise<boolean> {
  const { coming, going, arriving } = insideOf(outDir);
  const isArriving = await exists(arriving);
  const isComing = await exists(coming);
  if (isArriving) await moveEntries(arriving, outDir);
  else if (isComing && (await exists(going))) await moveEntries(going, outDir);
  for (const folder of [coming, arriving, going]) await remove(folder);
  return isArriving || isComing;
}

/** Suffix of names that are still being copied. */
const UNFINISHED = '.unfinished';

async function moveEntries(from: string, to: string): Promise<void> {
  for (const name of await fs.readdir(from)) {
    if (name.startsWith(`${MARKER}.`)) continue;
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (name.endsWith(UNFINISHED)) {
      await remove(source);
      continue;
    }
    // Exists only if a move was killed between its copy and its removal.
    await remove(target);
    await fs.rename(source, target).catch(async (error) => {
      // Some container file systems cannot move a folder of their image.
      if (codeOf(error) !== 'EXDEV') throw error;
      await fs.cp(source, target + UNFINISHED, { recursive: true });
      await fs.rename(target + UNFINISHED, target);
      await remove(source);
    });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

/**
 * Checks that folders are writable, before any work could be lost.
 *
 * @param folders Absolute; missing ones will be created.
 * @throws WriteError that names the folder and the fix.
 */
export async function checkWritable(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    let there = folder;
    while (!(await exists(there)) && there !== path.dirname(there)) there = path.dirname(there);
    await fs.access(there, fs.constants.W_OK | fs.constants.X_OK).catch((error) => {
      const why = codeOf(error) === 'EROFS' ? 'its file system is read-only' : 'permission denied';
      const what = there === folder ? folder : `${folder} cannot be created in ${there}, which`;
      throw new WriteError(
        `${what} cannot be written: ${why}. Make it writable for this user, or work in a copy of the project's folder.`,
      );
    });
  }
}
