import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launch } from '../../support/browser.ts';
import type { Complaint, Runner } from './runner.ts';

/** Each sample as a module of a page from another origin, so that the browser asks whether it may. */
export const browser: Runner = {
  language: 'javascript',
  with: 'Chromium',
  lacks: () => undefined,
  run: async (samples) => {
    const complaints: Complaint[] = [];
    const site = http.createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>Samples</title>');
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    let chromium: Browser | undefined;
    try {
      chromium = await launch();
      const page = await chromium.newPage();
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      for (const [index, { code }] of samples.entries()) {
        const address = `data:text/javascript,${encodeURIComponent(code)}`;
        // As a text: Vitest would make something else of an import.
        const script = `import(${JSON.stringify(address)}).then(() => '', String)`;
        const text = await page.evaluate<string>(script);
        if (text !== '') complaints.push({ index, text });
      }
    } finally {
      await chromium?.close();
      site.close();
    }
    return complaints;
  },
};
