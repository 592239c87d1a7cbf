import fs from 'node:fs';
import path from 'node:path';
import { drawnFile, drawnFiles } from '../address/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import type { Lock } from '../generate/lock.ts';
import { ownCommand } from '../own-command.ts';
import { colorsFor } from '../problems/colors.ts';
import { shardEnv } from '../site/internals/shard-pages.ts';
import { readLanguages, type SiteLanguage } from '../site/languages.ts';
import { pageCount } from '../site/page-count.ts';
import { ArtifactError, FORMAT, type ShardPages } from '../site/shards/artifact.ts';
import type { ArtifactWriter } from '../site/shards/artifact-writer.ts';
import { hasLanguage, type Shard, shardName } from '../site/shards/cut.ts';
import { clearNotes, notesEnv, readNotes } from '../site/shards/notes.ts';
import { partState } from '../site/shards/part-state.ts';
import { siteState } from '../site/site-state.ts';
import { callersFolder } from './apis.ts';
import { buildLanguage, type SiteBuild } from './build-languages.ts';
import { EXIT } from './exit.ts';
import { generateForBuild } from './generate.ts';
import {
  artifactFolder,
  otherBundles,
  type PartOptions,
  type PartPlace,
  readBundles,
  runPart,
  siteLanguages,
  takeBundles,
  writeArtifact,
} from './parts.ts';
import { Progress } from './progress.ts';

const pc = colorsFor(process.stderr);

export interface ShardOptions extends PartOptions {
  readonly shard: Shard;
  /** Folder of the bundles that `bundle` has written. */
  readonly bundle?: string;
  /** Whether to bundle even if there are bundles. */
  readonly force?: boolean;
}

/**
 * `build --shard`: generates the pages, renders those of a shard, and writes them into the folder of an artifact.
 *
 * @param base Folder of the site, or the caller's, if the site is a temporary one.
 */
export async function runShard(root: string, options: ShardOptions, base: string): Promise<number> {
  const place = { root, base, folder: artifactFolder(base, options.outDir, options.shard) };
  return runPart('build', place, (lock) => shardAlone(place, options, lock));
}

async function shardAlone(
  { root, base, folder }: PartPlace,
  options: ShardOptions,
  lock: Lock,
): Promise<number> {
  const { shard, locale = [] } = options;
  const progress = new Progress();
  const start = performance.now();
  const code = await generateForBuild(root, options, lock);
  if (code !== EXIT.ok) return code;
  const generating = { step: 'generating the pages', seconds: secondsSince(start) };
  const here = await partState(root, locale);
  const state = await siteState(root, locale);
  const named = options.bundle && path.resolve(callersFolder(), options.bundle);
  const bundles = await readBundles(
    named ?? artifactFolder(base, undefined, 'bundles'),
    named !== undefined,
  );
  const why = bundles && otherBundles(bundles, here);
  if (why !== undefined) console.error(pc.yellow(why));
  const isGiven = bundles !== undefined && why === undefined && !options.force;
  try {
    return await writeArtifact(folder, {
      progress,
      failure: 'The shard was not rendered.',
      build(site) {
        const build: SiteBuild = {
          root,
          site,
          progress,
          state: isGiven ? takeBundles(root, bundles, state) : state,
          locale: options.locale,
          force: options.force,
          env: { ...shardEnv(shard), ...notesEnv(root) },
          part: `the pages of shard ${shardName(shard)}`,
        };
        return renderLanguages(build, options, isGiven ? bundles.manifest.languages : undefined);
      },
      write(writer, languages) {
        const pages = packPages(root, languages, writer);
        progress.done();
        writer.finish(
          { format: FORMAT, kind: 'shard', shard, state: here, languages, pages },
          { seconds: secondsSince(start), steps: [generating, ...progress.times] },
        );
        report(shard, folder, pages, progress);
      },
    });
  } finally {
    clearNotes(root);
  }
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 10) / 100;
}

/**
 * Renders the pages of a shard in each language in which it may have some.
 *
 * @param given The languages, if another machine has found them out.
 * @returns the languages of the site; undefined if a step failed.
 */
async function renderLanguages(
  build: SiteBuild,
  options: ShardOptions,
  given: readonly SiteLanguage[] | undefined,
): Promise<readonly SiteLanguage[] | undefined> {
  const { root, progress } = build;
  let languages = given ?? (await siteLanguages(root, progress, options));
  while (languages) {
    clearNotes(root);
    for (const [index, language] of languages.entries()) {
      if (!hasLanguage(options.shard, { index, count: languages.length })) continue;
      if (!(await buildLanguage(build, language, index === 0))) return undefined;
    }
    // Those of the last build may have been others: loading the site has written down what they are.
    const now = readLanguages(root);
    if (JSON.stringify(now) === JSON.stringify(languages)) break;
    languages = now;
  }
  return languages;
}

/** Puts the rendered pages into packs, in the order of their paths. */
function packPages(
  root: string,
  languages: readonly SiteLanguage[],
  writer: ArtifactWriter,
): Record<string, ShardPages> {
  const packed: Record<string, ShardPages> = {};
  for (const { code } of languages) {
    const { site, pages } = readNotes(root, code);
    if (pages.length === 0) continue;
    const { pages: folder } = drawnFiles(path.join(root, LAYOUT.drawn), code);
    const read = (key: string): Buffer => {
      const file = path.join(folder, drawnFile(key));
      if (fs.existsSync(file)) return fs.readFileSync(file);
      throw new ArtifactError(
        `${file} could not be written while pages were rendered: is the disk full?`,
      );
    };
    const pack = `pages.${code}.pack`;
    const ranges = writer.pack(
      pack,
      (function* () {
        for (const { path: page, key } of pages) yield [page, read(key)] as const;
      })(),
    );
    packed[code] = {
      site,
      pack,
      pages: Object.fromEntries(
        pages.map(({ path: page, key }) => [page, [key, ...(ranges.get(page) ?? [0, 0])] as const]),
      ),
    };
  }
  return packed;
}

function report(
  shard: Shard,
  folder: string,
  packed: Readonly<Record<string, ShardPages>>,
  progress: Progress,
): void {
  const counts = Object.entries(packed).map(
    ([language, { pages }]) => `${pageCount(Object.keys(pages).length)} (${language})`,
  );
  const shown = path.relative(process.cwd(), folder) || '.';
  console.error(
    `\n${pc.green('Done')} in ${progress.total()}: shard ${shardName(shard)}, ${counts.join(', ') || 'no pages'}, in ${pc.bold(`${shown}/`)}`,
  );
  console.error(`When all shards are there, "${ownCommand('merge')}" joins them.`);
}
