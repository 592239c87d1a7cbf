import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { copyProject, linkPackages, ROOT, run } from '../support/site.ts';
import { addPages } from '../support/small-site.ts';
import { hostileDocument } from './hostile-document.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The default site, built by `npm run build`. */
    readonly site: { readonly folder: string; readonly origin: string };
    /**
     * A small site: `openapi/bookshop.yaml`, a page of the older upstream form, and one that was written
     * by hand among the generated ones.
     */
    readonly small: { readonly folder: string; readonly origin: string };
    /** A site of a document whose text tries to run and to break out of its place. */
    readonly hostile: { readonly folder: string; readonly origin: string };
  }
}

/** Serves the built default site and builds a small one; both are there for all tests of pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = path.join(ROOT, 'build');
  if (!fs.existsSync(path.join(built, 'index.html'))) {
    throw new Error('There is no built site to test. Run `npm run build` first.');
  }
  const copy = copyProject();
  // Of their own: `determinism.test.ts` builds the same site in another place.
  linkPackages(copy);
  const own = addPages(copy);
  // One language is enough for these; the default site has all.
  const english = ['--locale', 'en'];
  const bookshop = ['--document', 'openapi/bookshop.yaml'];
  const { code, stdout, stderr } = run(copy, ['build', ...bookshop, ...english]);
  if (code !== 0)
    throw new Error(`The small site was not built (exit code ${code}).\n${stdout}\n${stderr}`);
  fs.rmSync(own);
  fs.writeFileSync(path.join(copy, 'openapi/hostile.json'), JSON.stringify(hostileDocument()));
  const hostile = run(copy, [
    'build',
    '--document',
    'openapi/hostile.json',
    '--id',
    'hostile',
    '--out-dir',
    'hostile',
    ...english,
  ]);
  if (hostile.code !== 0)
    throw new Error(`The hostile site was not built.\n${hostile.stdout}\n${hostile.stderr}`);
  const servers: StaticServer[] = [];
  const serve = async (folder: string): Promise<{ folder: string; origin: string }> => {
    const server = await serveFolder(folder);
    servers.push(server);
    return { folder, origin: server.origin };
  };
  project.provide('site', await serve(built));
  project.provide('small', await serve(path.join(copy, 'build')));
  project.provide('hostile', await serve(path.join(copy, 'hostile')));
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    // Many times faster than `rmSync`, with all the packages.
    await fs.promises.rm(copy, { recursive: true, force: true });
  };
}
