import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildDist } from '../../.ci/dist.ts';
import { ROOT } from '../support/site.ts';

/**
 * Builds the package as users run it, for tests that start its command: in a folder of its own, so that it is that of
 * the present sources whatever runs beside it.
 */
export default async function setup(): Promise<() => void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'package-'));
  fs.chmodSync(folder, 0o755);
  await buildDist(path.join(folder, 'dist'));
  fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  process.env.TEST_PACKAGE = folder;
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
