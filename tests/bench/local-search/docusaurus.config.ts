import type { Config } from '@docusaurus/types';

/** Plain Docusaurus with the usual local search, as its README sets it up. */
const config: Config = {
  title: 'API reference',
  url: 'https://docs.example.com',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  future: { v4: true, faster: true },
  // Pages hold names and descriptions of a document, which are no code.
  markdown: { format: 'md' },
  presets: [
    ['classic', { docs: { routeBasePath: '/', sidebarPath: undefined }, blog: false, theme: {} }],
  ],
  themes: [
    [
      '@easyops-cn/docusaurus-search-local',
      { hashed: true, indexBlog: false, docsRouteBasePath: '/' },
    ],
  ],
  themeConfig: { navbar: { title: 'API reference', items: [] } },
};

export default config;
