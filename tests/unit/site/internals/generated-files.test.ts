import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYOUT } from '../../../../src/generate/layout.ts';
import { replacedFiles } from '../../../../src/site/internals/generated-files.ts';

const MODULE = '@site/docs/reference/shop/get-book.api.mdx';
const VERSION = '@generated/docusaurus-plugin-content-docs/default/p/index-1.json';
/** What Docusaurus 3.10 generates for a site of one reference page, as far as it is read. */
const GENERATED = {
  'routes.js': `export default [
  { path: '/', component: ComponentCreator('/', '1'), routes: [
    { path: '/reference/shop/get-book/', component: ComponentCreator('/reference/shop/get-book/', '2'), exact: true } ] },
];`,
  'registry.js': `export default {\n  "a": [() => import(/* webpackChunkName: "a" */ "${MODULE}"), "${MODULE}", require.resolveWeak("${MODULE}")],\n  "v": [() => import(/* webpackChunkName: "v" */ "${VERSION}"), "${VERSION}", require.resolveWeak("${VERSION}")],};\n`,
  'routesChunkNames.json': '{"/reference/shop/get-book/-2":{"content":"a"}}',
  'globalData.json': '{"docusaurus-plugin-content-docs":{"default":{"versions":[{"docs":[]}]}}}',
  'docusaurus-plugin-content-docs/default/p/index-1.json':
    '{"version":{"docs":{},"docsSidebars":{"shop":[]}}}',
};

describe('replacedFiles', () => {
  let siteDir: string;
  let context: LoadContext;
  const write = (file: string, content: string): void => {
    const full = path.join(siteDir, file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, content);
  };

  beforeEach(() => {
    siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'generated-files-'));
    context = {
      siteDir,
      baseUrl: '/',
      generatedFilesDir: path.join(siteDir, '.docusaurus'),
    } as LoadContext;
    write(LAYOUT.manifest, JSON.stringify({ apis: [{ id: 'shop' }] }));
    write(LAYOUT.record, JSON.stringify({ files: { [MODULE.replace('@site/', '')]: [1, 1] } }));
    for (const [name, content] of Object.entries(GENERATED)) write(`.docusaurus/${name}`, content);
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
    fs.rmSync(siteDir, { recursive: true });
  });

  it('has a file for each table of the browser, and the registry for the server', () => {
    const browser = replacedFiles(context, 'browser');
    expect([...browser.keys()].sort()).toEqual(Object.keys(GENERATED).sort());
    for (const file of browser.values()) expect(fs.existsSync(file)).toBe(true);
    expect([...replacedFiles(context, 'server').keys()]).toEqual(['registry.js']);
    expect(console.warn).not.toHaveBeenCalled();
  });

  const says = /other files than src\/site\/internals\/browser-tables.ts knows/;

  it.each(Object.keys(GENERATED))('ends the build, and says so, where %s is not there', (name) => {
    fs.rmSync(path.join(siteDir, '.docusaurus', name));
    expect(() => replacedFiles(context, 'browser')).toThrow(says);
  });

  it.each(Object.keys(GENERATED))('and where %s has another form', (name) => {
    write(`.docusaurus/${name}`, '["of a later version"]');
    expect(() => replacedFiles(context, 'browser')).toThrow(says);
  });

  it('goes on with a warning where it is only the registry of the server', () => {
    write('.docusaurus/registry.js', '["of a later version"]');
    expect(replacedFiles(context, 'server')).toEqual(new Map());
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('more time and memory'));
  });

  it('does not mind what a former build has left', () => {
    write('.docusaurus/docusaurus-plugin-content-docs/default/p/api-2.json', '{"version":{}}');
    expect(replacedFiles(context, 'browser').size).toBe(Object.keys(GENERATED).length);
  });

  it('replaces nothing in a site without an API', () => {
    write(LAYOUT.manifest, '{"apis":[]}');
    expect(replacedFiles(context, 'browser')).toEqual(new Map());
    expect(console.warn).not.toHaveBeenCalled();
  });
});
