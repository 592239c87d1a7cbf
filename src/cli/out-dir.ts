import fs from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../generate/config.ts';
import { WriteError } from '../generate/files.ts';
import { parseHolder, stateOf, thisProcess } from '../generate/holder.ts';
import { shown } from '../generate/lock.ts';

/** A file that says whose a folder is: no folder without it is ever replaced or removed. */
export const MARKER = '.openapi-reference-site';
const MARKER_TEXT = `This folder was built by openapi-reference-site. Every build replaces all of it.
format 1
`;

/**
 * Where a site is built, `<out>.partial`:
 *
 *     .openapi-reference-site   the marker
 *     builder.json              the process that builds
 *     site/                     the new site, until it is in place
 *     former/                   the site before, only while the two change places
 *     trash/                    the site before, when they have
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
 * A folder that cannot be moved itself has its content replaced, by way of these folders in it: what comes,
 * while it is copied; what goes; and what comes, from when on nothing of what goes is left in place.
 */
const insideOf = (outDir: string) => ({
  coming: path.join(outDir, `${MARKER}.coming`),
  going: path.join(outDir, `${MARKER}.going`),
  arriving: path.join(outDir, `${MARKER}.arriving`),
});

/**
 * Refuses folders that are no place for a site, and those that were not built by this project: all of the
 * folder is replaced by the site.
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
 * Finishes or undoes what a build had begun that was killed while it put its site in place.
 *
 * @returns what was done, for people; undefined where there was nothing to do.
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
 * Begins a site.
 *
 * @returns the folder to build it in, which is not there yet.
 */
export async function beginSite(outDir: string): Promise<string> {
  const { folder, builder, site } = partialOf(outDir);
  await removePartial(outDir);
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(path.join(folder, MARKER), MARKER_TEXT);
  await fs.writeFile(builder, JSON.stringify(thisProcess('', 'build')));
  return site;
}

/** Removes what a build leaves beside its site, whether it is in place or was not finished. */
export async function removePartial(outDir: string): Promise<void> {
  const { folder, former, trash } = partialOf(outDir);
  await remove(trash);
  // A site that is half removed must not be taken for one to put back.
  await fs.rename(former, trash).catch(() => {});
  // The mark goes last: what is left of a removal that was killed can be removed by the next build.
  for (const name of await fs.readdir(folder).catch((): string[] => [])) {
    if (name !== MARKER) await remove(path.join(folder, name));
  }
  await remove(folder);
}

const remove = (file: string): Promise<void> =>
  fs.rm(file, { recursive: true, force: true, maxRetries: 3 });

/** What the system says of a folder that is mounted, or served on Windows: it cannot be moved, its content can. */
const IMMOVABLE = new Set(['EBUSY', 'EXDEV', 'EPERM', 'EACCES']);

/**
 * Puts the site that was begun in the place of the one before, whole. Whatever fails, and whenever the
 * process is killed, one of both is there, or `repairOutDir` puts it back.
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

/** Copies first, which needs room on the disk; moves then, which needs none. */
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

/** @returns whether there was something to repair. */
async function repairContent(outDir: string): Promise<boolean> {
  const { coming, going, arriving } = insideOf(outDir);
  const isArriving = await exists(arriving);
  const isComing = await exists(coming);
  if (isArriving) await moveEntries(arriving, outDir);
  else if (isComing && (await exists(going))) await moveEntries(going, outDir);
  for (const folder of [coming, arriving, going]) await remove(folder);
  return isArriving || isComing;
}

/** Ends the name of what is still being copied. */
const UNFINISHED = '.unfinished';

async function moveEntries(from: string, to: string): Promise<void> {
  for (const name of await fs.readdir(from)) {
    if (name.startsWith(`${MARKER}.`)) continue;
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (name.endsWith(UNFINISHED)) {
      await remove(source);
      continue;
    }
    // There only where a move was killed between its copy and its removal.
    await remove(target);
    await fs.rename(source, target).catch(async (error) => {
      // Some file systems of containers cannot move a folder of their image.
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
 * Looks whether folders can be written, before there is work that would be lost.
 *
 * @param folders Absolute; those that are not there yet will be made.
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
