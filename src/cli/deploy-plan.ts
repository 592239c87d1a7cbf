import fs from 'node:fs/promises';
import path from 'node:path';
import { DeployError } from '../deploy/error.ts';
import { jsonPlan } from '../deploy/formats/json.ts';
import type { Places, ToolPlan } from '../deploy/formats/lists.ts';
import { rsyncPlan } from '../deploy/formats/rsync.ts';
import { s3Plan } from '../deploy/formats/s3.ts';
import { textPlan } from '../deploy/formats/text.ts';
import { isUrl, type Last, readLast } from '../deploy/last.ts';
import { manifestText, NOTHING_DEPLOYED } from '../deploy/manifest.ts';
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
    const known = explainWriteError(error);
    if (!(known instanceof DeployError || known instanceof WriteError)) throw error;
    console.error(known.message);
    const isStop = known instanceof DeployError && known.reason === 'too-many-removals';
    return isStop ? EXIT.problems : EXIT.usage;
  }
}

async function plan(options: DeployOptions): Promise<number> {
  const { site, format } = options;
  const beside = site.replace(/(?<=.)[\\/]+$/, '');
  const outDir = options.outDir ?? `${beside}${DEPLOYMENT.folder}`;
  const manifest = options.manifest ?? path.join(outDir, DEPLOYMENT.manifest);
  const folder = absolute(site);
  await checkManifest(options, manifest, folder);
  const repaired = await repairOutDir(folder);
  if (repaired) console.error(repaired);
  const last = await lastOf(options);
  const files = await readSite(folder, site, (name) => name.startsWith(MARKER));
  const made = planDeployment(files, last.manifest, options);
  const output = outputOf(made, options, { site: beside, lists: outDir });
  for (const [name, text] of output.lists) await write(path.join(outDir, name), text);
  await write(manifest, manifestText(made.manifest));
  process.stdout.write(output.text);
  if (format !== 'text') for (const note of made.notes) console.error(`Note: ${note}`);
  if (format !== 'json') console.error(`The manifest of this deployment is in ${manifest}.`);
  return EXIT.ok;
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
  const read = await readLast(isUrl(last) ? last : absolute(last), last);
  if (read.isMissing)
    console.error(`There is no ${last}: everything is new, as at a first deployment.`);
  return read;
}

/** @throws DeployError if the new manifest would replace the last one, or be published. */
async function checkManifest(
  { last }: DeployOptions,
  manifest: string,
  folder: string,
): Promise<void> {
  const real = (file: string): Promise<string> =>
    fs.realpath(file).catch(async () => {
      const parent = path.dirname(file);
      return parent === file ? file : path.join(await real(parent), path.basename(file));
    });
  const target = await real(absolute(manifest));
  if (last !== undefined && !isUrl(last) && (await real(absolute(last))) === target)
    throw new DeployError(
      'manifest-in-use',
      `The new manifest would replace ${last} before anything is uploaded, and after a failed upload the next plan would leave files out. Write it to another file with --manifest, and move it when the upload has succeeded.`,
    );
  const inside = path.relative(await real(folder), target);
  if (inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside))
    throw new DeployError(
      'manifest-in-use',
      `The manifest would be a part of the site in ${folder}, which it describes. Write it beside the site with --manifest.`,
    );
}

async function write(file: string, text: string): Promise<void> {
  const target = absolute(file);
  await writeWhole(path.dirname(target), path.basename(target), text);
}

function absolute(file: string): string {
  return path.resolve(callersFolder(), file);
}
