import fs from 'node:fs';
import os from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { builtFolder, type Context } from './context.ts';
import { environment } from './environment.ts';
import { heading, note } from './log.ts';
import { runAuthentik } from './part-authentik.ts';
import { runChanges } from './part-changes.ts';
import { runGrowth } from './part-growth.ts';
import { runBytes, runFacts, runLighthouse, runPhone } from './part-pages.ts';
import { runPortal } from './part-portal.ts';
import { runRebuild } from './part-rebuild.ts';
import { runSearch } from './part-search.ts';
import { runShards } from './part-shards.ts';
import { textReport, writeReport } from './report.ts';
import { PARTS, type PartData, type PartName, readResults, saveResult } from './results.ts';

interface Options {
  readonly quick?: boolean;
  readonly runs?: number;
  readonly visits?: number;
  readonly only?: readonly PartName[];
  readonly sizes?: readonly number[];
  readonly apis?: readonly number[];
  readonly memory: number;
  readonly minutes: number;
  readonly write?: boolean;
  readonly report?: boolean;
  readonly others: boolean;
}

/** The small one is for a first impression; with two sizes of each, what grows faster than they do shows. */
const CONNECTED = [
  ['ring', 50],
  ['ring', 200],
  ['ring', 400],
  ['clique', 50],
  ['clique', 100],
  ['tower', 50],
  ['tower', 100],
] as const;

/** Parts that look at the sites that the part "authentik" has built; the others build their own. */
const LOOKING: ReadonlySet<PartName> = new Set(['bytes', 'facts', 'phone', 'lighthouse']);

const DEFAULT_GIGABYTES = Math.min(20, Math.floor((os.totalmem() * 0.85) / 1e9));

const program = new Command('bench')
  .description(
    'Measures this site beside the stock OpenAPI plugin and theme. Nothing is asserted. Each part keeps its result in .bench/results/, so that parts can run one at a time.',
  )
  .option('--quick', 'a first impression in less than five minutes; writes nothing to docs/')
  .option('--runs <number>', 'runs of builds of authentik (default: 3, quick: 1)', positive)
  .option(
    '--visits <number>',
    'runs on the slow phone and of Lighthouse (default: 5 and 3)',
    positive,
  )
  .option('--only <parts>', `some parts only, with commas: ${PARTS.join(', ')}`, partList)
  .option(
    '--sizes <numbers>',
    'operations of the synthetic documents, with commas; "rebuild" uses the first one',
    numberList,
  )
  .option('--apis <numbers>', 'part "portal": numbers of APIs, with commas', numberList)
  .option('--memory <GB>', 'end a build that takes more', positive, DEFAULT_GIGABYTES)
  .option('--minutes <number>', 'end a build that takes longer', positive, 20)
  .option('--no-others', 'part "search": measure only ours, which takes a fraction of the time')
  .option('--write', 'write docs/about/authentik/ (default, but for --quick)')
  .option('--no-write', 'do not')
  .option('--report', 'measure nothing: print, and write, what earlier runs found out')
  .action(run);

async function run(options: Options): Promise<void> {
  const parts = options.report ? [] : partsOf(options.only);
  const context = contextOf(options);
  // If it is interrupted, what it has found out until then is printed.
  const print = (): void => console.log(textReport(readResults(context.quick)));
  process.once('exit', print);
  for (const part of parts) await runPart(part, context);
  process.off('exit', print);
  const results = readResults(context.quick);
  console.log(textReport(results));
  if (options.write ?? !options.quick) {
    writeReport(results);
    note('written to docs/about/authentik/');
  }
}

/** Parts that look at the built sites of authentik bring the one that builds them. */
function partsOf(only: readonly PartName[] = PARTS): readonly PartName[] {
  const looks = only.some((part) => LOOKING.has(part));
  const built = fs.existsSync(builtFolder('ours'));
  return PARTS.filter((part) => only.includes(part) || (part === 'authentik' && looks && !built));
}

function contextOf({
  quick = false,
  runs,
  visits,
  sizes,
  apis,
  memory,
  minutes,
  others,
}: Options): Context {
  return {
    quick,
    runs: runs ?? (quick ? 1 : 3),
    visits: visits ?? (quick ? 1 : 5),
    scores: visits ?? (quick ? 1 : 3),
    sample: quick ? 3 : 20,
    sizes: sizes ?? (quick ? [200, 500] : [500, 1000, 2000, 5000, 10_000]),
    divided: sizes ?? (quick ? [200] : [1000, 10_000]),
    changed: sizes?.[0] ?? (quick ? 200 : 1000),
    apis: apis ?? (quick ? [40, 80] : [100, 300]),
    connected: quick ? CONNECTED.slice(0, 1) : CONNECTED,
    others,
    limits: { memory: memory * 1e9, seconds: minutes * 60 },
  };
}

async function runPart(part: PartName, context: Context): Promise<void> {
  heading(part);
  const start = performance.now();
  // Of the moment at which a part takes its copy of the site: a long run outlasts a commit.
  const begun = await environment();
  const runs = {
    authentik: context.runs,
    growth: 1,
    rebuild: 1,
    search: 1,
    bytes: 1,
    facts: 1,
    changes: context.runs,
    portal: 1,
    shards: 1,
  };
  const save = (rest: { data?: PartData[PartName]; error?: string }): void => {
    saveResult({
      part,
      date: new Date().toISOString(),
      quick: context.quick,
      runs: { ...runs, phone: context.visits, lighthouse: context.scores }[part],
      seconds: (performance.now() - start) / 1000,
      environment: begun,
      ...rest,
    } as Parameters<typeof saveResult>[0]);
  };
  let kept: PartData[PartName] | undefined;
  const keep = (data: PartData[PartName]): void => {
    kept = data;
    save({ data, error: 'was interrupted' });
  };
  const run: { readonly [P in PartName]: () => Promise<PartData[P]> } = {
    authentik: () => runAuthentik(context),
    bytes: () => runBytes(context),
    facts: () => runFacts(),
    phone: () => runPhone(context),
    lighthouse: () => runLighthouse(context),
    rebuild: () => runRebuild(context, keep),
    search: () => runSearch(context, keep),
    changes: () => runChanges(context),
    portal: () => runPortal(context, keep),
    shards: () => runShards({ ...context, sizes: context.divided }, keep),
    growth: () => runGrowth({ ...context, runs: 1 }, keep),
  };
  try {
    save({ data: await run[part]() });
  } catch (error) {
    note(`${part} failed, the other parts go on`);
    save({ ...(kept && { data: kept }), error: (error as Error).message });
  }
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('It takes a number above 0.');
  return value;
}

function numberList(text: string): number[] {
  return text.split(',').map(positive);
}

function partList(text: string): PartName[] {
  return text.split(',').map((name) => {
    const part = PARTS.find((known) => known === name.trim());
    if (!part) throw new InvalidArgumentError(`There is no part "${name}".`);
    return part;
  });
}

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
