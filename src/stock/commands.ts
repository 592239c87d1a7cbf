import { nearest } from '../problems/nearest.ts';
import { readStockInstances, type StockReading, type StockSite } from './read.ts';
import {
  runStockJob,
  type StockJob,
  type StockSiteDocs,
  StockUsageError,
  stockMessage,
} from './run.ts';
import type { StockTarget } from './versions.ts';

/** The part of Docusaurus' command line that is used (commander 5). */
export interface CommandLine {
  readonly commands: readonly { name(): string }[];
  command(name: string): Command;
}

interface Command {
  description(text: string): this;
  usage(text: string): this;
  arguments(names: string): this;
  option(flags: string, description: string): this;
  action(run: (id: string, command: { opts(): CommandFlags }) => Promise<void>): this;
}

interface CommandFlags {
  readonly pluginId?: string;
  readonly allVersions?: boolean;
  readonly schemasOnly?: boolean;
}

/** The commands of the stock plugin, with its arguments. */
const COMMANDS: readonly {
  readonly name: string;
  readonly argument: 'id' | 'id:version';
  readonly action: StockJob['action'];
  readonly description: string;
}[] = [
  {
    name: 'gen-api-docs',
    argument: 'id',
    action: 'generate',
    description: 'Generates the pages and the sidebar of an API, or of all of them.',
  },
  {
    name: 'gen-api-docs:version',
    argument: 'id:version',
    action: 'generate',
    description:
      'Generates the pages of a version of an API, or of all of them, and versions.json.',
  },
  {
    name: 'clean-api-docs',
    argument: 'id',
    action: 'clean',
    description: 'Removes the generated pages and the sidebar of an API, or of all of them.',
  },
  {
    name: 'clean-api-docs:version',
    argument: 'id:version',
    action: 'clean',
    description: 'Removes the generated pages of a version of an API, or of all of them.',
  },
];

/**
 * Adds the commands of the stock plugin to `docusaurus`. If the site has several instances of the plugin, each
 * one does so, and the first one wins.
 *
 * The exit code is 1 if a document is bad, or there is no such API; nothing is then written.
 *
 * @param instances The options of all instances of the plugin, in the order of the site.
 */
export function stockCommands(
  cli: CommandLine,
  instances: readonly unknown[],
  site: StockSite & Pick<StockSiteDocs, 'docs'>,
): void {
  for (const { name, argument, action, description } of COMMANDS) {
    if (cli.commands.some((command) => command.name() === name)) continue;
    const command = cli
      .command(name)
      .description(description)
      .usage(`<${argument}>`)
      .arguments(`<${argument}>`)
      .option('-p, --plugin-id <plugin>', 'id of the plugin instance')
      .option('--schemas-only', 'only the pages of schemas');
    if (argument === 'id') command.option('--all-versions', 'all versions, too');
    command.action(async (id, given) => {
      try {
        const all = readStockInstances(instances, site);
        const job = jobOf(id, argument, action, given.opts(), all);
        if (!(await runStockJob(job, { ...site, all }))) process.exitCode = 1;
      } catch (error) {
        const message = stockMessage(error);
        if (message === undefined) throw error;
        console.error(message);
        process.exitCode = 1;
      }
    });
  }
}

/**
 * What a command line asks for.
 *
 * @throws StockUsageError that names what there is.
 */
export function jobOf(
  id: string,
  argument: 'id' | 'id:version',
  action: StockJob['action'],
  { pluginId, allVersions = false, schemasOnly = false }: CommandFlags,
  instances: readonly StockReading[],
): StockJob {
  const reading = instanceOf(pluginId, instances);
  const targets =
    argument === 'id'
      ? apiTargets(id, allVersions, reading.targets)
      : versionTargets(id, reading.targets);
  return { action, targets, schemasOnly, reading };
}

function instanceOf(id: string | undefined, instances: readonly StockReading[]): StockReading {
  const [only, another] = instances;
  if (id === undefined && only && !another) return only;
  const found = instances.find((instance) => instance.id === id);
  if (found) return found;
  const ids = instances.map((instance) => instance.id);
  throw new StockUsageError(
    id === undefined
      ? `The site has several instances of the plugin. Add --plugin-id with one of ${listed(ids)}.`
      : unknown(`an instance of the plugin with the id`, id, ids),
  );
}

function apiTargets(
  id: string,
  allVersions: boolean,
  targets: readonly StockTarget[],
): readonly StockTarget[] {
  const names = [...new Set(targets.map(({ api }) => api))];
  if (id !== 'all' && !names.includes(id)) throw new StockUsageError(unknown('an API', id, names));
  return targets.filter(
    ({ api, version }) => (id === 'all' || api === id) && (allVersions || version === undefined),
  );
}

function versionTargets(id: string, targets: readonly StockTarget[]): readonly StockTarget[] {
  // A version may contain colons.
  const at = id.indexOf(':');
  const [api, version] = at === -1 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
  const own = apiTargets(api, true, targets).filter((target) => target.version !== undefined);
  const names = own.map((target) => target.version ?? '');
  if (names.length === 0)
    throw new StockUsageError(`The API "${api}" has no versions in its configuration.`);
  if (version === '')
    throw new StockUsageError(
      `The version is missing. Write ${listed(['all', ...names].map((name) => `${api}:${name}`))}.`,
    );
  if (version !== 'all' && !names.includes(version))
    throw new StockUsageError(unknown(`a version of "${api}"`, version, names));
  return own.filter((target) => version === 'all' || target.version === version);
}

function unknown(what: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const fix =
    near !== undefined
      ? `Did you mean "${near}"?`
      : known.length > 0
        ? `There is ${listed(known)}.`
        : 'The configuration has none.';
  return `"${name}" is not ${what}. ${fix}`;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' or ');
}
