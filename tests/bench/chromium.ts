import { launch } from '../support/browser.ts';

/** Version of the browser that tests start, `unknown` where there is none. */
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
