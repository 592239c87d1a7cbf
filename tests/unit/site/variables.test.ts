import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/site.ts';

const SRC = path.join(ROOT, 'src');

/** Style sheets of the pages of the reference, and of what they load; not those for names of the stock theme. */
const sheets = fs
  .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css') && !/^(?:theme-site|css[\\/](?:site|stock))/.test(file))
  .map((file) => withoutScreen(fs.readFileSync(path.join(SRC, file), 'utf8')));

/** A style sheet with what is for screens alone, which paper has in light mode, in the same form as the rest. */
function withoutScreen(sheet: string): string {
  return sheet.replace(/^@media screen \{\n([\s\S]*?)^\}$/gm, (_, rules: string) =>
    rules.replace(/^ {2}/gm, ''),
  );
}

/** The variables that a rule defines with no specificity, each with its value and what its comment says. */
function defined(selector: string) {
  const rules = sheets.flatMap((sheet) => sheet.split(`\n:where(${selector}) {\n`).slice(1));
  return rules.flatMap((rule) =>
    Array.from(
      rule.slice(0, rule.indexOf('\n}')).matchAll(/(--ref-[\w-]+): (.+);(?: \/\* (.+) \*\/)?/g),
      ([, name = '', value = '', text = '']) => ({ name, value, text }),
    ),
  );
}

const light = defined(':root');
const dark = new Map(defined('[data-theme="dark"]').map(({ name, value }) => [name, value]));

/** The variables that the style sheets read, but not those that they define for their own parts. */
const read = new Set(
  sheets.flatMap((sheet) => sheet.match(/(?<=var\()--(?:ref|ifm)-[\w-]+/g) ?? []),
);
const names = [...read].sort();
const own = new Set(sheets.flatMap((sheet) => sheet.match(/(?<=^ {2})--ref-[\w-]+(?=:)/gm) ?? []));

it('each variable has a meaning, is defined once in light and at most once in dark mode, and is read', () => {
  expect(light.length).toBeGreaterThan(15);
  const listed = light.map(({ name }) => name);
  expect(new Set(listed).size).toBe(listed.length);
  expect(light.filter(({ text }) => text === '')).toEqual([]);
  expect(listed.filter((name) => !names.includes(name))).toEqual([]);
  expect([...dark.keys()].filter((name) => !listed.includes(name))).toEqual([]);
  expect(names.filter((name) => name.startsWith('--ref-') && !own.has(name))).toEqual([]);
});

it('the guide lists the variables as the style sheets define and read them', async () => {
  const rows = light.map(({ name, value, text }) => {
    const inDark = dark.get(name) ?? value;
    return `| \`${name}\` | \`${value}\` | ${inDark === value ? 'the same' : `\`${inDark}\``} | ${text} |`;
  });
  const theirs = names.filter((name) => name.startsWith('--ifm-')).map((name) => `\`${name}\``);
  const text = [
    '| Variable | Light mode | Dark mode | Where |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Of Docusaurus' own variables, its style sheets read ${theirs.slice(0, -1).join(', ')} and ${theirs.at(-1)}.`,
    '',
  ];
  // `vitest run tests/unit/site/variables.test.ts --update` writes it again.
  await expect(text.join('\n')).toMatchFileSnapshot(path.join(ROOT, 'docs/about/_variables.mdx'));
});
