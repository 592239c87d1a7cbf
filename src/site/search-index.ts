import { createHash } from 'node:crypto';
import fsSync from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import {
  addressOfHtml,
  below,
  pageOf,
  pagePath,
  pathOfHtml,
  referencePath,
} from '../address/address.ts';
import { mapLimit } from '../generate/files.ts';
import { LAYOUT, type ManifestApi } from '../generate/layout.ts';
import { parseJson } from '../json/text.ts';
import { indexFiles } from '../search/build.ts';
import type { Found } from '../search/collect.ts';
import { type IndexedApi, SEARCH_FILE, type SearchIndex } from '../search/entry.ts';
import { namesOf } from '../search/index-api.ts';
import type { SliceDocument } from '../slices/slice.ts';
import { readManifest } from './manifest.ts';
import { guideEntries, htmlFiles, readGuide } from './search-guides.ts';
import { writeTexts } from './search-texts.ts';

/** Of files whose names change with what they hold: hosts keep them for ever. */
const FOLDER = 'assets/search';

/**
 * Writes what makes a built site searchable. The names of each API are there once, for they have no language,
 * and what is told of them is English; guides and the full text once for each language of the site.
 *
 * @param site Folder of the built site.
 * @param languages Folders of its languages below that one, with a slash at the end; the first is `''`.
 */
export async function writeSearch(
  root: string,
  site: string,
  languages: readonly string[],
): Promise<void> {
  const { apis } = readManifest(root);
  const indexed: IndexedApi[] = [];
  for (const api of apis) indexed.push(await writeApi(root, site, api));
  for (const language of languages) {
    const folder = path.join(site, language);
    const others = languages.filter((other) => other !== language && other.startsWith(language));
    const without = others.map((other) => other.slice(language.length).replace(/\/$/, ''));
    const up = '../'.repeat(language.split('/').length - 1);
    const files = htmlFiles(folder, [...without, 'assets']);
    const index: SearchIndex = {
      apis: indexed.map((api) => ({ ...api, folder: up + api.folder })),
      ...(await writeGuides(folder, files, apis)),
      texts: await writeTexts(folder, FOLDER, files),
      slash: files.some((file) => below(file, referencePath())?.endsWith('/index.html')) ? '/' : '',
    };
    await fs.writeFile(path.join(folder, SEARCH_FILE), JSON.stringify(index));
  }
}

async function writeApi(root: string, site: string, api: ManifestApi): Promise<IndexedApi> {
  const folder = path.join(root, LAYOUT.static, pagePath({ api: api.id }));
  const names = (await fs.readdir(folder, { recursive: true })).filter((file) =>
    file.endsWith('.json'),
  );
  const files = names.map((file) => file.replaceAll(path.sep, '/')).sort();
  const found = namesOf(slicesIn(folder, files));
  return {
    id: api.id,
    label: api.label,
    folder: await writeIndex(site, api.id, found),
    examples: examplesOf(found),
  };
}

/** One after the other: all of them need not be in memory. */
function* slicesIn(folder: string, files: readonly string[]): Iterable<SliceDocument> {
  for (const file of files)
    yield parseJson(fsSync.readFileSync(path.join(folder, file), 'utf8')) as SliceDocument;
}

async function writeGuides(
  folder: string,
  files: readonly string[],
  apis: readonly ManifestApi[],
): Promise<Pick<SearchIndex, 'guides'>> {
  const refs = apis.map(({ id }) => ({ api: id }));
  const isReference = (file: string): boolean => pageOf(pathOfHtml(file), refs) !== undefined;
  const guides = await mapLimit(
    files.filter((file) => !isReference(file)),
    async (file) =>
      readGuide(await fs.readFile(path.join(folder, file), 'utf8'), addressOfHtml(file)),
  );
  const entries = guideEntries(guides.filter((guide) => guide !== undefined));
  return entries.length === 0 ? {} : { guides: await writeIndex(folder, 'guides', entries) };
}

/** @returns the folder of the index, from the given one. */
async function writeIndex(folder: string, name: string, found: readonly Found[]): Promise<string> {
  const files = indexFiles(found);
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\n${text}\n`);
  const below = `${FOLDER}/${name}.${hash.digest('hex').slice(0, 8)}/`;
  await fs.mkdir(path.join(folder, below), { recursive: true });
  for (const [file, text] of files) await fs.writeFile(path.join(folder, below, file), text);
  return below;
}

/** A field that stands in many places, an operation by its path, and a filter. */
function examplesOf(found: readonly Found[]): string[] {
  const field = found
    .filter(({ kind, name }) => kind === 'field' && /[a-z][_A-Z-]/.test(name))
    .toSorted((a, b) => b.places.length - a.places.length)[0];
  const operation = found
    .filter(({ kind, path: address }) => kind === 'operation' && address?.includes('{'))
    .toSorted((a, b) => (a.path?.length ?? 0) - (b.path?.length ?? 0))[0];
  const tag = operation?.tags?.[0];
  return [
    ...(field ? [field.name] : []),
    ...(operation ? [`${operation.method} ${operation.path}`] : []),
    ...(tag && !/\s/.test(tag) ? [`method:delete tag:${tag}`] : []),
  ];
}
