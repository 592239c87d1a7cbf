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
  'script',
  'pre',
  'summary',
  '[role=group]',
  '.reference code',
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
 * @returns the folder of the index, relative to the given one.
 * @throws Error with pagefind's message.
 */
export async function writeTexts(
  folder: string,
  below: string,
  files: readonly string[],
): Promise<string> {
  const tops = [...new Set(files.map((file) => file.split('/', 1)[0] ?? ''))];
  const scratch = path.join(folder, below, 'texts');
  try {
    // Text of a document has one language, whatever that of the site.
    const { index, errors } = await createIndex({
      rootSelector: 'article',
      excludeSelectors: LEFT_OUT,
      forceLanguage: 'en',
    });
    if (!index) throw new Error(errors.join('\n'));
    for (const top of tops) {
      const glob = top.endsWith('.html') ? top : `${top}/**/*.html`;
      fail((await index.addDirectory({ path: folder, glob })).errors);
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

function fail(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}
