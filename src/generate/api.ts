import path from 'node:path';
import type { Moves } from '../address/address.ts';
import { basePath, type Docs, type Place, SITE_DOCS } from '../address/docs.ts';
import { documentFile, SIDEBAR_ITEMS, sidebarFile, sidebarModule } from '../address/files.ts';
import { MARK } from '../document/internal/marks.ts';
import type { LoadedDocument } from '../document/load.ts';
import type { Network } from '../document/network.ts';
import { withFieldHistory } from '../history/annotate.ts';
import { formerAddresses } from '../history/former-addresses.ts';
import { historyOf } from '../history/releases.ts';
import { defined } from '../json/guards.ts';
import { BADGES } from '../model/page/extension.ts';
import { CODE_SAMPLES } from '../model/samples/code-samples.ts';
import type { Document } from '../openapi/types.ts';
import type { Problem } from '../problems/problem.ts';
import { shownParts } from '../slices/parts.ts';
import {
  collectionNames,
  introductionOf,
  type Plan,
  type PlannedPage,
  planPages,
} from '../slices/plan.ts';
import type { PageOptions } from '../slices/slice.ts';
import { buildSlices, type Slice } from '../slices/slices.ts';
import { oneLine, titleOf } from '../slices/title.ts';
import { BANNER_TEXT } from '../upstream/banner.ts';
import { fileOf, type ReferencePages, sliceOf, writePages } from '../upstream/pages.ts';
import type { Upstream } from '../upstream/plugin.ts';
import type { SidebarPart } from '../upstream/stock-sidebar.ts';
import { addressFile, lastAddresses } from './addresses.ts';
import {
  type ApiEntry,
  apiIdOf,
  type StockPages,
  sampleChoices,
  shownExtensions,
} from './config.ts';
import { count, countPages, describe } from './counts.ts';
import { editUrls } from './edit-urls.ts';
import { fromRoot } from './files.ts';
import { readSteps } from './history.ts';
import { type Inputs, inputKey, readInputs } from './input-key.ts';
import { json } from './json.ts';
import { LAYOUT, type ManifestApi } from './layout.ts';
import { nextAddresses } from './next-addresses.ts';
import { pageIndex } from './page-index.ts';
import { placeOf } from './place.ts';
import { postmanCollection } from './postman.ts';
import { readApi, shownDocument } from './read.ts';
import { wholeDocument } from './whole-document.ts';

export interface ApiOptions {
  /** The project's folder: documents are resolved against it and files written below it. */
  readonly root: string;
  /**
   * The folder that file names in messages are relative to; paths of documents are absolute then. Default: the
   * project's folder.
   */
  readonly cwd?: string;
  /** The docs of the site. Default: those of this one. */
  readonly docs?: readonly Docs[];
  /** Problems of lower severity are not looked for; `warning` if absent. Only `check` reports hints. */
  readonly lowest?: 'warning' | 'error';
  /** Kept between runs: APIs whose inputs did not change are then not read again. */
  readonly memory?: Memory;
  /** Files of pages that documents before this one have generated in the same run. */
  readonly taken?: ReadonlySet<string>;
  /** Called at the start of each step, for progress. */
  readonly onStep?: (step: string) => void;
}

/** The result for one API's document. */
export interface GeneratedApi {
  readonly api: ManifestApi;
  /** As in its entry, for messages. */
  readonly document: string;
  readonly files: ReadonlyMap<string, string>;
  /** File of a page to its subject, for messages: `GET /books`. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly pagesKey: string;
  /** Set if the sidebar is the stock plugin's, which documents with one folder share. */
  readonly stock?: SidebarPart & StockPages;
}

export interface ApiResult {
  /** Absent if the document has errors. */
  readonly generated?: GeneratedApi;
  readonly problems: readonly Problem[];
  readonly inputs: Inputs;
  /** Whether the same inputs may give another result: see `LoadedDocument`. */
  readonly isVolatile: boolean;
}

/** The last result of each API by id, and the hash of its inputs. */
export type Memory = Map<string, { readonly key: string; readonly result: ApiResult }>;

/** The result for one API: the last one if no input has changed since, or else a new one. */
export async function generateApi(
  entry: ApiEntry,
  options: ApiOptions,
  upstream: Upstream,
  network: Network,
): Promise<ApiResult> {
  const { root, docs, lowest, memory } = options;
  const asked = { apis: [entry], docs, lowest };
  const last = memory?.get(entry.id);
  if (last) {
    const now = await readInputs([...last.result.inputs.keys()]);
    if (last.key === (await inputKey(root, asked, now))) return last.result;
  }
  const result = await makeApi(entry, options, upstream, network);
  if (memory && result.generated && !result.isVolatile)
    memory.set(entry.id, { key: await inputKey(root, asked, result.inputs), result });
  return result;
}

