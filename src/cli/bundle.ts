import path from 'node:path';
import { explainWriteError } from '../generate/files.ts';
import type { Lock } from '../generate/lock.ts';
import { colorsFor } from '../problems/colors.ts';
import { keptFiles } from '../site/internals/kept-bundles.ts';
import { ArtifactError, FORMAT, type PackedBundles } from '../site/shards/artifact.ts';
import { partState } from '../site/shards/part-state.ts';
import { ArtifactWriter, checkPlace } from '../site/shards/artifact-writer.ts';
import { siteState } from '../site/site-state.ts';
import { buildLanguages } from './build-languages.ts';
import { EXIT } from './exit.ts';
import { generateForBuild } from './generate.ts';
import { beginSite, checkPartial, checkWritable, removePartial } from './out-dir.ts';
import { artifactFolder, checkParts, type PartOptions, UNKNOWN } from './parts.ts';
import { interruptible, throwIfInterrupted } from './processes.ts';
import { Progress } from './progress.ts';
import { runAlone } from './run-alone.ts';

const pc = colorsFor(process.stderr);

/**
 * `bundle`: generates the pages, bundles the site in each language, and writes the bundles into the folder of an
 * artifact, for `build --shard` and `merge` on other machines.
 *
 * @param base Folder of the site, or the caller's, if the site is a temporary one.
 */
export async function runBundle(root: string, options: PartOptions, base: string): Promise<number> {
  const folder = artifactFolder(base, options.outDir, 'bundles');
  const prepare = async (): Promise<void> => {
    checkParts(root, base);
    checkPlace(folder);
    await checkPartial(folder);
    await checkWritable([path.dirname(folder)]);
  };
  return runAlone(root, 'bundle', prepare, (lock) =>
    interruptible(() => bundleAlone(root, options, folder, lock)),
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
  const site = await beginSite(folder);
  try {
    const languages = await buildLanguages({
      root,
      site,
      progress,
      state: state ?? { bundled: UNKNOWN },
      // Those of an earlier "bundle", or of an artifact, may have been made in another state that was not known.
      force: state === undefined,
      locale: options.locale,
      isBundleOnly: true,
    });
    throwIfInterrupted();
    if (!languages) {
      progress.fail();
      console.error(`\n${pc.red('The site was not bundled.')} See the error above.`);
      return EXIT.problems;
    }
    progress.step('writing the artifact');
    const writer = new ArtifactWriter(folder);
    try {
      const bundles: Record<string, PackedBundles> = {};
      for (const { code: language } of languages) {
        const pack = `bundle.${language}.pack`;
        const ranges = writer.pack(pack, keptFiles(root, language));
        if (ranges.size === 0)
          throw new ArtifactError(
            'The bundles cannot be used again: see the warning above. Leave out "bundle": shards bundle by themselves.',
          );
        bundles[language] = { pack, files: Object.fromEntries(ranges) };
      }
      progress.done();
      writer.finish(
        { format: FORMAT, kind: 'bundles', state: here, languages, bundles },
        { steps: progress.times },
      );
    } finally {
      writer.remove();
    }
    const shown = path.relative(process.cwd(), folder) || '.';
    console.error(
      `\n${pc.green('Done')} in ${progress.total()}: bundles in ${languages.length === 1 ? 'one language' : `${languages.length} languages`}, in ${pc.bold(`${shown}/`)}`,
    );
    return EXIT.ok;
  } catch (error) {
    progress.fail();
    throw explainWriteError(error);
  } finally {
    await removePartial(folder);
  }
}
