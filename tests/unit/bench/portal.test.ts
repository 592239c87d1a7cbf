import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Measured } from '../../bench/measure.ts';
import { portalApis, portalSizes } from '../../bench/part-portal.ts';
import { portalTable } from '../../bench/report-portal.ts';
import type { PortalRun } from '../../bench/results.ts';
import { textTable } from '../../bench/table.ts';
import { realDocuments } from '../../support/documents.ts';

it('takes each real document as often as it must, under ids of their own', () => {
  const known = realDocuments().length;
  const apis = portalApis(300);
  expect(new Set(apis.map(({ id }) => id)).size).toBe(300);
  expect(new Set(apis.map(({ document }) => document)).size).toBe(known);
  expect(apis.slice(0, known).map(({ id }) => id)).toEqual(realDocuments().map(({ id }) => id));
  expect(
    portalApis(3, [
      { id: '3-0-pets', document: 'pets.json' },
      { id: 'galaxy', document: 'galaxy.yaml' },
    ]),
  ).toEqual([
    { id: '3-0-pets', document: 'pets.json', group: 'OpenAPI 3.0' },
    { id: 'galaxy', document: 'galaxy.yaml', group: 'Others' },
    { id: '3-0-pets-copy-2', document: 'pets.json', group: 'OpenAPI 3.0' },
  ]);
});

it('counts the scripts of the app, as a page names them, and no style sheet', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-'));
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  write('assets/main.js', 'x'.repeat(1000));
  write('assets/menu.js', 'y'.repeat(200));
  write('assets/app.css', 'z'.repeat(50));
  write('search.json', '{}');
  write('reference/index.html', '<p>');
  write(
    'reference/pets/index.html',
    '<script src="/page.js" data-app="/assets/menu.js /assets/app.css /assets/main.js" defer>',
  );
  const { app, pages, output } = portalSizes(folder, 'pets');
  expect(app?.bytes).toBe(1200);
  expect(app?.gzip).toBeLessThan(100);
  expect([pages, output?.files]).toEqual([2, 6]);
  fs.rmSync(folder, { recursive: true });
});

it('says what each API adds', () => {
  const measured = { seconds: 60, peakMemory: 2e9, ended: 'done' } as Measured;
  const run = { heap: 'default', generate: measured, build: measured } as const;
  const portal = (apis: number, app: number): PortalRun => ({
    apis,
    documents: 72,
    run,
    pages: apis * 10,
    output: { files: apis * 20, bytes: apis * 1e6 },
    app: { bytes: app, gzip: app / 4 },
    list: 30_000,
    search: 9000,
  });
  const failed = { apis: 900, documents: 72, run: { ...run, failure: 'killed at 20 GB' } };
  const text = textTable(portalTable([portal(100, 500_000), portal(300, 500_100), failed]));
  expect(text).toContain('From 100 to 300 APIs, each one adds 0.5 bytes');
  expect(text).toContain('killed at 20 GB');
  expect(portalTable([failed]).notes).toEqual([]);
});