/** Loads the document of an API, cuts it into slices and generates its pages. */
async function makeApi(
  entry: ApiEntry,
  {
    root,
    cwd = root,
    docs = [SITE_DOCS],
    lowest = 'warning',
    taken,
    onStep = () => {},
  }: ApiOptions,
  upstream: Upstream,
  network: Network,
): Promise<ApiResult> {
  onStep(`reading ${shownDocument(cwd, entry.document)}`);
  const { loaded, problems } = await readApi(root, entry, lowest, network, cwd);
  const { document: whole, files, isVolatile } = loaded;
  if (!whole) return { problems, inputs: files, isVolatile };
  const { steps, inputs: compared } = await readSteps(
    root,
    apiIdOf(entry, whole.info?.title),
    entry,
  );
  const inputs: Inputs = new Map([...files, ...compared]);
  const document = shownParts(withFieldHistory(whole, steps), entry.stock?.pages);
  const extensions = entry.stock?.showExtensions ? operationExtensions(document) : [];
  const config = {
    ...entry,
    id: apiIdOf(entry, document.info?.title),
    ...(extensions.length > 0 && { extensions }),
    ...(entry.versioned && {
      versioned: { name: String(document.info?.version ?? ''), ...entry.versioned },
    }),
  };
  const place = placeOf(config, config.id, docs);
  const { plan } = planPages(
    document,
    config.id,
    optionsOf(config),
    entry.stock?.pages,
    steps.map(({ version }) => version),
  );
  onStep(`${config.id}: cutting ${count(plan.pages.length, 'slice')}`);
  const doubled = plan.pages.filter((page) => taken?.has(`${place.outputDir}/${fileOf(page)}`));
  const urls = editUrls(config.editUrl, plan, document, loaded, { root, cwd });
  const history = historyOf(steps, plan, config.changeLevels);
  const slices = buildSlices(document, plan, new Set(doubled), urls, history);
  onStep(`${config.id}: writing ${describe(countPages(plan))}`);
  const pages = await writePages(
    plan,
    slices,
    {
      place,
      hasInfoPath: config.introduction === 'below',
      hasVersions: config.versioned !== undefined,
      frames: entry.stock?.frames,
    },
    upstream,
    path.join(root, LAYOUT.upstream),
  );
  const addresses = nextAddresses(
    await lastAddresses(root, config.id),
    plan,
    formerAddresses(steps, plan),
  );
  const generated = {
    ...assemble(root, config, place, loaded, plan, slices, pages, addresses),
    ...(entry.stock && { stock: { ...entry.stock, plan, document } }),
  };
  for (const name of Object.values(collectionNames(plan))) {
    onStep(`${config.id}: writing ${name}`);
    const collection = await postmanCollection(document, slices);
    generated.files.set(`${place.outputDir}/${documentFile(name)}`, collection);
  }
  return { generated, problems, inputs, isVolatile };
}

function assemble(
  root: string,
  config: ApiEntry,
  place: Place,
  loaded: LoadedDocument,
  plan: Plan,
  slices: readonly Slice[],
  pages: ReferencePages,
  addresses: Moves,
): GeneratedApi & { readonly files: Map<string, string> } {
  const files = new Map([addressFile(config.id, addresses)]);
  const folder = place.outputDir;
  for (const [file, content] of pages.files) files.set(`${folder}/${file}`, content);
  const subjects = new Map(
    plan.pages.map((page) => [`${folder}/${fileOf(page)}`, subjectOf(page)]),
  );
  if (!config.stock)
    for (const [file, content] of sidebarFiles(place, pages.sidebar)) files.set(file, content);
  files.set(`${LAYOUT.index}/${config.id}.json`, json(pageIndex(plan)));
  for (const { page, json: slice } of slices) files.set(`${folder}/${sliceOf(page)}`, `${slice}\n`);
  if (plan.document !== undefined && loaded.document) {
    for (const [file, content] of wholeDocument(loaded.document, plan.document))
      files.set(`${folder}/${file}`, content);
  }
  const info = plan.pages.find((page) => page.kind === 'info');
  const title = info?.title ?? titleOf([loaded.document?.info?.title], config.id);
  const given: unknown = loaded.document?.info?.summary;
  const about = slices.find(({ page }) => page === info)?.description;
  const summary = typeof given === 'string' ? oneLine(given) : about;
  const api: ManifestApi = {
    id: config.id,
    label: config.label ?? title,
    ...defined({ group: config.group, logo: config.logo, accent: config.accent }),
    ...(config.main && { main: true }),
    ...(config.about && { about: true }),
    ...defined({ synonyms: config.synonyms }),
    ...(config.versioned && { versionOf: config.versioned.of }),
    title,
    version: String(loaded.document?.info?.version ?? ''),
    ...(summary && { summary }),
    infoId: info?.id ?? '',
    place,
    base: basePath(place),
    ...(config.introduction === 'below' && { infoPath: introductionOf(plan)?.id ?? '' }),
    pages: countPages(plan),
    ...(!loaded.isVolatile && { sources: sourcesOf(root, config, [...loaded.files.keys()]) }),
  };
  const document = shownDocument(root, config.document);
  return { api, document, files, subjects, pagesKey: pages.key };
}

