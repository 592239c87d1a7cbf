import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutSearch } from '../../../src/site/postcss.ts';

const OPTIONS = { ident: 'postcss', plugins: [] };
let site: string;
const write = (name: string, text = ''): void => {
  fs.mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
  fs.writeFileSync(path.join(site, name), text);
};

beforeEach(() => {
  site = fs.mkdtempSync(path.join(os.tmpdir(), 'postcss-'));
});
afterEach(() => fs.rmSync(site, { recursive: true }));

describe('PostCSS', () => {
  it('looks for no configuration where the site has none', () => {
    write('package.json', JSON.stringify({ devDependencies: { postcss: '8.0.0' } }));
    write('docs/postcss.md');
    expect(withoutSearch(site, OPTIONS)).toEqual({ ...OPTIONS, config: false });
  });

  it.each([
    ['postcss.config.js', ''],
    ['postcss.config.mts', ''],
    ['.postcssrc', ''],
    ['.postcssrc.yaml', ''],
    ['.config/postcssrc.json', ''],
    ['package.json', '{ "postcss": {} }'],
  ])('reads that of the site, in %s', (name, text) => {
    write(name, text);
    expect(withoutSearch(site, OPTIONS)).toBe(OPTIONS);
  });
});
