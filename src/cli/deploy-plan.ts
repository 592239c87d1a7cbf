import fs from 'node:fs/promises';
import path from 'node:path';
import { DeployError } from '../deploy/error.ts';
import { jsonPlan } from '../deploy/formats/json.ts';
import type { Places, ToolPlan } from '../deploy/formats/lists.ts';
import { rsyncPlan } from '../deploy/formats/rsync.ts';
import { s3Plan } from '../deploy/formats/s3.ts';
import { textPlan } from '../deploy/formats/text.ts';
import { isUrl, type Last, readLast } from '../deploy/last-manifest.ts';
import { manifestText, NOTHING_DEPLOYED } from '../deploy/manifest.ts';
import { withoutCredentials } from '../deploy/paths.ts';
import { type DeployPlan, planDeployment } from '../deploy/plan.ts';
import { readSite } from '../deploy/site.ts';
import { explainWriteError, WriteError, writeWhole } from '../generate/files.ts';
import { DEPLOYMENT } from '../site/site-state.ts';
import { callersFolder } from './apis.ts';
import { EXIT } from './exit.ts';
import { MARKER, repairOutDir } from './out-dir.ts';

export interface DeployOptions {
  /** Folder of the built site. */
  readonly site: string;
  /** File or URL of the last manifest. */
  readonly last?: string;
  /** File of the new one; by default in the folder for results. */
  readonly manifest?: string;
  readonly format: 'text' | 'json' | 'rsync' | 's3';
  readonly target?: string;
  /** Folder for results; by default beside the site. */
  readonly outDir?: string;
  readonly keepAssets: number;
  /** In percent. */
  readonly maxRemovals: number;
  /** Whether files that have not changed are listed, too. */
  readonly all?: boolean;
}

/** Formats for tools, and what a target of theirs looks like. */
const TOOLS = {
  rsync: [rsyncPlan, 'docs.example.com:/srv/docs/'],
  s3: [s3Plan, 's3://bucket/folder'],
} as const satisfies Record<string, [(plan: DeployPlan, places: Places) => ToolPlan, string]>;

/** The script for a tool, which is also printed. */
const SCRIPT = 'upload.sh';

/**
 * `deploy-plan`: what to upload and remove, on stdout. Writes the new manifest, and the lists of a tool. Without a plan,
 * it writes nothing, so that no script uses a part of one.
 */
export async function runDeployPlan(options: DeployOptions): Promise<number> {
  try {
    return await plan(options);
  } catch (error) {
    if (!(error instanceof DeployError || error instanceof WriteError)) throw error;
    console.error(error.message);
    const isStop = error instanceof DeployError && error.reason === 'too-many-removals';
    return isStop ? EXIT.problems : EXIT.usage;
  }
}

async function plan(options: DeployOptions): Promise<number> {
  const { site, format } = options;
  const folder = absolute(site);
  const shown = site.replace(/(?<=.)[\\/]+$/, '');
  const outDir = options.outDir ?? besides(shown, folder);
  const manifest = options.manifest ?? path.join(outDir, DEPLOYMENT.manifest);
  const isTool = format === 'rsync' || format === 's3';
  await checkPlaces(options, { manifest, lists: isTool ? outDir : undefined }, folder);
  const repaired = await repairOutDir(folder).catch((error) => {
    throw explainWriteError(error);
  });
  if (repaired) console.error(repaired);
  const last = await lastOf(options);
  const files = await readSite(folder, site, (name) => name.startsWith(MARKER));
  const made = planDeployment(files, last.manifest, options);
  const output = outputOf(made, options, { site: shown, lists: outDir });
  for (const [name, text] of output.lists) await write(path.join(outDir, name), text);
  await write(manifest, manifestText(made.manifest));
  process.stdout.write(output.text);
  if (format !== 'text') for (const note of made.notes) console.error(`Note: ${note}`);
  if (format !== 'json') console.error(`The manifest of this deployment is in ${manifest}.`);
  return EXIT.ok;
}

/**
 * The folder beside a site in which results are, as a command in the caller's folder names it.
 *
 * @param site As on the command line. `.` and `..` are no names that another one could begin with.
 */
function besides(site: string, folder: string): string {
  return /(?:^|[\\/])\.{1,2}$/.test(site)
    ? path.relative(callersFolder(), `${folder}${DEPLOYMENT.folder}`)
    : `${site}${DEPLOYMENT.folder}`;
}

/** What is printed, and what is written for it. */
function outputOf(
  made: DeployPlan,
  { format, target }: DeployOptions,
  places: Omit<Places, 'target'>,
): { readonly text: string; readonly lists: ReadonlyMap<string, string> } {
  if (format === 'text' || format === 'json')
    return { text: format === 'text' ? textPlan(made) : jsonPlan(made), lists: new Map() };
  const [planOf, example] = TOOLS[format];
  if (target === undefined)
    throw new DeployError(
      'target-missing',
      `--format ${format} needs the place where the site is published: --target ${example}`,
    );
  const { script, lists } = planOf(made, { ...places, target });
  return { text: script, lists: new Map([...lists, [SCRIPT, script]]) };
}

async function lastOf({ last }: DeployOptions): Promise<Last> {
  if (last === undefined) return { manifest: NOTHING_DEPLOYED };
  const name = withoutCredentials(last);
  const read = await readLast(isUrl(last) ? last : absolute(last), name);
  if (read.isMissing)
    console.error(`There is no ${name}: everything is new, as at a first deployment.`);
  return read;
}

/** @throws DeployError if the new manifest would replace the last one, or something would be published with the site. */
async function checkPlaces(
  { last }: DeployOptions,
  { manifest, lists }: { readonly manifest: string; readonly lists: string | undefined },
  folder: string,
): Promise<void> {
  const target = await real(absolute(manifest));
  const lastFile = last === undefined || isUrl(last) ? undefined : await real(absolute(last));
  if (lastFile === target)
    throw new DeployError(
      'manifest-in-use',
      `The new manifest would replace ${last} before anything is uploaded, and after a failed upload the next plan would leave files out. Write it to another file with --manifest, and move it when the upload has succeeded.`,
    );
  const site = await real(folder);
  checkOutside(site, target, 'The manifest', 'Write it beside the site with --manifest.');
  if (lists !== undefined)
    checkOutside(
      site,
      await real(absolute(lists)),
      'The lists',
      'Write them beside the site with --out-dir.',
    );
  if (lastFile !== undefined)
    checkOutside(
      site,
      lastFile,
      'The last manifest',
      'Move it to another folder, and name it there with --last.',
    );
}

/** @throws DeployError for a file or folder that would be uploaded with the site. */
function checkOutside(site: string, place: string, what: string, fix: string): void {
  const inside = path.relative(site, place);
  if (path.isAbsolute(inside) || inside.split(path.sep)[0] === '..') return;
  throw new DeployError(
    'inside-site',
    `${what} would be a part of the site in ${site}, and be published with it. ${fix}`,
  );
}

/** Where a path leads, also if there is nothing yet. */
async function real(file: string): Promise<string> {
  return fs.realpath(file).catch(async () => {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(await real(parent), path.basename(file));
  });
}

async function write(file: string, text: string): Promise<void> {
  const target = absolute(file);
  await writeWhole(path.dirname(target), path.basename(target), text).catch((error) => {
    throw explainWriteError(error);
  });
}

function absolute(file: string): string {
  return path.resolve(callersFolder(), file);
}
