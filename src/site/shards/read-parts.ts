import fs from 'node:fs';
import path from 'node:path';
import { ownCommand } from '../../own-command.ts';
import { PART_FILE } from '../site-state.ts';
import {
  type Artifact,
  ArtifactError,
  artifactTitle,
  type BundlesManifest,
  type Manifest,
  readArtifact,
  type ShardManifest,
} from './artifact.ts';
import { shardName } from './cut.ts';
import { type PartState, stateDifferences } from './part-state.ts';

/** All that a site is joined from. */
export interface Parts {
  readonly shards: readonly Artifact<ShardManifest>[];
  readonly bundles?: Artifact<BundlesManifest>;
}

/**
 * Reads all artifacts, and checks that together they are all shards of a site, each once and whole.
 *
 * @param folders Of artifacts, or that contain such folders.
 * @throws ArtifactError that names everything that is wrong, and what to do.
 */
export async function readParts(folders: readonly string[]): Promise<Parts> {
  const found = folders.flatMap(foldersIn);
  const artifacts: Artifact[] = [];
  const wrong: string[] = [];
  for (const folder of found) {
    try {
      artifacts.push(await readArtifact(folder));
    } catch (error) {
      if (!(error instanceof ArtifactError)) throw error;
      wrong.push(`${error.message} ${again(path.basename(folder))}`);
    }
  }
  wrong.push(...repeated(artifacts));
  const shards = artifacts.filter(isShards).sort((a, b) => numberOf(a) - numberOf(b));
  // Which are missing is only known if none is damaged.
  if (wrong.length === 0) wrong.push(...missing(shards, folders));
  if (wrong.length > 0) throw new ArtifactError(wrong.join('\n'));
  const bundles = artifacts.find(isBundles);
  return { shards, ...(bundles && { bundles }) };
}

const isShards = (artifact: Artifact): artifact is Artifact<ShardManifest> =>
  artifact.manifest.kind === 'shard';
const isBundles = (artifact: Artifact): artifact is Artifact<BundlesManifest> =>
  artifact.manifest.kind === 'bundles';
const numberOf = ({ manifest }: Artifact<ShardManifest>): number => manifest.shard.number;

/** The artifacts at a folder: itself, or those directly in it. */
function foldersIn(folder: string): string[] {
  if (fs.existsSync(path.join(folder, PART_FILE))) return [folder];
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [];
  const found = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .filter((inside) => fs.existsSync(path.join(inside, PART_FILE)))
    .sort();
  if (found.length === 0)
    throw new ArtifactError(
      `${folder} has no artifact of a shard. Make them with "${commandFor('N/M')}", or name the folders that have them.`,
    );
  return found;
}

/** Artifacts of which there is another one. */
function repeated(artifacts: readonly Artifact[]): string[] {
  const first = new Map<string, Artifact>();
  return artifacts.flatMap((artifact) => {
    const title = artifactTitle(artifact.manifest);
    const other = first.get(title);
    if (!other) {
      first.set(title, artifact);
      return [];
    }
    return `${artifact.folder} is ${title}, and so is ${other.folder}. Leave out one of them.`;
  });
}

/** Shards that are not there, or do not belong to the others. */
function missing(shards: readonly Artifact<ShardManifest>[], folders: readonly string[]): string[] {
  const [first] = shards;
  if (!first)
    return [
      `${folders.join(', ')} has bundles, but no shard. Make the shards with "${commandFor('N/M')}".`,
    ];
  const counts = new Set(shards.map(({ manifest }) => manifest.shard.of));
  if (counts.size > 1) {
    const names = shards.map(({ folder, manifest }) => `${folder} (${shardName(manifest.shard)})`);
    return [
      `The shards are not of the same number: ${names.join(', ')}. Remove those of another build, or render all again.`,
    ];
  }
  const { of } = first.manifest.shard;
  const there = new Set(shards.map(numberOf));
  const absent = Array.from({ length: of }, (_, at) => at + 1).filter((one) => !there.has(one));
  return absent.map(
    (number) =>
      `Shard ${number}/${of} is missing: ${there.size} of ${of} are in ${folders.join(', ')}. Run "${commandFor(`${number}/${of}`)}", or name the folder that has it.`,
  );
}

/**
 * Checks that parts were made from what is built here.
 *
 * @throws ArtifactError that names each part that was not, and how it differs.
 */
export function checkStates({ shards, bundles }: Parts, here: PartState): void {
  const wrong = [...shards, ...(bundles ? [bundles] : [])].flatMap(({ folder, manifest }) => {
    const differences = stateDifferences(manifest.kind, manifest.state, here);
    return differences.length === 0
      ? []
      : `${folder}, ${artifactTitle(manifest)}, was made from something else: ${differences.join('; ')}. ${remedy(manifest)}`;
  });
  wrong.push(...otherConfigurations(shards));
  if (wrong.length > 0) throw new ArtifactError(wrong.join('\n'));
}

/** Shards whose site, as Docusaurus has loaded it, was not that of the others. */
function otherConfigurations(shards: readonly Artifact<ShardManifest>[]): string[] {
  const known = new Map<string, { readonly site: string; readonly title: string }>();
  return shards.flatMap(({ folder, manifest }) =>
    Object.entries(manifest.pages).flatMap(([language, { site }]) => {
      const title = artifactTitle(manifest);
      const first = known.get(language);
      if (!first) known.set(language, { site, title });
      if (!first || first.site === site) return [];
      return `${folder}, ${title}, was rendered with other code or another configuration than ${first.title} (${language}): environment variables that the configuration reads may differ, or the folder of the site. ${remedy(manifest)}`;
    }),
  );
}

function remedy(manifest: Manifest): string {
  const command =
    manifest.kind === 'bundles' ? ownCommand('bundle') : commandFor(shardName(manifest.shard));
  return `Run "${command}" again, in the same state as this.`;
}

/** What to do about a folder whose manifest cannot be read. */
function again(folder: string): string {
  const [, number, of] = /^(\d+)-of-(\d+)$/.exec(folder) ?? [];
  if (of !== undefined)
    return `Run "${commandFor(`${number}/${of}`)}" again, or copy all of its artifact.`;
  return 'Run the command that wrote it again, or copy all of its folder.';
}

function commandFor(shard: string): string {
  return ownCommand('build', '--shard', shard);
}
