import fs from 'node:fs/promises';
import path from 'node:path';
import type { I18n } from '@docusaurus/types';
import { pagePath } from '../address/address.ts';
import { explainWriteError } from '../generate/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { Lock } from '../generate/lock.ts';
import { type SiteLanguage, writeFolderPages } from '../site/folder-pages.ts';
import { readManifest } from '../site/manifest.ts';
import { writeSearch } from '../site/search-index.ts';
import { runAlone } from './alone.ts';
import type { DocumentOptions } from './apis.ts';
import { colorsFor } from './colors.ts';
import { runStep, type Step } from './docusaurus.ts';
import { EXIT } from './exit.ts';
import { generateInChildProcess } from './generate.ts';
import {
  beginSite,
  checkOutDir,
  checkWritable,
  putInPlace,
  removePartial,
  repairOutDir,
} from './out-dir.ts';
import { watchPages } from './page-watch.ts';
import { interruptible, throwIfInterrupted } from './processes.ts';
import { Progress } from './progress.ts';

const pc = colorsFor(process.stderr);

export interface BuildOptions extends DocumentOptions {
  readonly outDir: string;
  /** Languages of the site; by default those of its configuration. */
  readonly locale?: readonly string[];
}

/**
 * `build`: generates the pages and renders the site beside the folder of the last good site, which it finally
 * replaces.
 */
export async function runBuild(root: string, options: BuildOptions): Promise<number> {
  const named = path.resolve(process.env.INIT_CWD ?? process.cwd(), options.outDir);
  // A link stays a link, and leads to the new site.
  const outDir = await fs.realpath(named).catch(() => named);
  const prepare = async (): Promise<void> => {
    await checkOutDir(root, outDir);
    await checkWritable([path.dirname(outDir), outDir]);
  };
  return runAlone(root, 'build', prepare, async (lock) => {
    // In the state that the run this one waited for left it.
    await checkOutDir(root, outDir);
    const repaired = await repairOutDir(outDir);
    if (repaired) console.error(repaired);
    return interruptible(() => buildAlone(root, options, outDir, lock));
  });
}

async function buildAlone(
  root: string,
  options: BuildOptions,
  outDir: string,
  lock: Lock,
): Promise<number> {
  const progress = new Progress();
  const code = await generateInChildProcess(options, lock);
  if (code !== EXIT.ok) return code;
  const { apis } = readManifest(root);
  const expected = apis.flatMap((api) => Object.values(api.pages)).reduce((a, b) => a + b, 0);
  const scratch = await beginSite(outDir);
  const foldersOf = ({ folder }: SiteLanguage): string[] =>
    apis.map((api) => path.join(scratch, folder, pagePath({ api: api.id })));
  const runs = async (step: Step, name: string, language?: SiteLanguage): Promise<boolean> => {
    progress.step(name);
    const stop =
      step === 'render' && language
        ? reportPages(foldersOf(language), expected, progress)
        : () => {};
    const stuck = new AbortController();
    const unwatch = await watchPages(root, (message) => {
      progress.print(`\n${pc.red(message)}`);
      stuck.abort();
    });
    const exit = await runStep(step, root, scratch, (line) => progress.print(line), {
      language: language?.code,
      languages: options.locale,
      signal: stuck.signal,
    }).finally(async () => {
      stop();
      await unwatch();
    });
    if (exit === 0) return true;
    progress.fail();
    console.error(`\n${pc.red('The site was not built.')} See the error above.`);
    return false;
  };
  let languages: SiteLanguage[] = [];
  try {
    if (!(await runs('bundle', 'bundling the site'))) return EXIT.problems;
    languages = await languagesOf(root);
    for (const [index, language] of languages.entries()) {
      const code = index === 0 ? '' : ` (${language.code})`;
      if (index > 0 && !(await runs('bundle', `bundling the site${code}`, language)))
        return EXIT.problems;
      if (!(await runs('render', `rendering ${plural(expected)}${code}`, language)))
        return EXIT.problems;
    }
    const missing = expected * languages.length - (await countPages(languages.flatMap(foldersOf)));
    if (missing > 0) {
      progress.fail();
      console.error(
        `\n${pc.red(`${plural(missing)} missing`)}, though Docusaurus reported no error.`,
      );
      return EXIT.internalError;
    }
    progress.step('building the search index');
    await writeSearch(
      root,
      scratch,
      languages.map(({ folder }) => folder),
    );
    writeFolderPages(scratch, languages);
    progress.done();
    throwIfInterrupted();
    if (!(await lock.isHeld())) {
      console.error(
        `\n${pc.red('The site was not replaced.')} ${LAYOUT.lock} was removed during the build.`,
      );
      return EXIT.problems;
    }
    await putInPlace(outDir);
  } catch (error) {
    progress.fail();
    throw explainWriteError(error);
  } finally {
    await removePartial(outDir);
  }
  const shown = path.relative(process.cwd(), outDir) || '.';
  const several = languages.length > 1 ? `${languages.length} languages in ` : '';
  console.error(
    `\n${pc.green('Done')} in ${progress.total()}: ${plural(expected)} in ${several}${pc.bold(`${shown}/`)}`,
  );
  const serve = options.outDir === 'build' ? 'npm run serve' : `npm run serve -- --dir ${shown}`;
  console.error(`Preview it with ${pc.bold(serve)}, or copy the folder to any static host.`);
  return EXIT.ok;
}

function plural(pages: number): string {
  return `${pages.toLocaleString('en')} reference page${pages === 1 ? '' : 's'}`;
}

/**
 * The languages of the site, default language first, as Docusaurus recorded them when it loaded the site.
 */
async function languagesOf(root: string): Promise<SiteLanguage[]> {
  const text = await fs.readFile(path.join(root, '.docusaurus', 'i18n.json'), 'utf8');
  const { defaultLocale, locales, localeConfigs }: I18n = JSON.parse(text);
  const { baseUrl } = localeConfigs[defaultLocale] ?? { baseUrl: '/' };
  const codes = [defaultLocale, ...locales.filter((code) => code !== defaultLocale)];
  return codes.map((code) => {
    const own = localeConfigs[code]?.baseUrl ?? baseUrl;
    return { code, folder: own.slice(baseUrl.length), baseUrl: own };
  });
}

/** Docusaurus shows no progress while rendering; prints a count every few seconds. */
function reportPages(folders: readonly string[], expected: number, progress: Progress): () => void {
  let last = 0;
  const timer = setInterval(async () => {
    const pages = await countPages(folders);
    if (pages > last && pages < expected)
      progress.print(`    ${pages.toLocaleString('en')} of ${expected.toLocaleString('en')} pages`);
    last = pages;
  }, 3000);
  return () => clearInterval(timer);
}

/**
 * The pages of APIs: a folder with an `index.html` each or, if URLs end without a slash, a file each, with
 * that of the API itself beside its folder. Slices are files beside them.
 */
async function countPages(folders: readonly string[]): Promise<number> {
  const counts = await Promise.all(
    folders.map(async (folder) => {
      const own = await fs.access(`${folder}.html`).then(
        () => 1,
        () => 0,
      );
      const entries = await fs
        .readdir(folder, { withFileTypes: true, recursive: true })
        .catch(() => []);
      return own + entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html')).length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
