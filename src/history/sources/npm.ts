import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { MOST_BYTES, writeBelow } from '../../changes/sources/scratch.ts';
import { filesInTar } from '../../changes/sources/tar.ts';
import { asObject, asString, own } from '../../json/guards.ts';
import { parseJson } from '../../json/text.ts';
import { isVersion } from '../check.ts';
import { run } from './run.ts';
import { type Source, SourceError } from './source.ts';

const gunzip = promisify(zlib.gunzip);

const NAME = /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/;

/** The versions of an npm package that contain the document. Packages are unpacked, and none of their code is run. */
export function npmSource(root: string, name: string, file: string): Source {
  if (!NAME.test(name))
    throw new SourceError(`history.npm "${name}" is not the name of a package.`);
  return {
    async list() {
      const text = await run('npm', ['view', name, 'versions', 'time', '--json'], root).catch(
        (error: Error) => {
          throw new SourceError(
            `The versions of the package ${name} cannot be listed: ${error.message}. Check the name and the registry.`,
          );
        },
      );
      const { versions, time } = asObject(parseJson(text));
      return [versions].flat().flatMap((version) => {
        if (typeof version !== 'string' || !isVersion(version)) return [];
        const date = asString(own(time, version))?.slice(0, 10);
        return [{ version, ref: version, ...(date && { date }) }];
      });
    },
    async document({ ref }, folder) {
      const report = await run(
        'npm',
        ['pack', `${name}@${ref}`, '--ignore-scripts', '--json', '--pack-destination', folder],
        root,
      );
      const archive = asString(own([parseJson(report)].flat()[0], 'filename'));
      if (archive === undefined) throw new SourceError(`npm cannot pack ${name}@${ref}.`);
      // Names of scoped packages are written in two ways.
      const [found = archive] = (await fs.readdir(folder)).filter((one) => one.endsWith('.tgz'));
      const packed = await gunzip(await fs.readFile(path.join(folder, found)), {
        maxOutputLength: MOST_BYTES,
      });
      await writeBelow(folder, filesInTar(packed));
      const document = path.join(folder, 'package', file);
      return fs.access(document).then(
        () => document,
        () => undefined,
      );
    },
  };
}
