import fs from 'node:fs/promises';
import path from 'node:path';
import type { GenerateOptions, GenerateResult } from './generate.ts';
import { inputKey, readInputs } from './input-key.ts';
import { LAYOUT } from './layout.ts';
import { readsOf } from './reads.ts';
import { isUntouched, readRecord } from './record.ts';
import { entriesOf } from './versions.ts';
import { finishPending } from './write.ts';

/**
 * The result of the last run, if nothing has changed since. Loads nothing of what reads documents and generates, which
 * takes longer than this.
 *
 * @param options For all APIs of the site.
 * @throws WriteError if an interrupted run cannot be finished.
 */
export async function unchangedResult({
  root,
  cwd = root,
  apis: entries,
  docs,
  lowest,
}: Pick<GenerateOptions, 'root' | 'cwd' | 'apis' | 'docs' | 'lowest'>): Promise<
  GenerateResult | undefined
> {
  await finishPending(root);
  const { key, inputs: recorded, problems, files } = await readRecord(root);
  if (key === undefined) return undefined;
  const apis = entriesOf(entries);
  const inputs = recorded.map((file) => path.resolve(root, file));
  const now = await readInputs(inputs);
  if (key !== (await inputKey(root, { apis, docs, lowest }, now))) return undefined;
  const isAsWritten = Object.entries(files).every(([file, stamp]) =>
    isUntouched(path.join(root, file), stamp),
  );
  if (!isAsWritten) return undefined;
  const manifest = JSON.parse(await fs.readFile(path.join(root, LAYOUT.manifest), 'utf8'));
  return {
    problems,
    inputs,
    reads: readsOf(cwd, apis, now),
    manifest,
    changes: { written: [], unchanged: Object.keys(files), removed: [] },
  };
}
