import path from 'node:path';
import type { DocusaurusConfig } from '@docusaurus/types';
import { expect, it } from 'vitest';
import { changesMarkdown, docsInstances } from '../../../src/site/docs-instances.ts';

const DEFAULT = { id: 'default', path: 'docs', routeBasePath: 'docs' };
const API = { id: 'api', path: 'content/api', routeBasePath: '/' };

it.each<[string, Partial<DocusaurusConfig>, object[]]>([
  ['none', {}, []],
  ['the one of the classic preset', { presets: ['classic'] }, [DEFAULT]],
  ['without its options', { presets: [['@docusaurus/preset-classic', {}]] }, [DEFAULT]],
  [
    'with some',
    { presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: './sidebars.ts' } }]] },
    [{ ...DEFAULT, routeBasePath: '/' }],
  ],
  ['switched off', { presets: [['classic', { docs: false }]] }, []],
  [
    'the one of another preset',
    { presets: [['./mine.js', { docs: { path: 'd' } }]] },
    [{ ...DEFAULT, path: 'd' }],
  ],
  ['another preset', { presets: [['./mine.js', { blog: {} }]] }, []],
  ['a plugin', { plugins: ['@docusaurus/plugin-content-docs'] }, [DEFAULT]],
  ['by its short name', { plugins: [['content-docs', { ...API, path: './content/api/' }]] }, [API]],
  [
    'by its path',
    { plugins: [['/site/node_modules/@docusaurus/plugin-content-docs/lib/index.js', {}]] },
    [DEFAULT],
  ],
  [
    'by a path of Windows',
    { plugins: [['C:\\site\\node_modules\\@docusaurus\\plugin-content-docs', {}]] },
    [DEFAULT],
  ],
  [
    'several',
    {
      presets: [['classic', { docs: {} }]],
      plugins: [
        false,
        null,
        () => ({ name: 'mine' }),
        '@docusaurus/plugin-content-pages',
        ['@docusaurus/plugin-content-docs', { ...API, path: path.resolve('/site/content/api') }],
      ],
    },
    [DEFAULT, API],
  ],
] as never)('docs plugins: %s', (_name, config, expected) => {
  expect(docsInstances(config as DocusaurusConfig, '/site')).toEqual(expected);
});

it.each<[string, Partial<DocusaurusConfig>, boolean]>([
  ['nothing', { presets: ['classic'] }, false],
  ['no plugin', { presets: [['classic', { docs: { remarkPlugins: [] } }]] }, false],
  ['a plugin', { presets: [['classic', { docs: { rehypePlugins: [() => {}] } }]] }, true],
  ['one of a second instance', { plugins: [['content-docs', { recmaPlugins: ['x'] }]] }, true],
  ['one of the blog', { presets: [['classic', { blog: { remarkPlugins: ['x'] } }]] }, false],
  [
    'a preprocessor',
    { markdown: { preprocessor: () => '' } as unknown as DocusaurusConfig['markdown'] },
    true,
  ],
])('a configuration with %s for Markdown', (_, config, expected) => {
  const markdown = {} as DocusaurusConfig['markdown'];
  expect(changesMarkdown({ plugins: [], presets: [], markdown, ...config })).toBe(expected);
});
