import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rsyncPlan } from '../../../src/deploy/formats/rsync.ts';
import { NOTHING_DEPLOYED } from '../../../src/deploy/manifest.ts';
import { planDeployment } from '../../../src/deploy/plan.ts';
import { readSite } from '../../../src/deploy/site.ts';
import { readTree } from '../../support/tree.ts';

const isInstalled = spawnSync('rsync', ['--version']).status === 0;

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'deploy-rsync-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

function write(site: string, files: Readonly<Record<string, string>>): string {
  const folder = path.join(root, site);
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
    // The same size and time: only the plan knows that a file has changed.
    fs.utimesSync(path.join(folder, file), 1_000_000_000, 1_000_000_000);
  }
  return folder;
}

describe.skipIf(!isInstalled)('rsync itself', () => {
  it('carries out plans, whatever the names of files', async () => {
    const common = {
      'index.html': '<title>',
      '-rf': 'x',
      '#1 $(touch pwned)\n`x`': 'x',
      'a*': 'x',
    };
    const before = {
      ...common,
      'a.html': 'one',
      'gone/deep/x y.html': '',
      'gone/z\n.json': '',
      'w[e]i*rd\\?': '',
      'back\\slash': '',
    };
    const after = { ...common, 'a.html': 'two', "new/it's [1]/index.html": 'new' };
    const published = path.join(root, 'published');
    fs.mkdirSync(path.join(published, 'of somebody else'), { recursive: true });
    const others = { 'weirrd?': 'like a pattern', 'gone/theirs': 'in a folder of ours' };
    write('published', others);
    let last = NOTHING_DEPLOYED;
    for (const [name, files] of [['before', before] as const, ['after', after] as const]) {
      const site = write(name, files);
      const plan = planDeployment(await readSite(site, name, () => false), last, {
        keepAssets: 0,
        maxRemovals: 100,
      });
      const { lists, script } = rsyncPlan(plan, { site: name, lists: 'lists', target: published });
      fs.mkdirSync(path.join(root, 'lists'), { recursive: true });
      for (const [list, text] of lists) fs.writeFileSync(path.join(root, 'lists', list), text);
      const { status, stderr } = spawnSync('/bin/sh', ['-c', script], {
        cwd: root,
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(readTree(published)).toEqual({ ...files, ...others });
      last = plan.manifest;
    }
    // Folders that are empty now are gone; what the site never had is not.
    expect(fs.readdirSync(published).sort()).toEqual(
      [...Object.keys(common), 'a.html', 'gone', 'new', 'of somebody else', 'weirrd?'].sort(),
    );
    expect(fs.readdirSync(path.join(published, 'gone'))).toEqual(['theirs']);
    expect(fs.existsSync(path.join(root, 'pwned'))).toBe(false);
  });
});
