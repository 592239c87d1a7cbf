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

/**
 * How the files of two folders differ, each file with the place where its text first does: `[]` where they are the
 * same, byte for byte. Of a script or style sheet that only the hash in its name tells apart, both are compared.
 */
export function differences(one: string, other: string): string[] {
  const [left, right] = [hashTree(one), hashTree(other)];
  const withoutHash = (file: string): string => file.replace(/\.[0-9a-f]{8}(?=\.\w+$)/, '');
  const unmatched = Object.keys(right).filter((file) => !Object.hasOwn(left, file));
  const differing = Object.keys(left).flatMap((file) => {
    if (Object.hasOwn(right, file)) return left[file] === right[file] ? [] : [[file, file]];
    const at = unmatched.findIndex((candidate) => withoutHash(candidate) === withoutHash(file));
    return [[file, at < 0 ? undefined : unmatched.splice(at, 1)[0]]];
  });
  return [
    ...differing.map(([file = '', second]) =>
      second === undefined
        ? `${file} is only in ${one}`
        : firstDifference(path.join(one, file), path.join(other, second)),
    ),
    ...unmatched.map((file) => `${file} is only in ${other}`),
  ];
}

/** Characters that are shown before and behind the place where two texts part. */
const AROUND = 100;

function firstDifference(one: string, other: string): string {
  const [left, right] = [one, other].map((file) => fs.readFileSync(file, 'latin1'));
  if (left === undefined || right === undefined) return '';
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const around = (text: string) =>
    JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND));
  return `byte ${at}:\n  ${one}\n    ${around(left)}\n  ${other}\n    ${around(right)}`;
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
