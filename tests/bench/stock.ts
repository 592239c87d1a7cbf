import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, WORK } from './paths.ts';
import { missingPages, type Site } from './site.ts';

const TEMPLATE = path.join(ROOT, 'tests', 'bench', 'stock');
const DOCUSAURUS = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';

/** The stock plugin and theme, on a site of their own. */
export const stock: Site = {
  name: 'stock',
  folder: path.join(WORK, 'stock'),
  output: path.join(WORK, 'stock', 'build'),
  leftovers: ['docs/api', '.docusaurus', 'build', 'node_modules/.cache'],
  written: ['docs/api'],
  home: 'index.html',
  generate: ({ file }) => ({
    args: [DOCUSAURUS, 'gen-api-docs', 'all'],
    env: { BENCH_DOCUMENT: file },
  }),
  build: ({ file }) => ({ args: [DOCUSAURUS, 'build'], env: { BENCH_DOCUMENT: file } }),
  page: (_document, name) => `docs/api/${name}/index.html`,
  fault: (document, pages) => missingPages(stock, document, pages),
};

/**
 * Copies the template and installs its packages, where that has not been done.
 *
 * @throws where npm does not succeed.
 */
export function installStock(): void {
  const installed = path.join(stock.folder, 'installed.json');
  const wanted = fs.readFileSync(path.join(TEMPLATE, 'package.json'), 'utf8');
  fs.cpSync(TEMPLATE, stock.folder, { recursive: true });
  // Docusaurus wants the folder before anything is generated.
  fs.mkdirSync(path.join(stock.folder, 'docs'), { recursive: true });
  if (fs.existsSync(installed) && fs.readFileSync(installed, 'utf8') === wanted) return;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: stock.folder,
    // What npm says goes to people, not into the report: it names hosts.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: npmEnvironment(),
  });
  if (status !== 0) throw new Error('npm could not install the stock plugin and theme');
  fs.writeFileSync(installed, wanted);
}

/** Without what `npm run bench` sets, which is about another package. */
export function npmEnvironment(): NodeJS.ProcessEnv {
  const about = /^npm_(package|lifecycle|command|execpath|config_local_prefix|config_prefix)/;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !about.test(name) && name !== 'INIT_CWD'),
  ) as NodeJS.ProcessEnv;
}
