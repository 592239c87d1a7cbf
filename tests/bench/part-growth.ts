import fs from 'node:fs';
import path from 'node:path';
import { type Context, SITES } from './context.ts';
import { scriptBytes } from './intent.ts';
import { step } from './log.ts';
import { operationsOf } from './operations.ts';
import { copyOurs } from './ours.ts';
import { folderSize, pageBytes } from './page-bytes.ts';
import { tellRun } from './part-authentik.ts';
import { withBrowser } from './part-pages.ts';
import { DOCUMENTS } from './paths.ts';
import type { GrowthRun, PartData } from './results.ts';
import { type BenchDocument, coldRun, type Heap, type Site } from './site.ts';
import { median, sample, summarize } from './statistics.ts';
import { installStock } from './stock.ts';
import { syntheticDocument } from './synthetic.ts';

/**
 * Builds ever larger documents with both sites. A site that fails at one size is not tried with a
 * larger one.
 *
 * @param save Gets what there is after each size: a run takes hours, and may be interrupted.
 */
export async function runGrowth(
  context: Context,
  save: (data: PartData['growth']) => void,
): Promise<PartData['growth']> {
  await step('copying our site', async () => copyOurs());
  await step('installing the stock plugin and theme', async () => installStock());
  const results: { operations: number; sites: Record<'ours' | 'stock', GrowthRun> }[] = [];
  for (const operations of context.sizes) {
    const before = results.at(-1)?.sites;
    const document = writeDocument(operations);
    const row = {
      operations,
      sites: {
        ours: await growthRun(SITES.ours, document, context, before?.ours),
        stock: await growthRun(SITES.stock, document, context, before?.stock),
      },
    };
    results.push(row);
    save(results);
  }
  return results;
}

interface Synthetic extends BenchDocument {
  readonly operations: number;
  readonly pages: readonly string[];
}

function writeDocument(operations: number): Synthetic {
  const file = path.join(DOCUMENTS, `synthetic-${operations}.json`);
  const document = syntheticDocument(operations);
  fs.mkdirSync(DOCUMENTS, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(document, undefined, 2));
  const pages = operationsOf(document).map(({ page }) => page);
  return { id: 'synthetic', file, isDefault: false, operations, pages };
}

async function growthRun(
  site: Site,
  document: Synthetic,
  { limits, runs, quick }: Context,
  before: GrowthRun | undefined,
): Promise<GrowthRun> {
  if (before?.skipped) return { skipped: before.skipped };
  if (before?.run?.failure)
    return { skipped: 'not tried: a smaller document was already too large' };
  const done: Awaited<ReturnType<typeof coldRun>>[] = [];
  let heap: Heap | undefined = before?.run?.heap;
  for (let run = 1; run <= runs; run++) {
    const result = await step(
      `${site.name}: ${document.operations} operations, run ${run} of ${runs}`,
      () => coldRun(site, document, document.pages, limits, heap),
      tellRun,
    );
    if (result.failure) return { run: result };
    heap = result.heap;
    done.push(result);
  }
  // The run in the middle, so that its time and its memory belong together.
  const middle = median(done.map(timeOf));
  const run = done.toSorted(
    (a, b) => Math.abs(timeOf(a) - middle) - Math.abs(timeOf(b) - middle),
  )[0];
  const files = document.pages.map((page) => site.page(document, page));
  const looked = await step(`${site.name}: looking at ${document.operations} pages`, async () => ({
    output: folderSize(site.output),
    bytes: pageBytes(site.output, sample(files, 200)).all,
    scripts: await withBrowser(site.output, (browser, { origin }) =>
      scriptBytes(browser, origin, site.output, sample(files, quick ? 1 : 3)),
    ),
  }));
  return {
    ...(run && { run }),
    output: looked.output,
    bytes: looked.bytes,
    scripts: summarize(looked.scripts.map(({ after }) => after)),
  };
}

function timeOf({ generate, build }: Awaited<ReturnType<typeof coldRun>>): number {
  return generate.seconds + (build?.seconds ?? 0);
}
