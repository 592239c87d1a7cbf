import fs from 'node:fs';
import path from 'node:path';
import { AUTHENTIK, authentikOperations, builtFolder, type Context, SITES } from './context.ts';
import { buildLocal, installLocal, LOCAL, plainPages } from './local-search.ts';
import { step } from './log.ts';
import { type Operation, operationsOf } from './operations.ts';
import { copyOurs } from './ours.ts';
import { withBrowser } from './part-pages.ts';
import { DOCUMENTS } from './paths.ts';
import type { OutputSize, PartData, SearchRun } from './results.ts';
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

/** Both searches on authentik, and on the largest of the synthetic documents. */
export async function runSearch(context: Context): Promise<PartData['search']> {
  await step('installing the local search', async () => installLocal());
  const operations = Math.max(...context.sizes);
  const file = path.join(DOCUMENTS, `synthetic-${operations}.json`);
  const document = syntheticDocument(operations);
  fs.mkdirSync(DOCUMENTS, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(document, undefined, 2));
  const synthetic = operationsOf(document);
  const answers = await runQuestions(context.limits);
  const speed = [
    {
      document: 'authentik',
      operations: authentikOperations().length,
      ours: await ofOurs(builtFolder('ours'), 'authentik', queries(authentikOperations(), FIELDS)),
      local: await ofLocal(AUTHENTIK.file, context, queries(authentikOperations(), FIELDS)),
    },
    {
      document: 'synthetic',
      operations,
      ours: await ofSynthetic(file, synthetic, context),
      local: await ofLocal(file, context, queries(synthetic, [])),
    },
  ];
  return { speed, answers };
}

function queries(operations: readonly Operation[], fields: readonly string[]): string[] {
  return [...sample(operations, 6).map(({ page }) => page.replaceAll('-', ' ')), ...fields];
}

async function ofSynthetic(
  file: string,
  operations: readonly Operation[],
  { limits }: Context,
): Promise<SearchRun> {
  const id = 'synthetic';
  await step('copying our site', async () => copyOurs());
  const pages = operations.map(({ page }) => page);
  const { failure } = await step(`ours: ${pages.length} operations`, () =>
    coldRun(SITES.ours, { id, file, isDefault: false }, pages, limits),
  );
  return failure === undefined
    ? ofOurs(SITES.ours.output, id, queries(operations, []))
    : { failure };
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
