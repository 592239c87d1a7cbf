import fs from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The headless shell is Chromium without its windows: pages open in half of the time. */
const PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The machine's Chromium; CHROMIUM names another one. */
export function chromiumPath(): string {
  const found = process.env.CHROMIUM ?? PATHS.find((file) => fs.existsSync(file));
  if (!found) throw new Error('Install Chromium, or name its program in CHROMIUM.');
  return found;
}

/** Starts it. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
}

/** A page that collects what must never happen: console messages, errors, requests to other hosts. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
}

export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) {
      complaints.push(`request to ${request.url()}`);
    }
  });
  return { page, complaints };
}

/** Waits for the app, which comes at the first intent of a reader. Until then, the browser itself follows links. */
export async function appIsThere(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true');
}

/** Brings the app by such an intent, and waits for it. */
export async function loadApp(page: Page): Promise<void> {
  await page.hover('.navbar__brand');
  await appIsThere(page);
}

/**
 * Waits until a list of requests no longer grows. Playwright's `networkidle` never comes if Chromium does not report
 * the end of a request, which happens on a busy machine.
 */
export async function settled(requests: readonly unknown[]): Promise<void> {
  for (let length = -1; length < requests.length; ) {
    length = requests.length;
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
}
