import fs from 'node:fs';
import path from 'node:path';

/** File with the licenses of the site's packages, below its base URL. */
export const LICENSES_FILE = 'licenses.txt';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  /** The form in older packages. */
  readonly licenses?: readonly { readonly type?: string }[];
  readonly author?: string | { readonly name?: string };
  readonly repository?: string | { readonly url?: string };
}

const IN_PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;
const LICENSE_FILE =
  /^(?:licen[cs]e|copying|copyright|notice)(?:-\w+)?(?:\.(?:md|txt|markdown))?$/i;
const LINE = '-'.repeat(80);

/**
 * The folders of the packages that files belong to; other files belong to the site.
 *
 * @param files Absolute paths.
 */
export function packageFolders(files: Iterable<string>, siteDir: string): string[] {
  const folders = new Set<string>();
  for (const file of files) folders.add(IN_PACKAGE.exec(file)?.[0] ?? siteDir);
  return [...folders];
}

/**
 * The licenses of packages as a text: a license shared by several packages once, in an order that depends
 * only on their names.
 *
 * @param folders Folders of packages. Several folders with the same package and version count as one.
 */
export function licensesText(folders: Iterable<string>): string {
  const groups = new Map<string, Set<string>>();
  for (const folder of folders) {
    const manifest: Manifest = JSON.parse(
      fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const text = `License: ${licenseName(manifest)}\n\n${licenseText(folder, manifest)}`;
    const names = groups.get(text) ?? new Set();
    groups.set(text, names.add(`${manifest.name} ${manifest.version}`));
  }
  const parts = [...groups].map(([text, names]) => `${[...names].sort().join('\n')}\n${text}\n`);
  return [
    'This site contains code from the packages below, under these licenses.\n',
    ...parts.sort(),
  ].join(`\n${LINE}\n\n`);
}

function licenseName({ license, licenses }: Manifest): string {
  const named = [license, ...(licenses ?? [])].map((one) =>
    typeof one === 'object' ? one.type : one,
  );
  return named.filter(Boolean).join(' or ') || 'not named in package.json';
}

/** All license texts in the package; if there are none, its author and source. */
function licenseText(folder: string, { author, repository }: Manifest): string {
  const texts = licenseFiles(folder).map((file) =>
    fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim(),
  );
  if (texts.length > 0) return texts.join('\n\n');
  const maker = typeof author === 'object' ? author.name : author;
  const source = typeof repository === 'object' ? repository.url : repository;
  return [
    'The package contains no license text.',
    ...(maker ? [`Author: ${maker}`] : []),
    ...(source ? [`Source: ${source}`] : []),
  ].join('\n');
}

/** In some packages it is a folder of texts. */
function licenseFiles(folder: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => LICENSE_FILE.test(name))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? fs.readdirSync(full).map((name) => path.join(full, name)) : full;
    })
    .sort();
}
