import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BIN, copyParts, ROOT } from '../site.ts';

/** A copy of the project whose Docusaurus is the one beside this file, with nothing generated. */
export function copyWithStandIn(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-site-'));
  // Another user has to come in, too.
  fs.chmodSync(folder, 0o755);
  copyParts(folder);
  const core = path.join('@docusaurus', 'core');
  linkEach(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), '@docusaurus');
  linkEach(
    path.join(ROOT, 'node_modules', '@docusaurus'),
    path.join(folder, 'node_modules', '@docusaurus'),
    'core',
  );
  const bin = path.join(folder, 'node_modules', core, 'bin');
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(path.join(bin, '../package.json'), '{ "name": "@docusaurus/core" }');
  fs.copyFileSync(
    path.join(import.meta.dirname, 'docusaurus.mjs'),
    path.join(bin, 'docusaurus.mjs'),
  );
  return folder;
}

export function linkEach(from: string, to: string, except: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from)) {
    if (name !== except && !name.startsWith('.'))
      fs.symlinkSync(path.join(from, name), path.join(to, name));
  }
}

/** A command of the project that is running. */
export interface Running {
  readonly child: ChildProcess;
  /** All that it printed so far. */
  output(): string;
  /** Resolves with what it printed when that has some text. */
  says(text: string): Promise<string>;
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export function startCommand(
  project: string,
  args: readonly string[],
  options: { readonly uid?: number; readonly nodeArgs?: readonly string[] } = {},
): Running {
  const { INIT_CWD: _, NODE_ENV: __, ...env } = process.env;
  const { nodeArgs = [], ...rest } = options;
  const child = spawn(process.execPath, [...nodeArgs, BIN, ...args], {
    cwd: project,
    env: { ...env, NO_COLOR: '1' },
    ...rest,
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? -1));
  });
  return {
    child,
    output: () => output,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!output.includes(text)) return;
          listeners.delete(look);
          resolve(output);
        };
        listeners.add(look);
        look();
        ended.then(() => reject(new Error(`It ended without saying "${text}":\n${output}`)));
      }),
  };
}

/** Whether a process runs; one that ended counts as gone before its parent has asked for its exit code. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !fs.existsSync(stat) || !/\) [ZX] /.test(fs.readFileSync(stat, 'utf8'));
}
