import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { Config } from '@docusaurus/types';
import { LAYOUT } from './src/generate/layout.ts';
import { codeTheme } from './src/site/code-theme.ts';
import { Guides } from './src/site/guides.ts';
import { docsPlugin } from './src/site/internals/docs-plugin.ts';
import { pageTemplate } from './src/site/internals/template.ts';
import { currentLanguage, languages, translateConfig } from './src/site/languages.ts';
import { LICENSES_FILE } from './src/site/licenses.ts';
import {
  foreignGuides,
  mainApi,
  readManifest,
  siteApis,
  socialImage,
} from './src/site/manifest.ts';
import { apiItems } from './src/site/navbar.ts';
import { separateImports } from './src/site/older-pages.ts';
import { writeScripts } from './src/site/page-script.ts';
import referencePlugin from './src/site/plugin.ts';
import { sitemapItems } from './src/site/sitemap.ts';

const manifest = readManifest(__dirname);
const main = mainApi(manifest);
const guides = new Guides(__dirname);
const isDevelopment = process.env.NODE_ENV === 'development';
const baseUrl = process.env.BASE_URL ?? '/';
// The first is the site's own. The development server has one, as Docusaurus does.
const codes = (process.env.SITE_LOCALES ?? 'en,de')
  .split(',')
  .slice(0, isDevelopment ? 1 : undefined);
const language = currentLanguage(codes);
const translate = translateConfig(__dirname, language);
const scripts = writeScripts(__dirname, translate);
const title = main?.label ?? translate({ id: 'site.title', message: 'API reference' });
const labels = manifest.apis.map((api) => api.label).join(', ');

const config: Config = {
  title,
  tagline: translate(
    { id: 'site.tagline', message: 'Reference for {apis}' },
    { apis: labels || translate({ id: 'site.yourApi', message: 'your API' }) },
  ),
  favicon: 'img/favicon.svg',
  // Where the site will stand: for canonical addresses and the sitemap.
  url: process.env.SITE_URL ?? 'https://docs.example.com',
  baseUrl,
  // A script of its own on the home page; what a wrong base URL looks like is in the guide on hosting.
  baseUrlIssueBanner: false,
  // One color mode for all languages of the site.
  storage: { namespace: baseUrl },
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  // The development server serves the slices in its own way: see the plugin. They have no language, and
  // are published once.
  staticDirectories: [
    'static',
    LAYOUT.script,
    ...(isDevelopment || language !== codes[0] ? [] : [LAYOUT.static]),
  ],
  i18n: languages(__dirname, codes, baseUrl),
  future: {
    v4: true,
    faster: {
      swcJsLoader: true,
      swcJsMinimizer: true,
      swcHtmlMinimizer: true,
      lightningCssMinimizer: true,
      rspackBundler: true,
      // Builds go without: names in a script differ with what the cache held, and so would the bytes.
      rspackPersistentCache: isDevelopment,
      ssgWorkerThreads: true,
      gitEagerVcs: true,
      // Reference pages are compiled for the server alone; the cache would wait for the other one.
      mdxCrossCompilerCache: false,
    },
  },
  // 'page' brings the app with every page, as plain Docusaurus does.
  ssrTemplate: pageTemplate(scripts, baseUrl, 'intent'),
  markdown: { preprocessor: ({ fileContent }) => separateImports(fileContent) },
  customFields: { apis: siteApis(manifest), image: socialImage(main?.id) },
  plugins: [
    (context) =>
      referencePlugin(context, {
        scripts,
        guides,
        // `CSP=meta` puts the Content-Security-Policy into every page as well.
        policy: { inPages: process.env.CSP === 'meta' },
      }),
    [
      docsPlugin(__dirname),
      {
        routeBasePath: '/',
        sidebarPath: './sidebars.ts',
        exclude: ['**/_*.{md,mdx}', ...foreignGuides(__dirname, manifest)],
        // Page ids come from operationIds: `01-get` is a name, not a position.
        numberPrefixParser: false,
        beforeDefaultRemarkPlugins: [guides.remark(isDevelopment)],
      } satisfies DocsOptions,
    ],
    ['@docusaurus/plugin-content-pages', {}],
    [
      '@docusaurus/plugin-sitemap',
      { changefreq: null, priority: null, createSitemapItems: sitemapItems(__dirname) },
    ],
  ],
  themes: [
    ['@docusaurus/theme-classic', { customCss: ['./src/css/reference.css', './src/css/site.css'] }],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    metadata: [
      { property: 'og:site_name', content: title },
      { property: 'og:type', content: 'website' },
    ],
    navbar: {
      title,
      logo: { alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg', width: 32, height: 32 },
      items: [
        ...apiItems(siteApis(manifest)),
        {
          to: '/guides/your-own-document/',
          activeBasePath: '/guides',
          label: 'Guides',
          position: 'left',
        },
        ...(codes.length > 1 ? [{ type: 'custom-languages', position: 'right' as const }] : []),
      ],
    },
    // The development server has no such file.
    ...(!isDevelopment && {
      footer: {
        copyright: `<a href="${baseUrl}${LICENSES_FILE}">${translate({ id: 'site.licenses', message: 'Open-source licenses' })}</a>`,
      },
    }),
    // Of code in guides; the reference has its own colours.
    prism: { theme: codeTheme, darkTheme: codeTheme },
    docs: { sidebar: { hideable: false, autoCollapseCategories: false } },
  },
};

export default config;
