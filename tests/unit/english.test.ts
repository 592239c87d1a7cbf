import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Words that native engineers do not use this way, to what they write instead. */
const GLOSSARY: readonly (readonly [RegExp, string])[] = [
  [/\bmend(s|ed|ing)?\b/i, 'fix, correct'],
  [/\btold\b|\btells (what|why|where|how|of)\b/i, 'reported, shown; says'],
  [/\bstands? (in|at|on|there|below|above|before|behind|beside|between)\b(?! for)/i, 'is, comes'],
  [/\bstands? for\b/i, 'represents, means, replaces'],
  [/\bin the place of\b/i, 'replaces, in place of'],
  [/\b(fault|mistake) of ours\b/i, 'internal error'],
  [/\bwithout a word\b/i, 'silently'],
  [/\bby way of\b/i, 'through'],
  [/\bheld? against\b|\bholds? \w+ against\b/i, 'compare with, check against'],
  [/\bso many (of|are|that)\b/i, 'a maximum: "files that are open at once"'],
  [/\bmade up\b/i, 'generated'],
  [/\banew\b/i, 'again'],
  [/\bno valid\b/i, 'not a valid'],
  [/\bmade (of|out of|from) (its|the|a) (title|name|schema|summary)\b/i, 'derived, generated from'],
  [/\b(colour|neighbour|behaviour|licence|favour|honour)/i, 'American spelling'],
  [
    /\b(sanit|serial|normal|initial|author|organ|recogn|minim|optim|summar)is(e|es|ed|ing|ation)\b/i,
    '-ize',
  ],
];

const files = execFileSync('git', ['ls-files', 'src', 'docs', 'README.md', 'SECURITY.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(tsx?|cjs|css|mdx?)$/.test(file) && fs.existsSync(path.join(ROOT, file)));

it.each(GLOSSARY)('nothing says %s', (word, instead) => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    fs
      .readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (word.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found, `write instead: ${instead}`).toEqual([]);
});
