import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readIfThere } from '../document/read-if-there.ts';
import { fromRoot, writeWhole } from '../generate/files.ts';
import { LAYOUT } from '../generate/layout.ts';
import { asObject } from '../json/guards.ts';
import type { SiteState } from '../site/site-state.ts';

/** Whether the site in a folder was built from what a build would read now, and nobody has changed it since. */
export async function isUpToDate(
  root: string,
  outDir: string,
  { all }: SiteState,
): Promise<boolean> {
  const built = asObject((await readBuilt(root))[fromRoot(root, outDir)]);
  return built.state === all && built.site === stampOf(outDir);
}

/** Remembers what a site was built from. */
export async function noteBuilt(root: string, outDir: string, { all }: SiteState): Promise<void> {
  const others = Object.entries(await readBuilt(root)).filter(([folder]) =>
    fs.existsSync(path.join(root, folder)),
  );
  const built = { state: all, site: stampOf(outDir) };
  const noted = { ...Object.fromEntries(others), [fromRoot(root, outDir)]: built };
  await writeWhole(root, LAYOUT.built, `${JSON.stringify(noted)}\n`);
}

/** By the folder of the site. */
async function readBuilt(root: string): Promise<Record<string, unknown>> {
  try {
    return asObject(JSON.parse((await readIfThere(path.join(root, LAYOUT.built))) ?? '{}'));
  } catch {
    return {};
  }
}

/** Names, sizes and modification times of all files of a site; undefined if there is none. */
function stampOf(folder: string): string | undefined {
  if (!fs.existsSync(folder)) return undefined;
  const hash = createHash('sha256');
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const { size, mtimeMs } = fs.lstatSync(path.join(folder, name));
    hash.update(`${name}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}
