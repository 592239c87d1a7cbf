import fs from 'node:fs/promises';
import path from 'node:path';
import { SCHEMAS } from '../address/address.ts';
import { SIDEBAR_ITEMS } from '../address/files.ts';
import { readIfThere } from '../document/read-if-there.ts';
import { isObject } from '../json/guards.ts';
import { BANNER_TEXT } from '../upstream/banner.ts';

/** Files with names of generated ones in the folder of an API; paths relative to it, with `/`. */
export interface StockFiles {
  /** Written by the stock plugin or by us, perhaps edited since. */
  readonly generated: readonly string[];
  /** Written by hand. */
  readonly others: readonly string[];
}

/** A generated page's name: `list-books.api.mdx`. */
const PAGE = /^(.+)\.(?:api|info|tag|schema)\.mdx$/;

/** Data beside a page: `list-books.StatusCodes.json` of its components, and our `list-books.api.json`. */
const DATA =
  /^(.+)\.(?:(?:StatusCodes|ParamsDetails|RequestSchema|Schema|SchemaItem)(?:\.\d+)?|api|info|tag|schema)\.json$/;

/**
 * Finds the generated files in the folder of an API.
 *
 * @param folder Absolute path.
 * @param isLeftOut Pages and sidebars that are not looked for.
 */
export async function stockFilesIn(
  folder: string,
  isLeftOut: (file: string, content: string) => boolean,
): Promise<StockFiles> {
  const generated: string[] = [];
  const others: string[] = [];
  for (const below of ['', SCHEMAS]) {
    const names = await namesIn(path.join(folder, below));
    const pages = new Set<string>();
    for (const name of names.filter((name) => PAGE.test(name) || isSidebar(name))) {
      const content = (await readIfThere(path.join(folder, below, name))) ?? '';
      if (isLeftOut(below + name, content)) continue;
      const page = PAGE.exec(name)?.[1];
      const isOurs = content.includes(BANNER_TEXT);
      const isGenerated =
        isOurs || (page === undefined ? isStockSidebar(content) : isStockPage(page, content));
      if (isOurs && page === undefined && names.includes(SIDEBAR_ITEMS))
        generated.push(below + SIDEBAR_ITEMS);
      if (isGenerated && page !== undefined) pages.add(page);
      (isGenerated ? generated : others).push(below + name);
    }
    for (const name of names)
      if (pages.has(DATA.exec(name)?.[1] ?? '')) generated.push(below + name);
  }
  return { generated: generated.sort(), others: others.sort() };
}

function isSidebar(name: string): boolean {
  return name === 'sidebar.ts' || name === 'sidebar.js';
}

/** All versions of the plugin name the sidebar so. */
function isStockSidebar(content: string): boolean {
  return /\bapisidebar\b/.test(content);
}

/**
 * Its front matter has the name of the file, and keys that its templates write. Not read as YAML: the plugin pastes
 * texts into it.
 */
function isStockPage(page: string, content: string): boolean {
  const source = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(content)?.[1] ?? '';
  const id = /^id:\s*["']?(.*?)["']?\s*$/m.exec(source)?.[1];
  return id === page && /^(?:api:|custom_edit_url:|schema: true)/m.test(source);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await fs.readdir(folder);
  } catch {
    return [];
  }
}

/** Whether a file is a list of versions, as generated. */
export async function isVersionsFile(file: string): Promise<boolean> {
  try {
    const list: unknown = JSON.parse((await readIfThere(file)) ?? '');
    return Array.isArray(list) && list.every((entry) => isObject(entry) && 'version' in entry);
  } catch {
    return false;
  }
}
