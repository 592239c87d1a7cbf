import fs from 'node:fs';
import path from 'node:path';
import type { LoadContext } from '@docusaurus/types';
import { API_TABLE } from '../address/files.ts';
import type { ApiTable, SiteApi, SiteData } from '../client/app/site-data.ts';
import { apiLinks } from './navbar.ts';

/** Writes what static rendering reads of all APIs: see `useApiTable`. */
export function writeApiTable(
  { generatedFilesDir }: Pick<LoadContext, 'generatedFilesDir'>,
  table: ApiTable,
): void {
  const file = path.join(generatedFilesDir, API_TABLE);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(table));
}

/** What every page can use of the APIs, in the browser as well: its size does not depend on their number. */
export function sharedSiteData(apis: readonly SiteApi[]): Pick<SiteData, 'main' | 'links'> {
  const main = apis.find((api) => api.main);
  return { ...(main && { main: startOf(main) }), links: apiLinks(apis) };
}

function startOf({ id, slice, base, summary }: SiteApi): SiteData['main'] {
  return { id, slice, base, ...(summary && { summary }) };
}
