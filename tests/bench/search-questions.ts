import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { append } from '../../src/json/append.ts';
import { parseQuery } from '../../src/search/query.ts';
import {
  DOCUMENTS,
  finderOf,
  indexOf,
  isSectionName,
  meaningOf,
  placeOf,
  type QuestionFile,
  questionsOf,
  successOf,
} from '../support/questions.ts';
import { buildLocal, LOCAL, type PlainPage, plainPages } from './local-search.ts';
import { step } from './log.ts';
import type { Limits } from './measure.ts';
import { withBrowser } from './part-pages.ts';
import { WORK } from './paths.ts';
import type { Answers } from './results.ts';

/** pagefind on the same pages as the local search. */
const PAGEFIND = path.join(WORK, 'pagefind');
const FILES: readonly QuestionFile[] = ['tuned', 'held-out', 'everyday'];
/** Results that are looked at. */
const MOST = 30;

/**
 * Asks a search the questions of the tests, those in English: ours, pagefind alone, or the usual local search, these two
 * on a plain page for each operation.
 */
export async function runQuestions(search: Answers['search'], limits: Limits): Promise<Answers[]> {
  const places = new Map<QuestionFile, number[]>();
  for (const [api, input] of Object.entries(DOCUMENTS)) {
    const asked = FILES.flatMap((file) =>
      questionsOf(file).flatMap((question) =>
        // The others have pages of operations only.
        question.api === api && question.language === 'en' && !question.means.some(isSectionName)
          ? [{ file, question }]
          : [],
      ),
    );
    await step(`${api}: ${asked.length} questions, ${search}`, async () => {
      const texts = asked.map(({ question }) => question.text);
      const found = await ask(search, api, texts, limits, input);
      for (const [at, { file, question }] of asked.entries())
        append(places, file, placeOf(question, found[at] ?? []));
    });
  }
  return Array.from(places, ([questions, list]) => ({
    ...{ search, questions, count: list.length },
    ...successOf(list),
  }));
}

/** The operations that a search finds for texts, in its order. */
async function ask(
  search: Answers['search'],
  api: string,
  texts: readonly string[],
  limits: Limits,
  input: Parameters<typeof plainPages>[0],
): Promise<(string | undefined)[][]> {
  if (search === 'ours') return askOurs(api, texts);
  const pages = await plainPages(input);
  return search === 'pagefind' ? askPagefind(pages, texts) : askLocal(pages, texts, limits);
}

async function askOurs(api: string, texts: readonly string[]): Promise<(string | undefined)[][]> {
  const finder = finderOf(await indexOf(api), 'en');
  const found: (string | undefined)[][] = [];
  for (const text of texts) {
    const { hits } = await finder.find(parseQuery(text));
    found.push(hits.map(({ entry }) => meaningOf(entry)));
  }
  return found;
}

async function askPagefind(pages: readonly PlainPage[], texts: readonly string[]) {
  fs.rmSync(PAGEFIND, { recursive: true, force: true });
  // A module that cannot be required.
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  for (const { id, title, lines } of pages) {
    const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
    await index.addHTMLFile({
      url: `/${id}/`,
      content: `<html lang="en"><body><h1>${escaped(title)}</h1>${paragraphs}</body></html>`,
    });
  }
  await index.writeFiles({ outputPath: path.join(PAGEFIND, 'pagefind') });
  await close();
  fs.writeFileSync(path.join(PAGEFIND, 'index.html'), '<!doctype html><title>pagefind</title>');
  const found = await withBrowser(PAGEFIND, async (browser, { origin }) => {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    return page.evaluate(
      async ([all, most]) => {
        const file = '/pagefind/pagefind.js';
        const pagefind = await import(file);
        const urls: string[][] = [];
        for (const text of all) {
          const { results } = await pagefind.search(text);
          const data = await Promise.all(
            results.slice(0, most).map((one: { data(): Promise<{ url: string }> }) => one.data()),
          );
          urls.push(data.map(({ url }) => url));
        }
        return urls;
      },
      [texts, MOST] as const,
    );
  });
  return found.map((urls) => operationsAt(urls, pages));
}

async function askLocal(pages: readonly PlainPage[], texts: readonly string[], limits: Limits) {
  const failure = await buildLocal(pages, limits);
  if (failure !== undefined) throw new Error(failure);
  return withBrowser(LOCAL.output, async (browser, { origin }) => {
    const page = await browser.newPage();
    await page.goto(`${origin}/search/`, { waitUntil: 'networkidle' });
    const found: string[][] = [];
    for (const text of texts) found.push(operationsAt(await localResults(page, text), pages));
    return found;
  });
}

/** The links on the search page of the local search, which has more results than its list. */
async function localResults(page: Page, text: string): Promise<string[]> {
  const field = page.locator('input[name=q]');
  await field.fill('');
  // It says how many documents it has found, or that there are none.
  const said = page.getByText(/\d documents? found|No documents were found/);
  await said.waitFor({ state: 'detached' });
  await field.fill(text);
  await said.waitFor();
  return page
    .locator('article a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
}

/** The operations of addresses, each once. */
function operationsAt(addresses: readonly string[], pages: readonly PlainPage[]): string[] {
  const byId = new Map(pages.map(({ id, operation }) => [id, operation]));
  const found = addresses.map((address) => {
    const { pathname } = new URL(address, 'http://localhost');
    return byId.get(pathname.split('/').filter(Boolean).at(-1) ?? '') ?? pathname;
  });
  return [...new Set(found)];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
