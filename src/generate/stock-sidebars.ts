import { belowDocs } from '../address/docs.ts';
import { append } from '../json/append.ts';
import { defined } from '../json/guards.ts';
import { stockSidebar } from '../upstream/stock-sidebar.ts';
import { type GeneratedApi, sidebarFiles } from './api.ts';

/**
 * The sidebars of APIs that have the stock plugin's: one for each folder, of all documents in it.
 *
 * @returns the id of an API to its further files.
 */
export function stockSidebars(
  generated: readonly GeneratedApi[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const folders = new Map<string, GeneratedApi[]>();
  for (const one of generated) if (one.stock) append(folders, one.api.place.outputDir, one);
  const files = new Map<string, ReadonlyMap<string, string>>();
  for (const members of folders.values()) {
    const parts = members.flatMap(({ stock }) => stock ?? []);
    const [{ api, stock } = {}] = members;
    if (!api || !stock?.sidebar) continue;
    const items = stockSidebar(parts, {
      options: stock.sidebar,
      showSchemas: stock.showSchemas,
      basePath: belowDocs(api.place),
      ...defined({ label: stock.label }),
    });
    for (const member of members) files.set(member.api.id, sidebarFiles(api.place, items));
  }
  return files;
}
