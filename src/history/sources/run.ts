import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Runs a program without a shell, except where npm is a script of the shell.
 *
 * @returns its stdout.
 * @throws Error with the last line of its stderr.
 */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await execute(program, [...args], {
      cwd,
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
      shell: process.platform === 'win32' && program === 'npm',
    });
    return stdout;
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    const last = stderr
      .trim()
      .split('\n')
      .find((line) => !/complete log/i.test(line));
    throw new Error(last || message);
  }
}
