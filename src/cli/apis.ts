import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isHttp } from '../document/read.ts';
import { type ApiConfig, type ApiEntry, ConfigError, checkConfig } from '../generate/config.ts';
import { entriesOf } from '../generate/versions.ts';
import { isObject } from '../json/guards.ts';

export interface DocumentOptions {
  readonly document?: string;
  readonly id?: string;
  readonly label?: string;
  readonly overlay?: readonly string[];
  readonly refFolder?: readonly string[];
  readonly refHost?: readonly string[];
  /** Whether nothing is read from the network; works with and without `document`. */
  readonly offline?: boolean;
}

/**
 * The APIs that a command is about, with all their versions: the one on the command line, or those of
 * `openapi/apis.ts`.
 *
 * Paths on the command line are relative to the caller's folder, which npm passes on.
 *
 * @throws ConfigError where options are wrong or do not go together, or the list of APIs cannot be loaded.
 */
export async function apisOf(root: string, options: DocumentOptions): Promise<readonly ApiEntry[]> {
  const { document, id, label, overlay, refFolder, refHost } = options;
  if (document === undefined) {
    const strays = { id, label, overlay, 'ref-folder': refFolder, 'ref-host': refHost };
    const stray = Object.entries(strays).find(([, value]) => value !== undefined);
    if (stray)
      throw new ConfigError(
        `--${stray[0]} requires --document. Without it, set the option in openapi/apis.ts.`,
      );
    const apis = await listedApis(listOf(root));
    await checkConfig(apis);
    return entriesOf(apis);
  }
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const resolve = (file: string): string => (isHttp(file) ? file : path.resolve(cwd, file));
  const api: ApiConfig = {
    id: id ?? '',
    document: resolve(document),
    label,
    overlays: overlay?.map(resolve),
    refFolders: refFolder?.map((folder) => path.resolve(cwd, folder)),
    refHosts: refHost,
  };
  await checkConfig([api], () => 'On the command line');
  return [api];
}

/** The file that lists the APIs of a site. */
export function listOf(root: string): string {
  return path.join(root, 'openapi', 'apis.ts');
}

async function listedApis(file: string): Promise<readonly ApiConfig[]> {
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
