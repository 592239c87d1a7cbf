import { execFile } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { LOCKS } from '../generate/input-key.ts';
import { LAYOUT } from '../generate/layout.ts';
import { readRecord } from '../generate/record.ts';

/** What a build of a site reads, as hashes: the same hash, the same result. */
export interface SiteState {
  /**
   * Of what the bundler reads, as far as it is known before Docusaurus is loaded: the site's own files, the names and
   * sizes of packages' files, the environment, and the names by which guides refer to pages. Not of documents and
   * generated pages: bundles depend on few of them, and `kept-bundles.ts` looks at these.
   */
  readonly bundled: string;
  /** Of everything: also documents and slices, the times of packages' files, the commit, and the day. */
  readonly all: string;
}

/** Begins the names of files that mark the folders of built sites. */
export const BUILT_SITE = '.openapi-reference-site';

/** The file that says what is in an artifact: a part of a site that was rendered apart, or its bundles. */
export const PART_FILE = 'reference-part.json';

/** What `deploy-plan` writes beside a site: the end of the folder's name, and a file in it. */
export const DEPLOYMENT = { folder: '.deploy', manifest: 'deployment.json' } as const;

/** Folders that are results, or are looked at separately; those of Turborepo and Nx have what tasks have printed. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.docusaurus',
  '.turbo',
  '.nx',
  path.dirname(LAYOUT.record),
]);

/** Variables that say how, where and when a process was started. They count if the site's code names them. */
const ABOUT_THE_RUN =
  /^(?:(?:npm|GITHUB|RUNNER|ACTIONS|CI|SSH|TERM|WT|VSCODE|ITERM|MEMORY_PRESSURE)_.*|INVOCATION_ID|JOURNAL_STREAM|SYSTEMD_EXEC_PID|_|TERM|SHLVL|PWD|OLDPWD|INIT_CWD|COLUMNS|LINES|WINDOWID)$/;

const CODE = /\.[cm]?[jt]sx?$/;

