import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../../src');

/** What only `src/address` spells. `@reference/`, `.reference/` and the package's name are no addresses. */
const ADDRESS =
  /(?<![@.\w]|openapi-)reference\/|docs\/reference$|^\/?\^?schemas\/|^\/?guides\/|\/guides$|schema-of-|#authentication|#errors|^authentication-/;

/** What a file has that may have one: most need not be parsed. */
const MAYBE = /reference\b|guides\b|schema-of|authentication|#errors|\b(?:api|id)\}\//;

/** An API in front of a page: `${api}/${id}`. */
const API = /\bapi(?:\.id)?$|\bconfig\.id$/;

/** Addresses that are written by hand in a file, with their lines. */
function handMade(name: string, text: string): string[] {
  if (!MAYBE.test(text)) return [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isHandMade(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${name}:${line + 1}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isHandMade(node: ts.Node): boolean {
  if (ts.isTemplateSpan(node))
    return node.literal.text.startsWith('/') && API.test(node.expression.getText());
  if (ts.isRegularExpressionLiteral(node)) return ADDRESS.test(node.text.replaceAll(/\\\//g, '/'));
  return (ts.isStringLiteralLike(node) || isTemplatePart(node)) && ADDRESS.test(node.text);
}

function isTemplatePart(node: ts.Node): node is ts.TemplateLiteralLikeNode {
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

describe('addresses that are written by hand', () => {
  it.each([
    "const a = '/reference/shop/';",
    `const a = \`\${base}reference/\${id}\`;`,
    'const a = file.match(/^reference\\/.*/);',
    `const a = \`\${page.api}/\${page.id}\`;`,
    "const a = '#authentication';",
    "const a = path.join('docs/reference', id);",
  ])('are found: %s', (code) => {
    expect(handMade('a.ts', code)).toHaveLength(1);
  });

  it.each([
    "import a from '@reference/root';",
    "import a from 'docusaurus-openapi-reference/theme';",
    "const a = '.reference/live.json';",
    '// /reference/',
  ])('are no others: %s', (code) => {
    expect(handMade('a.ts', code)).toEqual([]);
  });

  it('stand in src/address alone', () => {
    const files = fs
      .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('address/'));
    expect(files.length).toBeGreaterThan(400);
    const found = files.flatMap((file) =>
      handMade(file, fs.readFileSync(path.join(SRC, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
