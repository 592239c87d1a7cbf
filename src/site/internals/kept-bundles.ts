import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import type { Compiler } from 'webpack';
import { drawnFiles } from '../../address/files.ts';
import { LAYOUT } from '../../generate/layout.ts';
import { isObject } from '../../json/guards.ts';
import { shown } from '../../json/shown.ts';
import { ArtifactError, isPlainPath } from '../shards/artifact.ts';
import { isPlain, warnOnce } from './level.ts';

const PIECE = {
  name: 'kept-bundles',
  loss: 'Every build bundles the whole site, also if only pages of the reference have changed.',
};

/** Larger bundles, with the site's static files, are not kept: bytes. */
const MOST = 200e6;

/** Both bundles of a language: what they were made of, and what else the bundler has written. */
interface Kept {
  /** `SiteState.bundled`. */
  readonly state: string;
  /** Every file that the bundler has read, relative to the site's folder, to a hash of it. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that are not in the folder of the language, to their content. */
  readonly beside: Readonly<Record<string, string>>;
  /** Hash of the bundles themselves. */
  readonly bundles: string;
}

type Variant = 'browser' | 'server';
const VARIANTS: readonly Variant[] = ['browser', 'server'];

/** The variable by which `build` says what a process of Docusaurus does with bundles. */
const VARIABLE = 'REFERENCE_BUNDLES';

/** Environment variables for a process that bundles, and for one that only renders, with kept bundles. */
export const BUNDLES = {
  keep: { [VARIABLE]: 'keep' },
  reuse: { [VARIABLE]: 'reuse' },
} as const;

/** The exit code of a process whose bundles are outdated. */
const OUTDATED = 75;

/** Printed by the plugin if they are not. */
export const SAME_BUNDLES = '[openapi-reference] the bundles are those of the last build';

function placesOf(root: string, language: string) {
  const folder = path.join(root, LAYOUT.bundles, language);
  return {
    folder,
    kept: path.join(folder, LIST),
    site: path.join(folder, SITE),
    read: (variant: Variant) => path.join(folder, `read.${variant}.json`),
  };
}

/** Files that the bundler writes for rendering, beside the folder of the language. */
function filesBeside(language: string): string[] {
  return ['.docusaurus/client-manifest.json', drawnFiles(LAYOUT.drawn, language).code];
}

type SiteContext = Pick<LoadContext, 'siteDir'> & {
  readonly i18n: Pick<LoadContext['i18n'], 'currentLocale'>;
};

/** Writes down what a bundle is made of: every file that the bundler has read, with a hash. */
export class RecordBundle {
  readonly #file: string;
  readonly #root: string;

  constructor({ siteDir, i18n }: SiteContext, variant: Variant) {
    this.#root = siteDir;
    this.#file = placesOf(siteDir, i18n.currentLocale).read(variant);
  }

