import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadDocument } from '../document/load.ts';
import { shownParts } from '../slices/parts.ts';
import { planPages } from '../slices/plan.ts';
import { buildSlices } from '../slices/slices.ts';
import { mapLimit } from './files.ts';
import { type Commit, fileAt } from './git.ts';
import type { ManifestApi } from './layout.ts';

/** git processes that run at the same time. */
const GIT_AT_ONCE = 8;

/** The pages of an API as they were in a commit. */
export interface Version {
  /** Page id to a hash that identifies the page's content. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Of its text. */
  readonly length: number;
}

/**
 * Cuts the document of an API into slices as it was in a commit.
 *
 * @returns undefined if a file did not exist, or no document could be built from it.
 */
export async function versionAt(
  root: string,
  { id, sources }: ManifestApi,
  { id: commit }: Commit,
): Promise<Version | undefined> {
  if (!sources) return undefined;
  const { options, kinds, files, ...input } = sources;
  const texts = await mapLimit(files, (file) => fileAt(root, file, commit), GIT_AT_ONCE);
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'openapi-reference-site-'));
  // Deep enough for files above the project's folder.
  const up = Math.max(
    0,
    ...files.map((file) => file.split('/').filter((part) => part === '..').length),
  );
  const cwd = path.join(scratch, ...Array.from({ length: up }, () => 'folder'));
  try {
    let length = 0;
    for (const [at, file] of files.entries()) {
      const text = texts[at];
      if (text === undefined) return undefined;
      length += text.length;
      await fs.mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
      await fs.writeFile(path.join(cwd, file), text);
    }
    const loaded = await loadDocument({ ...input, cwd, structure: false });
    if (!loaded.document) return undefined;
    const document = shownParts(loaded.document, kinds);
    const { plan } = planPages(document, id, options, kinds);
    const slices = buildSlices(document, plan);
    return { hashes: new Map(slices.map(({ page, hash }) => [page.id, hash])), length };
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}
