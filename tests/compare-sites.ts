/**
 * Compares the pages of two built sites, to show what readers see of a change:
 *
 *     npx tsx tests/compare-sites.ts build-before build-after
 *
 * Names of scripts and style sheets contain hashes of their content and are ignored. Prints pages that only one
 * site has, pages with different elements or attributes, and each changed text once. Exits with 1 if anything but
 * texts differs.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';

/** Attributes that hold texts. */
const TEXTS = new Set([
  'alt',
  'aria-label',
  'content',
  'data-description',
  'data-done',
  'data-search',
  'data-title',
  'data-toggle',
  'title',
]);

interface Page {
  /** Elements with their attributes, and a mark for each text, in order. */
  readonly elements: readonly string[];
  readonly texts: readonly string[];
}

function read(file: string): Page {
  const html = fs
    .readFileSync(file, 'utf8')
    .replace(/(\/?assets\/(?:js|css|reference)\/[\w~-]+?)\.[\da-f]{8}\.(js|css)/g, '$1.$2')
    .replace(/(assets\/js\/)[\w~-]+\.js/g, '$1*.js');
  const elements: string[] = [];
  const texts: string[] = [];
  const text = (value: string): string => {
    texts.push(value);
    return '*';
  };
  new Parser({
    onopentag: (name, attributes) => {
      const written = Object.entries(attributes).map(
        ([key, value]) => `${key}=${TEXTS.has(key) ? text(value) : value}`,
      );
      elements.push(`<${[name, ...written].join(' ')}>`);
    },
    ontext: (value) => {
      // The parser reports the text after an entity separately.
      if (elements.at(-1) === '*') texts.push(texts.pop() + value);
      else elements.push(text(value));
    },
    onclosetag: (name) => void elements.push(`</${name}>`),
  }).end(html);
  return { elements, texts };
}

function pagesOf(folder: string): Map<string, string> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files.filter((file) => file.endsWith('.html')).map((file) => [file, path.join(folder, file)]),
  );
}

const [before, after] = process.argv.slice(2).map(pagesOf);
if (!before || !after) throw new Error('Usage: tests/compare-sites.ts BEFORE AFTER');
const alone = [
  ...[...before.keys()].filter((file) => !after.has(file)).map((file) => `- ${file}`),
  ...[...after.keys()].filter((file) => !before.has(file)).map((file) => `+ ${file}`),
];
const different: string[] = [];
const changed = new Map<string, number>();
let same = 0;
for (const [file, old] of before) {
  const now = after.get(file);
  if (now === undefined) continue;
  const [a, b] = [read(old), read(now)];
  const at = a.elements.findIndex((element, index) => element !== b.elements[index]);
  if (at !== -1 || a.elements.length !== b.elements.length)
    different.push(`${file}\n  - ${a.elements[at]}\n  + ${b.elements[at]}`);
  const texts = a.texts.flatMap((value, index) =>
    value === b.texts[index] ? [] : [`- ${value}\n+ ${b.texts[index]}`],
  );
  if (at === -1 && texts.length === 0) same += 1;
  if (at === -1) for (const pair of texts) changed.set(pair, (changed.get(pair) ?? 0) + 1);
}
for (const line of alone) console.log(line);
for (const page of different) console.log(page);
for (const [pair, times] of changed) console.log(`${times}x\n${pair}`);
console.log(
  `${before.size} pages before, ${after.size} after: ${same} the same, ${different.length} with different elements, ${changed.size} changed texts.`,
);
process.exitCode = alone.length + different.length > 0 ? 1 : 0;
