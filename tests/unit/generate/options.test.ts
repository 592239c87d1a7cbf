import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { API_SCHEMA, HISTORY_SCHEMA, VERSION_SCHEMA } from '../../../src/generate/config-schema.ts';
import { described } from '../../../src/generate/option-schema.ts';
import { SITE_SCHEMA } from '../../../src/site/options.ts';
import { ROOT } from '../../support/site.ts';

/** The comment of each field of a type, on one line. */
function comments(type: string, name = 'generate/config.ts'): ReadonlyMap<string, string> {
  const file = path.join(ROOT, 'src', name);
  const text = fs.readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = source.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === type,
  ) as ts.InterfaceDeclaration;
  return new Map(
    found.members.map((member) => {
      const [comment] = ts.getJSDocCommentsAndTags(member);
      const text = ts.getTextOfJSDocComment(comment?.comment) ?? '';
      return [(member.name as ts.Identifier).text, text.replaceAll(/\s+/g, ' ')];
    }),
  );
}

const site = new Map([
  ...[...comments('ReferenceOptions')].filter(([name]) => !['apis', 'policy'].includes(name)),
  ...Array.from(comments('PolicyOptions'), ([name, text]) => [`policy.${name}`, text] as const),
]);

it.each([
  ['_api-options.mdx', comments('ApiConfig'), API_SCHEMA],
  ['_version-options.mdx', comments('ApiVersion'), VERSION_SCHEMA],
  ['_history-options.mdx', comments('HistoryOptions', 'history/options.ts'), HISTORY_SCHEMA],
  ['_site-options.mdx', site, SITE_SCHEMA],
])('%s lists the options as their type describes them', async (file, fields, schema) => {
  const rows = Array.from(fields, ([name, text]) => {
    expect(text, name).not.toBe('');
    const { example } = described(schema.extract(name));
    return `| \`${name}\` | \`${example}\` | ${text.replaceAll('|', '\\|')} |`;
  });
  const table = [
    '| Option | For example | What it does |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  // `vitest run tests/unit/generate/options.test.ts --update` writes it again.
  await expect(table).toMatchFileSnapshot(path.join(ROOT, 'docs/about', file));
});
