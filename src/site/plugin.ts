import type { LoadContext, Plugin } from '@docusaurus/types';
import { API_TABLE, PAGE_GUIDES } from '../address/files.ts';
import type { ApiTable, SiteData } from '../client/app/site-data.ts';
import { PLUGIN } from '../client/protocol.ts';
import type { PolicyOptions } from '../generate/config.ts';
import { ownFile } from '../own-files.ts';
import { writeAccent } from './accent.ts';
import { bundling } from './bundling.ts';
import { changesMarkdown } from './docs-instances.ts';
import { docsStyles } from './docs-styles.ts';
import type { Guides } from './guides.ts';
import { docPaths, guideDocs, indexPages, siteGuides } from './index-pages.ts';
import { writePageKeys } from './internals/drawn-pages.ts';
import { endShard, renderShard } from './internals/shard-pages.ts';
import { ownTexts, translateBy, writeLanguages } from './languages.ts';
import type { SiteGuide } from './machine-files.ts';
import { mainApi, readManifest, siteApis, socialImage } from './manifest.ts';
import { writeMenus } from './menus.ts';
import { writeScripts } from './page-script.ts';
import { LANGUAGE, noScript, OWN_ATTRIBUTES, scriptTags } from './page-tags.ts';
import { withoutSearch } from './postcss.ts';
import {
  loadedVersions,
  NOTHING,
  otherSidebars,
  otherVersions,
  publishedApis,
} from './published.ts';
import { sharedSiteData, writeServerData } from './site-data.ts';
import { siteVersions, writeVersions } from './versions.ts';

/** The parts of a site that consists of references. */
export interface OwnSite {
  /** Resolves references in guides. */
  readonly guides: Guides;
  /** Whether a build writes `llms-full.txt`. */
  readonly llmsFull: boolean;
  /** The Content-Security-Policy that a build writes. */
  readonly policy: PolicyOptions;
}

/** How the pages of the reference are part of a site. */
export interface PagesOptions {
  /** Whether the app keeps pages of the reference without their code, beyond what Docusaurus documents. */
  readonly isFast: boolean;
  /** Whether the site has our search. */
  readonly hasSearch: boolean;
  /** Whether the site's own code and styles may expect what the stock theme adds to all pages. */
  readonly wasStock?: boolean;
  /** Components of the site that ours are shown instead of; see `readSiteTheme`. */
  readonly leftOut?: readonly string[];
  /** Absent where the reference is a part of somebody's site. */
  readonly own?: OwnSite;
}

/** The plugin for the pages of the reference, once per site. */
export function pagesPlugin(context: LoadContext, options: PagesOptions): Plugin {
  const { siteDir, siteConfig, baseUrl, i18n, codeTranslations } = context;
  const { own, hasSearch } = options;
  const isDevelopment = process.env.NODE_ENV === 'development';
  const texts = { ...ownTexts(i18n.currentLocale), ...codeTranslations };
  const scripts = writeScripts(
    siteDir,
    hasSearch ? translateBy(texts) : undefined,
    i18n.currentLocale,
  );
  if (own) writeLanguages(context);
  const accent = own && writeAccent(siteDir);
  // What our own configuration does with Markdown does not concern generated pages.
  const isPlainMarkdown = own !== undefined || !changesMarkdown(siteConfig);
  let published = NOTHING;
  let unsearched: readonly string[] = [];
  let guides: readonly SiteGuide[] = [];
  let docs: readonly string[] = [];
  return {
    name: PLUGIN,

    /** Finds the reference in what all docs plugins have loaded, and hands pages what they need of it. */
    async allContentLoaded({ allContent, actions }) {
      published = publishedApis(allContent, context);
      if (hasSearch) unsearched = otherVersions(allContent, context);
      if (own) own.guides.published = published;
      if (own) {
        guides = siteGuides(loadedVersions(allContent), context);
        docs = docPaths(loadedVersions(allContent), context);
      }
      const manifest = readManifest(siteDir);
      const versions = siteVersions(published.apis, siteDir);
      const mentions = own
        ? own.guides.mentions(guideDocs(loadedVersions(allContent), context))
        : {};
      const apis = siteApis(manifest, published);
      const menus = options.isFast && !isDevelopment ? writeMenus(allContent, context) : {};
      const table: ApiTable = { apis, menus };
      if (!isDevelopment) {
        writeVersions(siteDir, versions);
        writeServerData(context, PAGE_GUIDES, mentions);
        writeServerData(context, API_TABLE, table);
      }
      if (options.isFast && !isDevelopment)
        writePageKeys(context, published, allContent, { isPlainMarkdown, guides: mentions, table });
      if (options.isFast) renderShard(context, published);
      if (own)
        for (const route of indexPages(loadedVersions(allContent), apis, context))
          actions.addRoute(route);
      actions.setGlobalData({
        image: socialImage(mainApi(manifest)?.id),
        hasSearch,
        ...sharedSiteData(apis),
        otherSidebars: otherSidebars(allContent, published),
        ...(isDevelopment && { table, versions, guides: mentions }),
      } satisfies SiteData);
    },

    /** The app's navigation, the console, comparisons of versions, fields that narrow lists, and what samples follow. */
    getClientModules() {
      return [
        ...(options.isFast ? [ownFile('client/app/navigation.ts'), ...docsStyles()] : []),
        ownFile('client/console/opener.ts'),
        ownFile('client/changes/opener.ts'),
        ownFile('client/app/filter.ts'),
        ownFile('client/samples/follower.ts'),
        ...(accent ? [accent] : []),
        ownFile('client/app/more-tabs.ts'),
        ownFile('client/app/tab-filter.ts'),
        ownFile('client/app/field-keys.ts'),
        ownFile('client/app/phone-menu.ts'),
        ...(options.wasStock ? [ownFile('css/stock.css')] : []),
        ...(isDevelopment ? [ownFile('client/development/live.ts')] : []),
      ];
    },

    /** Our template contains the rest; the development server renders nothing that would need it. */
    injectHtmlTags() {
      // The development server has Docusaurus' own sidebar.
      const tags = scriptTags(scripts, baseUrl, options.isFast && !isDevelopment);
      if (isDevelopment) return { headTags: [OWN_ATTRIBUTES, ...tags] };
      const isWhole = siteConfig.ssrTemplate === undefined;
      return {
        headTags: isWhole ? [LANGUAGE, OWN_ATTRIBUTES, ...tags, noScript(own !== undefined)] : tags,
      };
    },

    configureWebpack: bundling(context, scripts, { ...options, isPlainMarkdown }, () => published),

    async postBuild({ outDir }) {
      endShard();
      // Loading it takes a second, which neither bundling nor the development server needs.
      const { postBuild } = await import('./post-build.ts');
      await postBuild(context, outDir, options, { apis: published.apis, guides, docs, unsearched });
    },

    configurePostCss: (css) => (own ? withoutSearch(siteDir, css) : css),
  };
}
