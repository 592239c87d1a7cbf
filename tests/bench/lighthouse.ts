import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromiumPath } from '../support/browser.ts';
import { ROOT } from './paths.ts';
import { median } from './statistics.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Scores from 0 to 100. */
export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

/** What is used of Lighthouse's JSON. */
interface LighthouseResult {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
}

/**
 * Lighthouse's scores of an address on its phone; the median of each over the runs.
 *
 * @throws where Lighthouse gives no result.
 */
export async function lighthouseScores(address: string, runs: number): Promise<Scores> {
  const results: Scores[] = [];
  for (let run = 0; run < runs; run++) results.push(await scoresOnce(address));
  return Object.fromEntries(
    CATEGORIES.map((category) => [category, median(results.map((scores) => scores[category]))]),
  ) as Scores;
}

async function scoresOnce(address: string): Promise<Scores> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-bench-lighthouse-'));
  try {
    const { categories, runtimeError } = await runLighthouse(address, path.join(folder, 'lh.json'));
    if (runtimeError) throw new Error(runtimeError.message);
    return Object.fromEntries(
      CATEGORIES.map((category) => [
        category,
        Math.round((categories[category]?.score ?? Number.NaN) * 100),
      ]),
    ) as Scores;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * In a process of its own: what it runs in the page must not have gone through tsx, and each run
 * gets a new browser.
 */
async function runLighthouse(address: string, output: string): Promise<LighthouseResult> {
  const args = [
    path.join(ROOT, 'node_modules/lighthouse/cli/index.js'),
    address,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic',
    '--no-enable-error-reporting',
  ];
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    env: { ...env, CHROME_PATH: chromiumPath() },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child, 'close');
  // Its exit code is also that of a browser which fell over at its end, after all was done.
  if (!fs.existsSync(output)) throw new Error(`Lighthouse gave no result. ${said.slice(-300)}`);
  return JSON.parse(fs.readFileSync(output, 'utf8')) as LighthouseResult;
}
