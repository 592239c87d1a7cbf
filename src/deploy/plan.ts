import { shown } from '../json/shown.ts';
import { DeployError } from './error.ts';
import { COMPRESSED, type Kind, kindsOf } from './kinds.ts';
import type { KeptFile, Manifest, SiteFile } from './manifest.ts';
import { byPath } from './paths.ts';

/** A file to upload. */
export interface Upload extends SiteFile {
  readonly path: string;
  readonly kind: Kind;
  /** Whether the host has none with this path. */
  readonly isNew: boolean;
  /** Set if it is what the last deployment left there, and is uploaded again. */
  readonly isSame?: true;
}

/**
 * Steps of an upload, one after the other. Within a step, the order does not matter, so that tools can upload many files
 * at once: whatever is there after each file, each page that readers can reach finds what it refers to.
 */
export const STEPS = {
  'new-data': 'New files that no page refers to yet',
  'new-pages': 'New pages, which use these',
  pages: 'Changed pages with their data, and the home page: these lead to the new ones',
  entries: 'What leads to all pages, such as the sitemap',
} as const;

export type Step = keyof typeof STEPS;

/** A file that is no longer part of the site. */
export interface Gone extends SiteFile {
  readonly path: string;
  readonly kind: Kind;
}

/** What a deployment does. All lists are in the order of paths. */
export interface DeployPlan {
  readonly uploads: Readonly<Record<Step, readonly Upload[]>>;
  /** Removed after all uploads: no page of the new site refers to them. */
  readonly removals: readonly Gone[];
  /** Folders without files after that, the inner ones first. Some hosts answer differently if they exist. */
  readonly emptyFolders: readonly string[];
  /** Stay on the host although the site no longer has them, since pages that are still open load them. */
  readonly kept: readonly (Gone & KeptFile)[];
  readonly unchanged: readonly Gone[];
  /** What somebody should know, in sentences. */
  readonly notes: readonly string[];
  /** What is on the host afterwards. */
  readonly manifest: Manifest;
}

export interface PlanOptions {
  /** How many further deployments hashed assets stay on the host; 0 removes them at once. */
  readonly keepAssets: number;
  /** How much of the last site may go, in percent of its files that are not hashed assets. */
  readonly maxRemovals: number;
  /** Whether files that have not changed are uploaded, too: an upload that failed may have left others in their place. */
  readonly all?: boolean;
}

/**
 * Plans a deployment: what differs between a built site and what the last deployment left on the host.
 *
 * @throws DeployError if the site has no page, or too much of the last site would go: the site was probably not built
 *   as a whole.
 */
export function planDeployment(
  files: ReadonlyMap<string, SiteFile>,
  last: Manifest,
  { keepAssets, maxRemovals, all: isAll = false }: PlanOptions,
): DeployPlan {
  const kindOf = kindsOf([...files.keys(), ...last.files.keys()]);
  const entry = <File extends SiteFile>([path, file]: [string, File]) => ({
    path,
    kind: kindOf(path),
    ...file,
  });
  const all = [...files].map(entry).sort(byPath);
  if (!all.some(({ path }) => path.endsWith('.html')))
    throw new DeployError('no-site', 'The folder contains no page, so it is not a built site.');
  const onHost = new Map<string, SiteFile>([...last.kept, ...last.files]);
  const isThere = ({ path, sha256 }: Gone): boolean => onHost.get(path)?.sha256 === sha256;
  const changed = all
    .filter((file) => !isThere(file))
    .map((file): Upload => ({ ...file, isNew: !onHost.has(file.path) }));
  const unchanged = all.filter(isThere);
  const again = unchanged.map((file): Upload => ({ ...file, isNew: false, isSame: true }));
  const uploads = isAll ? [...changed, ...again].sort(byPath) : changed;
  const leaving = [...last.files]
    .filter(([path]) => !files.has(path))
    .map(entry)
    .sort(byPath);
  checkRemovals(leaving, [...last.files.keys()], kindOf, maxRemovals);

  // A deployment of the same site does not make earlier ones older.
  const passed = changed.length + leaving.length > 0 ? 1 : 0;
  const former = [
    ...leaving.map((file) => ({ ...file, deployments: 1 })),
    ...[...last.kept]
      .filter(([path]) => !files.has(path) && !last.files.has(path))
      .map(([path, file]) => ({
        path,
        ...file,
        // Nothing else is kept. The language that it was part of may be gone.
        kind: 'assets' as const,
        deployments: file.deployments + passed,
      })),
  ].sort(byPath);
  const stays = ({ kind, deployments }: Gone & KeptFile): boolean =>
    kind === 'assets' && deployments <= keepAssets;
  const kept = former.filter(stays);
  const removals = former
    .filter((file) => !stays(file))
    .map(({ deployments: _, ...file }): Gone => file);
  const remaining = [...files.keys(), ...kept.map(({ path }) => path)];
  return {
    uploads: {
      'new-data': uploads.filter((file) => stepOf(file) === 'new-data'),
      'new-pages': uploads.filter((file) => stepOf(file) === 'new-pages'),
      pages: uploads.filter((file) => stepOf(file) === 'pages'),
      entries: uploads.filter((file) => stepOf(file) === 'entries'),
    },
    removals,
    emptyFolders: emptyFolders(removals, remaining),
    kept,
    unchanged,
    notes: notesOn(changed, removals),
    manifest: {
      files,
      kept: new Map(
        kept.map(({ path, sha256, bytes, deployments }) => [path, { sha256, bytes, deployments }]),
      ),
    },
  };
}

