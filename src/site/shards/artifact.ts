import fs from 'node:fs';
import path from 'node:path';
import { isCount, isObject } from '../../json/guards.ts';
import { shown } from '../../json/shown.ts';
import type { SiteLanguage } from '../languages.ts';
import { PART_FILE } from '../site-state.ts';
import { parseShard, type Shard, shardName } from './cut.ts';
import { type FileSum, type Range, sumOf } from './pack.ts';
import type { PartState } from './part-state.ts';

/** An artifact cannot be used. The message names it, why, and what to do. */
export class ArtifactError extends Error {}

/** The form of artifacts. A change that an older version would misread gets another number. */
export const FORMAT = 2;

/** The rendered pages of a language. */
export interface ShardPages {
  /** Hash of what all pages of the site have in common, see `siteKey`. */
  readonly site: string;
  /** The pack with their files. */
  readonly pack: string;
  /** By path: the key of the page, and the place of its file in the pack. */
  readonly pages: Readonly<Record<string, readonly [key: string, ...Range]>>;
}

/** The bundles of a language. */
export interface PackedBundles {
  readonly pack: string;
  /** Their files by name, as `keptFiles` says. */
  readonly files: Readonly<Record<string, Range>>;
}

interface Common {
  readonly format: typeof FORMAT;
  readonly state: PartState;
  /** The languages of the site, not those of the part. */
  readonly languages: readonly SiteLanguage[];
  /** The files beside the manifest. */
  readonly files: Readonly<Record<string, FileSum>>;
}

export interface ShardManifest extends Common {
  readonly kind: 'shard';
  readonly shard: Shard;
  /** By language. */
  readonly pages: Readonly<Record<string, ShardPages>>;
}

export interface BundlesManifest extends Common {
  readonly kind: 'bundles';
  /** By language. */
  readonly bundles: Readonly<Record<string, PackedBundles>>;
}

export type Manifest = ShardManifest | BundlesManifest;

/** An artifact whose manifest has been read. */
export interface Artifact<Kind extends Manifest = Manifest> {
  readonly folder: string;
  readonly manifest: Kind;
}

/** The folder of an artifact within that of all, if no other one is named. */
export function artifactName(shard: Shard | 'bundles'): string {
  return shard === 'bundles' ? 'bundle' : `${shard.number}-of-${shard.of}`;
}

/** What a person calls it. */
export function artifactTitle(manifest: Manifest): string {
  return manifest.kind === 'bundles' ? 'the bundles' : `shard ${shardName(manifest.shard)}`;
}

/** A name of a file in the same folder, which leads nowhere else on any system. */
const PLAIN = /^[A-Za-z0-9][\w.-]*$/;

/** Whether a path, with `/`, leads to a file below the folder that it is relative to, on any system. */
export function isPlainPath(name: string): boolean {
  return name.split('/').every((part) => !/^\.{0,2}$|[\\:\p{Cc}]/u.test(part));
}

const KEY = /^[0-9a-f]{64}$/;

/**
 * Reads the manifest of an artifact, and checks that all of the artifact is there.
 *
 * The hashes show mistakes: a file that is cut off, that is damaged, or that belongs to another artifact. They do not
 * show who wrote it: whoever changes a file can change its hash in the manifest as well. No name in an artifact leads out
 * of its folder, but its bundles are code that a build runs, and its pages are published as they are. So only artifacts
 * of one's own jobs may be joined.
 *
 * @throws ArtifactError.
 */
export async function readArtifact(folder: string): Promise<Artifact> {
  const manifest = readManifest(folder);
  for (const [name, sum] of Object.entries(manifest.files)) {
    const file = path.join(folder, name);
    const stat = fs.lstatSync(file, { throwIfNoEntry: false });
    const isDamaged = (why: string): ArtifactError =>
      new ArtifactError(`${file}, of ${artifactTitle(manifest)}, ${why}.`);
    if (!stat) throw isDamaged('is missing');
    if (!stat.isFile()) throw isDamaged('is not a file');
    if (stat.size !== sum.bytes)
      throw isDamaged(
        `has ${count(stat.size)} instead of ${count(sum.bytes)}: it is cut off or changed`,
      );
    if ((await sumOf(file)).sha256 !== sum.sha256)
      throw isDamaged('is not as it was written: its hash is another one');
  }
  return { folder, manifest };
}

