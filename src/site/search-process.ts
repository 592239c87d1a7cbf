import { type SearchJob, writeSearch } from './search-index.ts';

/** Writes the search of a language, as a process of its own: see `post-build.ts`. It ends with its parent. */
process.on('disconnect', () => process.exit());
process.once('message', async ({ siteDir, language }: SearchJob) => {
  await writeSearch(siteDir, language);
  process.disconnect();
});
