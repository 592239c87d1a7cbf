import { type Command, InvalidArgumentError } from 'commander';
import { LAYOUT } from '../generate/layout.ts';
import { artifactName } from '../site/shards/artifact.ts';
import { parseShard, type Shard } from '../site/shards/cut.ts';
import { DOCUMENT_OPTIONS, LOCALE, SITE_DIR, SITE_URL } from './options.ts';

/** Where artifacts are by default, for the help. */
export const SHARD_FOLDER = `${LAYOUT.shards}/${artifactName({ number: 3, of: 8 })}`;
export const BUNDLE_FOLDER = `${LAYOUT.shards}/${artifactName('bundles')}`;

/** The exit codes of all three. */
export const PART_EXITS = `
Exit codes: 0 everything is there, 1 a document has problems, or an artifact is missing, repeated, damaged or made from
something else, 2 usage error, 3 internal error.`;

export const SHARD_HELP = `
Shards:
  bundle                 once, on one machine (not necessary: without it, each shard bundles by itself)
  build --shard 1/3      on three machines, with 2/3 and 3/3
  merge                  the site, from the folders of all shards

${PART_EXITS.trim()}`;

function shard(value: string): Shard {
  const read = parseShard(value);
  if (read) return read;
  throw new InvalidArgumentError('It must be a shard and their number, such as 3/8.');
}

/** The option for a part of the pages. */
export const SHARD = [
  '--shard <number/count>',
  'only render a part of the pages, such as 3/8, for "merge"',
  shard,
] as const;

/** The option for bundles of another machine. */
export const BUNDLE = [
  '--bundle <folder>',
  `for a shard: what "bundle" has written (default: ${BUNDLE_FOLDER}, if it is there)`,
] as const;

/** The command `merge` with its options, without what it does. */
export function mergeCommand(program: Command) {
  const made = program
    .command('merge')
    .description('Builds the site from the shards that "build --shard" has rendered.')
    .argument(
      '[folders...]',
      `artifacts of all shards, and of the bundles, or folders that contain them (default: ${LAYOUT.shards})`,
    )
    .option(...SITE_DIR);
  for (const [flags, text] of DOCUMENT_OPTIONS)
    made.option(flags, flags.startsWith('--document') ? 'the documents, as for the shards' : text);
  return made
    .option('--out-dir <folder>', 'output folder of the site', 'build')
    .option(...LOCALE)
    .option('--force', 'build the site even if nothing has changed since the last build')
    .option(...SITE_URL)
    .addHelpText('after', PART_EXITS);
}
