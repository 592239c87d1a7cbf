import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { type StaticServer, serveGzip } from '../support/server.ts';
import {
  authentikDocument,
  authentikOperations,
  type BuiltSite,
  builtSites,
  type Context,
} from './context.ts';
import { collectFacts } from './facts.ts';
import { ShareCounter } from './facts-share.ts';
import { addressOf, scriptBytes } from './intent.ts';
import { lighthouseScores } from './lighthouse.ts';
import { step } from './log.ts';
import { pageBytes } from './page-bytes.ts';
import { pageText } from './page-text.ts';
import type { PartData } from './results.ts';
import { type MarkedPage, visit } from './slow-phone.ts';
import { sample } from './statistics.ts';

/** Pages of authentik that are looked at closely: a long list, a short form, a large `oneOf`, the largest of all. */
const PAGES: readonly MarkedPage[] = [
  { page: 'core-users-list', markers: ['date_joined__gt', 'autocomplete'] },
  { page: 'core-users-impersonate-create', markers: ['id', 'reason'] },
  { page: 'flows-executor-get', markers: ['flow_slug', 'response_errors'] },
  { page: 'flows-executor-solve', markers: ['flow_slug', 'response_errors'] },
];

/** All scripts, and what is loaded for them. */
const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\bas="?script\b[^>]*>/g;

/** Bytes before a page can be read, of all operations; scripts after the first intent, of some. */
export async function runBytes({ sample: count }: Context): Promise<PartData['bytes']> {
  const names = authentikOperations().map(({ page }) => page);
  return eachSite(async ({ site, folder, page }) => {
    const pages = await step(`${site.name}: bytes of ${names.length} pages`, async () =>
      pageBytes(folder, names.map(page)),
    );
    const there = names.map(page).filter((file) => fs.existsSync(path.join(folder, file)));
    const scripts = await step(`${site.name}: scripts of ${count} pages, in a browser`, () =>
      withBrowser(folder, (browser, { origin }) =>
        scriptBytes(browser, origin, folder, sample(there, count)),
      ),
    );
    return { pages, scripts };
  });
}

/** Which share of the document stands in the static HTML of its pages. */
export async function runFacts(): Promise<PartData['facts']> {
  const operations = authentikOperations().map((operation) => ({
    page: operation.page,
    facts: collectFacts(authentikDocument(), operation),
  }));
  return eachSite(({ site, folder, page }) =>
    step(
      `${site.name}: facts of ${operations.length} operations`,
      async () => {
        const counter = new ShareCounter();
        for (const operation of operations) {
          const file = path.join(folder, page(operation.page));
          const html = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
          counter.add(operation.facts, html === undefined ? undefined : pageText(html));
        }
        return { shares: counter.shares(), mostMissed: counter.mostMissed(20) };
      },
      ({ shares: { all } }) => `${((100 * all.found) / all.all).toFixed(1)} %`,
    ),
  );
}

/** How pages come up on a slow phone; ours beside the same pages without any script. */
export async function runPhone({ visits, quick }: Context): Promise<PartData['phone']> {
  const pages = quick ? PAGES.slice(0, 1) : PAGES;
  const perSite = await eachSite(({ site, folder, page }) =>
    withBrowser(folder, async (browser, { origin }) => {
      const bare = await serveGzip(folder, (html) => html.replace(SCRIPTS, ''));
      const origins = site.name === 'ours' ? [origin, bare.origin] : [origin];
      const results = [];
      for (const { page: name, markers } of pages) {
        results.push(
          await step(`${site.name}: ${name} on a slow phone, ${visits}x`, () =>
            visit(browser, origins, page(name), markers, visits),
          ),
        );
      }
      await bare.close();
      return results;
    }),
  );
  return pages.map(({ page, markers }, index) => {
    const all = pick(perSite, index);
    const withoutScripts = all.ours?.[1];
    return {
      page,
      markers,
      visits: Object.fromEntries(Object.entries(all).map(([name, [visited]]) => [name, visited])),
      ...(withoutScripts && { withoutScripts }),
    };
  });
}

/** Lighthouse's scores of the same pages and the home page. */
export async function runLighthouse({ scores, quick }: Context): Promise<PartData['lighthouse']> {
  const names = quick
    ? PAGES.slice(0, 1).map(({ page }) => page)
    : ['', ...PAGES.map(({ page }) => page)];
  const perSite = await eachSite(async ({ site, folder, page }) => {
    const server = await serveGzip(folder);
    try {
      const results = [];
      for (const name of names) {
        const file = name === '' ? site.home : page(name);
        results.push(
          await step(`${site.name}: Lighthouse, ${name || 'home page'}, ${scores}x`, () =>
            lighthouseScores(addressOf(server.origin, file), scores),
          ),
        );
      }
      return results;
    } finally {
      await server.close();
    }
  });
  return names.map((name, index) => ({
    page: name === '' ? 'home page' : name,
    scores: pick(perSite, index),
  }));
}

/** What there is at a place of each site's list. */
function pick<T>(
  perSite: Partial<Record<BuiltSite['site']['name'], T[]>>,
  index: number,
): Partial<Record<BuiltSite['site']['name'], T>> {
  return Object.fromEntries(
    Object.entries(perSite).map(([name, results]) => [name, results[index]]),
  );
}

async function eachSite<T>(
  run: (built: BuiltSite) => Promise<T>,
): Promise<Partial<Record<BuiltSite['site']['name'], T>>> {
  const results: Partial<Record<BuiltSite['site']['name'], T>> = {};
  for (const built of builtSites()) results[built.site.name] = await run(built);
  return results;
}

/** Serves a folder, starts a browser, and ends both whatever happens. */
export async function withBrowser<T>(
  folder: string,
  run: (browser: Browser, server: StaticServer) => Promise<T>,
): Promise<T> {
  const server = await serveGzip(folder);
  const browser = await launch();
  try {
    return await run(browser, server);
  } finally {
    await browser.close();
    await server.close();
  }
}
