import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, loadApp, openPage } from '../support/browser.ts';
import { END_OF_LONG } from './hostile-document.ts';
import { TEXTS } from './hostile-texts.ts';

const hostile = inject('hostile');
const FILES = fs.readdirSync(hostile.folder, { recursive: true, encoding: 'utf8' });
// The pages of the document, and none that lead on to them.
const PAGES = FILES.filter((file) => path.basename(file) === 'index.html')
  .map((file) => `/${path.dirname(file).replaceAll(path.sep, '/')}/`)
  .filter((address) => /^\/reference\/hostile\/(?!schemas\/$)/.test(address))
  .sort();
/** A page of the same site with no text of the document in it. */
const HARMLESS = '/guides/your-own-document/';
const EVERYTHING = '/reference/hostile/everything/';
/** All pages stand still; so many of them are brought to life, which takes longer. */
const SAMPLE = [EVERYTHING, ...PAGES.filter((_, index) => index % 5 === 0)];
const MOVES = 60;
/** Descriptions may show images; nothing else comes from elsewhere. */
const IMAGES = 'https://images.example/';
const PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

/** What of a page could run, or take the page over; and what must be there once. */
interface Structure {
  readonly scripts: readonly string[];
  readonly dangerous: readonly string[];
  readonly headings: number;
  readonly landmarks: readonly string[];
  readonly outside: number;
}

function structureOf(): Structure {
  const elements = [...document.querySelectorAll('*')];
  const scripts = elements
    .filter((element) => element.localName === 'script')
    .map((element) => element as HTMLScriptElement)
    .filter((script) => {
      if (script.type !== 'application/ld+json') return true;
      // Data, which must be whole.
      JSON.parse(script.textContent);
      return false;
    })
    .map((script) => `${script.type} ${script.getAttribute('src')} ${script.textContent}`);
  const isDangerous = (element: Element): boolean =>
    /^(iframe|object|embed|form|base|svg-script|template|video|audio|portal)$/.test(
      element.localName,
    ) ||
    element.matches('meta[http-equiv], .reference :is(style, link, noscript, svg, math)') ||
    // Besides our own: filters of lists, and the fields of samples.
    element.matches(
      '.reference input:is(.ref-md *, :not([data-filter], [data-narrow], [name=fields]))',
    ) ||
    element.getAttributeNames().some((name) => name.startsWith('on') || name === 'formaction') ||
    (element.matches('.ref-md *') &&
      element.matches(
        '[style], [class]:not([class^=language-], div.ref-scroll, table.ref-fixed)',
      )) ||
    ['href', 'src', 'xlink:href', 'action', 'data'].some((name) => {
      const value = element.getAttribute(name);
      if (value === null || value === '') return false;
      const url = new URL(value, document.baseURI);
      return !['http:', 'https:', 'mailto:'].includes(url.protocol);
    });
  const reference = document.querySelector('.reference');
  return {
    scripts: [...new Set(scripts)].sort(),
    dangerous: elements.filter(isDangerous).map((element) => element.outerHTML.slice(0, 200)),
    headings: document.querySelectorAll('h1').length,
    landmarks: ['header, nav.navbar', 'main', 'footer, .pagination-nav'].map(
      (selector) => `${selector}: ${document.querySelectorAll(selector).length > 0}`,
    ),
    outside: elements.filter(
      (element) => element.matches('.ref-md, .ref-fields') && !reference?.contains(element),
    ).length,
  };
}

/** The text of the reference part, as a reader would copy it; browsers know one kind of line end. */
function textOf(page: Page): Promise<string> {
  return page.$eval('.reference', (element) => element.textContent ?? '');
}

/** Which slice the page was drawn from. */
async function sliceOf(page: Page): Promise<string> {
  return (await page.getAttribute('.reference', 'data-part')) ?? '';
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A page with scripts and styles, or with neither: elements and their text are the same without styles. */
async function open(javaScriptEnabled: boolean) {
  const opened = await openPage(browser, hostile.origin, { javaScriptEnabled });
  if (!javaScriptEnabled)
    await opened.page.route('**/*.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: '' }),
    );
  await opened.page.route(`${IMAGES}**`, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: PIXEL }),
  );
  const complaints = (): string[] =>
    opened.complaints.filter((complaint) => !complaint.startsWith(`request to ${IMAGES}`));
  return { page: opened.page, complaints };
}

const harmless = (scripts: readonly string[]) => ({
  scripts,
  dangerous: [],
  headings: 1,
  landmarks: ['header, nav.navbar: true', 'main: true', 'footer, .pagination-nav: true'],
  outside: 0,
});

describe('the files of a hostile document', () => {
  it('are a page for everything in it', () => {
    expect(PAGES.length).toBeGreaterThan(250);
  });

  it('have names that every system can hold', () => {
    const reserved = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)/i;
    const unsafe = FILES.flatMap((file) => file.split(path.sep)).filter(
      (name) =>
        /[<>:"|?*\\\p{Cc}\p{Cf}\p{Cs}]|[. ]$|^\./u.test(
          name.replace(/^\.(?:openapi-reference-site|well-known)$/, ''),
        ) ||
        reserved.test(name) ||
        name.normalize('NFC') !== name ||
        Buffer.byteLength(name) > 200,
    );
    expect([...new Set(unsafe)]).toEqual([]);
    const folded = FILES.map((file) => file.normalize('NFKC').toLowerCase().toUpperCase());
    expect(new Set(folded).size).toBe(FILES.length);
  });

  it('stand in the folder of the document', () => {
    const others = FILES.filter((file) => !file.startsWith(path.join('reference', 'hostile')));
    // The site's own, with the page that the site's setup adds.
    const own =
      /^(reference(\/index\.html)?|(404|index|oauth2-redirect)\.html|oauth2-redirect\.js|(csp|licenses|llms|robots)\.txt|\.well-known(\/api-catalog)?|_headers|\.openapi-reference-site|sitemap\.xml|search\.json|(about|guides|search|assets|img|older-page|stock-page)\b.*)$/;
    expect(others.filter((file) => !own.test(file))).toEqual([]);
  });
});

