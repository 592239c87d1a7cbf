import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, run } from '../../support/site.ts';

/**
 * A folder per case: the command and what it must print on stdout and stderr. The documents and sites,
 * which cases share, stand beside them.
 */
const CASES = path.join(import.meta.dirname, 'coverage');

describe('npm run coverage', () => {
  it.each(fs.readdirSync(CASES))('%s', async (name) => {
    const folder = path.join(CASES, name);
    const { args, code } = JSON.parse(fs.readFileSync(path.join(folder, 'command.json'), 'utf8'));
    const result = run(ROOT, ['coverage', ...args], { INIT_CWD: folder });
    expect(result.code).toBe(code);
    await expect(result.stdout).toMatchFileSnapshot(path.join(folder, 'stdout.txt'));
    // Progress stands there as well, and how long it took.
    const told = result.stderr.replace(/^ {2}[✓✗] .*\n/gm, '').trim();
    await expect(told === '' ? '' : `${told}\n`).toMatchFileSnapshot(
      path.join(folder, 'stderr.txt'),
    );
    expect(told === '').toBe(code < 2);
  });
});
