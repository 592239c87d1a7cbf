import type { Config } from '@docusaurus/types';
import type { Route } from '../../client/app/server-data.ts';
import { isObject } from '../../json/guards.ts';
import { withoutApis } from '../own-entries.ts';
import { withSlash } from './browser-routes.ts';
import type { TableSite } from './browser-tables.ts';
import { UnknownTables } from './unknown-tables.ts';

/** What is removed from the properties of a docs version. */
export interface OwnParts {
  /** The pages of the reference. */
  readonly docIds: ReadonlySet<string>;
  /** Whether a sidebar only lists such pages. */
  readonly isSidebar: (name: string) => boolean;
}

/**
 * The properties of a docs version, with all sidebars and documents, without those of APIs.
 *
 * @param partsOf Returns what is removed from a version.
 */
export function browserVersion(
  json: string,
  partsOf: (version: { readonly pluginId: string; readonly version: string }) => OwnParts,
): string {
  const props = JSON.parse(json);
  const version = props?.version;
  if (!isObject(version) || !isObject(version.docsSidebars) || !isObject(version.docs)) {
    throw new UnknownTables('the properties of the docs version have an unknown format');
  }
  const { docIds, isSidebar } = partsOf({
    pluginId: String(version.pluginId),
    version: String(version.version),
  });
  // Pages in other sidebars may be listed there as cards, which are rendered in the browser.
  const docs = Object.entries(version.docs).filter(
    ([id, doc]) =>
      !docIds.has(id) ||
      (isObject(doc) && doc.sidebar !== undefined && !isSidebar(String(doc.sidebar))),
  );
  const sidebars = Object.entries(version.docsSidebars).filter(([name]) => !isSidebar(name));
  return JSON.stringify({
    ...props,
    version: {
      ...version,
      docs: Object.fromEntries(docs),
      docsSidebars: Object.fromEntries(sidebars),
    },
  });
}

/**
 * The code of the site's configuration without what the list of plugins says about APIs: nothing in the app reads it.
 */
export function browserConfig(code: string): string {
  const start = code.indexOf('export default ');
  const end = code.lastIndexOf(';');
  if (start < 0 || end < start) throw new UnknownTables('the configuration has no default export');
  const config = JSON.parse(code.slice(start + 'export default '.length, end)) as Config;
  return `export default ${JSON.stringify({ ...config, ...withoutApis(config) })};\n`;
}

/**
 * The global data without the documents and the sidebars of the reference.
 *
 * @param removed The routes of its pages.
 */
export function withoutDocs(
  data: Record<string, unknown>,
  removed: readonly Route[],
  { isSidebar, linked }: Pick<TableSite, 'isSidebar' | 'linked'>,
): Record<string, unknown> {
  const instances = data['docusaurus-plugin-content-docs'];
  if (!isObject(instances)) throw new UnknownTables('globalData.json has no docs plugin');
  const paths = new Set(removed.map(({ path }) => withSlash(path)));
  const isPage = (doc: unknown): boolean =>
    isObject(doc) && paths.has(withSlash(String(doc.path))) && !linked.has(String(doc.id));
  const trimmed = Object.entries(instances).map(([id, instance]) => {
    if (!isObject(instance) || !Array.isArray(instance.versions)) {
      throw new UnknownTables('globalData.json has docs without versions');
    }
    // The menu of versions looks for the same page in each.
    const hasMenu = instance.versions.length > 1;
    const versions = instance.versions.map((version) => ({
      ...version,
      docs: hasMenu ? version.docs : version.docs.filter((doc: unknown) => !isPage(doc)),
      ...(isObject(version.sidebars) && {
        sidebars: Object.fromEntries(
          Object.entries(version.sidebars).filter(
            ([name]) => linked.has(name) || !isSidebar(id, String(version.name), name),
          ),
        ),
      }),
    }));
    return [id, { ...instance, versions }];
  });
  return { ...data, 'docusaurus-plugin-content-docs': Object.fromEntries(trimmed) };
}
