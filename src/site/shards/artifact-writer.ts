import fs from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../../generate/config.ts';
import { PART_FILE } from '../site-state.ts';
import type { Manifest } from './artifact.ts';
import { type FileSum, PackWriter, type Range } from './pack.ts';

/** Seconds of each step: beside the manifest, as they differ each time. */
export const TIMES_FILE = 'times.json';

/** `Omit` of each type of a union. */
type Without<Type, Key extends keyof Type> = Type extends unknown ? Omit<Type, Key> : never;

/**
 * Writes an artifact beside its place, where it is put when it is whole: into the folder of what is not finished, which
 * the command removes.
 */
export class ArtifactWriter {
  readonly #folder: string;
  readonly #aside: string;
  readonly #files: Record<string, FileSum> = {};

  /**
   * @param folder Of the artifact. The one that may be there is replaced.
   * @throws ConfigError if something else is in the folder.
   */
  constructor(folder: string) {
    checkPlace(folder);
    this.#folder = folder;
    this.#aside = path.join(`${folder}.partial`, 'artifact');
    fs.rmSync(this.#aside, { recursive: true, force: true });
    fs.mkdirSync(this.#aside, { recursive: true });
  }

  /**
   * Writes a pack.
   *
   * @param parts Content by name, in the order in which it is written.
   */
  pack(
    name: string,
    parts: Iterable<readonly [name: string, content: Buffer]>,
  ): Map<string, Range> {
    const writer = new PackWriter(path.join(this.#aside, name));
    const ranges = new Map<string, Range>();
    for (const [part, content] of parts) ranges.set(part, writer.add(content));
    this.#files[name] = writer.close();
    return ranges;
  }

  /** Writes the manifest, and puts the artifact in place. */
  finish(manifest: Without<Manifest, 'files'>, times: unknown): void {
    const text = `${JSON.stringify({ ...manifest, files: this.#files })}\n`;
    fs.writeFileSync(path.join(this.#aside, TIMES_FILE), `${JSON.stringify(times, null, 2)}\n`);
    fs.writeFileSync(path.join(this.#aside, PART_FILE), text);
    checkPlace(this.#folder);
    fs.rmSync(this.#folder, { recursive: true, force: true });
    fs.renameSync(this.#aside, this.#folder);
  }
}

/** @throws ConfigError if a folder has something that is no artifact, which would be deleted. */
export function checkPlace(folder: string): void {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (!stat || fs.existsSync(path.join(folder, PART_FILE))) return;
  if (stat.isDirectory() && fs.readdirSync(folder).length === 0) return;
  throw new ConfigError(
    `--out-dir ${folder} has files that are no artifact, which would be deleted. Choose another folder.`,
  );
}
