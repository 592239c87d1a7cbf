import type { Config } from '@docusaurus/types';
import {
  codeTheme,
  LICENSES_FILE,
  readSite,
  withReference,
} from 'docusaurus-openapi-reference/config.ts';

const baseUrl = process.env.BASE_URL ?? '/';
const isDevelopment = process.env.NODE_ENV === 'development';
// The first is the site's own.
const locales = (process.env.SITE_LOCALES ?? 'en,de').split(',');
const site = readSite(__dirname, baseUrl, locales);

const config: Config = {
  title: site.title,
  tagline: site.tagline,
  favicon: 'img/favicon.svg',
  // The site's final origin: for canonical URLs and the sitemap.
  url: process.env.SITE_URL ?? 'https://docs.example.com',
  baseUrl,
  // Would add a script to the home page; the hosting guide explains the effects of a wrong base URL.
  baseUrlIssueBanner: false,
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  themes: ['@docusaurus/theme-classic'],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    metadata: [
      { property: 'og:site_name', content: site.title },
      { property: 'og:type', content: 'website' },
    ],
    navbar: {
      title: site.title,
      logo: site.logo ?? {
        alt: '',
        src: 'img/logo.svg',
        srcDark: 'img/logo-dark.svg',
        width: 32,
        height: 32,
      },
      items: [...site.navbarItems, ...site.languageItems],
    },
    // The development server has no such file.
    ...(!isDevelopment && {
      footer: {
        copyright: [
          site.aboutLink,
          `<a href="${baseUrl}${LICENSES_FILE}">${site.translate({ id: 'site.licenses', message: 'Open-source licenses' })}</a>`,
        ]
          .filter(Boolean)
          .join(' · '),
      },
    }),
    // For code in guides; the reference has its own colors.
    prism: { theme: codeTheme, darkTheme: codeTheme },
    docs: { sidebar: { hideable: false, autoCollapseCategories: false } },
  },
};

export default withReference(site, config, {
  // 'page' loads the app with every page, as plain Docusaurus does.
  loadApp: 'intent',
  // `CSP=meta` also puts the Content-Security-Policy into every page.
  policy: { inPages: process.env.CSP === 'meta' },
});
