import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromiumVersion } from './chromium.ts';
import { ROOT, WORK } from './paths.ts';

/** What follows the version of a package that was not there. */
export const NOT_INSTALLED = '(not installed)';

/** Where and with what figures were measured. */
export interface Environment {
  readonly cpu: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly os: string;
  readonly node: string;
  readonly chromium: string;
  /** Of the working tree; ends with `+` where it has changes that are not committed. */
  readonly commit: string;
  readonly packages: Readonly<Record<'ours' | 'stock', Readonly<Record<string, string>>>>;
}

/** Looks at the machine, the working tree and the packages that are installed. */
export async function environment(): Promise<Environment> {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    memory: os.totalmem(),
    os: `${osName()} (${os.platform()} ${os.release().replace(/[^\d.].*$/, '')}, ${os.arch()})`,
    node: process.versions.node,
    chromium: await chromiumVersion(),
    commit: commit(),
    packages: {
      ours: installed(ROOT, path.join(ROOT, 'package.json')),
      stock: installed(
        path.join(WORK, 'stock'),
        path.join(ROOT, 'tests', 'bench', 'stock', 'package.json'),
      ),
    },
  };
}

function osName(): string {
  const release = fs.existsSync('/etc/os-release')
    ? fs.readFileSync('/etc/os-release', 'utf8')
    : '';
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(release)?.[1] ?? os.type();
}

function commit(): string {
  const git = (...args: string[]): string =>
    spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout?.trim() ?? '';
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  return `${git('rev-parse', '--short=10', 'HEAD') || 'unknown'}${changed ? '+' : ''}`;
}

/** Versions as installed of the packages that a `package.json` names, tools for tests left out. */
function installed(folder: string, manifest: string): Record<string, string> {
  const { dependencies } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, wanted]) => {
      const file = path.join(folder, 'node_modules', name, 'package.json');
      const version = fs.existsSync(file)
        ? (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version
        : `${wanted} ${NOT_INSTALLED}`;
      return [name, version];
    }),
  );
}
