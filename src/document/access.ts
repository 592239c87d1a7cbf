import { realpath } from 'node:fs/promises';
import nodePath from 'node:path';
import { API_OPTIONS } from '../own-command.ts';
import { isHttp, RefusedError, RefusedForNowError } from './read.ts';

/** Types of files that documents consist of, and of example values (`externalValue`). */
const KINDS = new Set('.yaml .yml .json .md .txt .xml .csv .tsv .html .jsonl .ndjson'.split(' '));

/**
 * Types of code samples. They may contain secrets of a project, so their folder must be allowed explicitly.
 */
const SAMPLE_KINDS = new Set([
  ...'.sh .js .ts .py .go .java .kt .cs .php .rb .rs .swift .ps1'.split(' '),
  ...'.c .cpp .dart .http .graphql'.split(' '),
]);

/** A location that may be read, as the maintainer specified it. */
export interface Place {
  /** Absolute path of a folder; or of a file, which may be read whatever its name is. */
  readonly path: string;
  /** Whether it is one of `refFolders`, and not just the document's location. */
  readonly isNamed: boolean;
}

/** Why a file is not read, as the end of a sentence, and the fix. */
export interface Refusal {
  readonly reason: string;
  readonly suggestion: string;
}

const OUTSIDE: Refusal = {
  reason: "it leads outside the document's folder",
  suggestion: `Move the file into the folder of the document, or allow its folder: refFolders in ${API_OPTIONS}, --ref-folder on the command line.`,
};

const ALLOW_FILE = `If it belongs to the document and holds no secrets, rename it, or allow this file: refFolders in ${API_OPTIONS}, --ref-folder on the command line.`;

/**
 * Why a path must not be read; undefined if it may. Judges by names alone, without file access.
 *
 * @param file Absolute path.
 * @param path Node's path module of the system; tests pass that of another one.
 */
export function refusalOf(
  file: string,
  places: readonly Place[],
  path: nodePath.PlatformPath = nodePath,
): Refusal | undefined {
  let nearest = OUTSIDE;
  for (const place of places) {
    const relative = path.relative(place.path, file);
    if (relative === '') return undefined;
    const segments = relative.split(path.sep);
    if (segments[0] === '..' || path.isAbsolute(relative)) continue;
    const hidden = segments.find((segment) => segment.startsWith('.'));
    const kind = path.extname(file).toLowerCase();
    if (hidden !== undefined) nearest = { reason: `"${hidden}" is hidden`, suggestion: ALLOW_FILE };
    else if (!KINDS.has(kind) && !(place.isNamed && SAMPLE_KINDS.has(kind)))
      nearest = refusedKind(kind);
    else return undefined;
  }
  return nearest;
}

function refusedKind(kind: string): Refusal {
  const isSample = SAMPLE_KINDS.has(kind);
  return {
    reason: isSample
      ? `${kind} files are read from folders in refFolders only`
      : kind === ''
        ? 'files whose names have no extension are not read'
        : `${kind} files are not read`,
    suggestion: isSample
      ? `Allow the folder of the code samples: refFolders in ${API_OPTIONS}, --ref-folder on the command line.`
      : ALLOW_FILE,
  };
}

/** Decides which local files the `$ref`s of a document may read: a document may be somebody else's. */
export class Access {
  readonly #document: string;
  readonly #places: readonly Place[];
  #real: Promise<readonly Place[]> | undefined;

  /**
   * @param document Absolute path or http(s) URL of the document. Its own folder is allowed; one from the
   * network has none, and may not read local files at all.
   * @param folders Absolute paths of further folders or files; ignored for one from the network.
   */
  constructor(document: string, folders: readonly string[]) {
    this.#document = document;
    this.#places = isHttp(document)
      ? []
      : [
          { path: nodePath.dirname(document), isNamed: false },
          ...folders.map((path) => ({ path, isNamed: true })),
        ];
  }

  /**
   * Judges the path as written first, so that nothing outside is even accessed (an automatic mount, or
   * `\\host\share` on Windows, would contact another machine); then resolves links, so that none leads
   * outside.
   *
   * @param file Absolute path, which need not exist.
   * @returns the path to read, without links in it.
   * @throws RefusedError if the file is in none of the folders, hidden, or of another type.
   */
  async check(file: string): Promise<string> {
    // The document itself may be a link: the maintainer specified it.
    if (file === this.#document) return file;
    if (this.#places.length === 0)
      throw new RefusedError(
        'a document from the network may not read local files',
        'Use an http(s) URL, or a path that is relative to the URL of the document.',
      );
    if (file.includes('\0'))
      throw new RefusedError('it contains a NUL character', 'Correct the path.');
    this.#real ??= Promise.all(
      this.#places.map(async (place) => ({ ...place, path: await realPath(place.path) })),
    );
    const realPlaces = await this.#real;
    const refusal = refusalOf(file, [...this.#places, ...realPlaces]);
    if (refusal) throw new RefusedError(refusal.reason, refusal.suggestion);
    const real = await realPath(file);
    const linked = refusalOf(real, realPlaces);
    if (linked)
      throw new RefusedForNowError(`through a symbolic link, ${linked.reason}`, linked.suggestion);
    return real;
  }
}

/** The path with links resolved, as far as it exists. */
async function realPath(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const parent = nodePath.dirname(file);
    return parent === file ? file : nodePath.join(await realPath(parent), nodePath.basename(file));
  }
}