  apply(compiler: Compiler): void {
    fs.rmSync(this.#file, { force: true });
    if (isPlain() || process.env[VARIABLE] !== BUNDLES.keep[VARIABLE]) return;
    compiler.hooks.done.tap(PIECE.name, ({ compilation }) => {
      if (compilation.errors.length > 0) return;
      try {
        const read = [...compilation.fileDependencies].filter(isFile);
        if (!read.some((file) => file.includes('.docusaurus')))
          throw new Error('the bundler does not say what it has read');
        const names = read.map((file) => path.relative(this.#root, file));
        fs.mkdirSync(path.dirname(this.#file), { recursive: true });
        fs.writeFileSync(this.#file, JSON.stringify(hashesOf(this.#root, names)));
      } catch (error) {
        warnOnce(PIECE, error);
      }
    });
  }
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function hashesOf(root: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.toSorted().map((name) => [name, hashAt(path.join(root, name))]));
}

/** @returns an empty hash if there is no such file. */
function hashAt(file: string): string {
  if (!isFile(file)) return '';
  return createHash('sha256').update(fs.readFileSync(file)).digest('base64url');
}

/**
 * Keeps the bundles of a language for the next build.
 *
 * @param folder Of the language, as the bundler has left it.
 * @param state What the bundler could read, as `SiteState.bundled`.
 * @param isAll Whether to keep them however large they are.
 */
export function keepBundles(
  root: string,
  language: string,
  folder: string,
  state: string,
  isAll = false,
): void {
  const places = placesOf(root, language);
  fs.rmSync(places.kept, { force: true });
  fs.rmSync(places.site, { recursive: true, force: true });
  if (isPlain()) return;
  const read = VARIANTS.map(places.read);
  const beside = filesBeside(language).filter((file) => fs.existsSync(path.join(root, file)));
  // `RecordBundle` has warned, if there is a reason to.
  if (!read.every((file) => fs.existsSync(file)) || (!isAll && sizeOf(folder) > MOST)) return;
  fs.cpSync(folder, places.site, { recursive: true });
  const kept: Kept = {
    state,
    files: Object.assign({}, ...read.map(readJson)),
    beside: Object.fromEntries(
      beside.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]),
    ),
    bundles: hashOfFolder(places.site),
  };
  // Last: without it, the rest is not used.
  fs.writeFileSync(places.kept, JSON.stringify(kept));
}

/**
 * Puts the bundles of the last build where the bundler would write them.
 *
 * @returns whether there are some. Whether they are outdated is then for `endIfOutdated` to say.
 */
export function restoreBundles(
  root: string,
  language: string,
  folder: string,
  state: string,
): boolean {
  if (isPlain()) return false;
  const places = placesOf(root, language);
  try {
    const kept = readJson(places.kept) as Kept;
    if (kept.state !== state || kept.bundles !== hashOfFolder(places.site)) return false;
    fs.cpSync(places.site, folder, { recursive: true });
    for (const [file, content] of Object.entries(kept.beside)) {
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), content);
    }
    return true;
  } catch {
    // There are none, or they are damaged.
    return false;
  }
}

/**
 * In a process that renders with kept bundles: exits if the bundler would read anything else than it has.
 *
 * @param write Writes the files that bundling would write, for the bundler to read.
 */
export function endIfOutdated({ siteDir, i18n }: SiteContext, write: () => void): void {
  if (process.env[VARIABLE] !== BUNDLES.reuse[VARIABLE]) return;
  write();
  const { files } = readJson(placesOf(siteDir, i18n.currentLocale).kept) as Kept;
  const now = hashesOf(siteDir, Object.keys(files));
  if (Object.entries(files).some(([name, hash]) => now[name] !== hash)) process.exit(OUTDATED);
  console.log(SAME_BUNDLES);
}

/** The file with what bundles are made of, among those of an artifact. */
const LIST = 'kept.json';

/** The folder of the bundles themselves, likewise: a site may have a file with the name of the list. */
const SITE = 'site';

/**
 * The bundles of a language that are kept, for other machines.
 *
 * @returns each file with its name: the list, and those in the folder of the site; nothing if none are kept.
 * @throws ArtifactError if a file has a name that other systems cannot have.
 */
export function* keptFiles(root: string, language: string): Iterable<readonly [string, Buffer]> {
  const { kept, site } = placesOf(root, language);
  if (!fs.existsSync(kept)) return;
  // What else the machine has is not known on another one: there, the files decide.
  const { state: _, ...list } = readJson(kept) as Kept;
  yield [LIST, Buffer.from(JSON.stringify(list))];
  for (const name of filesIn(site)) {
    const inArtifact = `${SITE}/${name.replaceAll(path.sep, '/')}`;
    if (!isPlainPath(inArtifact))
      throw new ArtifactError(
        `The site has the file "${shown(name)}", which not every system can have: its name contains a backslash, a colon or a control character. Rename it.`,
      );
    yield [inArtifact, fs.readFileSync(path.join(site, name))];
  }
}

/**
 * Keeps bundles of another machine, as if the last build had made them.
 *
 * @param files Those of `keptFiles`.
 * @param state What the bundler could read here, as `SiteState.bundled`.
 * @throws ArtifactError if they are not.
 */
export function keepFiles(
  root: string,
  language: string,
  files: Iterable<readonly [name: string, read: () => Buffer]>,
  state: string,
): void {
  const { folder, kept, site } = placesOf(root, language);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(site, { recursive: true });
  let list: Omit<Kept, 'state'> | undefined;
  for (const [name, read] of files) {
    if (name === LIST) {
      list = parseList(read().toString());
      continue;
    }
    if (!name.startsWith(`${SITE}/`) || !isPlainPath(name))
      throw new ArtifactError(`Bundles must not have the file "${shown(name)}".`);
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, read());
  }
  if (!list) return;
  // It names files that will be written.
  const known = filesBeside(language);
  const beside = Object.fromEntries(
    Object.entries(list.beside).filter(([name]) => known.includes(name)),
  );
  fs.writeFileSync(kept, JSON.stringify({ ...list, beside, state }));
}

/** @throws ArtifactError if it is not what `keptFiles` gives. */
function parseList(text: string): Omit<Kept, 'state'> {
  const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
    isObject(value) && Object.values(value).every((one) => typeof one === 'string');
  try {
    const { files, beside, bundles } = JSON.parse(text);
    if (isTexts(files) && isTexts(beside) && typeof bundles === 'string')
      return { files, beside, bundles };
  } catch {
    // Not JSON, or null.
  }
  throw new ArtifactError(`The file "${LIST}" of the bundles has another form.`);
}

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => isFile(path.join(folder, name)))
    .sort();
}

function sizeOf(folder: string): number {
  return filesIn(folder).reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
}

function hashOfFolder(folder: string): string {
  return createHash('sha256')
    .update(JSON.stringify(hashesOf(folder, filesIn(folder))))
    .digest('base64url');
}
