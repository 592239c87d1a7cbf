import fs from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const COMPONENT = /\.[jt]sx?$/;
const STYLES = /\.(?:css|s[ac]ss|less|styl)$/;

/**
 * Style sheets of components with which a site replaces or wraps those of a theme folder. Only the server renders them,
 * so that no script would import their styles.
 *
 * @param folder The theme's folder.
 * @returns absolute paths; none if the site's components are not valid, which the bundler reports.
 */
export async function siteStyles(siteDir: string, folder: string): Promise<string[]> {
  const own = path.join(siteDir, 'src', 'theme');
  const ours = new Set(componentsIn(folder).map(nameOf));
  const replaced = componentsIn(own).filter((file) => ours.has(nameOf(file)));
  if (replaced.length === 0) return [];
  const found = new Set<string>();
  const options: BuildOptions = {
    entryPoints: replaced.map((file) => path.join(own, file)),
    bundle: true,
    write: false,
    outdir: siteDir,
    jsx: 'preserve',
    loader: { '.js': 'jsx' },
    logLevel: 'silent',
    plugins: [
      {
        name: 'styles',
        setup: ({ onResolve, resolve }) => {
          onResolve({ filter: /.*/ }, async ({ kind, path: name, resolveDir, pluginData }) => {
            if (kind === 'entry-point' || pluginData === 'site') return undefined;
            const inSite = name.startsWith('@site/')
              ? `./${name.slice('@site/'.length)}`
              : undefined;
            const target = inSite ?? name;
            const from = inSite ? siteDir : resolveDir;
            if (!target.startsWith('.')) return { external: true };
            if (STYLES.test(target)) found.add(path.resolve(from, target));
            if (path.extname(target) !== '' && !COMPONENT.test(target)) return { external: true };
            return resolve(target, { kind, resolveDir: from, pluginData: 'site' });
          });
        },
      },
    ],
  };
  await build(options).catch(() => undefined);
  return [...found].sort();
}

/** The components of a theme folder, relative to it. */
function componentsIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => COMPONENT.test(file));
}

/** What `@theme/` is followed by. */
function nameOf(file: string): string {
  return file
    .replaceAll(path.sep, '/')
    .replace(COMPONENT, '')
    .replace(/\/index$/, '');
}
