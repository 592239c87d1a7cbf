import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a clone holds that a site is built from. */
export const PARTS = [
  'package.json',
  'tsconfig.json',
  'docusaurus.config.ts',
  'sidebars.ts',
  'src',
  'openapi',
  'static',
  'docs',
];

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project in a temporary folder, with the same dependencies and nothing generated. */
export function copyProject(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-site-'));
  for (const part of PARTS) {
    fs.cpSync(path.join(ROOT, part), path.join(folder, part), {
      recursive: true,
      filter: (file) => !file.startsWith(path.join(ROOT, 'docs', 'reference')),
    });
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Runs a command of the project as `npm run` does, without a terminal. */
export function run(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): CommandResult {
  const { INIT_CWD: _, ...inherited } = process.env;
  const result = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: folder,
    env: { ...inherited, NODE_ENV: undefined, NO_COLOR: '1', ...env } as NodeJS.ProcessEnv,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}
