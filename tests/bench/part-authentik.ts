import fs from 'node:fs';
import path from 'node:path';
import {
  AUTHENTIK,
  authentikDocument,
  authentikOperations,
  builtFolder,
  type Context,
  SITES,
} from './context.ts';
import { object } from './json.ts';
import { note, step } from './log.ts';
import type { Limits } from './measure.ts';
import { copyOurs, ours } from './ours.ts';
import { folderSize } from './page-bytes.ts';
import { LOGS } from './paths.ts';
import type { Again, OutputSize, PartData, SiteRuns } from './results.ts';
import { type ColdRun, coldRun, describeEnd, runCommand, type Site } from './site.ts';
import { installStock } from './stock.ts';

/** Time, memory and size of authentik's reference; keeps the built sites for the parts after it. */
export async function runAuthentik(context: Context): Promise<PartData['authentik']> {
  await step('copying our site', async () => copyOurs());
  const own = await runsOf(SITES.ours, context);
  const again =
    !context.quick && own.output
      ? await step('our site again', () => runAgain(context))
      : undefined;
  const stock = context.quick
    ? { runs: [], skipped: 'takes longer than a quick run may' }
    : await stockRuns(context);
  const { components } = authentikDocument();
  return {
    operations: authentikOperations().length,
    schemas: Object.keys(object(object(components).schemas)).length,
    sites: { ours: own, stock },
    ...(again && { again }),
  };
}

/**
 * Builds our site of authentik once and keeps it, for a part that only needs to look at it.
 *
 * @returns why there is no site; undefined where there is one.
 */
export async function buildAuthentik(limits: Limits): Promise<string | undefined> {
  await step('copying our site', async () => copyOurs());
  const pages = authentikOperations().map(({ page }) => page);
  const { failure } = await step(
    'ours: authentik',
    () => coldRun(SITES.ours, AUTHENTIK, pages, limits),
    tellRun,
  );
  if (failure === undefined) keep(SITES.ours);
  return failure;
}

async function stockRuns(context: Context): Promise<SiteRuns> {
  try {
    await step('installing the stock plugin and theme', async () => installStock());
  } catch (error) {
    return { runs: [], skipped: (error as Error).message };
  }
  return runsOf(SITES.stock, context);
}

async function runsOf(site: Site, { runs, limits }: Context): Promise<SiteRuns> {
  const pages = authentikOperations().map(({ page }) => page);
  const done: ColdRun[] = [];
  for (let run = 1; run <= runs; run++) {
    const result = await step(
      `${site.name}: authentik, run ${run} of ${runs}`,
      () => coldRun(site, AUTHENTIK, pages, limits, done.at(-1)?.heap),
      tellRun,
    );
    done.push(result);
    // What fails once fails again, after as many minutes.
    if (result.failure) return { runs: done };
  }
  return { runs: done, output: keep(site) };
}

/** One line about a run, for the terminal. */
export function tellRun({ generate, build, failure }: ColdRun): string {
  if (failure) return failure;
  const peak = Math.max(generate.peakMemory, build?.peakMemory ?? 0) / 1e9;
  return `generate ${generate.seconds.toFixed(1)} s, build ${build?.seconds.toFixed(1)} s, ${peak.toFixed(2)} GB`;
}

/** Copies the built site to where later parts find it. */
function keep(site: Site): OutputSize {
  const folder = builtFolder(site.name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.cpSync(site.output, folder, { recursive: true });
  return folderSize(folder);
}

/**
 * Generates with nothing changed, then builds with one operation changed, both with warm caches; then from nothing
 * without the changelog, as the first runs did with it.
 */
async function runAgain({ limits }: Context): Promise<PartData['authentik']['again']> {
  const run = async (command: 'generate' | 'build', log: string): Promise<Again> => {
    const measured = await runCommand(ours, ours[command](AUTHENTIK), log, limits, 'default');
    if (measured.ended !== 'done') note(`${log}: ${describeEnd(measured)}`);
    const output = fs.readFileSync(path.join(LOGS, `${log}.log`), 'utf8');
    const counts = /^ +all +([\d,]+) +([\d,]+)/m.exec(output);
    const number = (text: string | undefined): number => Number(text?.replaceAll(',', ''));
    return {
      ...measured,
      ...(counts && { written: number(counts[1]), unchanged: number(counts[2]) }),
    };
  };
  const unchanged = await run('generate', 'ours-unchanged');
  // The document is in a package; the copy's own overlay is what may change.
  const overlay = path.join(ours.folder, 'openapi', 'authentik.overlay.yaml');
  fs.appendFileSync(
    overlay,
    '\n  - target: $.paths["/core/users/"].get\n    update:\n      description: Changed by the benchmark.\n',
  );
  const oneChanged = await run('build', 'ours-one-changed');
  fs.rmSync(path.join(ours.folder, 'openapi', 'authentik.changes'), { recursive: true });
  const pages = authentikOperations().map(({ page }) => page);
  return { unchanged, oneChanged, withoutChangelog: await coldRun(ours, AUTHENTIK, pages, limits) };
}
