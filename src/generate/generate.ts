import fs from 'node:fs/promises';
import path from 'node:path';
import type { LoadedDocument } from '../document/load.ts';
import { fileOf, type ReferencePages, writePages } from '../mdx/pages.ts';
import { Upstream } from '../mdx/upstream.ts';
import type { Problem } from '../problems/problem.ts';
import { hasErrors } from '../problems/sort.ts';
import { pageId } from '../slices/page-id.ts';
import { type Plan, type PlannedPage, planPages } from '../slices/plan.ts';
import { buildSlices, type Slice } from '../slices/slices.ts';
import { oneLine } from '../slices/title.ts';
import { type ApiConfig, checkConfig } from './config.ts';
import { inputKey } from './input-key.ts';
import { LAYOUT, type Manifest, type ManifestApi } from './layout.ts';
import { withLock } from './lock.ts';
import { readApi, shownDocument } from './read.ts';
import { isUntouched, readRecord } from './record.ts';
import { type Changes, finishPending, writeFiles } from './write.ts';

export interface GenerateOptions {
  /** The project's folder: documents are resolved against it and files written below it. */
  readonly root: string;
  readonly apis: readonly ApiConfig[];
  /** Problems of less severity are not looked for; `warning` if absent. Hints are for `check`. */
  readonly lowest?: 'warning' | 'error';
  /** Told at the start of each step, for people who wait. */
  readonly onStep?: (step: string) => void;
}

export interface GenerateResult {
  readonly problems: readonly Problem[];
  /** Absent when a document has errors: then nothing was written. */
  readonly changes?: Changes;
  readonly manifest?: Manifest;
  /** Local files that went in, for watching. */
  readonly inputs: readonly string[];
}

