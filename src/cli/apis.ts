import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Docs } from '../address/docs.ts';
import { isHttp } from '../document/read.ts';
import { type ApiEntry, ConfigError, checkConfig } from '../generate/config.ts';
import { entriesOf } from '../generate/versions.ts';
import { isObject } from '../json/guards.ts';
import { ownCommand } from '../own-command.ts';
import { siteKind } from './site-kind.ts';

export interface DocumentOptions {
  /** Paths or URLs of documents, instead of the APIs of the site. */
  readonly document?: readonly string[];
  readonly id?: string;
  readonly label?: string;
  readonly overlay?: readonly string[];
  readonly refFolder?: readonly string[];
  readonly refHost?: readonly string[];
  /** Whether nothing is read from the network; works with and without `document`. */
  readonly offline?: boolean;
}

/** What a command is about. */
export interface Subject {
  readonly apis: readonly ApiEntry[];
  /** The docs of somebody's site. */
  readonly docs?: readonly Docs[];
  /** Ids of the APIs that are generated with the site; all, if absent. */
  readonly only?: ReadonlySet<string>;
  /** The folder that file names in messages are relative to, if not that of the site. */
  readonly cwd?: string;
}

/** The caller's folder, which npm passes on: paths on the command line are relative to it. */
export function callersFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/**
 * The APIs that a command is about, with all their versions: those on the command line, or those of the site in a folder, which lists them in
 * `openapi/apis.ts` or in the options of the plugin.
 *
 * @throws ConfigError where options are wrong or do not go together, or there are no APIs.
 */
export async function subjectOf(root: string, options: DocumentOptions): Promise<Subject> {
  const { document = [], id, label, overlay, refFolder, refHost } = options;
  const given = { id, label, overlay, 'ref-folder': refFolder, 'ref-host': refHost };
  const names = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : name));
  if (document.length === 0) {
    const [stray] = names;
    if (stray !== undefined)
      throw new ConfigError(
        `--${stray} requires --document. Without it, set the option where the site lists its APIs.`,
      );
    return subjectOfSite(root);
  }
  const single = names.find((name) => OF_ONE.has(name));
  if (document.length > 1 && single !== undefined)
    throw new ConfigError(
      `--${single} is for one document, and there are ${document.length}. To set it for each of them, make a site with "${ownCommand('create')}", and list them there.`,
    );
  const cwd = callersFolder();
  const resolve = (file: string): string => (isHttp(file) ? file : path.resolve(cwd, file));
  const apis = document.map((one) => ({
    id: id ?? '',
    document: resolve(one),
    label,
    overlays: overlay?.map(resolve),
    refFolders: refFolder?.map((folder) => path.resolve(cwd, folder)),
    refHosts: refHost,
  }));
  await checkConfig(apis, () => 'On the command line');
  return { apis, cwd };
}

/** Options that no two documents can share. */
const OF_ONE: ReadonlySet<string> = new Set(['id', 'label', 'overlay']);

async function subjectOfSite(root: string): Promise<Subject> {
  const kind = siteKind(root);
  if (kind === 'reference') {
    const apis = await listedApis(listOf(root));
    await checkConfig(apis);
    return { apis: entriesOf(apis) };
  }
  if (kind === 'none') throw new ConfigError(noDocument(root));
  const { installedSite } = await import('../site/installed-site.ts');
  return installedSite(root);
}

const DOCUMENT = /^(?:openapi|swagger)\.(?:ya?ml|json)$/i;

/** What is wrong with a command that has no document, in a folder without a site. */
export function noDocument(root: string): string {
  const found = fs.readdirSync(root).find((name) => DOCUMENT.test(name)) ?? 'openapi.yaml';
  return `There is no document on the command line, and no site in ${root}: it has neither openapi/apis.ts nor a docusaurus.config file. Name the document, for example "${ownCommand('build', found)}", or the folder of the site with --site-dir.`;
}

/** The file that lists the APIs of a site that consists of references. */
export function listOf(root: string): string {
  return path.join(root, 'openapi', 'apis.ts');
}

async function listedApis(file: string): Promise<readonly ApiEntry[]> {
  let module: { default?: unknown };
  try {
    const { tsImport } = await import('tsx/esm/api');
    // Reads it again each time, which `start` relies on.
    module = await tsImport(pathToFileURL(file).href, import.meta.url);
    // What Node.js makes of a CommonJS module, which it is by default.
    if (isObject(module.default)) module = module.default;
  } catch (error) {
    throw new ConfigError(`openapi/apis.ts cannot be loaded: ${(error as Error).message}`);
  }
  if (Array.isArray(module.default)) return module.default;
  throw new ConfigError('openapi/apis.ts must export a list of APIs by default.');
}
