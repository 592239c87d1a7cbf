import type { Config } from '@docusaurus/types';
import { codeTheme } from './src/site/code-theme.ts';
import { LICENSES_FILE } from './src/site/licenses.ts';
import { readSite, withReference } from './src/site/with-reference.ts';

const baseUrl = process.env.BASE_URL ?? '/';
const isDevelopment = process.env.NODE_ENV === 'development';
// The first is the site's own.
const locales = (process.env.SITE_LOCALES ?? 'en,de').split(',');
const site = readSite(__dirname, baseUrl, locales);

const config: Config = {
  title: site.title,
  tagline: site.tagline,
  favicon: 'img/favicon.svg',
  // Where the site will stand: for canonical addresses and the sitemap.
  url: process.env.SITE_URL ?? 'https://docs.example.com',
  baseUrl,
  // A script of its own on the home page; what a wrong base URL looks like is in the guide on hosting.
  baseUrlIssueBanner: false,
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  themes: [
    ['@docusaurus/theme-classic', { customCss: ['./src/css/reference.css', './src/css/site.css'] }],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    metadata: [
      { property: 'og:site_name', content: site.title },
      { property: 'og:type', content: 'website' },
    ],
    navbar: {
      title: site.title,
      logo: { alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg', width: 32, height: 32 },
      items: [
        ...site.navbarItems,
        {
          to: '/guides/your-own-document/',
          activeBasePath: '/guides',
          label: 'Guides',
          position: 'left',
        },
        ...site.languageItems,
      ],
    },
    // The development server has no such file.
    ...(!isDevelopment && {
      footer: {
        copyright: `<a href="${baseUrl}${LICENSES_FILE}">${site.translate({ id: 'site.licenses', message: 'Open-source licenses' })}</a>`,
      },
    }),
    // Of code in guides; the reference has its own colours.
    prism: { theme: codeTheme, darkTheme: codeTheme },
    docs: { sidebar: { hideable: false, autoCollapseCategories: false } },
  },
};

export default withReference(site, config, {
  // 'page' brings the app with every page, as plain Docusaurus does.
  loadApp: 'intent',
  // `CSP=meta` puts the Content-Security-Policy into every page as well.
  policy: { inPages: process.env.CSP === 'meta' },
});
