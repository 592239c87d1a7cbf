import fs from 'node:fs';
import path from 'node:path';
import { inFolder } from './machine.ts';
import type { Source } from './pages.ts';
import { filesOf, type Runner } from './run/runner.ts';
import type { ProofServer } from './server.ts';

/** What came of running all samples of a language. */
export interface Proof {
  /** Requests that arrived. */
  readonly sent: number;
  /** Operations that were asked for once, and as the document has it. */
  readonly passed: number;
  /** `GET /books: query parameter x is missing` */
  readonly mistakes: readonly string[];
}

/**
 * Runs the samples of a language, and asks the server what arrived.
 *
 * @param fields Which samples: those with required fields, of all operations; or those with all fields, of operations
 * with more.
 */
export async function prove(
  source: Source,
  runner: Runner,
  server: ProofServer,
  fields: 'required' | 'all' = 'required',
): Promise<Proof> {
  const isFull = fields === 'all';
  const pages = source.pages.filter(({ full }) => !isFull || full);
  const samples = pages.flatMap(({ operation, samples: codes, full }) => {
    const code = (isFull ? full : codes)?.get(runner.language);
    return code === undefined ? [] : [{ operation, code: server.aimed(code) }];
  });
  const complaints = await inFolder((folder) => {
    for (const file of filesOf(samples)) fs.writeFileSync(path.join(folder, file), 'BYTES');
    return runner.run(samples, folder);
  });
  const { requests, mistakes } = await server.arrivals();
  const all = [
    ...mistakes,
    ...complaints.map(({ index, text }) => `${samples[index]?.operation}: ${text}`),
    ...pages.flatMap(({ operation }) => {
      const times = requests.get(operation) ?? 0;
      return times === 1 ? [] : [`${operation}: was asked for ${times} times`];
    }),
  ];
  const isWrong = (operation: string) => all.some((text) => text.startsWith(`${operation}: `));
  return {
    sent: [...requests.values()].reduce((sum, times) => sum + times, 0),
    passed: pages.filter(({ operation }) => !isWrong(operation)).length,
    mistakes: all,
  };
}
