import fs from 'node:fs';
import { launch } from '../support/browser.ts';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The program that `tests/support/browser.ts` starts, for tools that start it themselves. */
export function chromiumPath(): string {
  const found = process.env.CHROMIUM ?? PATHS.find((file) => fs.existsSync(file));
  if (!found) throw new Error('Install Chromium, or name its program in CHROMIUM.');
  return found;
}

/** Version of that browser, `unknown` where there is none. */
export async function chromiumVersion(): Promise<string> {
  try {
    const browser = await launch();
    const version = browser.version();
    await browser.close();
    return version;
  } catch {
    return 'unknown';
  }
}
