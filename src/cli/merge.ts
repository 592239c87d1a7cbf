import fs from 'node:fs';
import path from 'node:path';
import { drawnFile, drawnFiles } from '../address/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import { own } from '../json/guards.ts';
import { colorsFor } from '../problems/colors.ts';
import { pageCount } from '../site/page-count.ts';
import { artifactTitle, type ShardManifest } from '../site/shards/artifact.ts';
import { TIMES_FILE } from '../site/shards/artifact-writer.ts';
import { clearNotes, notesEnv, readNotes } from '../site/shards/notes.ts';
import { PackReader } from '../site/shards/pack.ts';
import { partState } from '../site/shards/part-state.ts';
import { checkStates, type Parts, readParts } from '../site/shards/read-parts.ts';
import { callersFolder } from './apis.ts';
import { type BuildOptions, runBuild } from './build.ts';
import { artifactsFolder, checkParts, takeBundles } from './parts.ts';

const pc = colorsFor(process.stderr);

/**
 * `merge`: builds the site with pages that shards have rendered. All that is joined, such as the search index, and what
 * no shard has, is made here, as by `build`.
 *
 * @param named Folders of artifacts, or that contain them.
 * @param base Folder of the site, or the caller's, if the site is a temporary one.
 */
export async function runMerge(
  root: string,
  named: readonly string[],
  options: BuildOptions,
  base: string,
): Promise<number> {
  const folders =
    named.length === 0
      ? [artifactsFolder(base)]
      : named.map((folder) => path.resolve(callersFolder(), folder));
  let parts: Parts = { shards: [] };
  return runBuild(root, options, {
    env: notesEnv(root),
    async before() {
      checkParts(root, base);
      parts = await readParts(folders);
    },
    async generated(state) {
      checkStates(parts, await partState(root, options.locale ?? []));
      clearNotes(root);
      for (const shard of parts.shards) takePages(root, shard.folder, shard.manifest);
      return parts.bundles ? takeBundles(root, parts.bundles, state) : state;
    },
    built(languages) {
      report(root, parts, languages);
    },
    ended() {
      clearNotes(root);
    },
  });
}

/** Puts the pages of a shard where static rendering looks for them. */
function takePages(root: string, folder: string, { pages }: ShardManifest): void {
  for (const [language, { pack, pages: ranges }] of Object.entries(pages)) {
    const { pages: drawn } = drawnFiles(path.join(root, LAYOUT.drawn), language);
    const reader = new PackReader(path.join(folder, pack));
    for (const [key, ...range] of Object.values(ranges)) {
      const file = path.join(drawn, drawnFile(key));
      const content = reader.read(range);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(`${file}.taken`, content);
      fs.renameSync(`${file}.taken`, file);
    }
    reader.close();
  }
}

/** Pages that are named in a warning at most. */
const NAMED = 3;

/** Says where the pages have come from, and warns if shards have rendered pages for nothing. */
function report(root: string, { shards }: Parts, languages: readonly string[]): void {
  let taken = 0;
  let known = 0;
  const again: string[] = [];
  const absent: string[] = [];
  for (const language of languages) {
    const given = new Map<string, { readonly title: string; readonly key: string }>();
    for (const { manifest } of shards)
      for (const [page, [key]] of Object.entries(manifest.pages[language]?.pages ?? {}))
        given.set(page, { title: artifactTitle(manifest), key });
    for (const { path: page, key, isKept } of readNotes(root, language).pages) {
      const one = given.get(page);
      if (isKept && one?.key === key) taken += 1;
      else if (isKept) known += 1;
      else if (one) again.push(`${page} of ${one.title}`);
      else absent.push(page);
    }
  }
  const drawn = again.length + absent.length;
  const count = shards.length === 1 ? 'one shard' : `${shards.length} shards`;
  console.error(
    `${pageCount(taken)} from ${count}, ${pageCount(drawn)} rendered here${known > 0 ? `, ${pageCount(known)} from earlier builds here` : ''}; and all other pages.`,
  );
  if (taken + again.length === 0)
    console.error(
      pc.yellow(
        'Warning: the shards have no pages of the reference, and all were rendered here: a plugin of the site may change how Markdown is compiled.',
      ),
    );
  warn(again, 'were rendered again: their code, configuration, texts or environment differ here');
  warn(absent, 'are in no shard');
  const times = shards.flatMap(({ folder, manifest }) => timeOf(folder, artifactTitle(manifest)));
  const [first] = times.sort((a, b) => b.seconds - a.seconds);
  const last = times.at(-1);
  if (first && last && first !== last)
    console.error(
      `The shards took ${last.seconds} to ${first.seconds} s, ${first.title} the longest.`,
    );
}

function warn(pages: readonly string[], what: string): void {
  if (pages.length === 0) return;
  const more = pages.length > NAMED ? `, ${(pages.length - NAMED).toLocaleString('en')} more` : '';
  console.error(
    pc.yellow(
      `Warning: ${pageCount(pages.length)} ${what}: ${pages.slice(0, NAMED).join(', ')}${more}.`,
    ),
  );
}

/** How long a shard took; nothing if its artifact does not say so. */
function timeOf(folder: string, title: string): { title: string; seconds: number }[] {
  try {
    const seconds = own(
      JSON.parse(fs.readFileSync(path.join(folder, TIMES_FILE), 'utf8')),
      'seconds',
    );
    return typeof seconds === 'number' ? [{ title, seconds }] : [];
  } catch {
    return [];
  }
}
