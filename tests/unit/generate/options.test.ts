import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/generate/config-schema.ts';
import { ROOT } from '../../support/site.ts';

const TYPE = path.join(ROOT, 'src/generate/config.ts');

/** The comment of each field of `ApiConfig`, on one line. */
function comments(): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(
    TYPE,
    fs.readFileSync(TYPE, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const type = source.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === 'ApiConfig',
  ) as ts.InterfaceDeclaration;
  return new Map(
    type.members.map((member) => {
      const [comment] = ts.getJSDocCommentsAndTags(member);
      const text = ts.getTextOfJSDocComment(comment?.comment) ?? '';
      return [(member.name as ts.Identifier).text, text.replaceAll(/\s+/g, ' ')];
    }),
  );
}

it('options of an API are listed in the guide as their type describes them', async () => {
  const fields = comments();
  expect([...EXAMPLES.keys()].sort()).toEqual([...fields.keys()].sort());
  const rows = Array.from(fields, ([name, text]) => {
    expect(text, name).not.toBe('');
    return `| \`${name}: ${EXAMPLES.get(name)}\` | ${text.replaceAll('|', '\\|')} |`;
  });
  const table = ['| Option | What it does |', '| --- | --- |', ...rows, ''].join('\n');
  // `vitest run tests/unit/generate/options.test.ts --update` writes it again.
  await expect(table).toMatchFileSnapshot(path.join(ROOT, 'docs/guides/_api-options.mdx'));
});
