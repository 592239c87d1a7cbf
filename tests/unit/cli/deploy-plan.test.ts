import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, run } from '../../support/site.ts';

/**
 * A folder per case: the command, what it must print on stdout and stderr, and the files that it must write, one after
 * the other. The sites and manifests, which cases share, are in a folder of their own, which each case gets a copy of.
 */
const CASES = path.join(import.meta.dirname, 'deploy-plan');
const SITES = path.join(import.meta.dirname, 'deploy-sites');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => fs.statSync(path.join(folder, file)).isFile())
    .sort();

describe('npm run deploy-plan', () => {
  it.each(fs.readdirSync(CASES))('%s', async (name) => {
    const folder = path.join(CASES, name);
    const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'deploy-plan-'));
    folders.push(copy);
    fs.cpSync(SITES, copy, { recursive: true });
    const { args, code } = JSON.parse(fs.readFileSync(path.join(folder, 'command.json'), 'utf8'));
    const result = run(ROOT, ['deploy-plan', ...args], { INIT_CWD: copy });
    const shared = new Set(filesIn(SITES));
    const written = filesIn(copy)
      .filter((file) => !shared.has(file))
      .map((file) => `== ${file}\n${fs.readFileSync(path.join(copy, file), 'utf8')}`);
    const shownOf = (text: string): string => text.replaceAll(copy, '<folder>');
    await expect(result.stdout).toMatchFileSnapshot(path.join(folder, 'stdout.txt'));
    await expect(shownOf(result.stderr)).toMatchFileSnapshot(path.join(folder, 'stderr.txt'));
    expect(result.code).toBe(code);
    if (code === 0)
      await expect(written.join('').replaceAll('\0', '\\0\n')).toMatchFileSnapshot(
        path.join(folder, 'written.txt'),
      );
    // A script must not find a part of a plan, and nothing that exists is replaced.
    else expect([result.stdout, written]).toEqual(['', []]);
    for (const file of shared)
      expect(fs.readFileSync(path.join(copy, file))).toEqual(
        fs.readFileSync(path.join(SITES, file)),
      );
  });
});
