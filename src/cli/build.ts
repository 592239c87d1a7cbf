import fs from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import type { DocumentOptions } from './apis.ts';
import { exitOf, startDocusaurus } from './docusaurus.ts';
import { EXIT } from './exit.ts';
import { generateWithReport } from './generate.ts';
import { Progress } from './progress.ts';

export interface BuildOptions extends DocumentOptions {
  readonly outDir: string;
}

/** `build`: generates the pages and renders the site. The folder of the last good site stays on errors. */
export async function runBuild(root: string, options: BuildOptions): Promise<number> {
  const progress = new Progress();
  const { code, result } = await generateWithReport(root, options);
  if (code !== EXIT.ok || !result?.manifest) return code;
  const outDir = path.resolve(process.env.INIT_CWD ?? process.cwd(), options.outDir);
  const folders = result.manifest.apis.map((api) => path.join(outDir, 'reference', api.id));
  const expected = result.manifest.apis
    .flatMap((api) => Object.values(api.pages))
    .reduce((a, b) => a + b, 0);
  const child = startDocusaurus(root, ['build', '--out-dir', outDir]);
  const stop = reportPages(folders, expected);
  const exit = await exitOf(child);
  stop();
  if (exit !== 0) {
    console.error(`\n${pc.red('The site was not built.')} Docusaurus says why above.`);
    return EXIT.problems;
  }
  const missing =
    expected - (await Promise.all(folders.map(countPages))).reduce((a, b) => a + b, 0);
  if (missing > 0) {
    console.error(
      `\n${pc.red(`${missing} reference pages are missing`)} from ${outDir}, though Docusaurus reported no error.`,
    );
    return EXIT.fault;
  }
  const shown = path.relative(process.cwd(), outDir) || '.';
  console.error(
    `\n${pc.green('Done')} in ${progress.total()}: ${expected.toLocaleString('en')} reference pages in ${pc.bold(`${shown}/`)}`,
  );
  const serve = options.outDir === 'build' ? 'npm run serve' : `npm run serve -- --dir ${shown}`;
  console.error(`Look at it with ${pc.bold(serve)}, or copy the folder to any static host.`);
  return EXIT.ok;
}

/** Docusaurus renders pages without a word; says every few seconds how many there are. */
function reportPages(folders: readonly string[], expected: number): () => void {
  let last = 0;
  const timer = setInterval(async () => {
    const counts = await Promise.all(folders.map(countPages));
    const pages = counts.reduce((a, b) => a + b, 0);
    if (pages > last && pages < expected)
      console.error(
        `  rendered ${pages.toLocaleString('en')} of ${expected.toLocaleString('en')} pages`,
      );
    last = pages;
  }, 3000);
  return () => clearInterval(timer);
}

/** A page is a folder with an `index.html`; slices stand beside them as files. */
async function countPages(folder: string): Promise<number> {
  const entries = await fs
    .readdir(folder, { withFileTypes: true, recursive: true })
    .catch(() => []);
  return entries.filter((entry) => entry.name === 'index.html').length;
}
