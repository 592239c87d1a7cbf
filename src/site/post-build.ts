import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { CHANGES, htmlOf, NO_ORIGIN, type SiteUrl } from '../address/address.ts';
import { LAYOUT } from '../generate/layout.ts';
import { forkOwn } from '../own-files.ts';
import { writeFeeds } from './feeds.ts';
import { writeFolderPages } from './folder-pages.ts';
import { writeFullText } from './full-text.ts';
import { writeGonePages } from './gone-pages.ts';
import { writeGuideTwins } from './guide-twins.ts';
import { SEARCH_STEP } from './internals/build-steps.ts';
import { pruneDrawnPages } from './internals/drawn-pages.ts';
import { writePageStyles } from './internals/page-styles.ts';
import { checkTemplate } from './internals/page-template.ts';
import { type BuiltLanguage, builtLanguage, ownTexts, translateBy } from './languages.ts';
import { LOGIN_PAGE } from './login-page.ts';
import {
  modelWords,
  type SiteGuide,
  twinWords,
  writeApiIndexes,
  writeSiteFiles,
} from './machine-files.ts';
import { writeMovedPages } from './moved-pages.ts';
import { checkPages } from './page-count.ts';
import { scriptsIn } from './page-script.ts';
import type { PagesOptions } from './plugin.ts';
import { writePolicy } from './policy-files.ts';
import { type PublishedApi, pageFolders, pagePaths, publishedFiles } from './published.ts';
import type { SearchJob } from './search-index.ts';
import { writeSocialImages } from './social-image.ts';
import { publishTwins } from './twins.ts';

/** The pages of a language. */
export interface BuiltPages {
  readonly apis: readonly PublishedApi[];
  readonly guides: readonly SiteGuide[];
  /** Paths of all pages with a text of their own, which have a Markdown twin. */
  readonly docs: readonly string[];
  /** Paths of pages that the full text leaves out. */
  readonly unsearched: readonly string[];
}

/**
 * Writes what belongs to the pages of the reference, for the language that was built: slices, twins, redirects from
 * former addresses, the page's script, the page for logins, and the index of our search. A site of ours also gets the
 * Content-Security-Policy, social images, and pages that redirect from folders.
 *
 * @param outDir Folder of the language.
 * @throws Error if pages are missing, or have a script that they must not have.
 */
export async function postBuild(
  context: LoadContext,
  outDir: string,
  { own, hasSearch }: PagesOptions,
  { apis, guides, docs, unsearched }: BuiltPages,
): Promise<void> {
  const { siteDir, siteConfig } = context;
  const language = builtLanguage(context, outDir);
  // All pages have been rendered: the rest may take its time.
  fs.rmSync(path.join(siteDir, LAYOUT.drawing), { recursive: true, force: true });
  pruneDrawnPages(context);
  checkPages(apis, outDir, siteConfig);
  publishSlices(siteDir, apis, language);
  publishTwins(siteDir, apis, language);
  const { i18n, codeTranslations } = context;
  const translate = translateBy({ ...ownTexts(i18n.currentLocale), ...codeTranslations });
  const shown = writeApiIndexes({ context, language, translate, apis });
  const locale = i18n.currentLocale;
  for (const api of apis) {
    await writeMovedPages(siteDir, outDir, api, siteConfig);
    await writeGonePages(api, { siteDir, outDir, url: siteConfig, locale, translate });
    writeFeeds(api, { siteDir, outDir, url: siteConfig, locale, translate });
  }
  for (const folder of [path.join(siteDir, LAYOUT.script), LOGIN_PAGE])
    fs.cpSync(folder, outDir, { recursive: true });
  if (own) {
    writeGuideTwins(docs, {
      siteDir,
      language,
      trailingSlash: siteConfig.trailingSlash,
      apis,
      say: twinWords(translate),
      modelSay: modelWords(translate),
    });
    const origin = siteConfig.url === NO_ORIGIN ? undefined : siteConfig.url;
    writeSiteFiles({ context, language, translate, apis }, shown, guides, origin);
    const warning = own.llmsFull && writeFullText(language, apis, guides);
    if (warning) console.warn(warning);
    checkTemplate(outDir);
    await writePageStyles(language, lightPages(apis, siteConfig), scriptsIn(siteDir));
    writePolicy(context, outDir, own.policy, pagePaths(apis));
    await writeSocialImages(context, outDir);
  }
  if (hasSearch) {
    console.log(SEARCH_STEP);
    const { trailingSlash } = siteConfig;
    await searchApart({ siteDir, language, apis, unsearched, trailingSlash });
  }
  writeFolderPages(language, own ? undefined : pageFolders(apis));
}

/** The pages that most readers come to. Those of the changelog have styles of their own, which no other page needs. */
function lightPages(apis: readonly PublishedApi[], url: Pick<SiteUrl, 'trailingSlash'>): string[] {
  return apis
    .flatMap(({ pages }) => pages)
    .filter(({ page }) => !`${page}/`.startsWith(CHANGES))
    .map(({ path }) => htmlOf(path, url));
}

/**
 * Copies the slices to where pages look for them. They have no language, and are published once, with the first
 * language that is built.
 */
function publishSlices(
  siteDir: string,
  apis: readonly PublishedApi[],
  { outDir, up }: BuiltLanguage,
): void {
  const site = path.join(outDir, up);
  for (const api of apis) {
    for (const [at, file] of publishedFiles(api)) {
      const target = path.join(site, at);
      const source = path.join(siteDir, file);
      if (up !== '' && fs.existsSync(target)) continue;
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.copyFileSync(source, target);
    }
  }
}

/**
 * Builds the index in a child process: Docusaurus loads its configuration as CommonJS, which cannot import
 * pagefind, and still holds the memory of the rendering.
 */
async function searchApart(job: SearchJob): Promise<void> {
  const child = forkOwn('site/search-process.ts');
  child.send(job);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The search index was not built.');
}
