import fs from 'node:fs/promises';
import path from 'node:path';
import { type Source, SourceError } from './source.ts';

const DOCUMENT = /\.(?:ya?ml|json)$/i;

/** Documents in a folder, each named after its version. Their dates are not known. */
export function folderSource(root: string, folder: string): Source {
  const at = path.resolve(root, folder);
  return {
    async list() {
      const names = await fs.readdir(at).catch(() => {
        throw new SourceError(
          `There is no folder ${folder}. Put the documents of versions there, each named after its version: ${folder}/1.0.yaml.`,
        );
      });
      return names
        .filter((name) => DOCUMENT.test(name))
        .map((name) => ({ version: name.replace(DOCUMENT, ''), ref: name }));
    },
    async document({ ref }) {
      return path.join(at, ref);
    },
  };
}
