import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSite } from '../../../src/deploy/site.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deploy-site-'));
  fs.mkdirSync(path.join(folder, 'private'));
  fs.writeFileSync(path.join(folder, 'index.html'), 'x');
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

const read = () => readSite(folder, 'build', () => false);

it('reads all files', async () => {
  expect([...(await read()).keys()]).toEqual(['index.html']);
});

it('says that a folder cannot be read, and not that it cannot be written', async () => {
  const { readdir } = fs.promises;
  vi.spyOn(fs.promises, 'readdir').mockImplementation(((below: string, ...options: []) =>
    below === path.join(folder, 'private')
      ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))
      : readdir(below, ...options)) as typeof readdir);
  await expect(read()).rejects.toMatchObject({ reason: 'site-unreadable' });
  await expect(read()).rejects.toThrow(
    'build cannot be read: EACCES: permission denied. (site-unreadable)',
  );
});

it('says so of a file', async () => {
  vi.spyOn(fs, 'createReadStream').mockImplementation(() => {
    throw Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
  });
  await expect(read()).rejects.toMatchObject({ reason: 'site-unreadable' });
});

it('says that there is none', async () => {
  fs.rmSync(folder, { recursive: true });
  await expect(read()).rejects.toMatchObject({ reason: 'no-site' });
  fs.mkdirSync(folder);
});
