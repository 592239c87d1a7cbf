import fs from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';

const CSS = path.resolve(import.meta.dirname, '../../../src/css');

/** What only pages of the reference contain, and items of a sidebar that lead to them. */
const OURS =
  /\.reference\b|\.ref-[a-z]|\bref-panel\b|\[data-(?:ref|part|section)|#ref-|\.api-method\b|\.menu__list-item--deprecated\b|\.openapi-markdown__|\.(?:get|post|put|patch|delete|head|options|trace|query|event)\) > \.menu__link/;

/** Selectors of all rules of a style sheet that reach other pages, and set more than our own variables. */
function foreign(file: string): string[] {
  const found: string[] = [];
  postcss.parse(fs.readFileSync(path.join(CSS, file), 'utf8')).walkRules((rule) => {
    const isKeyframe =
      rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes';
    const ownVariables = rule.nodes.every(
      (node) => node.type !== 'decl' || /^--(?:ref|openapi)-/.test(node.prop),
    );
    if (isKeyframe || ownVariables) return;
    found.push(...rule.selectors.filter((selector) => !OURS.test(selector)));
  });
  return found;
}

describe('style sheets that other sites load', () => {
  it('reference.css changes nothing outside the reference', () => {
    expect(foreign('reference.css')).toEqual([]);
  });

  it("stock.css only sets variables of the stock theme, and no site's own", () => {
    expect(foreign('stock.css')).toEqual([]);
    const css = fs.readFileSync(path.join(CSS, 'stock.css'), 'utf8');
    postcss.parse(css).walkRules(({ selector }) => expect(selector).toMatch(/^:where\(.+\)$/));
  });

  it("methods in the sidebar leave a site's own styles of them alone", () => {
    const css = fs.readFileSync(path.join(CSS, 'reference.css'), 'utf8');
    postcss.parse(css).walkRules(({ selector }) => {
      if (/\.api-method|\.(?:get|post|put|delete)\b/.test(selector))
        expect(selector).toMatch(/^:where\(\.[\w-]+\) > \.menu__link/);
    });
  });

  it('app.css changes nothing else but what waits for the app', () => {
    expect(foreign('app.css')).toEqual(['[aria-busy="true"]']);
  });

  it('would find a rule for all pages', () => {
    expect(foreign('site.css')).toContain('.navbar');
  });
});
