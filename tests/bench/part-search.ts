import fs from 'node:fs';
import path from 'node:path';
import { AUTHENTIK, authentikOperations, builtFolder, type Context, SITES } from './context.ts';
import { buildLocal, installLocal, LOCAL, plainPages } from './local-search.ts';
import { step } from './log.ts';
import { type Operation, operationsOf } from './operations.ts';
import { copyOurs } from './ours.ts';
import { buildAuthentik, tellRun } from './part-authentik.ts';
import { withBrowser } from './part-pages.ts';
import { DOCUMENTS } from './paths.ts';
import type { Answers, OutputSize, PartData, SearchRun, SearchSpeed } from './results.ts';
import { probeSearch, type SearchUse } from './search-probe.ts';
import { runQuestions } from './search-questions.ts';
import { coldRun } from './site.ts';
import { sample } from './statistics.ts';
import { syntheticDocument } from './synthetic.ts';

export const OURS: SearchUse = {
  open: async (page) => {
    await page.keyboard.press('/');
    await page.locator('.ref-search-input').waitFor();
  },
  input: '.ref-search-input',
  list: '[role=listbox]',
  result: '[role=option][href]',
};

/** `@easyops-cn/docusaurus-search-local`. */
export const LOCAL_USE: SearchUse = {
  open: (page) => page.locator('.navbar__search-input').click(),
  input: '.navbar__search-input',
  list: '[class*=dropdownMenu]',
  result: '[class*=dropdownMenu] [class*=hitWrapper]',
};

/** Names of fields, beside operations by their words. */
const FIELDS = ['is_superuser', 'page_size', 'policy_engine_mode', 'non_field_errors'];

/**
 * Both searches on authentik, and on the largest of the synthetic documents: ours first, and all of it before the others
 * are installed and built, which takes longer.
 *
 * @param save Gets what there is after each figure: a run may be interrupted.
 */
export async function runSearch(
  context: Context,
  save: (data: PartData['search']) => void,
): Promise<PartData['search']> {
  let data: PartData['search'] = { speed: [], answers: [] };
  const keep = (more: Partial<PartData['search']>): void => {
    data = { ...data, ...more };
    save(data);
  };
  const answer = async (search: Answers['search']): Promise<void> => {
    const answers = await runQuestions(search, context.limits);
    keep({ answers: [...data.answers, ...answers] });
  };
  const documents = [authentik(), synthetic(context)];
  for (const document of documents)
    keep({
      speed: [...data.speed, { ...document.of, ours: await document.ours(document, context) }],
    });
  await answer('ours');
  if (!context.others) return data;
  await answer('pagefind');
  await step('installing the local search', async () => installLocal());
  await answer('local');
  for (const [at, { file, asked }] of documents.entries()) {
    const local = await ofLocal(file, context, asked);
    keep({ speed: data.speed.map((row, index) => (index === at ? { ...row, local } : row)) });
  }
  return data;
}

/** A document whose searches are measured. */
interface Searched {
  readonly of: Pick<SearchSpeed, 'document' | 'operations'>;
  readonly file: string;
  readonly operations: readonly Operation[];
  /** The queries. */
  readonly asked: readonly string[];
}

interface Measurable extends Searched {
  ours(document: Searched, context: Context): Promise<SearchRun>;
}

function authentik(): Measurable {
  const operations = authentikOperations();
  return {
    of: { document: 'authentik', operations: operations.length },
    file: AUTHENTIK.file,
    operations,
    asked: queries(operations, FIELDS),
    ours: ofAuthentik,
  };
}

function synthetic({ sizes }: Context): Measurable {
  const count = Math.max(...sizes);
  const file = path.join(DOCUMENTS, `synthetic-${count}.json`);
  const document = syntheticDocument(count);
  fs.mkdirSync(DOCUMENTS, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(document, undefined, 2));
  const operations = operationsOf(document);
  return {
    of: { document: 'synthetic', operations: count },
    file,
    operations,
    asked: queries(operations, []),
    ours: ofSynthetic,
  };
}

function queries(operations: readonly Operation[], fields: readonly string[]): string[] {
  return [...sample(operations, 6).map(({ page }) => page.replaceAll('-', ' ')), ...fields];
}

/** Of the site that an earlier part has built; builds it once if there is none. */
async function ofAuthentik({ asked }: Searched, { limits }: Context): Promise<SearchRun> {
  if (!fs.existsSync(builtFolder('ours'))) {
    const failure = await buildAuthentik(limits);
    if (failure !== undefined) return { failure };
  }
  return ofOurs(builtFolder('ours'), 'authentik', asked);
}

async function ofSynthetic(
  { file, operations, asked }: Searched,
  { limits }: Context,
): Promise<SearchRun> {
  const id = 'synthetic';
  await step('copying our site', async () => copyOurs());
  const pages = operations.map(({ page }) => page);
  const { failure } = await step(
    `ours: ${pages.length} operations`,
    () => coldRun(SITES.ours, { id, file, isDefault: false }, pages, limits),
    tellRun,
  );
  return failure === undefined ? ofOurs(SITES.ours.output, id, asked) : { failure };
}

async function ofOurs(folder: string, id: string, asked: readonly string[]): Promise<SearchRun> {
  const figures = await step(`ours: ${asked.length} searches`, () =>
    withBrowser(folder, (browser, { origin }) =>
      probeSearch(browser, `${origin}/reference/${id}/`, OURS, asked),
    ),
  );
  const isIndex = (name: string): boolean => /(^|\/)(assets\/search\/|search\.json$)/.test(name);
  return { index: sizeOf(folder, isIndex), ...figures };
}

async function ofLocal(
  file: string,
  { limits }: Context,
  asked: readonly string[],
): Promise<SearchRun> {
  const failure = await buildLocal(await plainPages({ document: file }), limits);
  if (failure !== undefined) return { failure };
  const figures = await step(`local search: ${asked.length} searches`, () =>
    withBrowser(LOCAL.output, (browser, { origin }) =>
      probeSearch(browser, `${origin}/`, LOCAL_USE, asked),
    ),
  );
  return {
    index: sizeOf(LOCAL.output, (name) => /search-index[^/]*\.json$/.test(name)),
    ...figures,
  };
}

/** Of the files whose names, with `/`, are those of an index. */
function sizeOf(folder: string, isIndex: (name: string) => boolean): OutputSize {
  const sizes = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => isIndex(name.replaceAll(path.sep, '/')))
    .map((name) => fs.statSync(path.join(folder, name)))
    .filter((stat) => stat.isFile());
  return { files: sizes.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}
