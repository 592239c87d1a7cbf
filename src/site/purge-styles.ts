import path from 'node:path';
import { PurgeCSS } from 'purgecss';
import { defaultSchema } from 'rehype-sanitize';
import type { Compiler } from 'webpack';

const NAME = 'PurgeStyles';

/**
 * Takes out of the style sheet what no page can use: most of Infima, which Docusaurus brings whole.
 *
 * A class stays where its name stands as a word in the app's scripts, in our sources, in a guide, or
 * in the components that only the server draws. So a class name must be written out somewhere;
 * one that is put together at run time (`'col--' + width`) is not found.
 *
 * At the level of the bundler's output and not of single files, so that no cache of the bundler can
 * hold a style sheet that a changed guide has outgrown.
 */
export class PurgeStyles {
  constructor(readonly siteDir: string) {}

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // Before minification, and before names with hashes of the content are given.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE;
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async (assets) => {
        const text = (name: string): string => String(assets[name]?.source() ?? '');
        const names = Object.keys(assets);
        const scripts = names.filter((name) => name.endsWith('.js')).map(text);
        for (const name of names.filter((name) => name.endsWith('.css'))) {
          const css = await purge(text(name), scripts, this.siteDir);
          compilation.updateAsset(name, new sources.RawSource(css));
        }
      });
    });
  }
}

/** Files whose words may be class names. */
const CONTENT = [
  '{docusaurus.config,sidebars}.ts',
  'src/**/*.{ts,tsx}',
  // Pages of the reference are generated, and name components only.
  'docs/!(reference)/**/*.{md,mdx}',
  'docs/*.{md,mdx}',
];

/** The classic theme: a site may leave to the server what the browser's scripts lack. */
const THEME = '!(Blog*|SearchPage|SearchBar|DocCard*|DocCategory*|DocTag*|Debug*)/**/*.js';

/**
 * A style sheet without the rules and variables that nothing uses.
 *
 * @param scripts Code of the browser's bundle.
 */
export async function purge(
  css: string,
  scripts: readonly string[],
  siteDir: string,
): Promise<string> {
  const theme = path.join(siteDir, 'node_modules/@docusaurus/theme-classic/lib/theme');
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: [
      ...scripts.map((raw) => ({ raw, extension: 'js' })),
      ...CONTENT.map((glob) => path.posix.join(siteDir, glob)),
      path.posix.join(theme, THEME),
    ],
    defaultExtractor: (content) => content.match(/[A-Za-z_][\w-]*/g) ?? [],
    variables: true,
    keyframes: true,
    safelist: {
      // Descriptions of a document are Markdown, and bring elements that no component names.
      standard: [...(defaultSchema.tagNames ?? []), 'html', 'body', /^data-/],
      // Class names of CSS modules, those of the server's components too.
      greedy: [/_[\w+/-]{4}$/],
      // Attributes of icons and code in guides name variables too.
      variables: [/^--ref-/, ...scripts.flatMap((script) => script.match(/--[a-z][\w-]*/g) ?? [])],
    },
  });
  return result?.css ?? css;
}