/** Paths in code: of modules that are imported, and of files and folders in options. */
const RELATIVE = /['"`](\.{1,2}\/[^'"`\n]*)['"`]/g;

/**
 * What a build would read now.
 *
 * @param asked What was asked on the command line.
 * @param now Default: the time.
 * @returns undefined if it may read more than we know: files outside of the site's folder, or packages whose versions
 * are in no file of it.
 */
export async function siteState(
  root: string,
  asked: unknown,
  now = new Date(),
): Promise<SiteState | undefined> {
  const { files, inputs } = await readRecord(root);
  const documents = new Set(inputs);
  const generated = Object.entries(files).sort();
  const hash = createHash('sha256').update(
    JSON.stringify([root, asked, process.version, process.platform, process.arch]),
  );
  /** What is only in `all`. */
  const rest = createHash('sha256');
  const texts: string[] = [];
  const packages = path.join(root, 'node_modules');
  try {
    if (!LOCKS.some((name) => fs.existsSync(path.join(root, name)))) return undefined;
    for (const file of ownFiles(root, '')) {
      if (Object.hasOwn(files, file)) continue;
      const content = contentAt(path.join(root, file));
      addTo(documents.has(file) ? rest : hash, file, content);
      if (!CODE.test(file)) continue;
      texts.push(String(content));
      if (namesOutside(root, file, String(content))) return undefined;
    }
    addPackages(hash, rest, packages);
    addTo(hash, 'environment', JSON.stringify(environment(texts)));
    const index = generated.filter(([file]) => file.startsWith(LAYOUT.index));
    addTo(hash, 'index', JSON.stringify(index.map(contentOf)));
    const bundled = hash.copy().digest('hex');
    addTo(rest, 'generated', JSON.stringify(generated.map(contentOf)));
    addTo(rest, 'commit', await commitOf(root));
    addTo(rest, 'day', now.toDateString());
    return { bundled, all: hash.update(rest.digest()).digest('hex') };
  } catch (error) {
    // Also a file that cannot be read.
    if (error instanceof Unknown || (error as NodeJS.ErrnoException).code) return undefined;
    throw error;
  }
}

/** Something that a build reads, and that we do not look at. */
class Unknown extends Error {}

function addTo(hash: Hash, name: string, content: string | Buffer): void {
  hash.update(`\0${name}\0${content.length}\0`).update(content);
}

/** Files of the site's folder, and links, that are not results of a build: relative to it, with `/`. */
export function* ownFiles(root: string, below: string): Iterable<string> {
  const entries = entriesIn(path.join(root, below));
  const isResult = ({ name }: fs.Dirent): boolean =>
    name.startsWith(BUILT_SITE) || name === PART_FILE;
  if (below !== '' && entries.some(isResult)) return;
  const { folder, manifest } = DEPLOYMENT;
  if (below.endsWith(`${folder}/`) && entries.some(({ name }) => name === manifest)) return;
  for (const entry of entries) {
    const file = `${below}${entry.name}`;
    if (LEFT_OUT.has(entry.name)) continue;
    const stat = entry.isSymbolicLink() ? statOf(path.join(root, file)) : entry;
    if (entry.isDirectory()) yield* ownFiles(root, `${file}/`);
    else if (stat?.isFile() || (stat?.isDirectory() && isInside(root, file))) yield file;
    else if (stat?.isDirectory()) throw new Unknown(file);
  }
}

function entriesIn(folder: string): fs.Dirent[] {
  return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where it leads, for a link to a folder. */
function contentAt(file: string): Buffer {
  return statOf(file)?.isDirectory() ? Buffer.from(fs.readlinkSync(file)) : fs.readFileSync(file);
}

/** undefined for a link that leads nowhere. */
function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a link leads to a folder of the site, whose files are then looked at where they are. */
function isInside(root: string, link: string): boolean {
  const at = path.relative(fs.realpathSync(root), fs.realpathSync(path.join(root, link)));
  return !at.startsWith('..') && !path.isAbsolute(at);
}

/** Whether code of the site names a file outside of the site's folder. */
function namesOutside(root: string, file: string, code: string): boolean {
  return Array.from(code.matchAll(RELATIVE), ([, named = '']) => named).some((named) => {
    // Options name paths relative to the site's folder, imports to the file.
    const target = path.join(path.dirname(file), named);
    return target.startsWith('..') && fs.existsSync(path.join(root, target));
  });
}

/** The packages that are installed, whatever they are called: those that are linked from elsewhere, too. */
function addPackages(hash: Hash, times: Hash, folder: string): void {
  const seen = new Set<string>();
  const walk = (real: string, name: string): void => {
    if (seen.has(real)) return;
    seen.add(real);
    let sizes = '';
    let modified = '';
    for (const entry of entriesIn(real)) {
      // Not `path.join`, and one update for a folder: there are tens of thousands of files.
      const file = `${real}${path.sep}${entry.name}`;
      const shown = `${name}/${entry.name}`;
      // Of folders with a dot, package managers keep packages in some, and tools their caches in others.
      if (/^\.(?:cache|vite)/.test(entry.name) || entry.name === '.git') continue;
      if (entry.isDirectory()) walk(file, shown);
      else {
        const stat = statOf(file);
        if (stat?.isDirectory()) walk(fs.realpathSync(file), shown);
        else {
          sizes += `${shown}\0${stat?.size}\0`;
          modified += `${stat?.mtimeMs}\0`;
        }
      }
    }
    hash.update(sizes);
    times.update(modified);
  };
  if (!statOf(folder)?.isDirectory()) throw new Unknown(folder);
  walk(fs.realpathSync(folder), '');
  for (const name of ['.package-lock.json', '.yarn-state.yml', '.modules.yaml']) {
    const file = path.join(folder, name);
    // pnpm's has the time of the installation.
    if (fs.existsSync(file))
      addTo(name === '.modules.yaml' ? times : hash, name, fs.readFileSync(file));
  }
}

/** Variables that code reads: `env.NAME`, `env['NAME']`, and `{ NAME } = process.env`. */
const NAMED = /\benv(?:\?)?\.(\w+)|\benv(?:\?\.)?\[['"`](\w+)|\{([^{}]*)\}\s*=\s*process\.env\b/g;

/** The variables that a build may read, in the order of their names. */
function environment(code: readonly string[]): [string, string | undefined][] {
  const named = new Set(
    code
      .flatMap((text) => Array.from(text.matchAll(NAMED), (found) => found.slice(1).join(' ')))
      .flatMap((names) => names.match(/\w+/g) ?? []),
  );
  return Object.entries(process.env)
    .filter(([name]) => !ABOUT_THE_RUN.test(name) || named.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function contentOf([file, [, , content]]: [string, readonly [number, number, string]]): string[] {
  return [file, content];
}

const run = promisify(execFile);

/** The commit that is checked out: the site has the dates of changes. Empty outside of a repository. */
export async function commitOf(root: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
    return stdout;
  } catch {
    return '';
  }
}
