import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { LAYOUT } from '../generate/layout.ts';
import { ownFile } from '../own-files.ts';
import { languagesFor } from '../search/languages.ts';
import { SEARCH_WORDS } from '../search/words.ts';
import type { TranslateConfig } from './languages.ts';

/** Below a folder of static files. */
export const SCRIPTS_FOLDER = 'assets/reference';

/** Paths of scripts below the base URL, which change with the scripts. */
export interface Scripts {
  /** The one on every page. */
  readonly page: string;
  /** That of sidebars, which is loaded before those of the app. */
  readonly menu: string;
  /** What the one on every page loads when the reader scrolls or opens a menu. */
  readonly later: string;
  /** The search, which that one loads; absent where the site has another one. */
  readonly search?: string;
  /** The source files of the scripts. */
  readonly sources: readonly string[];
}

/**
 * Bundles the scripts that are not part of the app, and puts them where Docusaurus finds static files.
 *
 * @param say Translates the texts of the search into the language of the site; absent without our search.
 * @param locale The language of the site.
 */
export function writeScripts(
  siteDir: string,
  say: TranslateConfig | undefined,
  locale: string,
): Scripts {
  const folder = path.join(siteDir, LAYOUT.script, SCRIPTS_FOLDER);
  // Removes earlier versions, which each build would otherwise publish.
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const write = (name: string, code: string): string => {
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
    fs.writeFileSync(path.join(folder, `${name}.${hash}.js`), code);
    return `${SCRIPTS_FOLDER}/${name}.${hash}.js`;
  };
  const sources: string[] = [];
  const bundle = (file: string, options: BuildOptions = {}): string => {
    const { code, inputs } = bundled(file, options);
    sources.push(...inputs);
    return code;
  };
  const page = write(
    'page',
    bundle(ownFile('client/page/page-script.ts'), {
      format: 'iife',
      target: 'es2020',
      define: { HAS_SEARCH: String(say !== undefined) },
    }),
  );
  const menu = write('menu', bundle(ownFile('client/menu/main.ts'), { format: 'iife' }));
  const later = write('later', bundle(ownFile('client/page/later.ts'), { format: 'esm' }));
  if (!say) return { page, menu, later, sources };
  const texts = write('texts', bundle(ownFile('client/search/texts.ts'), { format: 'esm' }));
  const guess = write('guess', bundle(ownFile('client/search/guess.ts'), { format: 'esm' }));
  const words = Object.entries(SEARCH_WORDS).map(([name, word]) => [name, say(word)]);
  return {
    page,
    menu,
    later,
    search: write(
      'search',
      bundle(ownFile('client/search/main.ts'), {
        format: 'esm',
        define: {
          SEARCH_LANGUAGES: JSON.stringify(languagesFor(locale)),
          SEARCH_TEXTS: JSON.stringify(texts),
          SEARCH_GUESS: JSON.stringify(guess),
          SEARCH_SAYS: JSON.stringify(Object.fromEntries(words)),
          SEARCH_STYLES: JSON.stringify(bundle(ownFile('client/search/styles.css'))),
        },
      }),
    ),
    sources,
  };
}

/** The code of these scripts. */
export function scriptsIn(siteDir: string): string[] {
  const folder = path.join(siteDir, LAYOUT.script, SCRIPTS_FOLDER);
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.js'));
  return files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}

function bundled(file: string, options: BuildOptions): { code: string; inputs: string[] } {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    ...options,
  });
  // esbuild names them relative to the working folder.
  const inputs = Object.keys(metafile?.inputs ?? {}).map((input) => path.resolve(input));
  return { code: outputFiles?.[0]?.text ?? '', inputs };
}
