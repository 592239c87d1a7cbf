import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { copyParts, ELSEWHERE, run } from '../support/site.ts';
import { addPages } from '../support/small-site.ts';
import { hashTree } from '../support/tree.ts';

const small = inject('small');
const packages = path.join(small.folder, '../node_modules');

let folder: string;
let elsewhere: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openapi-reference-site-'));
  elsewhere = path.join(folder, 'a much', 'deeper place', 'İstanbul-site');
  fs.mkdirSync(elsewhere, { recursive: true });
  copyParts(elsewhere);
  addPages(elsewhere);
  // Lent for one build: linking and removing them takes as long as the build.
  fs.renameSync(packages, path.join(elsewhere, 'node_modules'));
});
afterAll(() => {
  fs.renameSync(path.join(elsewhere, 'node_modules'), packages);
  fs.rmSync(folder, { recursive: true });
});

it('is the same site, byte for byte, in another folder, time zone and language, and years later', () => {
  const about = ['--document', 'openapi/bookshop.yaml', '--locale', 'en'];
  const args = ['build', ...about, '--out-dir', 'site of today'];
  const { code, stderr } = run(elsewhere, args, ELSEWHERE);
  expect(code, stderr).toBe(0);
  const built = hashTree(path.join(elsewhere, 'site of today'));
  expect(Object.keys(built).length).toBeGreaterThan(80);
  expect(built).toEqual(hashTree(small.folder));
  // Nor do they depend on what was built before.
  expect(fs.existsSync(path.join(elsewhere, 'node_modules/.cache'))).toBe(false);
});
