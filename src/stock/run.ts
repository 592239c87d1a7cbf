import path from 'node:path';
import { SCHEMAS } from '../address/address.ts';
import type { Docs } from '../address/docs.ts';
import { count } from '../generate/counts.ts';
import { expectedMessage } from '../generate/expected.ts';
import { generate, removeApis } from '../generate/generate.ts';
import { readRecord } from '../generate/record.ts';
import { removeFiles } from '../generate/write.ts';
import { colorsFor } from '../problems/colors.ts';
import { formatProblems } from '../problems/report.ts';
import { hasErrors } from '../problems/sort.ts';
import { BANNER_TEXT } from '../upstream/banner.ts';
import type { StockReading } from './read.ts';
import { isVersionsFile, stockFilesIn } from './stock-files.ts';
import type { StockTarget } from './versions.ts';

/** A mistake on the command line, with the fix. */
export class StockUsageError extends Error {}

/** What a command does, and to which APIs. */
export interface StockJob {
  readonly action: 'generate' | 'clean';
  readonly targets: readonly StockTarget[];
  /** Only the pages of schemas; all others stay as they are. */
  readonly schemasOnly: boolean;
  readonly reading: StockReading;
}

/** The site that a command works on. */
export interface StockSiteDocs {
  readonly siteDir: string;
  /** The docs instances of the site. */
  readonly docs: readonly Docs[];
  /** The configurations of all instances of the plugin: their APIs stay as they are. */
  readonly all: readonly StockReading[];
}

/** Pages that the stock plugin has generated, and that the site still has. */
export interface StockPagesFound {
  /** Path from the site's folder. */
  readonly folder: string;
  readonly files: readonly string[];
  /** Replaces them, once it has been run. */
  readonly command: string;
}

/**
 * Does what a command asks for, and reports it.
 *
 * @returns whether it succeeded.
 */
export async function runStockJob(job: StockJob, site: StockSiteDocs): Promise<boolean> {
  const run = job.action === 'generate' ? generateJob : cleanJob;
  return run(job, site);
}

/** @returns the message of an error that people can do something about; undefined for an internal one. */
export function stockMessage(error: unknown): string | undefined {
  return error instanceof StockUsageError ? error.message : expectedMessage(error);
}

async function generateJob(job: StockJob, site: StockSiteDocs): Promise<boolean> {
  const { targets, schemasOnly, reading } = job;
  const color = colorsFor(process.stderr).isColorSupported;
  if (reading.problems.length > 0)
    console.error(`${formatProblems(reading.problems, { color })}\n`);
  if (hasErrors(reading.problems)) return false;
  const found = await stockPagesOf(targets, site.siteDir);
  for (const one of found) console.error(`${stockPagesMessage(one)}\n`);
  // The stock plugin never replaces a file either, and builds that begin with this command go on.
  const kept = new Set(found.map(({ folder }) => folder));
  const wanted = targets.filter((target) => !foldersOf([target]).some((one) => kept.has(one)));
  if (wanted.length === 0) return true;
  const { problems, changes } = await generate({
    root: site.siteDir,
    docs: site.docs,
    apis: site.all.flatMap((one) => one.targets).flatMap(({ entries }) => entries),
    only: idsOf(wanted),
    schemasOnly,
  });
  if (problems.length > 0) console.error(`${formatProblems(problems, { color })}\n`);
  if (!changes) {
    console.error('Nothing was written.');
    return false;
  }
  const { written, unchanged, removed } = changes;
  console.log(
    `${count(written.length, 'file')} written, ${unchanged.length} unchanged, ${removed.length} removed.`,
  );
  return true;
}

async function cleanJob(job: StockJob, { siteDir }: StockSiteDocs): Promise<boolean> {
  const { targets, schemasOnly } = job;
  const { removed } = await removeApis(siteDir, { only: idsOf(targets), schemasOnly });
  // Those of other APIs in the same folder.
  const recorded = new Set(Object.keys((await readRecord(siteDir)).files));
  let total = removed.filter((file) => !file.startsWith('.reference/')).length;
  const lists = schemasOnly ? [] : await versionsFiles(job, siteDir);
  await removeFiles(siteDir, lists);
  total += lists.length;
  for (const folder of foldersOf(targets)) {
    const { generated, others } = await stockFilesIn(path.join(siteDir, folder), (file) =>
      recorded.has(`${folder}/${file}`),
    );
    const wanted = generated.filter((file) => !schemasOnly || file.startsWith(SCHEMAS));
    const files = wanted.map((file) => `${folder}/${file}`);
    await removeFiles(siteDir, files);
    total += files.length;
    for (const file of others)
      console.error(
        `${folder}/${file} was not generated, and stays. If nobody needs it, delete it.`,
      );
  }
  console.log(`${count(total, 'file')} removed.`);
  return true;
}

/** The lists of the APIs of which no version is left. */
async function versionsFiles(
  { targets, reading }: StockJob,
  siteDir: string,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const main of reading.targets.filter(({ version }) => version === undefined)) {
    const versions = reading.targets.filter(
      ({ api, version }) => api === main.api && version !== undefined,
    );
    if (versions.length === 0 || versions.some((target) => !targets.includes(target))) continue;
    for (const folder of foldersOf([main])) {
      const file = `${folder}/versions.json`;
      if (await isVersionsFile(path.join(siteDir, file))) files.push(file);
    }
  }
  return files;
}

/**
 * Finds the pages of the stock plugin in the folders of APIs. Generation would overwrite them, and somebody may
 * have edited them.
 */
export async function stockPagesOf(
  targets: readonly StockTarget[],
  siteDir: string,
): Promise<StockPagesFound[]> {
  const found = targets.map(async (target): Promise<StockPagesFound[]> => {
    const lists = foldersOf([target]).map(async (folder) => {
      const { generated } = await stockFilesIn(path.join(siteDir, folder), isOurs);
      return { folder, files: generated, command: cleanCommand(target) };
    });
    return (await Promise.all(lists)).filter(({ files }) => files.length > 0);
  });
  return (await Promise.all(found)).flat();
}

/** What to do about pages of the stock plugin. */
export function stockPagesMessage({ folder, files, command }: StockPagesFound): string {
  const [first] = files;
  return `${folder} contains ${count(files.length, 'file')} that docusaurus-plugin-openapi-docs has generated, for example ${first}. They stay as they are, in case somebody has edited them, and the site shows them. To replace them, remove them first: npx docusaurus ${command}`;
}

function cleanCommand({ api, version }: StockTarget): string {
  return version === undefined
    ? `clean-api-docs ${api}`
    : `clean-api-docs:version ${api}:${version}`;
}

function idsOf(targets: readonly StockTarget[]): ReadonlySet<string> {
  return new Set(targets.flatMap(({ entries }) => entries.map(({ id }) => id)));
}

function foldersOf(targets: readonly StockTarget[]): string[] {
  const folders = targets.flatMap(({ entries }) => entries.map(({ outputDir = '' }) => outputDir));
  return [...new Set(folders)];
}

/** Whether a file was written by us, perhaps by a run whose record is lost. */
function isOurs(_file: string, content: string): boolean {
  return content.includes(BANNER_TEXT);
}
