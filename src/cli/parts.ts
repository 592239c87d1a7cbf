import fs from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../generate/config.ts';
import { explainWriteError } from '../generate/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { Lock } from '../generate/lock.ts';
import { ownCommand } from '../own-command.ts';
import { colorsFor } from '../problems/colors.ts';
import { keepFiles } from '../site/internals/kept-bundles.ts';
import { isPlain } from '../site/internals/level.ts';
import { readLanguages, type SiteLanguage } from '../site/languages.ts';
import {
  type Artifact,
  ArtifactError,
  artifactName,
  type BundlesManifest,
  readArtifact,
} from '../site/shards/artifact.ts';
import { ArtifactWriter, checkPlace } from '../site/shards/artifact-writer.ts';
import type { Shard } from '../site/shards/cut.ts';
import { PackReader } from '../site/shards/pack.ts';
import { type PartState, stateDifferences } from '../site/shards/part-state.ts';
import { PART_FILE, type SiteState } from '../site/site-state.ts';
import { callersFolder, type DocumentOptions } from './apis.ts';
import { runStep } from './docusaurus.ts';
import { EXIT } from './exit.ts';
import { beginSite, checkPartial, checkWritable, removePartial } from './out-dir.ts';
import { interruptible, throwIfInterrupted } from './processes.ts';
import type { Progress } from './progress.ts';
import { runAlone } from './run-alone.ts';

const pc = colorsFor(process.stderr);

/** What the commands that make and join parts of a site have in common. */
export interface PartOptions extends DocumentOptions {
  /** Folder of the artifact. */
  readonly outDir?: string;
  /** Languages of the site; by default those of its configuration. */
  readonly locale?: readonly string[];
}

/**
 * The folder of all artifacts, unless others are named.
 *
 * @param base Folder of the site, or the caller's, if the site is a temporary one.
 */
export function artifactsFolder(base: string): string {
  return path.join(base, LAYOUT.shards);
}

/** The folder of an artifact. */
export function artifactFolder(
  base: string,
  named: string | undefined,
  part: Shard | 'bundles',
): string {
  return named === undefined
    ? path.join(artifactsFolder(base), artifactName(part))
    : path.resolve(callersFolder(), named);
}

/** Where a part of a site is made. */
export interface PartPlace {
  readonly root: string;
  /** Folder of the site, or the caller's, if the site is a temporary one. */
  readonly base: string;
  /** Folder of the artifact. */
  readonly folder: string;
}

/**
 * Runs a command that writes an artifact, as the only one in this checkout. Reasons against it are reported before any
 * work is done.
 *
 * @returns the exit code.
 */
export async function runPart(
  command: 'bundle' | 'build',
  { root, base, folder }: PartPlace,
  run: (lock: Lock) => Promise<number>,
): Promise<number> {
  const prepare = async (): Promise<void> => {
    checkParts(root, base);
    checkPlace(folder);
    await checkPartial(folder);
    await checkWritable([path.dirname(folder)]);
  };
  return runAlone(root, command, prepare, (lock) => interruptible(() => run(lock)));
}

/** A part of a site, from its steps to its artifact. */
export interface PartWork {
  readonly progress: Progress;
  /** What to report if a step failed: `The site was not bundled.` */
  readonly failure: string;
  /**
   * Runs the steps.
   *
   * @param site The folder to build in.
   * @returns the languages of the site; undefined if a step failed, which has reported why.
   */
  build(site: string): Promise<readonly SiteLanguage[] | undefined>;
  /** Packs what was built, and finishes the artifact. */
  write(writer: ArtifactWriter, languages: readonly SiteLanguage[]): void;
}

/**
 * Builds a part of a site, and writes it into the folder of its artifact.
 *
 * @returns the exit code.
 */
