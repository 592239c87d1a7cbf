import puppeteer, {
  type Browser,
  type BrowserContext,
  type KeyInput,
  type LaunchOptions,
} from 'puppeteer-core';
import type { Engine, EnginePage } from './engine.ts';

/** Starts Chromium by its own protocol, or Firefox by WebDriver BiDi. */
export async function startPuppeteer(options: LaunchOptions): Promise<Engine> {
  const browser = await puppeteer.launch(options);
  return {
    open: (origin) => open(browser, origin, options.browser === 'chrome'),
    close: () => browser.close(),
  };
}

async function open(browser: Browser, origin: string, isChromium: boolean): Promise<EnginePage> {
  const context = await browser.createBrowserContext();
  // Without a window, Chromium lets no page write to the clipboard, not even after a click.
  if (isChromium) await context.overridePermissions(origin, ['clipboard-sanitized-write']);
  return pageOf(context);
}

async function pageOf(context: BrowserContext): Promise<EnginePage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/error|warn/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    async goto(url) {
      await page.goto(url);
    },
    async back() {
      await page.goBack();
    },
    resize: (width, height) => page.setViewport({ width, height }),
    run: <Args extends unknown[], Result>(body: (...args: Args) => Result, ...args: Args) =>
      page.evaluate(body as (...args: unknown[]) => unknown, ...args) as Promise<Awaited<Result>>,
    click: (x, y) => page.mouse.click(x, y),
    async press(...keys) {
      for (const key of keys) await page.keyboard.down(key as KeyInput);
      for (const key of keys.toReversed()) await page.keyboard.up(key as KeyInput);
    },
    screenshot: () => page.screenshot(),
    complaints: async () => complaints,
    end: () => context.close(),
  };
}
