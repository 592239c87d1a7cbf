import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import type { PolicyOptions } from '../generate/config.ts';
import { LAYOUT } from '../generate/layout.ts';
import { forkOwn, ownFile } from '../own-files.ts';
import { writeFolderPages } from './folder-pages.ts';
import { SEARCH_STEP } from './internals/build-steps.ts';
import { checkTemplate } from './internals/page-template.ts';
import { builtLanguage } from './languages.ts';
import { checkPages } from './page-count.ts';
import { writePolicy } from './policy-files.ts';
import type { SearchJob } from './search-index.ts';
import { writeSocialImages } from './social-image.ts';

/** Folder of the page that authorization servers redirect to. */
export const LOGIN_PAGE = ownFile('site/login');

/**
 * Writes what a site has besides its pages, for the language that was built: the page for logins, the
 * Content-Security-Policy, social images, the search index, and pages that redirect from folders.
 *
 * @param outDir Folder of the language.
 * @throws Error if pages are missing, or have a script that they must not have.
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
  fs.cpSync(LOGIN_PAGE, outDir, { recursive: true });
  writePolicy(context, outDir, policy);
  await writeSocialImages(context, outDir);
  console.log(SEARCH_STEP);
  const language = builtLanguage(context, outDir);
  await searchApart({ siteDir, language });
  writeFolderPages(language);
}

/**
 * Builds the index in a child process: Docusaurus loads its configuration as CommonJS, which cannot import
 * pagefind, and still holds the memory of the rendering.
 */
async function searchApart(job: SearchJob): Promise<void> {
  const child = forkOwn('site/search-process.ts');
  child.send(job);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The search index was not built.');
}
