import fs from 'node:fs';
import path from 'node:path';
import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { Config } from '@docusaurus/types';
import { NO_ORIGIN } from '../address/address.ts';
import { SITE_DOCS } from '../address/docs.ts';
import { hasFaster } from './faster.ts';
import { Guides } from './guides.ts';
import { docsPlugin } from './internals/docs-plugin.ts';
import { pageTemplate } from './internals/page-template.ts';
import { currentLanguage, languages, type TranslateConfig, translateConfig } from './languages.ts';
import { currentApis, foreignGuides, mainApi, readManifest, siteApis } from './manifest.ts';
import { aboutLink, apiItems, CREDENTIALS_ITEM, GUIDES_ITEM } from './navbar.ts';
import { separateImports } from './older-pages.ts';
import { checkSiteOptions, type SiteOptions } from './options.ts';
import { pagesPlugins } from './own-pages.ts';
import { pagesPlugin } from './plugin.ts';
import { hasAbout, hasGuides } from './sidebars.ts';
import { sitemapItems } from './sitemap.ts';
import { themeIn } from './themes.ts';

const isDevelopment = process.env.NODE_ENV === 'development';

/** How many APIs the tagline of a site names. */
const MOST_LABELS = 12;

/** Says what a site is about. It is in the scripts of all pages, so it does not name thousands of APIs. */
export function siteTagline(
  apis: readonly { readonly label: string }[],
  translate: TranslateConfig,
): string {
  const labels = apis.slice(0, MOST_LABELS).map(({ label }) => label);
  const named = [...labels, ...(apis.length > MOST_LABELS ? ['…'] : [])].join(', ');
  return translate(
    { id: 'site.tagline', message: 'Reference for {apis}' },
    { apis: named || translate({ id: 'site.yourApi', message: 'your API' }) },
  );
}

/** What a configuration can use of the site and its APIs. */
type ReferenceSite = ReturnType<typeof readSite>;

/**
 * Reads what is currently generated. Writes nothing.
 *
 * @param codes Languages of the site, the default one first.
 */
export function readSite(siteDir: string, baseUrl: string, codes: readonly string[]) {
  const manifest = readManifest(siteDir);
  // The development server has only one language, like Docusaurus' own.
  const locales = isDevelopment ? codes.slice(0, 1) : codes;
  const language = currentLanguage(locales);
  const translate = translateConfig(siteDir, language);
  const logo = mainApi(manifest)?.logo;
  return {
    siteDir,
    manifest,
    locales,
    language,
    baseUrl,
    title: mainApi(manifest)?.label ?? translate({ id: 'site.title', message: 'API reference' }),
    tagline: siteTagline(currentApis(manifest), translate),
    /** That of the main API, for the navbar. */
    ...(logo && { logo: { alt: '', src: logo } }),
    navbarItems: [
      ...apiItems(siteApis(manifest)),
      ...(hasGuides(siteDir, manifest) ? [GUIDES_ITEM] : []),
      CREDENTIALS_ITEM,
    ],
    /** HTML of a link to the pages about the site itself; empty if there are none. */
    aboutLink: hasAbout(siteDir) ? aboutLink(baseUrl, language, locales, translate) : '',
    languageItems:
      locales.length > 1 ? [{ type: 'custom-languages', position: 'right' as const }] : [],
    translate,
  };
}

const SIDEBARS = ['sidebars.ts', 'sidebars.js'];

/**
 * Adds all that the reference needs to a configuration of Docusaurus: plugins, languages, and build options.
 *
 * @param config If its `url` is empty, pages have no absolute addresses, and there is no sitemap.
 */
export function withReference(
  site: ReferenceSite,
  config: Config,
  options: SiteOptions = {},
): Config {
  checkSiteOptions(options);
  const { loadApp = 'intent', llmsFull = false, policy = {}, search = true } = options;
  const { siteDir, manifest, locales, baseUrl } = site;
  const guides = new Guides(siteDir);
  const isFaster = hasFaster(siteDir);
  const hasAddress = config.url !== '';
  return {
    // One color mode for all languages of the site.
    storage: { namespace: baseUrl },
    ...config,
    url: hasAddress ? config.url : NO_ORIGIN,
    i18n: languages(siteDir, locales, baseUrl),
    future: {
      v4: true,
      faster: {
        swcJsLoader: isFaster,
        swcJsMinimizer: isFaster,
        swcHtmlMinimizer: isFaster,
        lightningCssMinimizer: isFaster,
        rspackBundler: isFaster,
        // Off for builds: names in a script, and so its bytes, would depend on the contents of the cache.
        rspackPersistentCache: isFaster && isDevelopment,
        ssgWorkerThreads: true,
        gitEagerVcs: true,
        // Reference pages are compiled for the server only; the cache would wait for the browser's
        // compilation forever.
        mdxCrossCompilerCache: false,
      },
    },
    ssrTemplate: pageTemplate(baseUrl, loadApp, true, hasAddress ? undefined : NO_ORIGIN),
    markdown: { preprocessor: ({ fileContent }) => separateImports(fileContent) },
    themes: [
      ...(config.themes ?? []),
      themeIn('theme'),
      themeIn('theme-app'),
      search && themeIn('theme-search'),
      themeIn('theme-site'),
    ],
    plugins: [
      (context) =>
        pagesPlugin(context, {
          isFast: true,
          hasSearch: search,
          own: { guides, llmsFull, policy },
        }),
      [
        docsPlugin(siteDir),
        {
          path: SITE_DOCS.path,
          routeBasePath: SITE_DOCS.routeBasePath,
          sidebarPath: SIDEBARS.find((file) => fs.existsSync(path.join(siteDir, file))),
          exclude: ['**/_*.{md,mdx}', ...foreignGuides(siteDir, manifest)],
          // Page ids come from operationIds: `01-get` is a name, not a position.
          numberPrefixParser: false,
          beforeDefaultRemarkPlugins: [guides.remark(isDevelopment)],
        } satisfies DocsOptions,
      ],
      ...pagesPlugins(siteDir, search),
      hasAddress && [
        '@docusaurus/plugin-sitemap',
        { changefreq: null, priority: null, createSitemapItems: sitemapItems(siteDir) },
      ],
      ...(config.plugins ?? []),
    ],
  };
}
