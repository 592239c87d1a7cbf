import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** True where a program can be started with these arguments. */
export function hasProgram(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program in a folder, past any proxy, and gives what it wrote. */
export function start(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  const env = { ...process.env, NO_PROXY: '*', no_proxy: '*' };
  const options = { cwd, env, maxBuffer: 1 << 28 };
  return new Promise((done) => {
    execFile(program, args, options, (error, output, errors) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      done({ code, output, errors: error && !errors ? error.message : errors });
    });
  });
}

/** A temporary folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'proof-'));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
