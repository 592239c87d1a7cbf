import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Starts a command of Docusaurus in a process of its own, with our terminal. */
export function startDocusaurus(root: string, args: readonly string[]): ChildProcess {
  const bin = path.join(
    path.dirname(require.resolve('@docusaurus/core/package.json')),
    'bin',
    'docusaurus.mjs',
  );
  return spawn(process.execPath, [bin, ...args], {
    cwd: root,
    // Its minifier turns hidden="until-found", which Ctrl+F opens, into plain hidden.
    env: { ...process.env, SKIP_HTML_MINIFICATION: 'true' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** @returns the exit code; 1 where a signal ended the process. */
export async function exitOf(child: ChildProcess): Promise<number> {
  const [code] = await once(child, 'close');
  return code ?? 1;
}
