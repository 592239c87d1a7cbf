import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadContext } from '@docusaurus/types';
import type { PolicyOptions } from '../generate/config.ts';
import { LAYOUT } from '../generate/layout.ts';
import { writeFolderPages } from './folder-pages.ts';
import { SEARCH_STEP } from './internals/build-steps.ts';
import { checkTemplate } from './internals/page-template.ts';
import { builtLanguage } from './languages.ts';
import { checkPages } from './page-count.ts';
import { writePolicy } from './policy-files.ts';
import type { SearchJob } from './search-index.ts';
import { writeSocialImages } from './social-image.ts';

/** The page that authorization servers send a reader back to, from the site's folder. */
export const LOGIN_PAGE = 'src/site/login';

/**
 * What a site has beside its pages, in the language that was built: pictures that they name, the search, and what
 * their host is to say about them.
 *
 * @param outDir Folder of the language.
 * @throws Error where pages are missing, or have a script that they must not have.
 */
export async function postBuild(
  context: LoadContext,
  outDir: string,
  policy: PolicyOptions,
): Promise<void> {
  const { siteDir } = context;
  // All pages have been rendered: the rest may take its time.
  fs.rmSync(path.join(siteDir, LAYOUT.drawing), { recursive: true, force: true });
  await checkPages(siteDir, outDir);
  checkTemplate(outDir);
  fs.cpSync(path.join(siteDir, LOGIN_PAGE), outDir, { recursive: true });
  writePolicy(context, outDir, policy);
  await writeSocialImages(context, outDir);
  console.log(SEARCH_STEP);
  const language = builtLanguage(context, outDir);
  await searchApart({ siteDir, language });
  writeFolderPages(language);
}

/**
 * In a process of its own: Docusaurus loads its configuration as CommonJS, where there is no pagefind, and has the
 * memory of the rendering.
 */
async function searchApart(job: SearchJob): Promise<void> {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const child = fork(path.join(job.siteDir, 'src/site/search-process.ts'), {
    execArgv: ['--import', pathToFileURL(tsx).href],
  });
  child.send(job);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The search index was not built.');
}
