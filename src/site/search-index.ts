import { createHash } from 'node:crypto';
import fsSync from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { ABOUT, addressOfHtml, below, pathOfHtml } from '../address/address.ts';
import { guidesPath } from '../address/docs.ts';
import { indexFiles } from '../search/build.ts';
import type { Found } from '../search/collect.ts';
import {
  type IndexedApi,
  MANY,
  placesKey,
  SEARCH_FILE,
  type SearchIndex,
} from '../search/entry.ts';
import { namesOf } from '../search/index-api.ts';
import { keptNames } from './kept-names.ts';
import type { BuiltLanguage } from './languages.ts';
import { placesOf, readManifest, siteApis } from './manifest.ts';
import { type PublishedApi, type PublishedPage, pagePaths } from './published.ts';
import { type GuidePage, guideEntries, htmlFiles, readGuide } from './search-guides.ts';
import { writeTexts } from './search-texts.ts';
import { Together } from './search-together.ts';
import { isSuperseded, readVersions, supersededPaths } from './versions.ts';

/** For files whose names contain a hash of their content: hosts cache them forever. */
const FOLDER = 'assets/search';

/** Name of the index of all APIs. No id of an API begins with a dash. */
const TOGETHER = '-all';

/** What the search index of a language is built from. */
export interface SearchJob {
  readonly siteDir: string;
  readonly language: BuiltLanguage;
  readonly apis: readonly PublishedApi[];
  /** Paths of pages that guides and the full text leave out. */
  readonly unsearched: readonly string[];
  readonly trailingSlash?: boolean;
}

/**
 * Writes the search index of a language. The names of each API are the same for all languages, and are written
 * once, at the root of the site; guides and the full text are written for each language. Names are found in each
 * version of the docs, everything else only in the version that readers see first.
 */
export async function writeSearch({
  siteDir,
  language,
  apis,
  unsearched,
  trailingSlash,
}: SearchJob): Promise<void> {
  const { outDir } = language;
  const files = htmlFiles(outDir, [...language.others, 'assets']);
  const superseded = supersededPaths(readVersions(siteDir));
  const left = [...unsearched, ...superseded];
  const { reference, guides, others } = pagesOf(outDir, files, apis, left);
  const { indexed, all } = await indexedApis(siteDir, language, apis, trailingSlash);
  const entries = guideEntries(guides.filter(({ isAbout }) => !isAbout));
  const ofAbout = new Set(indexed.flatMap((api) => (api.about ? [api.id] : [])));
  const aboutPages = pagePaths(
    apis.filter(({ id, versionOf }) => ofAbout.has(versionOf?.of ?? id)),
  );
  const about = guides.filter(({ isAbout }) => isAbout);
  const aboutTexts = [
    ...reference.filter((file) => aboutPages.has(pathOfHtml(file))),
    ...about.map(({ file }) => file),
  ];
  const known = new Set(aboutTexts);
  const texts = [...reference, ...guides.map(({ file }) => file)].filter(
    (file) => !known.has(file),
  );
  const index: SearchIndex = {
    apis: indexed,
    ...(all !== undefined && { all }),
    ...(entries.length > 0 && { guides: await writeIndex(outDir, 'guides', entries) }),
    ...(aboutTexts.length > 0 && {
      about: {
        ...(about.length > 0 && { folder: await writeIndex(outDir, ABOUT, guideEntries(about)) }),
        pages: about.map(({ address }) => address),
        texts: await writeTexts(outDir, `${FOLDER}/${ABOUT}`, aboutTexts, [...others, ...texts]),
      },
    }),
    texts: await writeTexts(outDir, FOLDER, texts, [...others, ...aboutTexts]),
    slash: trailingSlash === false ? '' : '/',
  };
  await fs.writeFile(path.join(outDir, SEARCH_FILE), JSON.stringify(index));
}

async function indexedApis(
  root: string,
  { outDir, up }: BuiltLanguage,
  published: readonly PublishedApi[],
  trailingSlash: boolean | undefined,
): Promise<{ indexed: IndexedApi[]; all?: string }> {
  const site = path.join(outDir, up);
  const first = path.join(site, SEARCH_FILE);
  const manifest = readManifest(root);
  const indexed: IndexedApi[] = [];
  const together = new Together(trailingSlash);
  let all: string | undefined;
  if (up !== '' && fsSync.existsSync(first)) {
    const index = JSON.parse(await fs.readFile(first, 'utf8')) as SearchIndex;
    indexed.push(...index.apis);
    all = index.all;
  } else {
    for (const { id, label } of siteApis(manifest, { apis: published, sidebars: [] })) {
      const generated = manifest.apis.find((api) => api.id === id);
      const docs = generated?.place.docs;
      const guides = docs ? [guidesPath(id, docs)] : [];
      for (const [index, place] of placesOf(published, id).entries()) {
        const older = olderVersions(published, place);
        const bases = [...(index === 0 ? guides : []), ...older.map(({ base }) => base)];
        const own = { label, bases, ...(generated?.about && { about: true as const }) };
        const { api, found } = await writeApi(root, site, own, place, older, generated?.synonyms);
        indexed.push(api);
        if (index === 0 && !api.about) together.add(api, found);
      }
    }
    if (together.count > MANY) all = await writeIndex(site, TOGETHER, together.found);
  }
  (await keptNames(root))?.write();
  return {
    indexed: indexed.map((api) => ({ ...api, folder: up + api.folder })),
    ...(all !== undefined && { all: up + all }),
  };
}

