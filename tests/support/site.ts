import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a clone holds that a site is built from. */
export const PARTS = [
  'package.json',
  'LICENSE',
  'tsconfig.json',
  'docusaurus.config.ts',
  'sidebars.ts',
  'i18n',
  'src',
  'openapi',
  'static',
  'docs',
];

/**
 * What differs from one machine to another and must not show in what is generated: time zone, language
 * (which changes the order of words and how numbers look), home folder, and the date.
 */
export const ELSEWHERE: NodeJS.ProcessEnv = {
  TZ: 'Pacific/Auckland',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  HOME: path.join(os.tmpdir(), 'nobody-is-at-home'),
  USER: 'somebody-else',
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    const years = 5 * 365 * 24 * 60 * 60 * 1000;
    const Now = Date;
    globalThis.Date = class extends Now {
      constructor(...given) {
        super(...(given.length > 0 ? given : [Now.now() + years]));
      }
      static now() {
        return Now.now() + years;
      }
    };
  `)}`,
};

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project, in a temporary folder if in none, with the same dependencies and nothing generated. */
export function copyProject(
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-site-')),
): string {
  copyParts(folder);
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Copies what a clone holds, but for the packages, into a folder. */
export function copyParts(folder: string): void {
  for (const part of PARTS) {
    fs.cpSync(path.join(ROOT, part), path.join(folder, part), {
      recursive: true,
      filter: (file) => !file.startsWith(path.join(ROOT, 'docs', 'reference')),
    });
  }
}

/** Caches of tools: hard links to them would be written through. */
const CACHES = new Set(['.cache', '.vite', '.vite-temp']);

/**
 * Puts the packages into a copy as `npm ci` would. Their place, as seen from the site, is part of the
 * names that the bundler gives: through a link that leads out of the copy they would depend on where it
 * stands.
 */
export function linkPackages(folder: string): void {
  const target = path.join(folder, 'node_modules');
  fs.rmSync(target, { force: true });
  linkTree(path.join(ROOT, 'node_modules'), target);
}

function linkTree(from: string, to: string): void {
  fs.mkdirSync(to);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (CACHES.has(entry.name)) continue;
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else link(source, target);
  }
}

function link(source: string, target: string): void {
  try {
    fs.linkSync(source, target);
  } catch (error) {
    // The temporary folder is on another disk.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    fs.copyFileSync(source, target);
  }
}

/**
 * What starts a command: in unit tests the built package, else the sources of the folder that it works in, as in a
 * clone.
 */
export const BIN = path.join(
  process.env.TEST_PACKAGE ?? '',
  process.env.TEST_PACKAGE ? 'dist' : 'src',
  'cli/bin.cjs',
);

/** Runs a command of the project as `npm run` does, without a terminal. */
export function run(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): CommandResult {
  const { INIT_CWD: _, ...inherited } = process.env;
  const result = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: { ...inherited, NODE_ENV: undefined, NO_COLOR: '1', ...env } as NodeJS.ProcessEnv,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}
