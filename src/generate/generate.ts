import { Network } from '../document/network.ts';
import type { Problem } from '../problems/problem.ts';
import type { Reads } from '../problems/reporter.ts';
import { hasErrors } from '../problems/sort.ts';
import { Upstream } from '../upstream/plugin.ts';
import { type ApiOptions, type ApiResult, generateApi } from './api.ts';
import { type ApiEntry, checkConfig, checkIds } from './config.ts';
import { count } from './counts.ts';
import { fromRoot } from './files.ts';
import type { Holder } from './holder.ts';
import { inputKey } from './input-key.ts';
import { json } from './json.ts';
import { LAYOUT, type Manifest } from './layout.ts';
import { type Lock, withLock } from './lock.ts';
import {
  doubledPages,
  filesByApi,
  isKeptIn,
  joinedFiles,
  keptOf,
  manifestOf,
  mergedFiles,
  type Selection,
  withSchemasOnly,
} from './partial.ts';
import { checkPageAddresses, checkPlaces } from './place.ts';
import { readsOf } from './reads.ts';
import { unchangedResult } from './unchanged.ts';
import { entriesOf } from './versions.ts';
import { type Changes, finishPending, writeFiles } from './write.ts';

export interface GenerateOptions extends ApiOptions, Selection {
  /** All APIs of the site. Those that are not selected stay as they are. */
  readonly apis: readonly ApiEntry[];
  /** The caller's lock, if it holds one for more than this. */
  readonly lock?: Lock;
  /** Called once before it waits for another run to finish. */
  readonly onWait?: (holder: Holder) => void;
  /** Whether nothing is read from the network. */
  readonly offline?: boolean;
}

export interface GenerateResult {
  readonly problems: readonly Problem[];
  /** Absent if a document has errors: then nothing was written. */
  readonly changes?: Changes;
  readonly manifest?: Manifest;
  /** Local input files, for watching. */
  readonly inputs: readonly string[];
  /** What was read besides the documents themselves. */
  readonly reads: Reads;
}

/**
 * From documents to pages: loads every API's document, cuts it into slices, generates the pages, and updates
 * the generated files. If any document has an error, nothing is written. If neither the inputs nor the
 * outputs have changed since the last run, there is nothing to do.
 *
 * @throws ConfigError, FileInTheWay, WriteError or LockedError, whose messages are for people; other errors
 * if upstream fails.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { root, onWait, lock } = options;
  await checkConfig(options.apis);
  const all = { ...options, apis: entriesOf(options.apis) };
  if (lock) return generateAlone(all);
  return withLock(root, { command: 'generate', onWait }, () => generateAlone(all));
}

async function generateAlone(options: GenerateOptions): Promise<GenerateResult> {
  const unchanged = options.only ? undefined : await unchangedResult(options);
  if (unchanged) return unchanged;
  await finishPending(options.root);
  const upstream = new Upstream();
  return freshResult(options, upstream).finally(() => upstream.close());
}

/** Whether an API has functions of the site, whose changes no hash of the options reveals. */
function hasFunctions({ stock }: ApiEntry): boolean {
  return stock?.sidebar?.sidebarGenerators?.createDocItem !== undefined;
}

/** Removes the files of the selected APIs, and nothing else. */
export async function removeApis(
  root: string,
  selection: Selection,
  onWait?: (holder: Holder) => void,
): Promise<Changes> {
  return withLock(root, { command: 'clean', onWait }, async () => {
    await finishPending(root);
    const kept = await keptOf(root, selection);
    const { only = new Set(), schemasOnly } = selection;
    const apis = kept.manifest.filter(({ id }) => schemasOnly || !only.has(id));
    const files = new Map([[LAYOUT.manifest, json({ apis })]]);
    const made = { inputs: [], problems: [], apis: kept.apis };
    return writeFiles(root, files, made, () => 'a generated file', isKeptIn(kept));
  });
}

async function freshResult(options: GenerateOptions, upstream: Upstream): Promise<GenerateResult> {
  const { root, cwd = root, apis, docs, lowest, offline, only, onStep = () => {} } = options;
  const network = new Network({ offline });
  const results: ApiResult[] = [];
  const taken = new Set<string>();
  for (const entry of apis) {
    if (only && !only.has(entry.id)) continue;
    const asked = options.schemasOnly ? withSchemasOnly(entry) : entry;
    const result = await generateApi(asked, { ...options, taken }, upstream, network);
    results.push(result);
    for (const file of result.generated?.subjects.keys() ?? []) taken.add(file);
  }
  checkIds(results.map(({ generated }) => generated?.api.id));
  const problems = results.flatMap((result) => result.problems);
  const read = new Map(results.flatMap((result) => [...result.inputs]));
  const inputs = [...read.keys()];
  const reads = readsOf(cwd, apis, read, network.hosts);
  if (hasErrors(problems)) return { problems, inputs, reads };
  const generated = results.flatMap((result) => result.generated ?? []);
  const kept = await keptOf(root, options);
  const manifest = manifestOf(apis, generated, kept, options);
  checkPlaces(generated.filter(({ stock }) => !stock).map(({ api }) => api));
  checkPageAddresses(generated);
  const owned = filesByApi(generated, options);
  problems.push(...doubledPages(generated, owned));
  const files = mergedFiles(owned);
  files.set(LAYOUT.manifest, json(manifest));
  files.set(LAYOUT.pagesKey, json(generated.map(({ pagesKey }) => pagesKey)));
  onStep(`comparing ${count(files.size, 'file')}`);
  const subjects = new Map(generated.flatMap(({ subjects }) => [...subjects]));
  const isWhole = !only && !apis.some(hasFunctions) && !results.some((one) => one.isVolatile);
  const key = !isWhole ? undefined : await inputKey(root, { apis, docs, lowest }, read);
  const changes = await writeFiles(
    root,
    files,
    {
      ...(key && { key }),
      inputs: inputs.map((file) => fromRoot(root, file)),
      problems,
      apis: joinedFiles(kept.apis, owned),
    },
    (file) => subjects.get(file) ?? 'a generated file',
    isKeptIn(kept),
  );
  return { problems, inputs, reads, manifest, changes };
}
