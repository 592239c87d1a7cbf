import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { Config } from '@docusaurus/types';
import { SITE_DOCS } from '../address/docs.ts';
import { Guides } from './guides.ts';
import { docsPlugin } from './internals/docs-plugin.ts';
import { pageTemplate } from './internals/page-template.ts';
import { currentLanguage, languages, translateConfig } from './languages.ts';
import { currentApis, foreignGuides, mainApi, readManifest, siteApis } from './manifest.ts';
import { apiItems } from './navbar.ts';
import { separateImports } from './older-pages.ts';
import { checkSiteOptions, type SiteOptions } from './options.ts';
import { pagesPlugin } from './plugin.ts';
import { sitemapItems } from './sitemap.ts';
import { themeIn } from './themes.ts';

const isDevelopment = process.env.NODE_ENV === 'development';

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
  const labels = currentApis(manifest)
    .map((api) => api.label)
    .join(', ');
  return {
    siteDir,
    manifest,
    locales,
    language,
    baseUrl,
    title: mainApi(manifest)?.label ?? translate({ id: 'site.title', message: 'API reference' }),
    tagline: translate(
      { id: 'site.tagline', message: 'Reference for {apis}' },
      { apis: labels || translate({ id: 'site.yourApi', message: 'your API' }) },
    ),
    navbarItems: apiItems(siteApis(manifest)),
    languageItems:
      locales.length > 1 ? [{ type: 'custom-languages', position: 'right' as const }] : [],
    translate,
  };
}

/** Adds all that the reference needs to a configuration of Docusaurus: plugins, languages, and build options. */
export function withReference(
  site: ReferenceSite,
  config: Config,
  options: SiteOptions = {},
): Config {
  checkSiteOptions(options);
  const { loadApp = 'intent', policy = {} } = options;
  const { siteDir, manifest, locales, baseUrl } = site;
  const guides = new Guides(siteDir);
  return {
    // One color mode for all languages of the site.
    storage: { namespace: baseUrl },
    ...config,
    i18n: languages(siteDir, locales, baseUrl),
    future: {
      v4: true,
      faster: {
        swcJsLoader: true,
        swcJsMinimizer: true,
        swcHtmlMinimizer: true,
        lightningCssMinimizer: true,
        rspackBundler: true,
        // Off for builds: names in a script, and so its bytes, would depend on the contents of the cache.
        rspackPersistentCache: isDevelopment,
        ssgWorkerThreads: true,
        gitEagerVcs: true,
        // Reference pages are compiled for the server only; the cache would wait for the browser's
        // compilation forever.
        mdxCrossCompilerCache: false,
      },
    },
    ssrTemplate: pageTemplate(baseUrl, loadApp, true),
    markdown: { preprocessor: ({ fileContent }) => separateImports(fileContent) },
    themes: [
      ...(config.themes ?? []),
      themeIn('theme'),
      themeIn('theme-app'),
      themeIn('theme-search'),
      themeIn('theme-site'),
    ],
    plugins: [
      (context) => pagesPlugin(context, { isFast: true, hasSearch: true, own: { guides, policy } }),
      [
        docsPlugin(siteDir),
        {
          path: SITE_DOCS.path,
          routeBasePath: SITE_DOCS.routeBasePath,
          sidebarPath: './sidebars.ts',
          exclude: ['**/_*.{md,mdx}', ...foreignGuides(siteDir, manifest)],
          // Page ids come from operationIds: `01-get` is a name, not a position.
          numberPrefixParser: false,
          beforeDefaultRemarkPlugins: [guides.remark(isDevelopment)],
        } satisfies DocsOptions,
      ],
      ['@docusaurus/plugin-content-pages', {}],
      [
        '@docusaurus/plugin-sitemap',
        { changefreq: null, priority: null, createSitemapItems: sitemapItems(siteDir) },
      ],
      ...(config.plugins ?? []),
    ],
  };
}
