import path from 'node:path';
import { type LoadedDocument, loadDocument } from '../document/load.ts';
import type { Network } from '../document/network.ts';
import { formerAddresses } from '../history/former-addresses.ts';
import { defined } from '../json/guards.ts';
import { maskPasswords } from '../problems/mask.ts';
import type { Problem, Severity } from '../problems/problem.ts';
import { checkDocument, isWanted } from '../rules/check.ts';
import { planPages } from '../slices/plan.ts';
import { lastAddresses } from './addresses.ts';
import { type ApiConfig, apiIdOf } from './config.ts';
import { readSteps } from './history.ts';

export interface ReadApi {
  readonly loaded: LoadedDocument;
  /** Those of loading and of the rules, as configured in the API's entry; sorted. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the document of an API and finds all problems in it.
 *
 * @param lowest Problems of lower severity are not looked for.
 * @param network That of the run, which all of its documents share.
 * @param cwd The folder that paths of documents are relative to, and file names in problems.
 */
export async function readApi(
  root: string,
  api: ApiConfig,
  lowest: Severity,
  network: Network,
  cwd = root,
): Promise<ReadApi> {
  const { document, overlays, refFolders, refHosts, showInternal, rules = {} } = api;
  const structure = isWanted('structure', rules, lowest);
  const sources = { document, overlays, refFolders, refHosts, showInternal };
  const loaded = await loadDocument({ ...sources, cwd, structure, network });
  const id = apiIdOf(api, loaded.document?.info?.title);
  const { ids } = await lastAddresses(root, id);
  const answeredIds = ids.size > 0 ? await answered(root, id, api, loaded) : undefined;
  const former = { lastIds: ids, ...defined({ answeredIds }) };
  return { loaded, problems: checkDocument(loaded, rules, lowest, former) };
}

/** Former pages of which the history of an API says what has become of them. */
async function answered(
  root: string,
  id: string,
  api: ApiConfig,
  { document }: LoadedDocument,
): Promise<ReadonlySet<string> | undefined> {
  if (!document || !api.history) return undefined;
  const { steps } = await readSteps(root, id, api);
  const { moved, gone } = formerAddresses(steps, planPages(document, '').plan);
  return new Set([...moved.keys(), ...gone.keys()]);
}

/** A document's path or URL for messages: without a password. */
export function shownDocument(root: string, document: string): string {
  const inside = `${root}${path.sep}`;
  return document.startsWith(inside) ? document.slice(inside.length) : maskPasswords(document);
}
