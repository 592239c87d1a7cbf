import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ConfigError } from '../generate/config.ts';
import { explainWriteError } from '../generate/files.ts';
import { IS_BUILT, ownFile, PACKAGE } from '../own-files.ts';
import { siteFiles } from './site-files.ts';

/**
 * Packages that the files of a site name, and the bundler for it. Each is found from where one of the others is: package
 * managers that link packages let each see only its own.
 */
const PACKAGES: readonly (readonly [name: string, from?: string])[] = [
  ['@docusaurus/core'],
  ['@docusaurus/theme-classic'],
  ['@docusaurus/plugin-content-docs'],
  ['@docusaurus/plugin-content-pages'],
  ['@docusaurus/plugin-sitemap'],
  ['react'],
  ['react-dom'],
  ['@mdx-js/react', '@docusaurus/theme-classic'],
];

/** What configurations import: in a clone, a module of the sources. */
const CONFIG = `${PACKAGE}/config`;

/**
 * Runs a command in a site for documents that have none. It is in a temporary folder, which is removed afterwards;
 * nothing is written beside the documents.
 *
 * @param run Gets the folder of the site.
 * @returns the exit code.
 * @throws ConfigError if a package is missing, WriteError if there is no space or permission for the folder.
 */
export async function inLoneSite(run: (root: string) => Promise<number>): Promise<number> {
  const packages = await packageFolders();
  const root = await temporaryFolder();
  try {
    await writeSite(root, packages).catch((error) => {
      throw explainWriteError(error);
    });
    return await run(root);
  } finally {
    await fs.rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function temporaryFolder(): Promise<string> {
  try {
    return await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), `${PACKAGE}-`)));
  } catch (error) {
    throw explainWriteError(error);
  }
}

async function writeSite(root: string, packages: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, folder] of packages) await link(folder, path.join(root, 'node_modules', name));
  // Docusaurus' tools look for it to find the folder of the site.
  await fs.writeFile(path.join(root, 'package.json'), '{ "private": true }\n');
  for (const [name, content] of siteFiles()) {
    const file = path.join(root, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, IS_BUILT ? content : content.replaceAll(CONFIG, `${CONFIG}.ts`));
  }
}

async function link(folder: string, place: string): Promise<void> {
  await fs.mkdir(path.dirname(place), { recursive: true });
  // Windows lets everybody make junctions, but not symbolic links.
  await fs.symlink(folder, place, 'junction');
}

/** The folders of all packages that a site needs, by name. */
async function packageFolders(): Promise<ReadonlyMap<string, string>> {
  const own = path.dirname(ownFile('.'));
  const folders = new Map([[PACKAGE, own]]);
  const missing: string[] = [];
  for (const [name, from = PACKAGE] of PACKAGES) {
    const folder = folderOf(name, folders.get(from) ?? own);
    if (folder === undefined) missing.push(name);
    else folders.set(name, await fs.realpath(folder));
  }
  if (missing.length > 0)
    throw new ConfigError(
      `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not installed beside ${PACKAGE}, which needs ${missing.length === 1 ? 'it' : 'them'} to build a site. npm installs them together with it; other package managers may not: npm install ${missing.join(' ')}`,
    );
  return folders;
}

/** The folder of a package, as seen from the folder of another one; undefined if it is not installed. */
function folderOf(name: string, from: string): string | undefined {
  const paths = createRequire(path.join(from, 'package.json')).resolve.paths(name) ?? [];
  return paths
    .map((folder) => path.join(folder, name))
    .find((folder) => existsSync(path.join(folder, 'package.json')));
}