/** The extensions of operations that nothing else shows. */
function operationExtensions(document: Document): readonly string[] {
  const pages = planPages(document, '').plan.pages;
  const names = pages.flatMap(({ operation }) => Object.keys(operation ?? {}));
  return [...new Set(names)].filter((name) => name.startsWith('x-') && !SHOWN_OTHERWISE.has(name));
}

const SHOWN_OTHERWISE: ReadonlySet<string> = new Set([...CODE_SAMPLES, BADGES, MARK]);

/** The sidebar of a folder, by file. */
export function sidebarFiles(place: Place, items: unknown): ReadonlyMap<string, string> {
  return new Map([
    [sidebarFile(place), json(items)],
    [sidebarModule(place), SIDEBAR_MODULE],
  ]);
}

/** Data in a separate file, since Docusaurus would transpile it with the module. */
const SIDEBAR_MODULE = `// ${BANNER_TEXT}
import fs from 'node:fs';
import path from 'node:path';
import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

// Not imported: a running server would not load JSON again.
const items: Extract<SidebarsConfig[string], unknown[]> = JSON.parse(
  fs.readFileSync(path.join(__dirname, '${SIDEBAR_ITEMS}'), 'utf8'),
);

export default items;
`;

/** More than any schema has; JSON has no infinity. */
const ALL_LEVELS = 999;

/** The non-default options, which every slice contains. */
function optionsOf(config: ApiEntry): PageOptions {
  const { requiredFirst, samples, hideSendButton, proxy, introduction } = config;
  const { usesProxy, authPersistence, requestTimeout, requestCredentials } = config;
  const { maskCredentials, hideGeneratedSamples, openLevels, downloadUrl, reportUrl } = config;
  const { assistants } = config;
  const { versioned, collections = [] } = config;
  const extensions = shownExtensions(config);
  return {
    ...(extensions.length > 0 && { extensions }),
    ...defined({ requiredFirst }),
    ...(samples && { samples: sampleChoices(samples) }),
    ...(hideSendButton && { hideSendButton }),
    ...(proxy && { proxy }),
    ...(proxy && usesProxy && { usesProxy }),
    ...(authPersistence !== 'sessionStorage' && defined({ authPersistence })),
    ...defined({ requestTimeout, requestCredentials }),
    ...(maskCredentials && { maskCredentials }),
    ...(hideGeneratedSamples && { hideGeneratedSamples }),
    ...(openLevels !== undefined && { openLevels: openLevels === 'all' ? ALL_LEVELS : openLevels }),
    ...(downloadUrl && { downloadUrl }),
    ...(reportUrl && { reportUrl }),
    ...(assistants !== undefined && { assistants }),
    ...(versioned && { version: { name: '', ...versioned } }),
    ...(introduction === 'below' && { introduction }),
    ...(collections.length > 0 && { collections }),
  };
}

function sourcesOf(
  root: string,
  config: ApiEntry,
  files: readonly string[],
): ManifestApi['sources'] {
  const { document, overlays = [], refFolders = [], showInternal } = config;
  const inside = (file: string): string => fromRoot(root, file);
  return {
    document: inside(document),
    overlays: overlays.map(inside),
    refFolders: refFolders.map(inside),
    ...(showInternal && { showInternal }),
    options: optionsOf(config),
    ...(config.stock && { kinds: config.stock.pages }),
    files: files.map(inside),
  };
}

function subjectOf({ kind, method, path, name, title }: PlannedPage): string {
  if (kind === 'operation') return `${method?.toUpperCase()} ${path}`;
  return `the ${kind} "${name ?? title}"`;
}
