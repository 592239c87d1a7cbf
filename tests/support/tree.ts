import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Every file below a folder, by its path with `/`, with its text. */
export function readTree(folder: string): Record<string, string> {
  return mapTree(folder, (content) => content.toString('utf8'));
}

/** The same with a hash of each file's bytes: what differs is told by name, whatever is in it. */
export function hashTree(folder: string): Record<string, string> {
  return mapTree(folder, (content) => createHash('sha256').update(content).digest('hex'));
}

function mapTree(folder: string, map: (content: Buffer) => string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file).replaceAll(path.sep, '/'),
      map(fs.readFileSync(file)),
    ]),
  );
}
