import path from 'node:path';
import type { Lock } from '../generate/lock.ts';
import { colorsFor } from '../problems/colors.ts';
import { keptFiles } from '../site/internals/kept-bundles.ts';
import type { SiteLanguage } from '../site/languages.ts';
import { ArtifactError, FORMAT, type PackedBundles } from '../site/shards/artifact.ts';
import type { ArtifactWriter } from '../site/shards/artifact-writer.ts';
import { partState } from '../site/shards/part-state.ts';
import { siteState } from '../site/site-state.ts';
import { buildLanguages } from './build-languages.ts';
import { EXIT } from './exit.ts';
import { generateForBuild } from './generate.ts';
import { artifactFolder, type PartOptions, runPart, UNKNOWN, writeArtifact } from './parts.ts';
import { Progress } from './progress.ts';

const pc = colorsFor(process.stderr);

/**
 * `bundle`: generates the pages, bundles the site in each language, and writes the bundles into the folder of an
 * artifact, for `build --shard` and `merge` on other machines.
 *
 * @param base Folder of the site, or the caller's, if the site is a temporary one.
 */
export async function runBundle(root: string, options: PartOptions, base: string): Promise<number> {
  const folder = artifactFolder(base, options.outDir, 'bundles');
  return runPart('bundle', { root, base, folder }, (lock) =>
    bundleAlone(root, options, folder, lock),
  );
}

async function bundleAlone(
  root: string,
  options: PartOptions,
  folder: string,
  lock: Lock,
): Promise<number> {
  const progress = new Progress();
  const code = await generateForBuild(root, options, lock);
  if (code !== EXIT.ok) return code;
  const { locale = [] } = options;
  const here = await partState(root, locale);
  const state = await siteState(root, locale);
  return writeArtifact(folder, {
    progress,
    failure: 'The site was not bundled.',
    build: (site) =>
      buildLanguages({
        root,
        site,
        progress,
        state: state ?? { bundled: UNKNOWN },
        // Those of an earlier "bundle", or of an artifact, may have been made in another state that was not known.
        force: state === undefined,
        locale: options.locale,
        isBundleOnly: true,
      }),
    write(writer, languages) {
      const bundles = packBundles(root, languages, writer);
      progress.done();
      writer.finish(
        { format: FORMAT, kind: 'bundles', state: here, languages, bundles },
        { steps: progress.times },
      );
      report(folder, languages, progress);
    },
  });
}

function packBundles(
  root: string,
  languages: readonly SiteLanguage[],
  writer: ArtifactWriter,
): Record<string, PackedBundles> {
  const bundles: Record<string, PackedBundles> = {};
  for (const { code } of languages) {
    const pack = `bundle.${code}.pack`;
    const ranges = writer.pack(pack, keptFiles(root, code));
    if (ranges.size === 0)
      throw new ArtifactError(
        'The bundles cannot be used again: see the warning above. Leave out "bundle": shards bundle by themselves.',
      );
    bundles[code] = { pack, files: Object.fromEntries(ranges) };
  }
  return bundles;
}

function report(folder: string, languages: readonly SiteLanguage[], progress: Progress): void {
  const shown = path.relative(process.cwd(), folder) || '.';
  const count = languages.length === 1 ? 'one language' : `${languages.length} languages`;
  console.error(
    `\n${pc.green('Done')} in ${progress.total()}: bundles in ${count}, in ${pc.bold(`${shown}/`)}`,
  );
}
