import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { isHttp, RefusedError } from './read.ts';

/** Says which local files the `$ref`s of a document may read: a document may be another's. */
export class Access {
  readonly #document: string;
  readonly #folders: readonly string[];

  /**
   * @param document Absolute path or http(s) URL of the document. Its own folder is allowed; one from
   * the network has none, and may read no local file at all.
   * @param folders Absolute paths of further folders; of no effect for one from the network.
   */
  constructor(document: string, folders: readonly string[]) {
    this.#document = document;
    this.#folders = isHttp(document) ? [] : [path.dirname(document), ...folders];
  }

  /**
   * Links are followed first, so that none leads out.
   *
   * @param file Absolute path, which need not exist.
   * @throws RefusedError where the file is in none of the folders, or can be no file.
   */
  async check(file: string): Promise<void> {
    // The document may be a link itself: it was named by the maintainer.
    if (file === this.#document) return;
    if (file.includes('\0')) throw new RefusedError('no path has a NUL in it', 'Correct the path.');
    const real = await realPath(file);
    for (const folder of this.#folders) {
      if (isBelow(real, await realPath(folder))) return;
    }
    throw this.#folders.length === 0
      ? new RefusedError(
          'a document from the network may read no local file',
          'Use an http(s) URL, or a path that is relative to the URL of the document.',
        )
      : new RefusedError(
          "it leads out of the document's folder",
          'Move the file into the folder of the document, or allow its folder: refFolders in openapi/apis.ts, --ref-folder on the command line.',
        );
  }
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

/** The path without links in it, as far as it exists. */
async function realPath(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(await realPath(parent), path.basename(file));
  }
}
