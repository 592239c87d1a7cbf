import type { Config } from '@docusaurus/types';

/** The document to build from; the benchmark sets it. */
const document = process.env.BENCH_DOCUMENT ?? 'openapi.yaml';

/** As the README and the demo of the upstream plugin set it up; the switches for speed are ours. */
const config: Config = {
  title: 'API reference',
  tagline: 'Stock plugin and theme',
  url: 'https://docs.example.com',
  baseUrl: '/',
  trailingSlash: true,
  favicon: 'img/favicon.svg',
  onBrokenLinks: 'warn',
  onBrokenAnchors: 'warn',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  future: { v4: true, faster: true },
  presets: [
    [
      'classic',
      {
        docs: { sidebarPath: './sidebars.ts', docItemComponent: '@theme/ApiItem' },
        blog: false,
      },
    ],
  ],
  plugins: [
    [
      'docusaurus-plugin-openapi-docs',
      {
        id: 'openapi',
        docsPluginId: 'classic',
        config: {
          api: {
            specPath: document,
            outputDir: 'docs/api',
            sidebarOptions: { groupPathsBy: 'tag', categoryLinkSource: 'tag' },
          },
        },
      },
    ],
  ],
  themes: ['docusaurus-theme-openapi-docs'],
  themeConfig: {
    navbar: {
      title: 'API reference',
      items: [{ type: 'docSidebar', sidebarId: 'api', label: 'Reference', position: 'left' }],
    },
    prism: {
      additionalLanguages: ['ruby', 'csharp', 'php', 'java', 'powershell', 'json', 'bash'],
    },
    languageTabs: [
      { highlight: 'python', language: 'python', logoClass: 'python' },
      { highlight: 'bash', language: 'curl', logoClass: 'bash' },
      { highlight: 'csharp', language: 'csharp', logoClass: 'csharp' },
      { highlight: 'go', language: 'go', logoClass: 'go' },
      { highlight: 'javascript', language: 'nodejs', logoClass: 'nodejs' },
      { highlight: 'ruby', language: 'ruby', logoClass: 'ruby' },
      { highlight: 'php', language: 'php', logoClass: 'php' },
      { highlight: 'java', language: 'java', logoClass: 'java', variant: 'unirest' },
      { highlight: 'powershell', language: 'powershell', logoClass: 'powershell' },
    ],
  },
};

export default config;
