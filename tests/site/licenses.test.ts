import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const { folder } = inject('site');
const text = fs.readFileSync(path.join(folder, 'licenses.txt'), 'utf8');
const parts = text.split(/^-{80}\n/m).slice(1);
const assets = fs
  .readdirSync(path.join(folder, 'assets'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.join(folder, 'assets', file))
  .filter((file) => /\.(?:js|css)$/.test(file))
  .map((file) => fs.readFileSync(file, 'utf8'));

describe('the licenses of what the site is made of', () => {
  // Something of each package that no other has, where it is in a script or style sheet of the site.
  it.each([
    ['react', 'react.transitional.element'],
    ['react-dom', '__reactContainer$'],
    ['@docusaurus/core', '__docusaurus'],
    ['infima', '--ifm-'],
    ['oauth4webapi', 'code_challenge'],
    ['pagefind', 'pagefind-entry.json'],
    ['@rspack/core', 'webpackChunk'],
  ])('name %s', (name, mark) => {
    expect(assets.some((code) => code.includes(mark))).toBe(true);
    expect(parts.filter((part) => part.includes(`\n${name} `))).toHaveLength(1);
  });

  it('are named for each package, with a text or whoever made it', () => {
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts) {
      expect(part).toMatch(/^\n(?:\S+ \d+\.\d+\.\d+\S*\n)+License: [^\n]+\n\n[^\n]+/);
      expect(part).not.toContain('not named in package.json');
      expect(part).toMatch(/copyright|permission|author:/i);
    }
  });

  it('are without packages that stay on the server', () => {
    expect(text).not.toMatch(
      /^(?:@resvg\/resvg-wasm|esbuild|@redocly\/openapi-core|htmlparser2) /m,
    );
  });

  it.each([
    ['index.html', 'Open-source licenses'],
    ['reference/authentik/core-users-list', 'Open-source licenses'],
    ['404.html', 'Open-source licenses'],
    ['de/reference/authentik/core-users-list', 'Open-Source-Lizenzen'],
  ])('are linked from the foot of %s', (page, label) => {
    const html = page.endsWith('.html')
      ? fs.readFileSync(path.join(folder, page), 'utf8')
      : fs.readFileSync(path.join(folder, page, 'index.html'), 'utf8');
    expect(html).toMatch(
      new RegExp(`<footer[^]*<a href="/licenses.txt">${label}</a>[^]*</footer>`),
    );
  });
});
