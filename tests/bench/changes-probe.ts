import { compareDocuments } from '../../src/changes/compare.ts';
import { type LoadedDocument, loadDocument } from '../../src/document/load.ts';
import { plainSegments } from '../../src/openapi/pointer.ts';

/** What comparing two documents takes, in a process of its own. */
export interface ChangesFigures {
  readonly changes: number;
  /**
   * Seconds: of reading both documents, of comparing them, and of finding the lines of the changes; those of the
   * processor for comparing, whoever else uses it.
   */
  readonly reading: number;
  readonly comparing: number;
  readonly placing: number;
  readonly processor: number;
  /** Bytes: the most that the process took. */
  readonly memory: number;
}

async function probe(files: readonly string[]): Promise<ChangesFigures> {
  const start = performance.now();
  const loaded: LoadedDocument[] = [];
  for (const document of files) loaded.push(await loadDocument({ document, cwd: process.cwd() }));
  const [before, after] = loaded;
  if (!before?.document || !after?.document) throw new Error(`${files} cannot be read.`);
  const read = performance.now();
  const usage = process.cpuUsage();
  const changes = compareDocuments(before.document, after.document);
  const { user, system } = process.cpuUsage(usage);
  const compared = performance.now();
  for (const change of changes) {
    if (change.before) before.placeAt(plainSegments(change.before.pointer));
    if (change.after) after.placeAt(plainSegments(change.after.pointer));
  }
  return {
    changes: changes.length,
    reading: (read - start) / 1000,
    comparing: (compared - read) / 1000,
    placing: (performance.now() - compared) / 1000,
    processor: (user + system) / 1e6,
    memory: process.resourceUsage().maxRSS * 1024,
  };
}

probe(process.argv.slice(2)).then(
  (figures) => console.log(JSON.stringify(figures)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
