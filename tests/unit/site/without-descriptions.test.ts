import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/site.ts';

const SRC = path.join(ROOT, 'src');
const withoutDescriptions: (code: string) => string = createRequire(import.meta.url)(
  path.join(SRC, 'site/without-descriptions.cjs'),
);

it.each([
  [
    'the last member',
    "translate({ id: 'a', message: 'It\\'s', description: 'For {x}; \"b\"' }, { x })",
    "translate({ id: 'a', message: 'It\\'s', }, { x })",
  ],
  [
    'as in the package',
    'translate({\n  id: "a",\n  message: "{x}",\n  description: "c"\n}, { x })',
    'translate({\n  id: "a",\n  message: "{x}",\n\n}, { x })',
  ],
  [
    'before others',
    "translate({ id: 'a', description:\n  'c', message: 'b' })",
    "translate({ id: 'a',\n message: 'b' })",
  ],
  ['not in other objects', "write({ id: 'a', description: 'c' })", undefined],
  ['not in values', "translate({ id: 'a', message: 'b' }, { description: 'c' })", undefined],
])('leaves out what is for translators: %s', (_what, code, expected = code) => {
  expect(withoutDescriptions(code)).toBe(expected);
});

it('finds all that are in the sources of the theme', () => {
  const files = ['theme', 'theme-app', 'theme-site', 'client'].flatMap((folder) =>
    fs
      .readdirSync(path.join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => fs.readFileSync(path.join(SRC, folder, file), 'utf8')),
  );
  const count = (texts: readonly string[]) =>
    texts.join('\n').match(/\btranslate\(\s*\{[^}]*\bdescription:/g)?.length ?? 0;
  expect(count(files)).toBeGreaterThan(10);
  expect(count(files.map(withoutDescriptions))).toBe(0);
});
