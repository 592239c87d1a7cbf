// out|address|mode|width|scroll|height|js
import { launch } from './tests/support/browser.ts';
import { serveFolder } from './tests/support/server.ts';
const dir = process.env.SITE ?? '/tmp/con';
const server = await serveFolder(dir);
const browser = await launch();
for (const spec of process.argv.slice(2)) {
  const [out, address, mode, width, scroll, height, js] = spec.split('|');
  const context = await browser.newContext({ viewport: { width: Number(width), height: Number(height ?? 900) }, colorScheme: mode as 'light' });
  const page = await context.newPage();
  page.on('console', (m) => console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('error', e.message));
  await page.goto(server.origin + address);
  if (js) { const fn = new (Object.getPrototypeOf(async function(){}).constructor)('page', 'origin', js); await fn(page, server.origin); }
  await page.evaluate((y) => window.scrollTo(0, y), Number(scroll ?? 0));
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/${out}` });
  await context.close();
}
await browser.close(); await server.close();
