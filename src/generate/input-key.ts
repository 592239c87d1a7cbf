import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isHttp, ReadError, readFileText } from '../document/read.ts';
import type { ApiConfig } from './config.ts';
import { fromRoot, mapLimit } from './files.ts';

/** The folder of our own code, and the files that determine the versions of dependencies. */
const SRC = path.resolve(import.meta.dirname, '..');
const CODE = 'address document generate json model openapi problems rules slices upstream'.split(
  ' ',
);
const PACKAGES = path.resolve(SRC, '../package-lock.json');

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
  asked: { readonly apis: readonly ApiConfig[]; readonly lowest?: string },
  inputs: Inputs,
): Promise<string> {
  const apis = asked.apis.map((api) => inFolder(root, api));
  const hash = createHash('sha256').update(JSON.stringify({ ...asked, apis }));
  // Hash our own code once: edits during a run don't affect the running process.
  code ??= codeFiles().then((files) => readInputs([PACKAGES, ...files]));
  for (const texts of [inputs, await code]) {
    for (const text of texts.values()) hash.update(`\0${text?.length}\0`).update(text ?? '');
  }
  return hash.digest('hex');
}

let code: Promise<Inputs> | undefined;

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
