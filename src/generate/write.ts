import fs from 'node:fs/promises';
import path from 'node:path';
import { BANNER } from '../mdx/source.ts';
import { LAYOUT } from './layout.ts';

/** What a run did to the files, as counts. */
export interface Changes {
  written: number;
  unchanged: number;
  removed: number;
}

/** A hand-written file stands where a page must go. */
export class FileInTheWay extends Error {
  constructor(readonly file: string) {
    super(
      `${file} stands where a generated page must go, and was not generated. Move it or rename it.`,
    );
  }
}

/**
 * Brings the generated files in line with what they should be: new and changed ones are written,
 * unchanged ones left alone (their modification time too), stale ones removed. Files that were not
 * generated are never touched.
 *
 * @param wanted Path from `root`, with `/`, to content.
 * @throws FileInTheWay before anything is written.
 */
export async function writeFiles(
  root: string,
  wanted: ReadonlyMap<string, string>,
): Promise<Changes> {
  const recorded = await readRecord(root);
  const changes: Changes = { written: 0, unchanged: 0, removed: 0 };
  const changed: [string, string][] = [];
  for (const [file, content] of wanted) {
    const current = await readIfThere(path.join(root, file));
    if (current === content) changes.unchanged += 1;
    else {
      if (current !== undefined && !recorded.has(file) && !isGenerated(file, current))
        throw new FileInTheWay(file);
      changed.push([file, content]);
    }
  }
  // The record first: whatever happens from here on, each file of ours is known to be ours.
  await writeRecord(root, [...new Set([...recorded, ...wanted.keys()])]);
  for (const [file, content] of changed) await writeFile(path.join(root, file), content);
  changes.written = changed.length;
  for (const file of recorded) {
    if (wanted.has(file)) continue;
    await removeFile(root, file);
    changes.removed += 1;
  }
  await writeRecord(root, [...wanted.keys()]);
  return changes;
}

/** A page whose record was lost (`.reference` deleted) is still known by its banner. */
function isGenerated(file: string, content: string): boolean {
  return !file.endsWith('.mdx') || content.includes(BANNER);
}

async function readRecord(root: string): Promise<Set<string>> {
  const text = await readIfThere(path.join(root, LAYOUT.record));
  try {
    const files: unknown = JSON.parse(text ?? '[]');
    return new Set(
      Array.isArray(files)
        ? files.filter((file) => typeof file === 'string' && isInside(file))
        : [],
    );
  } catch {
    return new Set();
  }
}

/** A damaged record must not lead out of the folders that hold generated files. */
function isInside(file: string): boolean {
  const normal = path.posix.normalize(file);
  return normal.startsWith(`${LAYOUT.pages}/`) || normal.startsWith('.reference/');
}

async function writeRecord(root: string, files: readonly string[]): Promise<void> {
  const content = `${JSON.stringify([...files].sort(), null, 1)}\n`;
  const file = path.join(root, LAYOUT.record);
  if ((await readIfThere(file)) !== content) await writeFile(file, content);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** By way of a second file and a rename, so that nobody ever reads half a file. */
async function writeFile(file: string, content: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.tmp`;
  await fs.writeFile(aside, content);
  await fs.rename(aside, file);
}

async function removeFile(root: string, file: string): Promise<void> {
  await fs.rm(path.join(root, file), { force: true });
  // Folders that this leaves empty go too, up to the one that all generated files share.
  for (
    let folder = path.posix.dirname(file);
    isInside(folder);
    folder = path.posix.dirname(folder)
  ) {
    try {
      await fs.rmdir(path.join(root, folder));
    } catch {
      break;
    }
  }
}
