import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import {
  addressOf,
  joined,
  pageHref,
  type SiteUrl,
  slicePath,
  twinPath,
} from '../address/address.ts';
import { partsOfFile } from '../address/files.ts';
import { defined, own } from '../json/guards.ts';
import { apiIndex, type IndexedApi, siteIndex } from '../markdown/llms.ts';
import { TWIN_WORDS, type TwinSay } from '../markdown/words.ts';
import { buildPage } from '../model/page/build-page.ts';
import type { TagPageModel } from '../model/page/page.ts';
import { type Say, WORDS } from '../model/page/words.ts';
import { webUrl } from '../model/request/safe-url.ts';
import type { SliceDocument } from '../slices/slice.ts';
import type { BuiltLanguage, TranslateConfig } from './languages.ts';
import { isShownFirst, readManifest } from './manifest.ts';
import { type PublishedApi, type PublishedPage, readSlice } from './published.ts';

/** Name of the index for language models: of the site, and of each API in the folder of its pages. */
const LLMS = 'llms.txt';

/** The catalog of the site's APIs, RFC 9727. */
export const API_CATALOG = '.well-known/api-catalog';

/** A guide of the site. */
export interface SiteGuide {
  readonly title: string;
  readonly description?: string;
  /** Path within the site. */
  readonly path: string;
}

interface Site {
  readonly context: LoadContext;
  readonly language: BuiltLanguage;
  readonly translate: TranslateConfig;
  readonly apis: readonly PublishedApi[];
}

/**
 * Writes `llms.txt` of each API in the language that was built. Files of the site with the same names stay.
 *
 * @returns the APIs in the versions that readers see first, for the files of the whole site.
 */
export function writeApiIndexes({ context, language, translate, apis }: Site): readonly ShownApi[] {
  const say = twinWords(translate);
  const modelSay = modelWords(translate);
  const summaries = new Map(
    readManifest(context.siteDir).apis.map(({ id, summary }) => [id, summary]),
  );
  return apis.flatMap((api) => {
    const info = api.pages.find(({ isInfo }) => isInfo);
    if (!info) return [];
    const slice = readSlice(context.siteDir, info);
    const tags = tagPages(api, slice).map(
      (page) =>
        buildPage(readSlice(context.siteDir, page), {
          say: modelSay,
          base: api.base,
          ending: '',
        }) as TagPageModel,
    );
    const index = joined(api.base, LLMS);
    const shown: ShownApi = {
      index,
      servers: (slice.servers ?? [])
        .map((server) => own(server, 'url'))
        .flatMap((url) => (String(url).includes('{') ? [] : (webUrl(url)?.href ?? []))),
      title: api.title,
      version: api.version,
      introduction: pageHref({ ...api, ending: '' }),
      ...defined({
        summary: summaries.get(api.id),
        document: api.document && language.siteUrl + slicePath(api, api.document),
      }),
    };
    const options = {
      say,
      count: (value: number) => value.toLocaleString(language.code),
      path: index.replace(/\.txt$/, ''),
      baseUrl: language.baseUrl,
    };
    writeNew(path.join(language.outDir, index), apiIndex(shown, tags, options));
    return isShownFirst(api) ? [shown] : [];
  });
}

export interface ShownApi extends IndexedApi {
  /** Path of its index. */
  readonly index: string;
  /** URLs of its servers, as far as they are complete. */
  readonly servers: readonly string[];
}

/** In the order of the introduction. */
function tagPages({ pages }: PublishedApi, { 'x-page': info }: SliceDocument): PublishedPage[] {
  const ids = Object.values(info.tagPages);
  return pages
    .filter(({ slice }) => partsOfFile(slice)?.kind === 'tag')
    .sort((a, b) => ids.indexOf(a.page) - ids.indexOf(b.page));
}

/**
 * Writes what a site of ours has for machines besides its pages: `llms.txt` of the site in the language that was built
 * and, with the first one, `robots.txt` and the catalog of the APIs. Files of the site with the same names stay.
 *
 * @param origin Of the site; undefined if nobody knows where it will be.
 */
export function writeSiteFiles(
  { context, language, translate }: Site,
  apis: readonly ShownApi[],
  guides: readonly SiteGuide[],
  origin: string | undefined,
): void {
  const { title, tagline, trailingSlash } = context.siteConfig;
  const { outDir, up, baseUrl, siteUrl } = language;
  const say = twinWords(translate);
  const hasTwin = (page: string): boolean => fs.existsSync(path.join(outDir, twinPath(page)));
  const index = siteIndex(
    {
      title,
      ...(tagline && { tagline }),
      apis,
      guides: guides.map((guide) => ({
        ...guide,
        url: hasTwin(guide.path)
          ? twinPath(guide.path)
          : addressOf(guide.path, { baseUrl: '', trailingSlash }),
      })),
    },
    { say, count: String, baseUrl },
  );
  writeNew(path.join(outDir, LLMS), index);
  if (up !== '') return;
  if (origin !== undefined && baseUrl === '/')
    writeNew(path.join(outDir, 'robots.txt'), robots(`${origin}${siteUrl}sitemap.xml`));
  const site = { baseUrl: `${origin ?? ''}${siteUrl}`, trailingSlash };
  writeNew(path.join(outDir, API_CATALOG), catalog(apis, site, origin));
}

/** Everything may be read (RFC 9309). */
function robots(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

/** A set of links (RFC 9264 section 4.2) to the documents and introductions of the APIs (RFC 9727 section 4). */
function catalog(apis: readonly ShownApi[], site: SiteUrl, origin = ''): string {
  const linkset = apis.map(({ servers: [server], introduction, document, index }) => {
    const page = introduction.slice(1);
    const html = addressOf(encodeURI(page), site);
    const file = (name: string): string => site.baseUrl + encodeURI(name);
    return {
      anchor: server ?? html,
      ...(document && {
        'service-desc': [
          { href: origin + encodeURI(document), type: 'application/vnd.oai.openapi+json' },
        ],
      }),
      'service-doc': [
        { href: html, type: 'text/html' },
        { href: file(twinPath(page)), type: 'text/markdown' },
        { href: file(index), type: 'text/plain' },
      ],
    };
  });
  return `${JSON.stringify({ linkset }, null, 2)}\n`;
}

function writeNew(file: string, text: string): void {
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** The words of models in the language that was built. */
export function modelWords(translate: TranslateConfig): Say {
  return (id, values) => translate({ id, message: WORDS[id] }, textsOf(values));
}

/** The words of twins in that language. */
export function twinWords(translate: TranslateConfig): TwinSay {
  return (id, values) => translate({ id, message: TWIN_WORDS[id] }, textsOf(values));
}

function textsOf(
  values: Readonly<Record<string, string | number>> = {},
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}
