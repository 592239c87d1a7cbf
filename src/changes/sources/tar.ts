import { DOCUMENT_FILE, MOST_FILES } from './scratch.ts';

const BLOCK = 512;

/** Regular files, in the notations of POSIX and of older archives. */
const FILE = new Set(['0', '\0']);

/**
 * The YAML and JSON files of a tar archive (POSIX ustar, with long names in pax headers), by their paths. Everything else
 * is left out: links above all.
 */
export function filesInTar(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length && files.size < MOST_FILES; ) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(textIn(header, 124, 12).trim() || '0', 8);
    // The end of an archive is empty blocks.
    if (header[0] === 0 || !Number.isInteger(size)) break;
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'x') longName = /\d+ path=([^\n]*)\n/.exec(content.toString('utf8'))?.[1];
    else {
      const prefix = textIn(header, 345, 155);
      const name = longName ?? [prefix, textIn(header, 0, 100)].filter(Boolean).join('/');
      longName = undefined;
      if (FILE.has(type) && DOCUMENT_FILE.test(name)) files.set(withPackage(name), content);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function textIn(header: Buffer, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

/** npm ignores what the folder at the top is called. */
function withPackage(name: string): string {
  return name.replace(/^(?:\.\/)?[^/]+\//, 'package/');
}
