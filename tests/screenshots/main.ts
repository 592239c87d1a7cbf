/**
 * `npm run screenshots`: a gallery of every kind of page, in both colour modes and three widths, of a
 * long document (the default site in `build/`) and of a tiny one, in `.screenshots/`. For people who
 * review the look; nothing is compared.
 *
 *     npm run screenshots                 all of it
 *     npm run screenshots -- operation    only pages whose name contains a word
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { copyProject, ROOT, run } from '../support/site.ts';
import { gallery, type Shot } from './gallery.ts';
import { MODES, PAGES, type Site, WIDTHS } from './pages.ts';

const OUT = path.join(ROOT, '.screenshots');
/** Pixels of a page that are taken; what is further down looks like what is above. */
const MAX_HEIGHT = 5_000;

function tinySite(): string {
  const project = copyProject();
  console.error('building the tiny document');
  const { code, stderr } = run(project, [
    'build',
    '--document',
    'openapi/bookshop.yaml',
    '--locale',
    'en',
  ]);
  if (code !== 0) throw new Error(`The tiny document was not built.\n${stderr}`);
  return project;
}

async function shoot(browser: Browser, origin: string, shot: Shot): Promise<void> {
  const { mode, width, address, prepare } = shot;
  const options: BrowserContextOptions = {
    baseURL: origin,
    colorScheme: mode,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
    ...(width < 500 && { hasTouch: true, isMobile: true }),
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await prepare?.(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    path: path.join(OUT, shot.file),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, MAX_HEIGHT) },
  });
  await context.close();
}

async function main(words: readonly string[]): Promise<number> {
  if (!fs.existsSync(path.join(ROOT, 'build/index.html'))) {
    console.error('There is no site in build/. Run npm run build first.');
    return 2;
  }
  const isWanted = (name: string): boolean =>
    words.length === 0 || words.some((word) => name.includes(word));
  const pages = PAGES.filter(({ name }) => isWanted(name));
  if (pages.length === 0) {
    console.error(`No page is called so. There are: ${PAGES.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const shots = pages.flatMap((page) =>
    MODES.flatMap((mode) =>
      WIDTHS.map(
        (width): Shot => ({ ...page, mode, width, file: `${page.name}-${mode}-${width}.png` }),
      ),
    ),
  );
  fs.mkdirSync(OUT, { recursive: true });
  const tiny = pages.some(({ site }) => site === 'tiny') ? tinySite() : undefined;
  const browser = await launch();
  try {
    for (const site of ['long', 'tiny'] satisfies Site[]) {
      const wanted = shots.filter((shot) => shot.site === site);
      if (wanted.length === 0) continue;
      const server = await serveFolder(path.join(site === 'tiny' ? (tiny ?? '') : ROOT, 'build'));
      for (const [index, shot] of wanted.entries()) {
        console.error(`${site} document, ${index + 1} of ${wanted.length}: ${shot.file}`);
        await shoot(browser, server.origin, shot);
      }
      await server.close();
    }
  } finally {
    await browser.close();
    if (tiny) fs.rmSync(tiny, { recursive: true, force: true });
  }
  fs.writeFileSync(path.join(OUT, 'index.html'), gallery(shots));
  console.log(`${shots.length} screenshots. Open .screenshots/index.html`);
  return 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
