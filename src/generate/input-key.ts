import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isHttp, ReadError, readFileText } from '../document/read.ts';
import type { ApiConfig } from './config.ts';
import { fromRoot, mapLimit } from './files.ts';

/** The folder of our own code, and what says which versions of others' it works with. */
const SRC = path.resolve(import.meta.dirname, '..');
const CODE = [
  'address',
  'document',
  'generate',
  'json',
  'model',
  'openapi',
  'problems',
  'rules',
  'slices',
  'upstream',
];
const PACKAGES = path.resolve(SRC, '../package-lock.json');

/** Absolute path of a file that went in to its text; undefined where it could not be read. */
export type Inputs = ReadonlyMap<string, string | undefined>;

/** What files hold now, to be held against what they held when they went in. */
export async function readInputs(files: readonly string[]): Promise<Inputs> {
  return new Map(await mapLimit(files, async (file) => [file, await textOf(file)] as const));
}

/**
 * A hash of all that generation depends on: what it was asked for, every file that went in, and the code.
 * Same key, same result. It does not depend on where the project's folder is.
 */
export async function inputKey(
  root: string,
  asked: { readonly apis: readonly ApiConfig[]; readonly lowest?: string },
  inputs: Inputs,
): Promise<string> {
  const apis = asked.apis.map((api) => inFolder(root, api));
  const hash = createHash('sha256').update(JSON.stringify({ ...asked, apis }));
  // The code that runs is the one that was read first.
  code ??= codeFiles().then((files) => readInputs([PACKAGES, ...files]));
  for (const texts of [inputs, await code]) {
    for (const text of texts.values()) hash.update(`\0${text?.length}\0`).update(text ?? '');
  }
  return hash.digest('hex');
}

let code: Promise<Inputs> | undefined;

/** An API's entry with its paths as seen from the project's folder. */
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