async function writeApi(
  root: string,
  site: string,
  { label, bases, about }: Pick<IndexedApi, 'label' | 'bases' | 'about'>,
  { id, base, infoPath, pages }: PublishedApi,
  older: readonly PublishedApi[],
  synonyms: Readonly<Record<string, string>> | undefined,
): Promise<{ api: IndexedApi; found: readonly Found[] }> {
  const found = withFormer(
    namesOf(slicesIn(root, pages), await keptNames(root)),
    await Promise.all(older.map((version) => formerNames(root, base, version))),
  );
  const introduction = pages.find(({ isInfo }) => isInfo)?.page;
  const api = {
    id,
    label,
    base,
    ...(introduction !== undefined && { introduction }),
    ...(infoPath !== undefined && { infoPath }),
    ...(about && { about }),
    bases: [base, ...bases],
    folder: await writeIndex(site, id, found, synonyms),
    examples: examplesOf(found),
  };
  return { api, found };
}

/** One after the other, so that not all of them are in memory. */
function* slicesIn(folder: string, pages: readonly PublishedPage[]): Iterable<string> {
  for (const { slice } of pages.toSorted((a, b) => (a.page < b.page ? -1 : 1)))
    yield fsSync.readFileSync(path.join(folder, slice), 'utf8');
}

/** The older versions of an API, the newest first. */
function olderVersions(
  published: readonly PublishedApi[],
  { id, docsPluginId, docsVersion }: PublishedApi,
): PublishedApi[] {
  const place = ({ versionOf }: PublishedApi): number => versionOf?.position ?? 0;
  return published
    .filter(
      (api) =>
        place(api) > 0 &&
        api.versionOf?.of === id &&
        api.docsPluginId === docsPluginId &&
        api.docsVersion === docsVersion,
    )
    .sort((a, b) => place(a) - place(b));
}

/**
 * The names on pages of an older version that the current one no longer has. All other names would be there twice, and
 * readers who look for one want the current version, whose page links to the older one.
 *
 * @param base Path of the current version: places are relative to it.
 */
async function formerNames(root: string, base: string, version: PublishedApi): Promise<Found[]> {
  const folder = below(version.base, base);
  if (folder === undefined) return [];
  const versions = readVersions(root);
  const pages = version.pages.filter(
    ({ page, isInfo }) => !isSuperseded(versions, version.base, isInfo ? '' : page),
  );
  return namesOf(slicesIn(root, pages), await keptNames(root)).map((found) => ({
    ...found,
    version: version.versionOf?.name ?? '',
    places: found.places.map((place) => ({ ...place, at: `${folder}/${place.at}` })),
  }));
}

/** Adds the names of older versions that no newer one has. */
function withFormer(found: readonly Found[], former: readonly (readonly Found[])[]): Found[] {
  const all = [...found];
  const known = new Set(found.map(placesKey));
  for (const one of former.flat()) {
    if (known.has(placesKey(one))) continue;
    known.add(placesKey(one));
    all.push(one);
  }
  return all;
}

interface Guide extends GuidePage {
  readonly file: string;
}

interface Pages {
  readonly reference: readonly string[];
  readonly guides: readonly Guide[];
  /** With texts that are not found: former versions of docs and APIs, and lists of pages, such as a blog's, which have no title. */
  readonly others: readonly string[];
}

/** Sorts the HTML files of a language. */
function pagesOf(
  folder: string,
  files: readonly string[],
  apis: readonly PublishedApi[],
  unsearched: readonly string[],
): Pages {
  const former = new Set(unsearched);
  const own = pagePaths(apis);
  const reference: string[] = [];
  const guides: Guide[] = [];
  const others: string[] = [];
  for (const file of files) {
    const at = pathOfHtml(file);
    if (former.has(at)) others.push(file);
    else if (own.has(at)) reference.push(file);
    else {
      const html = fsSync.readFileSync(path.join(folder, file), 'utf8');
      const guide = readGuide(html, addressOfHtml(file));
      if (guide) guides.push({ ...guide, file });
      else if (html.includes('<article')) others.push(file);
    }
  }
  return { reference, guides, others };
}

/** @returns the folder of the index, relative to the given one. */
async function writeIndex(
  folder: string,
  name: string,
  found: readonly Found[],
  synonyms?: Readonly<Record<string, string>>,
): Promise<string> {
  const files = indexFiles(found, synonyms);
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
    .filter(({ kind, name, version }) => !version && kind === 'field' && /[a-z][_A-Z-]/.test(name))
    .toSorted((a, b) => b.places.length - a.places.length)[0];
  const operation = found
    .filter(
      ({ kind, path: address, version }) =>
        !version && kind === 'operation' && address?.includes('{'),
    )
    .toSorted((a, b) => (a.path?.length ?? 0) - (b.path?.length ?? 0))[0];
  const tag = operation?.tags?.[0];
  return [
    ...(field ? [field.name] : []),
    ...(operation ? [`${operation.method} ${operation.path}`] : []),
    ...(tag && !/\s/.test(tag) ? [`method:delete tag:${tag}`] : []),
  ];
}
