import path from 'node:path';
import { matchSite } from '../coverage/match.ts';
import { type ApiCoverage, jsonReport, percentOf, textReport } from '../coverage/report.ts';
import { coverageOf } from '../coverage/result.ts';
import { readSites, SiteError, twinsOf } from '../coverage/site.ts';
import { Network } from '../document/network.ts';
import { ConfigError, shownExtensions } from '../generate/config.ts';
import { readApi, shownDocument } from '../generate/read.ts';
import { colorsFor } from '../problems/colors.ts';
import { formatProblems } from '../problems/report.ts';
import { readManifest } from '../site/manifest.ts';
import { shownParts } from '../slices/parts.ts';
import { callersFolder, type DocumentOptions, subjectOf } from './apis.ts';
import { EXIT } from './exit.ts';
import { repairOutDir } from './out-dir.ts';
import { Progress } from './progress.ts';

export interface CoverageOptions extends DocumentOptions {
  readonly site: string;
  readonly format: 'text' | 'json';
  /** Look at the Markdown twins of the pages. */
  readonly markdown?: boolean;
  /** Percent; below it, the exit code is 1. */
  readonly failUnder?: number;
}

/**
 * `coverage`: how much of the documents is in the static HTML of a built site, or in its Markdown. The report goes to stdout.
 */
export async function runCoverage(root: string, options: CoverageOptions): Promise<number> {
  const progress = new Progress();
  const measured: ApiCoverage[] = [];
  const network = new Network({ offline: options.offline });
  try {
    const { apis } = await subjectOf(root, options);
    const folder = path.resolve(callersFolder(), options.site);
    progress.step(`reading the pages in ${options.site}`);
    const repaired = await repairOutDir(folder);
    if (repaired) progress.print(repaired);
    const html = readSites(folder, options.site);
    const sites = options.markdown ? html.map((site) => twinsOf(site, folder)) : html;
    const built = readManifest(root);
    for (const api of apis) {
      const document = shownDocument(root, api.document);
      progress.step(`reading ${document}`);
      const { loaded, problems } = await readApi(root, api, 'error', network);
      if (!loaded.document) {
        progress.fail();
        const color = colorsFor(process.stderr).isColorSupported;
        console.error(`\n${formatProblems(problems, { color })}`);
        return EXIT.usage;
      }
      const parts = shownParts(loaded.document);
      const site = matchSite(sites, parts, { id: api.id, shown: options.site });
      progress.step(`looking up the facts of ${document}`);
      const { kinds } = built.apis.find(({ id }) => id === site.id)?.sources ?? {};
      const whole = shownParts(loaded.document, kinds);
      const result = coverageOf(loaded, whole, site, shownExtensions(api), kinds);
      measured.push({ id: site.id, document, result });
    }
  } catch (error) {
    progress.fail();
    if (!(error instanceof ConfigError || error instanceof SiteError)) throw error;
    console.error(`\n${error.message}`);
    return EXIT.usage;
  }
  progress.done();
  const color = colorsFor(process.stdout).isColorSupported;
  console.log(options.format === 'json' ? jsonReport(measured) : textReport(measured, color));
  const { failUnder = 0 } = options;
  const below = measured.filter(({ result }) => percentOf(result.total) < failUnder);
  return below.length > 0 ? EXIT.problems : EXIT.ok;
}
