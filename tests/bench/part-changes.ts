import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isObject } from '../../src/json/guards.ts';
import type { ChangesFigures } from './changes-probe.ts';
import { authentikDocument, authentikOperations, type Context } from './context.ts';
import type { JsonObject } from './json.ts';
import { step } from './log.ts';
import { DOCUMENTS, ROOT } from './paths.ts';
import type { ChangesRun, PartData } from './results.ts';
import { syntheticDocument } from './synthetic.ts';

/** Operations of GitHub's document. */
const GITHUB = 1200;

/** Compares documents of GitHub's size: with themselves, and with one of which every part has changed. */
export async function runChanges({ runs }: Context): Promise<PartData['changes']> {
  const synthetic = syntheticDocument(GITHUB);
  const subjects = [
    { document: 'authentik', operations: authentikOperations().length, value: authentikDocument() },
    { document: 'synthetic', operations: GITHUB, value: synthetic as unknown as JsonObject },
  ];
  const results: ChangesRun[] = [];
  for (const { document, operations, value } of subjects) {
    const before = write(`changes-${document}-before.json`, value);
    const after = write(`changes-${document}-after.json`, changed(value));
    for (const [what, to] of [
      ['nothing changed', before],
      ['everything changed', after],
    ] as const) {
      const figures = await step(`${document}, ${what}`, async () =>
        Array.from({ length: runs }, () => probe(before, to)),
      );
      results.push({ document, operations, what, runs: figures });
    }
  }
  return results;
}

function write(name: string, value: unknown): string {
  fs.mkdirSync(DOCUMENTS, { recursive: true });
  const file = path.join(DOCUMENTS, name);
  fs.writeFileSync(file, JSON.stringify(value));
  return file;
}

/** A document in which each description and each list of required properties is another. */
function changed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(changed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (name === 'description' && typeof item === 'string') return [name, `${item} Changed.`];
      if (name === 'required' && Array.isArray(item)) return [name, item.slice(1)];
      return [name, changed(item)];
    }),
  );
}

function probe(from: string, to: string): ChangesFigures {
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const script = path.join(import.meta.dirname, 'changes-probe.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsx, script, from, to], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) ?? 'The comparison failed.');
  return JSON.parse(stdout);
}
