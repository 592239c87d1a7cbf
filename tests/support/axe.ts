import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has against a page as it is at the moment, an entry for each element. */
export async function violations(page: Page): Promise<string[]> {
  // What is scrolled below the filter of the sidebar would count as a small target.
  await page.evaluate(() => document.querySelector('.ref-sidebar')?.scrollTo(0, 0));
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, { runOnly: tags });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 150)}`),
    );
  }, TAGS);
}

/** Both colour modes, a large screen and a phone, once each: contrast hangs on the one, layout on the other. */
export const VIEWS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
] as const;
