import type * as Preset from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import type * as OpenApiPlugin from 'docusaurus-openapi-reference';

const config: Config = {
  title: 'Library',
  url: 'https://library.example.com',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  future: { v4: true, faster: true },
  presets: [
    [
      'classic',
      {
        docs: { sidebarPath: './sidebars.ts', docItemComponent: '@theme/ApiItem' },
        blog: false,
      } satisfies Preset.Options,
    ],
  ],
  plugins: [
    [
      'docusaurus-openapi-reference',
      {
        id: 'api',
        docsPluginId: 'classic',
        config: {
          library: {
            specPath: 'openapi/library.yaml',
            outputDir: 'docs/library',
            sidebarOptions: { groupPathsBy: 'tag', categoryLinkSource: 'tag' },
            showSchemas: true,
            version: '2.0',
            label: 'v2.0',
            baseUrl: '/docs/library/library',
            versions: {
              '1.0': {
                specPath: 'openapi/library-1.yaml',
                outputDir: 'docs/library/1.0',
                label: 'v1.0',
                baseUrl: '/docs/library/1.0/library',
              },
            },
          } satisfies OpenApiPlugin.Options,
        },
      },
    ],
  ],
  themes: ['docusaurus-openapi-reference/theme'],
  themeConfig: {
    navbar: {
      title: 'Library',
      items: [{ type: 'docSidebar', sidebarId: 'library', label: 'API', position: 'left' }],
    },
    languageTabs: [{ language: 'curl' }, { language: 'python' }],
  } satisfies Preset.ThemeConfig & Record<string, unknown>,
};

export default config;
