import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../../src');
const files = fs
  .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({
    file: file.replaceAll(path.sep, '/'),
    text: fs.readFileSync(path.join(SRC, file), 'utf8'),
  }));

/** How each looks wherever it is defined, and the file that defines it for all others. */
it.each<[what: string, pattern: RegExp, home: string]>([
  ['the methods', /(['"`|])(?:get|put|post)\b[^;]*?\bpatch\b[^;]*?\btrace\b/, 'openapi/methods.ts'],
  [
    'the guard of objects',
    /typeof (\w+) === 'object' &&\s*\1 !== null &&\s*!Array/,
    'json/guards.ts',
  ],
  ['own members', /(?:function own\b|\bown = (?:\(|<|async|function))/, 'json/guards.ts'],
  ['escapes of JSON pointers', /['"`/]~[01]['"`/]/, 'openapi/pointer.ts'],
  [
    'lenient percent-decoding',
    /return decodeURIComponent\((\w+)\);\s*\} catch \{\s*return \1/,
    'openapi/pointer.ts',
  ],
  ['shapes of paths', /\\\}\/g, '\{\}'\)/, 'openapi/path-shape.ts'],
  [
    'distances of names',
    /\[j - 1\]|function \w*(?:[dD]istance|[lL]evenshtein)/,
    'openapi/distance.ts',
  ],
])('%s: one definition', (_, pattern, home) => {
  expect(files.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([home]);
});
