import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Network } from '../document/network.ts';
import { isHttp } from '../document/read.ts';
import { apiIdOf, ConfigError, checkIds } from '../generate/config.ts';
import { explainWriteError } from '../generate/files.ts';
import { readApi } from '../generate/read.ts';
import { asString } from '../json/guards.ts';
import { operationsOf } from '../openapi/operations.ts';
import type { Document } from '../openapi/types.ts';
import { ownFile } from '../own-files.ts';
import { colorsFor } from '../problems/colors.ts';
import { maskPasswords } from '../problems/mask.ts';
import { formatProblems } from '../problems/report.ts';
import { callersFolder } from './apis.ts';
import { EXIT, exitFor } from './exit.ts';
import { expectedError } from './expected.ts';
import { type NewApi, newSiteFiles, type OwnManifest } from './site-files.ts';

export interface CreateOptions {
  readonly document?: readonly string[];
  readonly offline?: boolean;
}

/** `create`: writes a small site that its owner can change, and says what to do next. */
export async function runCreate(folder: string, options: CreateOptions): Promise<number> {
  const root = path.resolve(callersFolder(), folder);
  try {
    await checkEmpty(root, folder);
    const apis = await readApis(options);
    if (typeof apis === 'number') return apis;
    for (const [file, content] of newSiteFiles(path.basename(root), ownManifest(), apis)) {
      const target = path.join(root, file);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, content, { flag: 'wx' });
    }
  } catch (error) {
    const known = expectedError(explainWriteError(error));
    if (!known) throw error;
    console.error(known.message);
    return known.code;
  }
  console.log(nextSteps(path.relative(callersFolder(), root)));
  return EXIT.ok;
}

function ownManifest(): OwnManifest {
  return createRequire(ownFile('index.ts'))('../package.json');
}

/** Names that are listed at most. */
const NAMES = 5;

/** @throws ConfigError if the folder has files, or is a file. */
async function checkEmpty(root: string, folder: string): Promise<void> {
  const entries = await fs.readdir(root).catch((error): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new ConfigError(`${folder} is not a folder that can be read: ${error.message}`);
  });
  // A new repository is a good place for a site.
  const files = entries.filter((entry) => entry !== '.git');
  if (files.length === 0) return;
  const more = files.length - NAMES;
  const names = [...files.slice(0, NAMES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  throw new ConfigError(
    `${folder} is not empty: it has ${names}. Nothing was written. Name another folder, or remove what is in this one.`,
  );
}

/**
 * The documents of the site, with the files that they read.
 *
 * @returns an exit code if one of them has errors, which are then reported.
 */
async function readApis({ document = [], offline }: CreateOptions): Promise<NewApi[] | number> {
  const network = new Network({ offline });
  const apis: NewApi[] = [];
  for (const given of document) {
    if (isHttp(given) && maskPasswords(given) !== given)
      throw new ConfigError(
        `The site would contain the password in ${maskPasswords(given)}. Download the document, and name the file.`,
      );
    const cwd = callersFolder();
    const absolute = isHttp(given) ? given : path.resolve(cwd, given);
    const { loaded, problems } = await readApi(
      cwd,
      { id: '', document: absolute },
      'error',
      network,
    );
    if (!loaded.document) {
      console.error(
        `${formatProblems(problems, { color: colorsFor(process.stderr).isColorSupported })}\n\nNothing was written.`,
      );
      return exitFor(problems, 'error');
    }
    const id = apiIdOf({ id: '', document: '' }, loaded.document.info?.title);
    const folder = document.length > 1 ? `openapi/${id}` : 'openapi';
    const place = isHttp(given)
      ? { document: given, files: new Map<string, string>() }
      : copied(absolute, loaded.files, folder);
    apis.push({ id, ...place, operation: nameIn(loaded.document) });
  }
  checkIds(apis.map(({ id }) => id));
  return apis;
}

/** An operationId that is plain enough for a guide. */
function nameIn({ paths }: Document): string | undefined {
  return Object.values(paths ?? {})
    .flatMap(operationsOf)
    .map(({ operation }) => asString(operation.operationId))
    .find((id) => id !== undefined && /^\w+$/.test(id));
}

/**
 * A document and all files that it reads, in a folder of the site, each where it is as seen from the document.
 *
 * @param texts All files that were looked for, by their absolute paths.
 */
function copied(
  document: string,
  texts: ReadonlyMap<string, string | undefined>,
  folder: string,
): { readonly document: string; readonly files: ReadonlyMap<string, string> } {
  const inside = (file: string): string =>
    path.posix.join(folder, path.relative(path.dirname(document), file).replaceAll(path.sep, '/'));
  const found = [...texts].flatMap(([file, text]) =>
    text === undefined ? [] : [[inside(file), text] as const],
  );
  return { document: inside(document), files: new Map(found) };
}

function nextSteps(folder: string): string {
  const enter = folder === '' ? '' : `  cd ${/\s/.test(folder) ? `"${folder}"` : folder}\n`;
  return `The site is in ${folder || 'this folder'}. Next:

${enter}  npm install
  npm start          # a live preview
  npm run build      # the site to deploy, in build/
`;
}