const HOME = 'index.html';

function stepOf({ path, kind, isNew }: Upload): Step {
  if (kind === 'entries') return 'entries';
  if (kind === 'assets') return 'new-data';
  // A page and its slice and twin change together. At a first deployment, the home page makes the others known.
  if (!isNew || path.replace(COMPRESSED, '') === HOME) return 'pages';
  return kind === 'pages' ? 'new-pages' : 'new-data';
}

/** Hashed assets do not count: a new version of a package gives all of them other names. */
function checkRemovals(
  leaving: readonly Gone[],
  before: readonly string[],
  kindOf: (path: string) => Kind,
  maxRemovals: number,
): void {
  const isLasting = (kind: Kind): boolean => kind !== 'assets';
  const total = before.filter((path) => isLasting(kindOf(path))).length;
  const gone = leaving.filter(({ kind }) => isLasting(kind)).length;
  if (gone * 100 <= total * maxRemovals) return;
  throw new DeployError(
    'too-many-removals',
    `${gone.toLocaleString('en')} of the ${total.toLocaleString('en')} files of the last deployment (hashed assets not counted) are no longer part of the site, more than ${maxRemovals} %. Nothing was planned. If that is right, add --max-removals 100; if not, check that the site was built completely, and that --last is the manifest of this site.`,
  );
}

function emptyFolders(removals: readonly Gone[], remaining: readonly string[]): string[] {
  const empty = new Set(removals.flatMap(({ path }) => foldersOf(path)));
  if (empty.size > 0)
    for (const path of remaining) for (const folder of foldersOf(path)) empty.delete(folder);
  // A folder comes before what is in it, so that the reverse order is from the inside out.
  return [...empty].sort().reverse();
}

/** The folders that a path is in: `a` and `a/b` for `a/b/c`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Findings of a plan, each with its sentence. */
function notesOn(changed: readonly Upload[], removals: readonly Gone[]): string[] {
  const folders = new Set(changed.flatMap(({ path }) => foldersOf(path)));
  const uploaded = new Set(changed.map(({ path }) => path));
  const inTheWay = removals.filter(
    ({ path }) => folders.has(path) || foldersOf(path).some((folder) => uploaded.has(folder)),
  );
  const altered = changed.filter(({ kind, isNew }) => kind === 'assets' && !isNew);
  const policy = changed.some(({ path, isNew }) => path === 'csp.txt' && !isNew);
  return [
    ...(policy
      ? [
          'csp.txt has changed. Hosts that do not read _headers need the new policy as soon as the pages are uploaded.',
        ]
      : []),
    ...(altered.length > 0
      ? [
          `Files have changed although their names contain a hash, so browsers may keep the former ones for a year: ${listed(altered)}.`,
        ]
      : []),
    ...(inTheWay.length > 0
      ? [
          `A file has become a folder, or the other way around. On hosts with a file system, remove the former one first: ${listed(inTheWay)}.`,
        ]
      : []),
  ];
}

function listed(files: readonly { readonly path: string }[]): string {
  const names = files.slice(0, 3).map(({ path }) => shown(path));
  const more = files.length - names.length;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