export async function writeArtifact(
  folder: string,
  { progress, failure, build, write }: PartWork,
): Promise<number> {
  const site = await beginSite(folder);
  try {
    const languages = await build(site);
    throwIfInterrupted();
    if (!languages) {
      progress.fail();
      console.error(`\n${pc.red(failure)} See the error above.`);
      return EXIT.problems;
    }
    progress.step('writing the artifact');
    write(new ArtifactWriter(folder), languages);
    return EXIT.ok;
  } catch (error) {
    progress.fail();
    throw explainWriteError(error);
  } finally {
    await removePartial(folder);
  }
}

/**
 * Checks that a site can be rendered in parts.
 *
 * @throws ConfigError if it is built with documented features of Docusaurus only, or is in a temporary folder: that is a
 * part of what its pages are made of.
 */
export function checkParts(root: string, base: string): void {
  if (root !== base)
    throw new ConfigError(
      `Pages of a site that consists of named documents cannot be rendered apart. Write a site for them with "${ownCommand('create')}", and divide that.`,
    );
  if (isPlain())
    throw new ConfigError(
      'A site that is built with REFERENCE_LEVEL=1 has no parts that are rendered apart. Unset it, or build all of the site with "build".',
    );
}

/**
 * The languages of a site. Docusaurus knows them: it loads the site, if it never has.
 *
 * @returns undefined if it could not.
 */
export async function siteLanguages(
  root: string,
  progress: Progress,
  { locale }: PartOptions,
): Promise<readonly SiteLanguage[] | undefined> {
  const known = readLanguages(root);
  const asked = locale === undefined ? known.length > 0 : isSame(known, locale);
  if (asked) return known;
  progress.step('loading the site');
  const print = (line: string): void => progress.print(line);
  const folder = path.join(root, LAYOUT.notes);
  const code = await runStep('load', root, folder, print, { languages: locale });
  return code === 0 ? readLanguages(root) : undefined;
}

function isSame(known: readonly SiteLanguage[], asked: readonly string[]): boolean {
  return known.map(({ code }) => code).join() === asked.join();
}

/** Bundles that another machine has made, or undefined if there is no such folder. */
export async function readBundles(
  folder: string,
  isNamed: boolean,
): Promise<Artifact<BundlesManifest> | undefined> {
  if (!isNamed && !fs.existsSync(path.join(folder, PART_FILE))) return undefined;
  const { manifest } = await readArtifact(folder).catch((error) => {
    if (!(error instanceof ArtifactError)) throw error;
    throw new ArtifactError(`${error.message} Run "${ownCommand('bundle')}" again, or remove it.`);
  });
  if (manifest.kind === 'bundles') return { folder, manifest };
  throw new ConfigError(`${folder} is a shard: --bundle is the folder that "bundle" has written.`);
}

/** Says which bundles are taken where it is not known what a build reads. */
export const UNKNOWN = 'artifact';

/**
 * Makes bundles of an artifact those of the last build. Whether they are outdated is found out when they are used.
 *
 * @param state What would be bundled; undefined if it may be more than we know.
 * @returns the state in which they are used.
 */
export function takeBundles(
  root: string,
  { folder, manifest }: Artifact<BundlesManifest>,
  state: SiteState | undefined,
): Pick<SiteState, 'bundled'> {
  const bundled = state?.bundled ?? UNKNOWN;
  for (const [language, { pack, files }] of Object.entries(manifest.bundles)) {
    const reader = new PackReader(path.join(folder, pack));
    const contents = Object.entries(files).map(
      ([name, range]) => [name, () => reader.read(range)] as const,
    );
    keepFiles(root, language, contents, bundled);
    reader.close();
  }
  return { bundled };
}

/** Why bundles cannot be used here; undefined if they can. */
export function otherBundles(
  { folder, manifest }: Artifact<BundlesManifest>,
  here: PartState,
): string | undefined {
  const differences = stateDifferences('bundles', manifest.state, here);
  return differences.length === 0
    ? undefined
    : `The bundles in ${folder} are not used: they were made from something else: ${differences.join('; ')}.`;
}