interface GeneratedApi {
  readonly api: ManifestApi;
  readonly files: ReadonlyMap<string, string>;
  /** File of a page to what it is about, for people: `GET /books`. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly pagesKey: string;
}

/**
 * Documents to pages: loads every API's document, cuts it into slices, has the pages written, and
 * brings the generated files in line. With an error in any document nothing is written. Where all
 * that goes in is as it was in the last run, and what came out too, that is all there is to do.
 *
 * @throws ConfigError, FileInTheWay, WriteError or LockedError, whose messages are for people; other
 * errors where upstream fails.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { root, apis, onStep = () => {} } = options;
  checkConfig(apis);
  const onWait = (holder: string): void => onStep(`waiting for another run (process ${holder})`);
  return withLock(root, onWait, async () => {
    await finishPending(root);
    const unchanged = await unchangedResult(options);
    if (unchanged) return unchanged;
    const upstream = new Upstream();
    return freshResult(options, upstream).finally(() => upstream.close());
  });
}

/** The result of the last run, where nothing has changed since. */
async function unchangedResult({
  root,
  apis,
  lowest,
}: GenerateOptions): Promise<GenerateResult | undefined> {
  const { key, inputs, problems, files } = await readRecord(root);
  if (key === undefined || key !== (await inputKey({ apis, lowest }, inputs))) return undefined;
  const isAsWritten = Object.entries(files).every(([file, stamp]) =>
    isUntouched(path.join(root, file), stamp),
  );
  if (!isAsWritten) return undefined;
  const manifest = JSON.parse(await fs.readFile(path.join(root, LAYOUT.manifest), 'utf8'));
  return {
    problems,
    inputs,
    manifest,
    changes: { written: [], unchanged: Object.keys(files), removed: [] },
  };
}

async function freshResult(options: GenerateOptions, upstream: Upstream): Promise<GenerateResult> {
  const { root, apis, lowest, onStep = () => {} } = options;
  const problems: Problem[] = [];
  const inputs: string[] = [];
  const generated: GeneratedApi[] = [];
  let isLocal = true;
  for (const entry of apis) {
    onStep(`reading ${shownDocument(root, entry.document)}`);
    const { loaded, problems: found } = await readApi(root, entry, lowest ?? 'warning');
    problems.push(...found);
    inputs.push(...loaded.files);
    isLocal &&= !loaded.remote;
    if (!loaded.document) continue;
    const config = { ...entry, id: entry.id || idFromTitle(loaded.document.info?.title) };
    const { plan } = planPages(loaded.document, config.id, config.extensions);
    onStep(`${config.id}: cutting ${count(plan.pages.length, 'slice')}`);
    const slices = buildSlices(loaded.document, plan);
    onStep(`${config.id}: writing ${describe(countPages(plan))}`);
    const pages = await writePages(plan, slices, upstream, path.join(root, LAYOUT.upstream));
    generated.push(assemble(config, loaded, plan, slices, pages));
  }
  if (hasErrors(problems)) return { problems, inputs };
  const manifest: Manifest = { apis: generated.map(({ api }) => api) };
  const files = new Map(generated.flatMap((api) => [...api.files]));
  files.set(LAYOUT.manifest, json(manifest));
  files.set(LAYOUT.pagesKey, json(generated.map(({ pagesKey }) => pagesKey)));
  onStep(`comparing ${count(files.size, 'file')}`);
  const subjects = new Map(generated.flatMap(({ subjects }) => [...subjects]));
  const changes = await writeFiles(
    root,
    files,
    { ...(isLocal && { key: await inputKey({ apis, lowest }, inputs) }), inputs, problems },
    (file) => subjects.get(file) ?? 'a generated file',
  );
  return { problems, inputs, manifest, changes };
}

/** Addresses are ASCII: a title in another script gives the plain id `api`. */
function idFromTitle(title: unknown): string {
  const id = pageId([typeof title === 'string' ? title : undefined], 'api');
  return (
    id
      .replace(/[^a-z0-9-]+/g, '')
      .replace(/-{2,}/g, '-')
      .replace(/^-|-$/g, '') || 'api'
  );
}

function assemble(
  config: ApiConfig,
  loaded: LoadedDocument,
  plan: Plan,
  slices: readonly Slice[],
  pages: ReferencePages,
): GeneratedApi {
  const files = new Map<string, string>();
  for (const [file, content] of pages.files)
    files.set(`${LAYOUT.pages}/${config.id}/${file}`, content);
  const subjects = new Map(
    plan.pages.map((page) => [`${LAYOUT.pages}/${config.id}/${fileOf(page)}`, subjectOf(page)]),
  );
  files.set(`${LAYOUT.pages}/${config.id}/sidebar.json`, json(pages.sidebar));
  for (const { page, json: slice } of slices) {
    files.set(`${LAYOUT.slices}/${config.id}/${page.id}.json`, `${slice}\n`);
  }
  const info = plan.pages.find((page) => page.kind === 'info') as PlannedPage;
  const given: unknown = loaded.document?.info?.summary;
  const about = slices.find(({ page }) => page === info)?.description;
  const summary = typeof given === 'string' ? oneLine(given) : about;
  const api: ManifestApi = {
    id: config.id,
    label: config.label ?? info.title,
    ...(config.main && { main: true }),
    title: info.title,
    version: String(loaded.document?.info?.version ?? ''),
    ...(summary && { summary }),
    infoId: info.id,
    pages: countPages(plan),
  };
  return { api, files, subjects, pagesKey: pages.key };
}

function subjectOf({ kind, method, path, name, title }: PlannedPage): string {
  if (kind === 'operation') return `${method?.toUpperCase()} ${path}`;
  return `the ${kind} "${name ?? title}"`;
}

function countPages(plan: Plan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of plan.pages) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** `1,193 operation pages, 27 tag pages`. */
export function describe(counts: { readonly [kind: string]: number }): string {
  return Object.entries(counts)
    .map(([kind, number]) => count(number, `${kind} page`))
    .join(', ');
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
