import { createHash } from 'node:crypto';
import fsSync from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { addressOfHtml, pathOfHtml } from '../address/address.ts';
import { guidesPath } from '../address/docs.ts';
import { mapLimit } from '../generate/files.ts';
import type { ManifestApi } from '../generate/layout.ts';
import { parseJson } from '../json/text.ts';
import { indexFiles } from '../search/build.ts';
import type { Found } from '../search/collect.ts';
import { type IndexedApi, SEARCH_FILE, type SearchIndex } from '../search/entry.ts';
import { namesOf } from '../search/index-api.ts';
import type { SliceDocument } from '../slices/slice.ts';
import type { BuiltLanguage } from './languages.ts';
import { placesOf, readManifest } from './manifest.ts';
import { type PublishedApi, pagePaths } from './published.ts';
import { guideEntries, htmlFiles, readGuide } from './search-guides.ts';
import { writeTexts } from './search-texts.ts';

/** For files whose names contain a hash of their content: hosts cache them forever. */
const FOLDER = 'assets/search';

/** What the search index of a language is built from. */
export interface SearchJob {
  readonly siteDir: string;
  readonly language: BuiltLanguage;
  readonly apis: readonly PublishedApi[];
  readonly trailingSlash?: boolean;
}

/**
 * Writes the search index of a language. The names of each API are the same for all languages, and are written
 * once, at the root of the site; guides and the full text are written for each language.
 */
export async function writeSearch({
  siteDir,
  language,
  apis,
  trailingSlash,
}: SearchJob): Promise<void> {
  const { outDir, others } = language;
  const files = htmlFiles(outDir, [...others, 'assets']);
  const index: SearchIndex = {
    apis: await indexedApis(siteDir, language, apis),
    ...(await writeGuides(outDir, files, apis)),
    texts: await writeTexts(outDir, FOLDER, files),
    slash: trailingSlash === false ? '' : '/',
  };
  await fs.writeFile(path.join(outDir, SEARCH_FILE), JSON.stringify(index));
}

async function indexedApis(
  root: string,
  { outDir, up }: BuiltLanguage,
  published: readonly PublishedApi[],
): Promise<IndexedApi[]> {
  const site = path.join(outDir, up);
  const first = path.join(site, SEARCH_FILE);
  const indexed: IndexedApi[] = [];
  if (up !== '' && fsSync.existsSync(first))
    indexed.push(...(JSON.parse(await fs.readFile(first, 'utf8')) as SearchIndex).apis);
  else
    for (const api of readManifest(root).apis) {
      const [place] = placesOf(published, api.id);
      if (place) indexed.push(await writeApi(root, site, api, place));
    }
  return indexed.map((api) => ({ ...api, folder: up + api.folder }));
}

async function writeApi(
  root: string,
  site: string,
  api: ManifestApi,
  { base, infoPath, pages }: PublishedApi,
): Promise<IndexedApi> {
  const files = pages.toSorted((a, b) => (a.page < b.page ? -1 : 1)).map(({ slice }) => slice);
  const found = namesOf(slicesIn(root, files));
  return {
    id: api.id,
    label: api.label,
    base,
    ...(infoPath !== undefined && { infoPath }),
    bases: [base, guidesPath(api.id, api.place.docs)],
    folder: await writeIndex(site, api.id, found),
    examples: examplesOf(found),
  };
}

/** One after the other, so that not all of them are in memory. */
function* slicesIn(folder: string, files: readonly string[]): Iterable<SliceDocument> {
  for (const file of files)
    yield parseJson(fsSync.readFileSync(path.join(folder, file), 'utf8')) as SliceDocument;
}

async function writeGuides(
  folder: string,
  files: readonly string[],
  apis: readonly PublishedApi[],
): Promise<Pick<SearchIndex, 'guides'>> {
  const own = pagePaths(apis);
  const isReference = (file: string): boolean => own.has(pathOfHtml(file));
  const guides = await mapLimit(
    files.filter((file) => !isReference(file)),
    async (file) =>
      readGuide(await fs.readFile(path.join(folder, file), 'utf8'), addressOfHtml(file)),
  );
  const entries = guideEntries(guides.filter((guide) => guide !== undefined));
  return entries.length === 0 ? {} : { guides: await writeIndex(folder, 'guides', entries) };
}

/** @returns the folder of the index, relative to the given one. */
async function writeIndex(folder: string, name: string, found: readonly Found[]): Promise<string> {
  const files = indexFiles(found);
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\n${text}\n`);
  const below = `${FOLDER}/${name}.${hash.digest('hex').slice(0, 8)}/`;
  await fs.mkdir(path.join(folder, below), { recursive: true });
  for (const [file, text] of files) await fs.writeFile(path.join(folder, below, file), text);
  return below;
}

/** A field with many places, an operation by its path, and a filter. */
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
