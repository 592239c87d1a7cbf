import path from 'node:path';
import { Network } from '../document/network.ts';
import { type ApiEntry, apiIdOf, ConfigError } from '../generate/config.ts';
import { lastChanges } from '../generate/git.ts';
import { historyFolder } from '../generate/history.ts';
import { readApi } from '../generate/read.ts';
import { HistoryError } from '../history/check.ts';
import { type Source, SourceError } from '../history/sources/source.ts';
import { sourceOf } from '../history/sources/table.ts';
import { type Updated, updateHistory } from '../history/update.ts';
import { maskPasswords } from '../problems/mask.ts';
import { formatProblems } from '../problems/report.ts';
import { type DocumentOptions, subjectOf } from './apis.ts';
import { EXIT } from './exit.ts';
import { Progress } from './progress.ts';

/** `history`: compares the versions of the APIs that have a history, and writes what changed beside the documents. */
export async function runHistory(root: string, options: DocumentOptions): Promise<number> {
  const progress = new Progress();
  try {
    const { apis } = await subjectOf(root, options);
    const network = new Network({ offline: options.offline });
    const asked = apis.flatMap((api) => {
      const source = api.history && sourceOf(root, api.document, api.history);
      return source ? [{ api, source }] : [];
    });
    if (asked.length === 0) throw new ConfigError(NONE);
    for (const { api, source } of asked) {
      const code = await update(root, api, source, network, progress);
      if (code !== EXIT.ok) return code;
    }
    return EXIT.ok;
  } catch (error) {
    progress.fail();
    const isKnown = [ConfigError, HistoryError, SourceError].some((kind) => error instanceof kind);
    if (!isKnown) throw error;
    console.error(`\n${maskPasswords((error as Error).message)}`);
    return EXIT.usage;
  }
}

const NONE =
  "No API has a source of earlier documents. Add one to its entry: history: { folder: 'openapi/versions' }, { npm: '@acme/api' } or { git: 'v*' }.";

async function update(
  root: string,
  api: ApiEntry,
  source: Source,
  network: Network,
  progress: Progress,
): Promise<number> {
  progress.step(`reading ${maskPasswords(api.document)}`);
  const { loaded, problems } = await readApi(root, api, 'error', network);
  const { document } = loaded;
  if (!document) {
    progress.fail();
    console.error(`\n${formatProblems(problems, { color: false })}`);
    return EXIT.problems;
  }
  const id = apiIdOf(api, document.info?.title);
  const { overlays, refFolders, refHosts, showInternal, history = {} } = api;
  const folder = historyFolder(root, id, api);
  const updated = await updateHistory({
    folder,
    source,
    choice: history,
    current: {
      version: String(document.info?.version ?? ''),
      date: await dateOf(root, api.document),
      document,
    },
    reading: { root, overlays, refFolders, refHosts, showInternal, network },
    onStep: (step) => progress.step(`${id}: ${step}`),
  });
  progress.done();
  console.log(summaryOf(id, path.relative(root, folder), updated));
  return EXIT.ok;
}

/** The day of the last commit of a document; today if there is none. */
async function dateOf(root: string, document: string): Promise<string> {
  const time = (await lastChanges(root, [document])).get(document);
  return new Date(time === undefined ? Date.now() : time * 1000).toISOString().slice(0, 10);
}

function summaryOf(id: string, folder: string, { versions, written }: Updated): string {
  const names = versions.map(({ version }) => version);
  const known =
    names.length === 0
      ? 'no version has a document'
      : `${names.length} versions, ${names.at(-1)} to ${names[0]}`;
  return [
    `${id}: ${known}`,
    ...(written.length === 0 ? ['  nothing new'] : written.map((file) => `  ${folder}/${file}`)),
  ].join('\n');
}
