import { type SearchJob, writeSearch } from './search-index.ts';

/** Child process that writes the search index of a language (see `post-build.ts`). It exits with its parent. */
process.on('disconnect', () => process.exit());
process.once('message', async (job: SearchJob) => {
  await writeSearch(job);
  process.disconnect();
});
