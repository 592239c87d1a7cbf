import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, run } from '../../support/site.ts';

/** A folder per case: the command, its files, and what it must print on stdout. */
const CASES = path.join(import.meta.dirname, 'check');

const check = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  run(ROOT, ['check', ...args], { INIT_CWD: folder, ...env });

describe('npm run check', () => {
  it.each(fs.readdirSync(CASES))('%s', async (name) => {
    const folder = path.join(CASES, name);
    const { args, code } = JSON.parse(fs.readFileSync(path.join(folder, 'command.json'), 'utf8'));
    // A continuous integration's variable, at which libraries print in colours.
    const result = check(folder, args, { NO_COLOR: undefined, CI: 'true' });
    expect(result.code).toBe(code);
    await expect(result.stdout).toMatchFileSnapshot(path.join(folder, 'stdout.txt'));
    const printed = result.stdout + result.stderr;
    expect(printed).not.toContain('\u001b');
    expect(printed).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    // Where nothing can be reported, stderr says why.
    if (result.stdout === '') expect(result.stderr).toMatch(/error: |requires --document/);
  });

  it('says which mistake of ours it is, and where to report it', () => {
    const script = 'performance.now = () => { throw new Error("Our mistake") }';
    const broken = `data:text/javascript,${encodeURIComponent(script)}`;
    const { code, stdout, stderr } = check(CASES, [], { NODE_OPTIONS: `--import ${broken}` });
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('Error: Our mistake');
    expect(stderr).toMatch(/^\s+at .*progress\.js/m);
    expect(stderr).toContain('Please report it');
  });

  it.each(['check', 'coverage', 'generate', 'build', 'start'])('%s has a help text', (command) => {
    const { code, stdout } = run(ROOT, [command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: docusaurus-openapi-reference ${command} [options]`);
    expect(stdout).toContain('--document <path or URL...>');
  });
});
