import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromiumPath } from './chromium.ts';
import { median } from './statistics.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Scores from 0 to 100. */
export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

/** Lighthouse's scores of an address on its phone; the median of each over the runs. */
export async function lighthouseScores(address: string, runs: number): Promise<Scores> {
  const results: Scores[] = [];
  for (let run = 0; run < runs; run++) results.push(await scoresOnce(address));
  return Object.fromEntries(
    CATEGORIES.map((category) => [category, median(results.map((scores) => scores[category]))]),
  ) as Scores;
}

/** A new browser for each run: nothing is left over from the one before. */
async function scoresOnce(address: string): Promise<Scores> {
  const chrome = await launch({
    chromePath: chromiumPath(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'],
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(address, {
      port: chrome.port,
      logLevel: 'error',
      output: 'json',
      onlyCategories: [...CATEGORIES],
    });
    const report = result?.lhr;
    if (!report || report.runtimeError) {
      throw new Error(report?.runtimeError?.message ?? 'Lighthouse gave no result');
    }
    return Object.fromEntries(
      CATEGORIES.map((category) => [
        category,
        Math.round((report.categories[category]?.score ?? 0) * 100),
      ]),
    ) as Scores;
  } finally {
    chrome.kill();
  }
}