describe('nothing of the document runs or takes the page over', () => {
  it('without scripts', async () => {
    const { page, complaints } = await open(false);
    await page.goto(HARMLESS);
    const { scripts } = await page.evaluate(structureOf);
    for (const address of PAGES) {
      await page.goto(address);
      expect(await page.evaluate(structureOf), address).toEqual(harmless(scripts));
    }
    expect(complaints()).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('with scripts, and the app', async () => {
    const { page, complaints } = await open(true);
    await page.goto(HARMLESS);
    await loadApp(page);
    const { scripts } = await page.evaluate(structureOf);
    for (const address of SAMPLE) {
      await page.goto(address);
      await loadApp(page);
      expect(await page.evaluate(structureOf), address).toEqual(harmless(scripts));
      expect(complaints(), address).toEqual([]);
    }
    await page.context().close();
  }, 600_000);

  it('while the app moves from page to page, which show the same', async () => {
    const { page, complaints } = await open(true);
    const plain = await open(false);
    await page.goto('/reference/hostile/');
    await loadApp(page);
    const { scripts } = await page.evaluate(structureOf);
    const seen = new Set<string>();
    while (seen.size < MOVES) {
      const { pathname } = new URL(page.url());
      if (seen.has(pathname)) break;
      seen.add(pathname);
      await plain.page.goto(pathname);
      await page.waitForSelector(`[data-part=${JSON.stringify(await sliceOf(plain.page))}]`);
      expect(await page.evaluate(structureOf), pathname).toEqual(harmless(scripts));
      expect(await textOf(page), pathname).toBe(await textOf(plain.page));
      expect(await page.title(), pathname).toBe(await plain.page.title());
      const next = page.locator('.pagination-nav__link--next');
      if ((await next.count()) === 0) break;
      await next.click();
      await page.waitForFunction((former) => window.location.pathname !== former, pathname);
    }
    expect(seen.size).toBe(MOVES);
    expect(complaints()).toEqual([]);
    await Promise.all([page.context().close(), plain.page.context().close()]);
  }, 600_000);
});

describe('text stands as written', () => {
  /** What an HTML parser makes of characters that HTML cannot hold. */
  const inHtml = (text: string): string =>
    text
      .replaceAll('\0', '')
      .replace(/\r\n?/g, '\n')
      .replace(/\p{Cs}/gu, '\ufffd');

  it('names and values, on the page of an operation and of a schema', async () => {
    const { page } = await open(false);
    for (const address of [EVERYTHING, '/reference/hostile/schemas/everything/']) {
      await page.goto(address);
      const text = await textOf(page);
      const missing = TEXTS.map(inHtml).filter((written) => !text.includes(written));
      expect(missing, address).toEqual([]);
    }
    await page.context().close();
  });

  it('long descriptions to their end', async () => {
    const { page } = await open(false);
    await page.goto('/reference/hostile/long/');
    expect(await textOf(page)).toContain(END_OF_LONG);
    await page.context().close();
  });

  it.each(['/reference/hostile/', EVERYTHING])(
    'descriptions, with their formatting: %s',
    async (address) => {
      const { page } = await open(false);
      await page.goto(address);
      const markdown = page.locator('.reference .ref-md', { hasText: "import x from 'y'" }).first();
      const text = (await markdown.textContent()) ?? '';
      for (const written of [
        'export const y = {process.exit(1)}',
        '<id>',
        '{guid}',
        'a <= b',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: text that a template would run
        '${x}',
        ']]>',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
        'const code = `${process.exit(1)}`; // <script>alert(10)</script>',
      ])
        expect(text).toContain(written);
      const formatting: Readonly<Record<string, string>> = {
        h2: 'A heading',
        em: 'emphasis',
        strong: 'strength',
        'p code': '<code> {a} \\',
        del: 'a mistake',
        b: 'HTML',
        kbd: 'Esc',
        'ul > li > ol > li': 'with a list',
        'table td[align=right]': '{1}',
        'pre > code.language-js': 'const code',
        blockquote: 'A quote',
        'a[href^="https://links.example/"]': 'a link',
        'a[href="https://autolinks.example"]': 'https://autolinks.example',
        'a[href="mailto:mail@links.example"]': 'mail@links.example',
        'details > summary': 'More',
      };
      for (const [selector, content] of Object.entries(formatting))
        expect(await markdown.locator(selector).first().textContent(), selector).toContain(content);
      const images = await markdown
        .locator('img')
        .evaluateAll((found) => found.map((image) => image.getAttribute('src')));
      expect(images).toEqual([`${IMAGES}one.png`, `${IMAGES}two.png`]);
      await page.context().close();
    },
  );
});
