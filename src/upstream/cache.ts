import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ownFile } from '../own-files.ts';
import type { UpstreamItem } from './sidebar.ts';

const require = createRequire(import.meta.url);

/**
 * Upstream's output for an outline: from the file of an earlier run, or generated now and stored there.
 *
 * @param file Contains the last result for an API; an unreadable one is ignored.
 */
export async function upstreamCache(
  file: string,
  outline: string,
  make: () => Promise<UpstreamItem[]>,
): Promise<UpstreamItem[]> {
  const key = await keyOf(outline);
  const known = await read(file);
  if (known?.key === key) return known.sidebar;
  const sidebar = await make();
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, JSON.stringify({ key, sidebar }));
  return sidebar;
}

/** The outline, upstream's version, and the job's options. */
async function keyOf(outline: string): Promise<string> {
  const process = ownFile('upstream/process.ts');
  const upstream = require.resolve('docusaurus-plugin-openapi-docs/package.json');
  const hash = createHash('sha256').update(outline);
  for (const part of [process, upstream]) hash.update('\0').update(await fs.readFile(part));
  return hash.digest('hex');
}

async function read(file: string): Promise<{ key: string; sidebar: UpstreamItem[] } | undefined> {
  try {
    return JSON.parse(await fs.readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
