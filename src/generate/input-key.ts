import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import memoize from 'lodash/memoize.js';
import type { Docs } from '../address/docs.ts';
import { isHttp, ReadError, readFileText } from '../document/read.ts';
import { OWN_MODULE, ownFile } from '../own-files.ts';
import type { ApiConfig } from './config.ts';
import { fromRoot, mapLimit } from './files.ts';

/** Folders of the code that generates. */
const CODE = 'address document generate json model openapi problems rules slices upstream'.split(
  ' ',
);
/** Files that name the versions of a site's packages, ours among them. */
export const LOCKS = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/** Absolute path of an input file to its text; undefined if it could not be read. */
export type Inputs = ReadonlyMap<string, string | undefined>;

/** The current content of files, to compare with the content that was used. */
export async function readInputs(files: readonly string[]): Promise<Inputs> {
  return new Map(await mapLimit(files, async (file) => [file, await textOf(file)] as const));
}

/**
 * A hash of everything that generation depends on: the options, every input file, and the code. Same key,
 * same result. It does not depend on the location of the project's folder.
 */
export async function inputKey(
  root: string,
  asked: {
    readonly apis: readonly ApiConfig[];
    readonly docs?: readonly Docs[];
    readonly lowest?: string;
  },
  inputs: Inputs,
): Promise<string> {
  const apis = asked.apis.map((api) => inFolder(root, api));
  const hash = createHash('sha256').update(JSON.stringify({ ...asked, apis }));
  for (const texts of [inputs, await codeOf(root)]) {
    for (const text of texts.values()) hash.update(`\0${text?.length}\0`).update(text ?? '');
  }
  return hash.digest('hex');
}

/** Read once: edits during a run don't affect the running process. */
const codeOf = memoize(async (root: string): Promise<Inputs> => {
  const own = await codeFiles(CODE);
  return readInputs([...(await locksOf(root)), ...own]);
});

/**
 * A hash of the code in some of our folders, and of the versions of packages.
 *
 * @returns undefined if no file has these versions.
 */
export async function codeKey(
  root: string,
  folders: readonly string[],
): Promise<string | undefined> {
  const locks = await locksOf(root);
  if (locks.length === 0) return undefined;
  const hash = createHash('sha256').update(process.version);
  for (const text of (await readInputs([...locks, ...(await codeFiles(folders))])).values())
    hash.update(`\0${text?.length}\0`).update(text ?? '');
  return hash.digest('hex');
}

/** An API's entry with paths relative to the project's folder. */
function inFolder(root: string, api: ApiConfig): ApiConfig {
  const inside = (place: string): string => (isHttp(place) ? place : fromRoot(root, place));
  const { document, overlays, refFolders } = api;
  return {
    ...api,
    document: inside(document),
    overlays: overlays?.map(inside),
    refFolders: refFolders?.map(inside),
  };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFileText(file);
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

async function codeFiles(folders: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const entries = await fs.readdir(ownFile(folder), { recursive: true });
      return entries
        .filter((entry) => OWN_MODULE.test(entry))
        .sort()
        .map((entry) => path.join(ownFile(folder), entry));
    }),
  );
  return lists.flat();
}

/** In the site's folder; in a monorepo, in one above it. */
async function locksOf(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch((): string[] => []);
  const found = LOCKS.filter((name) => names.includes(name));
  const parent = path.dirname(folder);
  if (found.length > 0 || parent === folder) return found.map((name) => path.join(folder, name));
  return locksOf(parent);
}
