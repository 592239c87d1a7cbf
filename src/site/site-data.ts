import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import type { SiteApi, SiteData } from '../client/app/site-data.ts';
import { defined } from '../json/guards.ts';
import { apiLinks } from './navbar.ts';

/**
 * Writes what static rendering reads when it needs it, so that no bundle changes with it: see `generatedData`.
 *
 * @param name A file of `SERVER_DATA`.
 */
export function writeServerData(
  { generatedFilesDir }: Pick<LoadContext, 'generatedFilesDir'>,
  name: string,
  data: object,
): void {
  const file = path.join(generatedFilesDir, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(data));
}

/** What every page can use of the APIs, in the browser as well: its size does not depend on their number. */
export function sharedSiteData(apis: readonly SiteApi[]): Pick<SiteData, 'main' | 'links'> {
  const main = apis.find((api) => api.main);
  return { ...(main && { main: startOf(main) }), links: apiLinks(apis) };
}

function startOf({ id, slice, base, summary, authentication }: SiteApi): SiteData['main'] {
  return { id, slice, base, ...defined({ summary, authentication }) };
}
