import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, run } from '../../support/site.ts';

/** A folder per case: the command, its files, and what it must print on stdout. */
const CASES = path.join(import.meta.dirname, 'changes');

const changes = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  run(ROOT, ['changes', ...args], { INIT_CWD: folder, ...env });

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) fs.rmSync(folder, { recursive: true, force: true });
});

function emptyFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'changes-test-'));
  scratch.push(folder);
  return folder;
}

describe('npm run changes', () => {
  it.each(fs.readdirSync(CASES))('%s', async (name) => {
    const folder = path.join(CASES, name);
    const { args, code } = JSON.parse(fs.readFileSync(path.join(folder, 'command.json'), 'utf8'));
    const result = changes(folder, args, { NO_COLOR: undefined, CI: 'true' });
    expect(result.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(result.code).toBe(code);
    await expect(result.stdout).toMatchFileSnapshot(path.join(folder, 'stdout.txt'));
    expect(result.stdout + result.stderr).not.toContain('\u001b');
    if (code === 2) {
      const said = result.stderr.split('\n').filter((line) => !/^ {2}[✓✗]/.test(line));
      await expect(said.join('\n')).toMatchFileSnapshot(path.join(folder, 'stderr.txt'));
    }
  });

  it('reads revisions of a git repository, with the files that the document refers to', () => {
    const folder = emptyFolder();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        cwd: folder,
      });
    const write = (type: string) => {
      fs.mkdirSync(path.join(folder, 'api/parts'), { recursive: true });
      fs.writeFileSync(
        path.join(folder, 'api/a b.yaml'),
        "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths:\n  /a:\n    get:\n      responses:\n        '200': { description: A, content: { application/json: { schema: { $ref: parts/a.yaml } } } }\n",
      );
      fs.writeFileSync(path.join(folder, 'api/parts/a.yaml'), `type: ${type}\n`);
      fs.writeFileSync(path.join(folder, 'api/parts/other.txt'), 'not a document');
    };
    git('init', '-q');
    write('string');
    git('add', '.');
    git('commit', '-qm', 'One');
    write('integer');
    for (const from of ['HEAD:api/a b.yaml', 'HEAD:./api/a b.yaml']) {
      const { code, stdout } = changes(folder, ['--from', from, '--to', 'api/a b.yaml']);
      expect(stdout).toContain('The type of');
      expect(stdout).toContain('api/parts/a.yaml:1:1');
      expect(code).toBe(1);
    }
    const inside = changes(path.join(folder, 'api'), [
      '--from',
      'HEAD:./a b.yaml',
      '--to',
      'a b.yaml',
    ]);
    expect(inside.stdout).toContain('1 breaking');
    const none = changes(folder, ['--from', 'HEAD:api/none.yaml', '--to', 'api/a b.yaml']);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('there is no file "api/none.yaml"');
    git('commit', '-qam', 'Two');
    expect(
      changes(folder, ['--from', 'HEAD~1:api/a b.yaml', '--to', 'HEAD:api/a b.yaml']).code,
    ).toBe(1);
  });

  it('reads packages, and runs nothing of them', () => {
    const folder = emptyFolder();
    const bin = path.join(folder, 'bin');
    const made = path.join(folder, 'package');
    fs.mkdirSync(bin);
    fs.mkdirSync(path.join(made, 'deep'), { recursive: true });
    const document = fs.readFileSync(path.join(CASES, 'text/old.yaml'));
    fs.writeFileSync(path.join(made, 'openapi.yaml'), document);
    fs.writeFileSync(path.join(made, 'deep/other.yaml'), document);
    fs.writeFileSync(path.join(made, 'package.json'), '{"name":"a","version":"1.0.0"}');
    fs.symlinkSync('/etc/passwd', path.join(made, 'link.yaml'));
    execFileSync('tar', ['-czf', path.join(folder, 'a.tgz'), 'package'], { cwd: folder });
    // A stand-in for npm, which notes what it is called with.
    fs.writeFileSync(
      path.join(bin, 'npm'),
      `#!/bin/sh\nfor arg in "$@"; do last="$arg"; echo "$arg" >> "${folder}/called"; done\ncp "${folder}/a.tgz" "$last/"\n`,
      { mode: 0o755 },
    );
    const env = { PATH: `${bin}${path.delimiter}${process.env.PATH}` };
    const to = path.join(CASES, 'text/new.yaml');
    const { code, stdout } = changes(folder, ['--from', 'npm:@acme/a@1.0.0', '--to', to], env);
    expect(stdout).toContain('openapi.yaml:');
    expect(code).toBe(1);
    const called = fs.readFileSync(path.join(folder, 'called'), 'utf8').split('\n');
    expect(called.slice(0, 5)).toEqual([
      'pack',
      '@acme/a@1.0.0',
      '--ignore-scripts',
      '--silent',
      '--pack-destination',
    ]);
    const other = ['--from', 'npm:@acme/a@1.0.0:deep/other.yaml', '--to', to];
    expect(changes(folder, other, env).code).toBe(1);
    for (const file of ['link.yaml', '../../a.yaml', 'none.yaml']) {
      const wrong = changes(folder, ['--from', `npm:@acme/a@1.0.0:${file}`, '--to', to], env);
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain('the package has no file');
      expect(wrong.stderr).toContain('deep/other.yaml');
    }
  });

  it('compares the documents of the site with the last commit', () => {
    const { code, stdout } = changes(ROOT, ['--fail-on', 'never']);
    expect(stdout).toContain('HEAD:./openapi/conformance.yaml → openapi/conformance.yaml');
    expect(code).toBe(0);
  });

  it('has a help text', () => {
    const { code, stdout } = run(ROOT, ['changes', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('npm:@acme/api@1.2.3');
    expect(stdout).toContain('Exit codes');
  });
});