function count(bytes: number): string {
  return `${bytes.toLocaleString('en')} bytes`;
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, PART_FILE);
  const error = (why: string): ArtifactError => new ArtifactError(`${file} ${why}.`);
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!stat) throw error('is missing');
  if (!stat.isFile()) throw error('is not a file');
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw error('is cut off or damaged: it is not JSON');
  }
  if (isObject(value) && value.format !== FORMAT)
    throw error(
      `has the format ${shown(String(JSON.stringify(value.format)))}, and this version reads ${FORMAT}`,
    );
  const mistake = mistakeIn(value);
  if (mistake !== undefined) throw error(`was changed: ${mistake}`);
  return value as Manifest;
}

/** Why a value is not a manifest as we write it; undefined if it is. */
function mistakeIn(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is not an object';
  const { kind, files, state, languages } = value;
  if (!isObject(files) || !Object.values(files).every(isSum))
    return '"files" is not a list of sums';
  const name = Object.keys(files).find((one) => !PLAIN.test(one));
  if (name !== undefined) return `"files" has "${shown(name)}", which is not a plain name`;
  if (!isState(state)) return '"state" has another form';
  if (!Array.isArray(languages) || !languages.every(isLanguage)) return '"languages" is no list';
  const codes = new Set(languages.map(({ code }: SiteLanguage) => code));
  const parts = kind === 'shard' ? value.pages : kind === 'bundles' ? value.bundles : undefined;
  if (!isObject(parts)) return 'it is neither a shard nor bundles';
  if (kind === 'shard' && !isShard(value.shard)) return '"shard" is not one';
  for (const [language, part] of Object.entries(parts)) {
    if (!codes.has(language)) return `"${shown(language)}" is not one of the languages`;
    const mistake = kind === 'shard' ? mistakeInPages(part, files) : mistakeInBundles(part, files);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

type Files = Readonly<Record<string, unknown>>;

function mistakeInPages(part: unknown, files: Files): string | undefined {
  if (!isObject(part) || typeof part.site !== 'string' || !isObject(part.pages))
    return 'pages of a language are missing';
  const size = sizeOf(part.pack, files);
  if (size === undefined) return 'pages have no pack';
  const wrong = Object.entries(part.pages).find(([, page]) => {
    const [key, ...range] = Array.isArray(page) ? page : [];
    return typeof key !== 'string' || !KEY.test(key) || !isRange(range, size);
  });
  return wrong && `the page "${shown(wrong[0])}" has no place in its pack`;
}

function mistakeInBundles(part: unknown, files: Files): string | undefined {
  if (!isObject(part) || !isObject(part.files)) return 'bundles of a language are missing';
  const size = sizeOf(part.pack, files);
  if (size === undefined) return 'bundles have no pack';
  const wrong = Object.entries(part.files).find(
    ([name, range]) => !isPlainPath(name) || !isRange(range, size),
  );
  return wrong && `the file "${shown(wrong[0])}" has no plain name, or no place in its pack`;
}

function sizeOf(pack: unknown, files: Files): number | undefined {
  if (typeof pack !== 'string' || !Object.hasOwn(files, pack)) return undefined;
  return (files[pack] as FileSum).bytes;
}

function isRange(value: unknown, size: number): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [offset, bytes] = value;
  return isCount(offset) && isCount(bytes) && offset + bytes <= size;
}

function isSum(value: unknown): value is FileSum {
  return isObject(value) && isCount(value.bytes) && KEY.test(String(value.sha256));
}

function isLanguage(value: unknown): value is SiteLanguage {
  // A folder of the site, empty for the default language.
  return (
    isObject(value) &&
    typeof value.code === 'string' &&
    PLAIN.test(value.code) &&
    typeof value.folder === 'string' &&
    (value.folder === '' || isPlainPath(value.folder.replace(/\/$/, '')))
  );
}

function isState(value: unknown): value is PartState {
  const texts = ['version', 'node', 'commit', 'options', 'documents', 'code'];
  return (
    isObject(value) &&
    texts.every((name) => isLine(value[name])) &&
    isObject(value.configuration) &&
    Object.entries(value.configuration).every((entry) => entry.every(isLine))
  );
}

/** Whether a value is a text on one line, without characters that control a terminal: messages contain it. */
function isLine(value: unknown): value is string {
  return typeof value === 'string' && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}

function isShard(value: unknown): value is Shard {
  if (!isObject(value)) return false;
  const { number, of } = value;
  return isCount(number) && isCount(of) && parseShard(shardName({ number, of })) !== undefined;
}
