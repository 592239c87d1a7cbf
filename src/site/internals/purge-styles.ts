import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PurgeCSS } from 'purgecss';
import { defaultSchema } from 'rehype-sanitize';
import type { Compiler } from 'webpack';
import { ownFile } from '../../own-files.ts';
import { warnOnce } from './level.ts';

const NAME = 'PurgeStyles';

/**
 * Removes styles that no page can use: most of Infima, which Docusaurus includes completely.
 *
 * A class is kept if its name occurs as a word in the app's scripts, in our sources, in a guide, or in the
 * components that only the server renders. So a class name must be written out somewhere; one that is
 * composed at run time (`'col--' + width`) is not found.
 *
 * Works on the bundler's output and not on single files, so that no bundler cache can contain a style sheet
 * that is outdated by a changed guide.
 */
export class PurgeStyles {
  constructor(readonly siteDir: string) {}

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // Before minification and content hashes.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE;
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async (assets) => {
        const text = (name: string): string => String(assets[name]?.source() ?? '');
        const names = Object.keys(assets);
        const scripts = names.filter((name) => name.endsWith('.js')).map(text);
        const sheets = names.filter((name) => name.endsWith('.css'));
        try {
          const purged = await Promise.all(
            sheets.map((name) => purge(text(name), scripts, this.siteDir)),
          );
          checkPurged(sheets.map(text).join(), purged.join());
          sheets.forEach((name, at) => {
            compilation.updateAsset(name, new sources.RawSource(purged[at] ?? ''));
          });
        } catch (error) {
          warnOnce(PIECE, error);
        }
      });
    });
  }
}

const PIECE = { name: 'purge-styles', loss: 'The style sheet has all of Infima.' };

/**
 * Compares the classes of our CSS modules before and after: if the bundler named them in another way, they would
 * look unused.
 *
 * @throws Error if a tenth of them were removed, or if none is known.
 */
export function checkPurged(before: string, after: string): void {
  const modules = textsIn(ownFile('.'), () => false, /\.module\.css$/);
  const names = modules.flatMap((css) => css.match(/\.[a-z]\w*(?=[^{}]*\{)/gi) ?? []);
  const known = [...new Set(names)].filter((name) => before.includes(`${name}_`));
  const gone = known.filter((name) => !after.includes(`${name}_`));
  if (gone.length * 10 >= known.length)
    throw new Error(`${gone.length} of ${known.length} classes of CSS modules would be removed`);
}

/** Files whose words may be class names, besides our own: a folder of the site, and exclusions. */
const SOURCES: readonly (readonly [folder: string, without?: string])[] = [
  ['src'],
  ['i18n'],
  // Pages of the reference are generated, and only name components.
  ['docs', 'reference'],
];
const CONFIGURATION = ['docusaurus.config.ts', 'sidebars.ts'];
const WORDS = /\.(?:[jt]sx?|mdx?|json)$/;

/**
 * Parts of the classic theme that no site of ours uses. The server may render everything else without the
 * browser.
 */
const UNUSED = /^(?:Blog|SearchPage|SearchBar|DocCard|DocCategory|DocTag|Debug)/;

function contentOf(siteDir: string): string[] {
  const site = createRequire(path.join(siteDir, 'package.json'));
  const classic = path.dirname(site.resolve('@docusaurus/theme-classic/package.json'));
  const theme = textsIn(path.join(classic, 'lib', 'theme'), (name) => UNUSED.test(name));
  if (theme.length === 0) throw new Error('@docusaurus/theme-classic has no lib/theme anymore');
  // In a clone, our own folder is one of the site's.
  const folders = new Map([
    [ownFile('.'), undefined],
    ...SOURCES.map(([folder, without]) => [path.join(siteDir, folder), without] as const),
  ]);
  return [
    ...[...folders].flatMap(([folder, without]) => textsIn(folder, (name) => name === without)),
    ...CONFIGURATION.map((file) => path.join(siteDir, file))
      .filter((file) => fs.existsSync(file))
      .map((file) => fs.readFileSync(file, 'utf8')),
    ...theme,
  ];
}

function textsIn(folder: string, isLeftOut: (name: string) => boolean, wanted = WORDS): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (isLeftOut(entry.name)) return [];
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return textsIn(full, () => false, wanted);
    return wanted.test(entry.name) ? [fs.readFileSync(full, 'utf8')] : [];
  });
}

/**
 * A style sheet without unused rules and variables.
 *
 * @param scripts Code of the browser's bundle.
 */
export async function purge(
  css: string,
  scripts: readonly string[],
  siteDir: string,
): Promise<string> {
  const content = [...scripts, ...contentOf(siteDir)].map((raw) => ({ raw, extension: 'js' }));
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content,
    defaultExtractor: (text) => text.match(/[A-Za-z_][\w-]*/g) ?? [],
    variables: true,
    keyframes: true,
    safelist: {
      // Descriptions in a document are Markdown, and contain elements that no component names.
      // Pseudo-classes are kept without a name: alone, as `:focus-visible`, or in `:is()`, they would be
      // removed.
      standard: [...(defaultSchema.tagNames ?? []), 'html', 'body', /^data-/, /^aria-/, /^:/],
      // Class names of CSS modules, including those of server-only components; not Infima's `card__body`.
      greedy: [/(?<!_)_[\w+/-]{4}$/],
      // Attributes of icons and code in guides also name variables.
      variables: [/^--ref-/, ...content.flatMap(({ raw }) => raw.match(/--[a-z][\w-]*/g) ?? [])],
    },
  });
  return result?.css ?? css;
}
