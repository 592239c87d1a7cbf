import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { ROOT } from '../support/site.ts';
import { siteOf } from './sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The default site, built by `npm run build`. */
    readonly site: { readonly folder: string; readonly origin: string };
    /** Those of `sites.ts`. */
    readonly small: { readonly folder: string; readonly origin: string };
    readonly hostile: { readonly folder: string; readonly origin: string };
  }
}

/** Serves the built default site, and the two others that most tests look at. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = path.join(ROOT, 'build');
  if (!fs.existsSync(path.join(built, 'index.html'))) {
    throw new Error('There is no built site to test. Run `npm run build` first.');
  }
  // `tests/run.ts` has built them; else they are built as they are needed. Processes of tests inherit it.
  const own = process.env.TEST_SITES
    ? undefined
    : fs.mkdtempSync(path.join(os.tmpdir(), 'test-sites-'));
  if (own) process.env.TEST_SITES = own;
  const servers: StaticServer[] = [];
  const serve = async (folder: string): Promise<{ folder: string; origin: string }> => {
    const server = await serveFolder(folder);
    servers.push(server);
    return { folder, origin: server.origin };
  };
  project.provide('site', await serve(built));
  project.provide('small', await serve(siteOf('small')));
  project.provide('hostile', await serve(siteOf('hostile')));
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    // Many times faster than `rmSync`, with all the packages.
    if (own) await fs.promises.rm(own, { recursive: true, force: true });
  };
}
