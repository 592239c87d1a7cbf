import { withFastPages } from 'docusaurus-openapi-reference/config';

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: 'Tea shop',
  tagline: 'Order tea from your own program',
  url: 'https://tea.example.com',
  baseUrl: '/dev/',
  trailingSlash: false,
  onBrokenLinks: 'throw',
  i18n: { defaultLocale: 'en', locales: ['en', 'de'] },
  future: { v4: true, faster: true },
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/', sidebarPath: './sidebars.js' },
        blog: { showReadingTime: false },
        theme: { customCss: './src/css/custom.css' },
      },
    ],
    ['docusaurus-openapi-reference/preset', { apis: [{ id: 'tea', document: 'openapi.yaml' }] }],
  ],
  themes: ['docusaurus-openapi-reference/search'],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: 'Tea shop',
      logo: { alt: '', src: 'img/leaf.svg', srcDark: 'img/leaf-dark.svg' },
      items: [
        { type: 'docSidebar', sidebarId: 'docs', label: 'Docs', position: 'left' },
        { to: '/blog', label: 'Blog', position: 'left' },
        { type: 'localeDropdown', position: 'right' },
      ],
    },
  },
};

export default withFastPages(config);
