import fs from 'node:fs';
import path from 'node:path';
import { differences } from '../support/tree.ts';
import { connectedDocument } from './connected.ts';
import { authentikDocument, type Context } from './context.ts';
import { type JsonObject, object } from './json.ts';
import { step } from './log.ts';
import type { Measured } from './measure.ts';
import { operationsOf } from './operations.ts';
import { copyOurs, ours } from './ours.ts';
import { DOCUMENTS, WORK } from './paths.ts';
import type { PartData, RenderedShard, ShardsRun } from './results.ts';
import { clean, describeEnd, runCommand } from './site.ts';
import { syntheticDocument } from './synthetic.ts';

/** Where the site that one machine has built is kept, to compare it with that of shards. */
const ALONE = path.join(WORK, 'alone');

/** Operations that a shard has about as many of. */
const OPERATIONS_OF_A_SHARD = 1250;

/** A site that is divided. */
interface Divided {
  readonly name: string;
  readonly operations: number;
  readonly languages: readonly string[];
  /** Into how many shards. */
  readonly counts: readonly number[];
  /** Whether one machine builds it as well, and the results are compared. */
  readonly isCompared: boolean;
}

/**
 * Builds sites in shards, one after the other on this machine: each is what a machine of its own would do. authentik's in
 * two languages is compared with a build in one piece, byte by byte; larger ones show what a page costs.
 */
export async function runShards(
  context: Context,
  save: (data: PartData['shards']) => void,
): Promise<PartData['shards']> {
  await step('copying our site', async () => copyOurs());
  const results: ShardsRun[] = [];
  const keep = (run: ShardsRun): void => {
    results.push(run);
    save(results);
  };
  const run = async (site: Divided): Promise<void> => {
    const alone = site.isCompared ? await buildAlone(site, context) : undefined;
    for (const count of site.counts) keep(await buildInShards(site, count, alone, context));
  };
  if (!context.quick) {
    const operations = operationsOf(authentikDocument()).length;
    const languages = ['en', 'de'];
    await run({ name: 'authentik', operations, languages, counts: [2, 4, 7], isCompared: true });
  }
  const [first = 0] = context.sizes;
  const synthetic: [string, JsonObject][] = [
    ...context.sizes.map((size): [string, JsonObject] => ['loose', syntheticDocument(size)]),
    ['ring', connectedDocument('ring', first)],
  ];
  for (const [name, document] of synthetic) {
    writeSite(name, document);
    const operations = operationsOf(document).length;
    const counts = [Math.max(2, Math.ceil(operations / OPERATIONS_OF_A_SHARD))];
    await run({ name, operations, languages: ['en'], counts, isCompared: context.quick });
  }
  return results;
}

/** Has our copy consist of one document. */
function writeSite(id: string, document: JsonObject): void {
  const file = path.join(DOCUMENTS, `${id}.json`);
  fs.mkdirSync(DOCUMENTS, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(document, undefined, 2));
  fs.writeFileSync(
    path.join(ours.folder, 'openapi/apis.ts'),
    `export default ${JSON.stringify([{ id, document: file }])};\n`,
  );
}

function tell(measured: Measured): string {
  const { seconds, peakMemory, ended } = measured;
  if (ended !== 'done') return describeEnd(measured);
  return `${seconds.toFixed(1)} s, ${(peakMemory / 1e9).toFixed(2)} GB`;
}

/** Runs a command of the site, as it is in this folder. */
function runOwn(
  { name, languages }: Divided,
  args: readonly string[],
  { limits }: Context,
): Promise<Measured> {
  const all = ['src/cli/bin.cjs', ...args];
  if (args[0] !== 'generate') all.push('--locale', ...languages);
  const title = `${name}: ${args.join(' ')}`;
  const log = `shards-${name}-${args.join('-').replaceAll('/', '-of-')}`;
  return step(title, () => runCommand(ours, { args: all }, log, limits, 'default'), tell);
}

/** The site in one piece, which is kept. */
async function buildAlone(site: Divided, context: Context): Promise<Measured> {
  clean(ours);
  await runOwn(site, ['generate'], context);
  const built = await runOwn(site, ['build'], context);
  fs.rmSync(ALONE, { recursive: true, force: true });
  if (built.ended === 'done') fs.cpSync(ours.output, ALONE, { recursive: true });
  return built;
}

async function buildInShards(
  site: Divided,
  count: number,
  alone: Measured | undefined,
  context: Context,
): Promise<ShardsRun> {
  clean(ours);
  const { name, operations, languages } = site;
  const generate = await runOwn(site, ['generate'], context);
  const bundle = await runOwn(site, ['bundle'], context);
  const shards: RenderedShard[] = [];
  for (let number = 1; number <= count; number++) {
    const measured = await runOwn(site, ['build', '--shard', `${number}/${count}`], context);
    shards.push({ ...measured, ...artifactOf(`${number}-of-${count}`) });
  }
  const merge = await runOwn(site, ['merge'], context);
  const isSame =
    alone?.ended === 'done' && merge.ended === 'done'
      ? differences(ALONE, ours.output).length === 0
      : undefined;
  return {
    document: name,
    operations,
    languages: languages.length,
    generate,
    bundle,
    shards,
    merge,
    ...(alone && { alone }),
    ...(isSame !== undefined && { same: isSame }),
  };
}

/** How many pages a shard has rendered, and how long only that took. */
function artifactOf(name: string): Pick<RenderedShard, 'pages' | 'rendering'> {
  const folder = path.join(ours.folder, '.reference/shards', name);
  if (!fs.existsSync(path.join(folder, 'times.json'))) return { pages: 0, rendering: 0 };
  return readArtifact(
    JSON.parse(fs.readFileSync(path.join(folder, 'times.json'), 'utf8')),
    JSON.parse(fs.readFileSync(path.join(folder, 'reference-part.json'), 'utf8')),
  );
}

/**
 * What the files of an artifact say.
 *
 * @param times Its `times.json`.
 * @param manifest Its manifest.
 */
export function readArtifact(
  times: { readonly steps: readonly { readonly step: string; readonly seconds: number }[] },
  manifest: { readonly pages: Readonly<Record<string, { readonly pages: object }>> },
): Pick<RenderedShard, 'pages' | 'rendering'> {
  const rendering = times.steps
    .filter((one) => one.step.startsWith('rendering'))
    .reduce((sum, { seconds }) => sum + seconds, 0);
  const pages = Object.values(manifest.pages).reduce(
    (sum, language) => sum + Object.keys(object(language.pages)).length,
    0,
  );
  return { pages, rendering };
}
