import { compareDocuments } from '../../src/changes/compare.ts';
import { loadDocument } from '../../src/document/load.ts';

/** What comparing two documents takes, in a process of its own. */
export interface ChangesFigures {
  readonly changes: number;
  /** Seconds: of reading both documents, and of comparing them; those of the processor, whoever else uses it. */
  readonly reading: number;
  readonly comparing: number;
  readonly processor: number;
  /** Bytes: the most that the process took. */
  readonly memory: number;
}

async function probe(files: readonly string[]): Promise<ChangesFigures> {
  const start = performance.now();
  const documents = [];
  for (const document of files) {
    const loaded = await loadDocument({ document, cwd: process.cwd() });
    if (!loaded.document) throw new Error(`${document} cannot be read.`);
    documents.push(loaded.document);
  }
  const [before, after] = documents;
  if (!before || !after) throw new Error('Two documents are needed.');
  const read = performance.now();
  const usage = process.cpuUsage();
  const { length: changes } = compareDocuments(before, after);
  const { user, system } = process.cpuUsage(usage);
  return {
    changes,
    reading: (read - start) / 1000,
    comparing: (performance.now() - read) / 1000,
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
