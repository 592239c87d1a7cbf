/** Files of a site by their paths from its folder, with `/`. */
export type SiteFiles = ReadonlyMap<string, string>;

/**
 * The smallest site that consists of references: without its packages, documents, and guides.
 *
 * @param config The module that configurations import.
 * @param guides Address of the first guide, if there are guides.
 */
export function siteFiles(config: string, guides?: string): SiteFiles {
  return new Map([
    ['docusaurus.config.ts', configuration(config, guides)],
    ['sidebars.ts', sidebars(config)],
    ['static/img/favicon.svg', ICON],
  ]);
}

function configuration(config: string, guides: string | undefined): string {
  const items =
    guides === undefined
      ? 'site.navbarItems'
      : `[
        ...site.navbarItems,
        { to: '${guides}', activeBasePath: '/guides', label: 'Guides', position: 'left' },
        ...site.languageItems,
      ]`;
  return `import type { Config } from '@docusaurus/types';
import { codeTheme, LICENSES_FILE, readSite, withReference } from '${config}';

// Where the site will be: SITE_URL is its origin, such as https://docs.example.com. Without it, pages have no canonical
// addresses, and there is no sitemap.
const { SITE_URL = '', BASE_URL = '/', SITE_LOCALES = 'en', CSP } = process.env;
const isDevelopment = process.env.NODE_ENV === 'development';
const site = readSite(__dirname, BASE_URL, SITE_LOCALES.split(','));

const config: Config = {
  title: site.title,
  tagline: site.tagline,
  favicon: 'img/favicon.svg',
  url: SITE_URL,
  baseUrl: BASE_URL,
  baseUrlIssueBanner: false,
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  themes: ['@docusaurus/theme-classic'],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: site.title,
      items: ${items},
    },
    // The development server has no such file.
    ...(!isDevelopment && {
      footer: { copyright: \`<a href="\${BASE_URL}\${LICENSES_FILE}">Open-source licenses</a>\` },
    }),
    prism: { theme: codeTheme, darkTheme: codeTheme },
    docs: { sidebar: { hideable: false } },
  },
};

// CSP=meta puts the Content-Security-Policy into every page, for hosts that do not let a site set its headers.
export default withReference(site, config, { policy: { inPages: CSP === 'meta' } });
`;
}

function sidebars(config: string): string {
  return `import { readSidebars } from '${config}';

// A sidebar for each API, and one for the guides in docs/guides.
export default readSidebars(__dirname);
`;
}

/** Braces around lines of text, as in the clone. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="3">
  <style>path{stroke:#1d4ed8}.t{stroke:#0f766e}@media (prefers-color-scheme:dark){path{stroke:#93b4ff}.t{stroke:#5eead4}}</style>
  <path d="M11 4H8.5C6.5 4 5.5 5 5.5 7v5c0 2-1 4-3 4 2 0 3 2 3 4v5c0 2 1 3 3 3H11"/>
  <path d="M21 4h2.5c2 0 3 1 3 3v5c0 2 1 4 3 4-2 0-3 2-3 4v5c0 2-1 3-3 3H21"/>
  <path class="t" d="M12 11h8M12 16h5M12 21h8"/>
</svg>
`;
