import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { npmCommand } from '../../changes/sources/npm.ts';

const execute = promisify(execFile);

/**
 * Runs a program without a shell.
 *
 * @returns its stdout.
 * @throws Error with the last line of its stderr.
 */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const [command, before] = program === 'npm' ? npmCommand() : [program, []];
    const { stdout } = await execute(command, [...before, ...args], {
      cwd,
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
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
