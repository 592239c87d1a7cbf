import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtLanguage, translateBy } from '../../../src/site/languages.ts';
import { API_CATALOG, type ShownApi, writeSiteFiles } from '../../../src/site/machine-files.ts';

const API: ShownApi = {
  index: 'reference/bücher/llms.txt',
  servers: [],
  title: 'Bücher',
  version: '1',
  introduction: '/reference/bücher',
  document: '/docs/reference/bücher/openapi.json',
};

let outDir: string;
beforeEach(() => {
  outDir = fs.mkdtempSync(path.join(os.tmpdir(), 'machine-'));
});
afterEach(() => fs.rmSync(outDir, { recursive: true }));

function write(trailingSlash: boolean | undefined): void {
  const context = {
    i18n: {
      defaultLocale: 'en',
      currentLocale: 'en',
      localeConfigs: { en: { baseUrl: '/docs/' } },
    },
    siteConfig: { title: 'Docs', tagline: '', baseUrl: '/docs/', trailingSlash },
  } as unknown as LoadContext;
  const language = builtLanguage(context, outDir);
  const guides = [{ title: 'Start', path: 'guides/start' }];
  const site = { context, language, translate: translateBy({}), apis: [] };
  writeSiteFiles(site, [API], guides, 'https://a.example');
}

it.each([
  [undefined, '/'],
  [true, '/'],
  [false, ''],
])('addresses are those of the pages, with trailingSlash %s', (trailingSlash, end) => {
  write(trailingSlash);
  const base = 'https://a.example/docs/reference/b%C3%BCcher';
  const catalog = JSON.parse(fs.readFileSync(path.join(outDir, API_CATALOG), 'utf8'));
  expect(catalog.linkset).toEqual([
    {
      anchor: base + end,
      'service-desc': [{ href: `${base}/openapi.json`, type: 'application/vnd.oai.openapi+json' }],
      'service-doc': [
        { href: base + end, type: 'text/html' },
        { href: `${base}.md`, type: 'text/markdown' },
        { href: `${base}/llms.txt`, type: 'text/plain' },
      ],
    },
  ]);
  const index = fs.readFileSync(path.join(outDir, 'llms.txt'), 'utf8');
  expect(index).toContain(`- [Start](guides/start${end})`);
});
