import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';

/**
 * Only sentences of reference pages: names have their own index. Parts of schema pages are only found there
 * (`data-pagefind-ignore`).
 */
const LEFT_OUT = [
  'nav',
  'button',
  '[popover]',
  'script',
  'pre',
  'summary',
  '[role=group]',
  // The versions of an API.
  '.reference .dropdown',
  '.reference [role=note]',
  // Names and values. Code in sentences, which are in paragraphs, lists and tables, is a part of them.
  '.reference div > code',
  '.reference span > code',
  '.reference [class*=item_] > code',
  '.reference .ref-type',
  '.reference .ref-quiet',
  '.reference .ref-samples',
  '.reference .ref-example',
  '.reference [class*=facts_]',
  '.reference [class*=mark_]',
];

/** Parts of pagefind that are not used: its own interfaces, and a worker that costs 12 KB more. */
const UNUSED = /^pagefind-(?!entry)/;

/**
 * Writes the full text of a site's pages as a pagefind index.
 *
 * @param folder Folder of the site in one language.
 * @param below Folder of the index, relative to that one.
 * @param files HTML files to index, relative to the folder.
 * @param others HTML files with an article that are not indexed.
 * @returns the folder of the index, relative to the given one.
 * @throws Error with pagefind's message.
 */
export async function writeTexts(
  folder: string,
  below: string,
  files: readonly string[],
  others: readonly string[],
): Promise<string> {
  const whole = wholeFolders(files, others);
  const scratch = path.join(folder, below, 'texts');
  try {
    // Text of a document has one language, whatever that of the site.
    const { index, errors } = await createIndex({
      rootSelector: 'article',
      excludeSelectors: LEFT_OUT,
      forceLanguage: 'en',
    });
    if (!index) throw new Error(errors.join('\n'));
    for (const one of whole.folders) {
      const glob = `${one.replace(/[*?$:,<>[\](){}\\]/g, '\\$&')}/**/*.html`;
      fail((await index.addDirectory({ path: folder, glob })).errors);
    }
    for (const file of whole.files) {
      const content = await fs.readFile(path.join(folder, file), 'utf8');
      fail((await index.addHTMLFile({ sourcePath: file, content })).errors);
    }
    fail((await index.writeFiles({ outputPath: scratch })).errors);
  } finally {
    await close();
  }
  for (const file of await fs.readdir(scratch))
    if (UNUSED.test(file)) await fs.rm(path.join(scratch, file));
  // A name with a hash of the index.
  const entry = await fs.readFile(path.join(scratch, 'pagefind-entry.json'));
  const hash = createHash('sha256').update(entry).digest('hex').slice(0, 8);
  const result = `${below}/texts.${hash}/`;
  await fs.rm(path.join(folder, result), { recursive: true, force: true });
  await fs.rename(scratch, path.join(folder, result));
  return result;
}

/**
 * The outermost folders that contain some files and none of others, which pagefind reads itself; and the files that are
 * in no such folder.
 */
export function wholeFolders(files: readonly string[], others: readonly string[]) {
  const mixed = new Set(others.flatMap(foldersAround));
  const folders = new Set<string>();
  const rest = files.filter((file) => {
    const whole = foldersAround(file).find((folder) => !mixed.has(folder));
    if (whole !== undefined) folders.add(whole);
    return whole === undefined;
  });
  return { folders: [...folders], files: rest };
}

/** The folders that a file is in, the outermost first. */
function foldersAround(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_name, index) => names.slice(0, index + 1).join('/'));
}

function fail(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
