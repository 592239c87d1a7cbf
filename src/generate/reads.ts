import path from 'node:path';
import type { Reads } from '../problems/reporter.ts';
import type { ApiConfig } from './config.ts';
import { fromRoot } from './files.ts';
import type { Inputs } from './input-key.ts';

/**
 * What was read besides the documents themselves.
 *
 * @param inputs All local input files; those without a text were looked for and not found.
 * @param hosts Of the network, with the number of requests.
 */
export function readsOf(
  root: string,
  apis: readonly ApiConfig[],
  inputs: Inputs,
  hosts: ReadonlyMap<string, number> = new Map(),
): Reads {
  const documents = new Set(apis.map(({ document }) => path.resolve(root, document)));
  const files = [...inputs]
    .filter(([file, text]) => text !== undefined && !documents.has(file))
    .map(([file]) => fromRoot(root, file));
  return { files, hosts: Object.fromEntries(hosts) };
}
