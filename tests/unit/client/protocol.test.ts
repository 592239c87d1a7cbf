import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA_ATTRIBUTES } from '../../../src/client/protocol.ts';

const SRC = path.resolve(import.meta.dirname, '../../../src');
const PROTOCOL = path.join(SRC, 'client/protocol.ts');

/** Attributes of Docusaurus, pagefind and React, which are not ours to name. */
const FOREIGN = new Set(['data-theme', 'data-has-hydrated', 'data-pagefind-ignore', 'data-rh']);

const sources = [
  'client',
  'theme',
  'theme-app',
  'theme-search',
  'theme-site',
  'pages',
  'site',
  'css',
]
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(SRC, folder, file)),
  )
  .filter((file) => /\.(tsx?|css)$/.test(file) && file !== PROTOCOL)
  .map((file) => ({ file: path.relative(SRC, file), text: withoutComments(file) }));

function withoutComments(file: string): string {
  return fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** `data-x-y` as written, and as `dataset.xY`. */
function attributesIn(text: string): string[] {
  const written = [...text.matchAll(/\bdata-[a-z]+(?:-[a-z]+)*(?![A-Za-z])/g)].map(
    ([name]) => name,
  );
  const read = [...text.matchAll(/\bdataset\.(\w+)/g)].map(
    ([, name = '']) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
  return [...written, ...read].filter((name) => !FOREIGN.has(name));
}

describe('what the parts of a page share', () => {
  it('has every attribute in one list, and no other', () => {
    const used = new Set(sources.flatMap(({ text }) => attributesIn(text)));
    expect([...used].sort()).toEqual(Object.keys(DATA_ATTRIBUTES));
  });

  it.each([
    ['events', /['"`]ref:[a-z]/],
    ['keys of storage', /['"`]ref-(?:tab-|search-recent|server |secrets |environments )/],
  ])('has names of %s in one place', (_, name) => {
    expect(sources.filter(({ text }) => name.test(text)).map(({ file }) => file)).toEqual([]);
    expect(fs.readFileSync(PROTOCOL, 'utf8')).toMatch(name);
  });
});
