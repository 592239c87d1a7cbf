import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDist } from '../../.ci/dist.ts';
import { launch } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { ROOT } from '../support/site.ts';
import { linkEach } from '../support/stand-in/project.ts';

/**
 * The package in the site that `create-docusaurus` makes, with a second docs instance and a version of the docs: a
 * build without it, one with it, and one in which its pages are fast.
 */
let site: string;
const NAME = 'docusaurus-openapi-reference';
const CORE = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';
const TEMPLATES = path.join(ROOT, 'node_modules/create-docusaurus/templates');

/** What a reader of the guide "Add a reference to your site" adds to the configuration. */
const PLUGINS = `
  plugins: [
    ['@docusaurus/plugin-content-docs', { id: 'team', path: 'team', routeBasePath: 'for/team', sidebarPath: false }],
    ['${NAME}', { apis: [
      { id: 'bookshop', document: 'openapi.yaml' },
      { id: 'inside', document: 'openapi.yaml', docsPluginId: 'team', outputDir: 'team/books' },
    ] }],
  ],
  themes: ['${NAME}/theme'],
`;

function docusaurus(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CORE, ...args], {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: undefined, INIT_CWD: undefined, NO_COLOR: '1', ...env },
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

const read = (file: string): string => fs.readFileSync(path.join(site, file), 'utf8');
const write = (file: string, content: string): void => {
  fs.mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
  fs.writeFileSync(path.join(site, file), content);
};

/** The page without the names of scripts and styles, which have hashes. */
const bodyOf = (file: string): string =>
  read(file)
    .replace(/^[\s\S]*?(?=<div id="?__docusaurus"?>)/, '')
    .replace(/\/assets\/(?:js|css)\/[^"]+/g, 'asset');

beforeAll(async () => {
  site = fs.mkdtempSync(path.join(os.tmpdir(), 'classic-'));
  for (const template of ['shared', 'classic-typescript'])
    fs.cpSync(path.join(TEMPLATES, template), site, { recursive: true });
  linkEach(path.join(ROOT, 'node_modules'), path.join(site, 'node_modules'), NAME);
  const installed = path.join(site, 'node_modules', NAME);
  await buildDist(path.join(installed, 'dist'));
  for (const file of ['package.json', 'i18n'])
    fs.cpSync(path.join(ROOT, file), path.join(installed, file), { recursive: true });
  docusaurus(['build', '--out-dir', 'before']);
  fs.copyFileSync(path.join(ROOT, 'openapi/bookshop.yaml'), path.join(site, 'openapi.yaml'));
  write('team/intro.md', '# For the team\n');
  const config = read('docusaurus.config.ts');
  write(
    'docusaurus.config.ts',
    config.replace('\n  themeConfig: {', `${PLUGINS}\n  themeConfig: {`),
  );
  // As a build, so that the version gets the pages of the reference as well.
  docusaurus(['docs:version', '1.0'], { NODE_ENV: 'production' });
  docusaurus(['build']);
  const plain = read('docusaurus.config.ts');
  write(
    'docusaurus.config.ts',
    `import { withFastPages } from '${NAME}/config';\n${plain.replace('export default config', 'export default withFastPages(config)')}`,
  );
  expect(docusaurus(['build', '--out-dir', 'fast'])).not.toContain(
    '[openapi-reference] page-template',
  );
}, 600_000);
afterAll(() => fs.rmSync(site, { recursive: true, force: true }));

describe('the package in a classic site', () => {
  it.each([
    ['the version that readers see first', 'docs/reference/bookshop'],
    ['the next version', 'docs/next/reference/bookshop'],
    ['another docs instance', 'for/team/books'],
  ])('has all pages and their data in %s', (_name, base) => {
    const pages = fs
      .readdirSync(path.join(site, 'docs/reference/bookshop'), {
        recursive: true,
        encoding: 'utf8',
      })
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => file.replace(/\.\w+\.mdx$/, ''));
    expect(pages.length).toBe(28);
    for (const page of pages.filter((id) => id !== 'bookshop')) {
      const html = read(`build/${base}/${page}/index.html`);
      const [, reference = ''] = /<div class="?reference([\s\S]*)/.exec(html) ?? [];
      expect(JSON.parse(read(`build/${base}/${page}.json`))['x-page']).toBeDefined();
      // Links stay in the version and the instance.
      const links = [...reference.split('</article>', 1)].flatMap((part) =>
        [...part.matchAll(/<a\b[^>]*?href="?(\/[^"#\s>]*)/g)].map(([, href = '']) => href),
      );
      expect(reference).not.toBe('');
      expect(links.filter((href) => !href.startsWith(`/${base}/`))).toEqual([]);
    }
  });

  it('says every fact of the document in its static HTML', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        path.join(site, 'node_modules', NAME, 'dist/cli/bin.cjs'),
        ...['coverage', '--document', 'openapi.yaml', '--id', 'bookshop', '--fail-under', '100'],
      ],
      { cwd: site, encoding: 'utf8', env: { ...process.env, INIT_CWD: undefined } },
    );
    expect(status, stdout).toBe(0);
  });

  it.each(['build', 'fast'])('changes no other page: %s', (folder) => {
    const others = [
      'index.html',
      'markdown-page/index.html',
      'blog/index.html',
      'blog/archive/index.html',
      'blog/welcome/index.html',
      '404.html',
    ];
    for (const file of others) expect(bodyOf(`${folder}/${file}`)).toBe(bodyOf(`before/${file}`));
  });

  it.each(['build', 'fast'])(
    'ships no text of the document in scripts, and the components of its pages in none: %s',
    (built) => {
      const folder = path.join(site, built, 'assets/js');
      const scripts = fs
        .readdirSync(folder)
        .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
      expect(scripts.length).toBeGreaterThan(10);
      expect(scripts.filter((code) => code.includes('Idempotency-Key'))).toEqual([]);
      expect(scripts.filter((code) => code.includes('ref.operationId'))).toEqual([]);
    },
  );
});

describe.each([
  ['with documented features only', 'build', 'true'],
  ['with fast pages', 'fast', 'false'],
])('in a browser, %s', (_name, folder, loadsApp) => {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await serveFolder(path.join(site, folder));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('moves between pages, opens the console, and leaves other pages alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const messages: string[] = [];
    page.on('console', (message) => {
      // Pictures of the blog's authors are on another server.
      if (/error|warning/.test(message.type()) && !/net::ERR_/.test(message.text()))
        messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
    const hydrated = () => page.evaluate(() => document.documentElement.dataset.hasHydrated);
    await page.goto(`${server.origin}/docs/reference/bookshop/create-order/`);
    await page.waitForLoadState('load');
    await expect.poll(hydrated).toBe(loadsApp);
    await page.getByRole('link', { name: 'Get an order' }).first().hover();
    await expect.poll(hydrated).toBe('true');
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await page.getByRole('link', { name: 'Get an order' }).first().click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Get an order');
    expect(await page.title()).toContain('Get an order');
    await page.locator('button[data-try]').click();
    await page.locator('[data-console] form').first().waitFor();
    await page.getByRole('link', { name: 'Blog' }).first().click();
    await expect.poll(() => page.title()).toContain('Blog');
    await page.goBack();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Get an order');
    await expect.poll(() => page.locator('[data-part] [data-copy]').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
    expect(messages).toEqual([]);
  });
});
