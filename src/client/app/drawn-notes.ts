import fs from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import type { DrawnNote } from './drawn-pages.ts';

/**
 * In static rendering: writes down which pages were rendered or taken from files, for `build --shard` and `merge`.
 *
 * @param folder Of a language: each thread of each process has a file with one line of JSON for each page.
 * @param site The key of the site, see `siteKey`.
 */
export function notesIn(folder: string, site: string): (note: DrawnNote) => void {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'key.txt'), site);
  const file = path.join(folder, `${process.pid}.${threadId}.jsonl`);
  return (note) => fs.appendFileSync(file, `${JSON.stringify(note)}\n`);
}
