import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * What an earlier run has kept in a file because it takes long to make. The file may be deleted at any time.
 *
 * @param key Hash of everything that the content is made of.
 * @returns undefined if the file is not there, damaged, or has another key.
 */
export function readKept(file: string, key: string): string | undefined {
  try {
    const [known, hash, ...lines] = gunzipSync(fs.readFileSync(file)).toString().split('\n');
    const content = lines.join('\n');
    return known === key && hash === hashOf(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps content for later runs. Where that is not possible, they make it again. */
export function writeKept(file: string, key: string, content: string): void {
  const partial = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(partial, gzipSync([key, hashOf(content), content].join('\n'), { level: 1 }));
    fs.renameSync(partial, file);
  } catch {
    // A full disk, for example.
    if (fs.existsSync(partial)) fs.rmSync(partial, { force: true });
  }
}

/** A hash of a text, as keys are made of. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
