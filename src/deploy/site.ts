import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { shown } from '../json/shown.ts';
import { DeployError } from './error.ts';
import type { SiteFile } from './manifest.ts';
import { pathFault } from './paths.ts';

/**
 * Reads all files of a built site.
 *
 * @param folder Absolute.
 * @param name What messages call it.
 * @param isLeftOut Whether a file or folder at the top is not part of what is published.
 * @returns their hashes, by paths with slashes, in no particular order.
 * @throws DeployError if there is no such folder, or something in it is not a file that any host can serve.
 */
export async function readSite(
  folder: string,
  name: string,
  isLeftOut: (file: string) => boolean,
): Promise<Map<string, SiteFile>> {
  const names: string[] = [];
  const visit = async (below: string): Promise<void> => {
    const entries = await fs.promises.readdir(path.join(folder, below), { withFileTypes: true });
    for (const entry of entries) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      if (below === '' && isLeftOut(entry.name)) continue;
      if (entry.isDirectory()) await visit(file);
      else if (entry.isFile()) names.push(checked(file));
      else
        throw new DeployError(
          'unusable-name',
          `${shown(file)} in ${name} is a link, or not a regular file. Publish the file itself.`,
        );
    }
  };
  const checked = (file: string): string => {
    // What Node.js cannot decode cannot be named in a manifest either.
    const fault = file.includes('\uFFFD') ? 'it is not UTF-8' : pathFault(file);
    if (fault === undefined) return file;
    throw new DeployError(
      'unusable-name',
      `${name} contains a file whose path cannot be published, "${shown(file)}": ${fault}.`,
    );
  };
  try {
    await visit('');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(name, error as Error);
    throw new DeployError(
      'no-site',
      `There is no built site in ${name}. Build it first, or name its folder with --site.`,
    );
  }
  const files = new Map<string, SiteFile>();
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE);
    const hashed = await Promise.all(
      some.map((file) =>
        hashOf(path.join(folder, file)).catch((error) => {
          throw unreadable(name, error);
        }),
      ),
    );
    for (const [index, file] of some.entries()) files.set(file, hashed[index] as SiteFile);
  }
  return files;
}

function unreadable(name: string, { message }: Error): DeployError {
  return new DeployError('site-unreadable', `${name} cannot be read: ${shown(message)}.`);
}

/** Files that are open at once. */
const AT_ONCE = 32;

async function hashOf(file: string): Promise<SiteFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(fs.createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { sha256: hash.digest('hex'), bytes };
}
