import path from 'node:path';
import type { LevelSettings } from '../changes/rules/judge.ts';
import { sourceKind } from '../changes/sources/source.ts';
import { isHttp } from '../document/read.ts';
import { type ApiEntry, ConfigError } from '../generate/config.ts';
import { fileAt } from '../generate/git.ts';
import { ownCommand } from '../own-command.ts';
import { callersFolder, subjectOf } from './apis.ts';
import type { ChangesOptions } from './changes.ts';

/** Two documents that are compared. */
export interface Comparing {
  readonly from: string;
  readonly to: string;
  /** The folder that paths are relative to. */
  readonly cwd: string;
  readonly input: {
    readonly refFolders?: readonly string[];
    readonly refHosts?: readonly string[];
  };
  readonly levels: LevelSettings;
  readonly acceptedFile: { readonly path: string; readonly isRequired: boolean };
}

/**
 * What a command compares: the two documents on the command line, or the documents of the site with the last commit.
 *
 * @throws ConfigError if the options do not go together, or there is nothing to compare with.
 */
export async function comparingOf(root: string, options: ChangesOptions): Promise<Comparing[]> {
  const { from, to } = options;
  if (from !== undefined && to !== undefined) {
    const cwd = callersFolder();
    const apis = await apisOf(root).catch(() => []);
    const api = apis.find(({ document }) => isSameFile(root, document, cwd, to));
    return [
      {
        from,
        to,
        cwd,
        input: {
          refFolders: options.refFolder ?? absolute(root, api?.refFolders),
          refHosts: options.refHost ?? api?.refHosts,
        },
        levels: api?.changeLevels ?? {},
        acceptedFile: accepted(options, beside(to)),
      },
    ];
  }
  if (to !== undefined)
    throw new ConfigError('--to requires --from: name the earlier document as well.');
  const apis = await apisOf(root);
  if (from !== undefined) {
    const [api] = apis.length === 1 ? apis : apis.filter(({ main }) => main);
    if (!api)
      throw new ConfigError('--from requires --to: the site in this folder has no main API.');
    return [comparingOfApi(root, api, from, options)];
  }
  const found: Comparing[] = [];
  for (const api of apis) {
    if (isHttp(api.document)) continue;
    const file = path.relative(root, path.resolve(root, api.document)).split(path.sep).join('/');
    if ((await fileAt(root, file, 'HEAD')) === undefined) continue;
    found.push(comparingOfApi(root, api, `HEAD:./${file}`, options));
  }
  if (found.length === 0)
    throw new ConfigError(
      `None of the documents of the site is in the last commit. Name what to compare with, for example "${ownCommand('changes', '--from', 'old.yaml', '--to', 'new.yaml')}".`,
    );
  return found;
}

async function apisOf(root: string): Promise<readonly ApiEntry[]> {
  const { apis } = await subjectOf(root, {});
  return apis;
}

function comparingOfApi(
  root: string,
  api: ApiEntry,
  from: string,
  options: ChangesOptions,
): Comparing {
  return {
    from,
    to: api.document,
    cwd: root,
    input: {
      refFolders: options.refFolder ?? api.refFolders,
      refHosts: options.refHost ?? api.refHosts,
    },
    levels: api.changeLevels ?? {},
    acceptedFile: accepted(options, path.join('openapi', `${api.id}.accepted-changes.yaml`)),
  };
}

function accepted({ accepted: file }: ChangesOptions, usual: string): Comparing['acceptedFile'] {
  if (file === undefined) return { path: usual, isRequired: false };
  return { path: path.resolve(callersFolder(), file), isRequired: true };
}

/** The file of accepted changes beside a document: `shop.yaml` has `shop.accepted-changes.yaml`. */
function beside(document: string): string {
  const kind = sourceKind(document);
  const file = kind === 'git' ? document.slice(document.indexOf(':') + 1) : document;
  const name =
    kind === 'git' || kind === 'file' ? file : path.posix.basename(file.split(/[?#]/)[0] ?? '');
  return name.replace(/(?:\.(?:ya?ml|json))?$/i, '.accepted-changes.yaml').replaceAll(/[:]/g, '-');
}

function isSameFile(root: string, document: string, cwd: string, given: string): boolean {
  if (isHttp(document) || isHttp(given)) return document === given;
  return path.resolve(root, document) === path.resolve(cwd, given);
}

function absolute(root: string, folders: readonly string[] | undefined) {
  return folders?.map((folder) => path.resolve(root, folder));
}
