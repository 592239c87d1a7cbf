import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyParts, ROOT } from '../../support/site.ts';
import { copyWithStandIn, startCommand } from '../../support/stand-in/project.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function command(cwd: string, args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, stderr };
}

describe('the way into every command', () => {
  const fake = (version: string): string => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'node-version-'));
    folders.push(folder);
    const file = path.join(folder, 'fake.cjs');
    const versions = `{ ...process.versions, node: '${version}' }`;
    fs.writeFileSync(file, `Object.defineProperty(process, 'versions', { value: ${versions} });`);
    return file;
  };

  it.each(['18.20.8', '20.10.0', '20.9.0', '9.11.2'])('refuses Node.js %s in words', (version) => {
    const { status, stderr } = command(ROOT, ['-r', fake(version), 'src/cli/bin.cjs', 'build']);
    expect(status).toBe(2);
    expect(stderr).toContain(`This needs Node.js 20.19 or newer; this is ${version} (`);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  it.each(['20.19.0', '20.100.0'])('takes Node.js %s', (version) => {
    const { status, stderr } = command(ROOT, ['-r', fake(version), 'src/cli/bin.cjs', '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('is read by any version: no syntax and no package from before the check', () => {
    const text = fs.readFileSync(path.join(ROOT, 'src/cli/bin.cjs'), 'utf8');
    const before = text.slice(0, text.indexOf('import(')).replace(/\/\/.*|\/\*.*?\*\//g, '');
    expect(before).not.toMatch(/\?\.|\?\?|`|\bawait\b/);
    expect([...before.matchAll(/require\((.*?)\)/g)].map(([, what]) => what)).toEqual([
      "'../../package.json'",
    ]);
  });

  it('starts from the sources in a clone', () => {
    const document = 'tests/unit/cli/check/clean/openapi.yaml';
    const { status } = command(ROOT, ['src/cli/bin.cjs', 'check', '--document', document]);
    expect(status).toBe(0);
  });

  it('says where packages are missing', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'no-packages-'));
    folders.push(folder);
    copyParts(folder);
    const { status, stderr } = command(folder, ['src/cli/bin.cjs', 'build']);
    expect(status).toBe(2);
    expect(stderr).toContain('Run "npm ci" first.');
  });
});

describe('a project', () => {
  let project: string;
  beforeAll(() => {
    project = copyWithStandIn();
    folders.push(project);
  });

  it.each(['#', '?', '!'])(
    'in a path with "%s" is not built, and the path is named',
    async (character) => {
      const odd = `${project}${character}1`;
      fs.renameSync(project, odd);
      try {
        const building = startCommand(odd, ['build']);
        expect(await building.ended, building.output()).toBe(2);
        expect(building.output()).toContain(`The project's folder is ${odd}.`);
        expect(building.output()).toContain('Rename the folder');
        expect(fs.existsSync(path.join(odd, '.reference'))).toBe(false);
      } finally {
        fs.renameSync(odd, project);
      }
    },
  );

  it.runIf(process.platform !== 'win32')(
    'that cannot be written is named, with the fix',
    async () => {
      // Root may write everywhere.
      const uid = process.getuid?.() === 0 ? 65534 : undefined;
      fs.chmodSync(project, 0o555);
      try {
        for (const args of [['build'], ['generate', '--document', 'openapi/bookshop.yaml']]) {
          const running = startCommand(project, args, { uid });
          expect(await running.ended, running.output()).toBe(2);
          expect(running.output()).toContain(path.join(project, '.reference'));
          expect(running.output()).toContain('permission denied');
          expect(running.output()).not.toContain('internal error');
        }
      } finally {
        fs.chmodSync(project, 0o755);
      }
    },
  );
});
