import { createRequire } from 'node:module';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { docId, sidebarKey } from '../../address/files.ts';
import { LAYOUT } from '../../generate/layout.ts';
import { type TranslateConfig, translateBy } from '../languages.ts';
import { readManifest } from '../manifest.ts';

/** An entry of a sidebar that takes part in "previous" and "next". */
interface NavigationItem {
  readonly type: string;
  readonly id?: string;
  readonly link?: { readonly type: string; readonly id?: string };
}

interface Navigation {
  readonly sidebarName: string | undefined;
  readonly previous: NavigationItem | undefined;
  readonly next: NavigationItem | undefined;
}

interface Query {
  readonly docId: string;
  readonly displayedSidebar: string | null | undefined;
  readonly unlistedIds: ReadonlySet<string>;
}

interface SidebarsUtils {
  getSidebarNameByDocId(docId: string): string | undefined;
  getDocNavigation(query: Query): Navigation;
}

/** What we know of the plugin's `lib/sidebars/utils.js`. */
export interface SidebarsModule {
  createSidebarsUtils(sidebars: Readonly<Record<string, unknown>>): SidebarsUtils;
  collectSidebarNavigation(sidebar: unknown): readonly NavigationItem[];
}

interface DocsPlugin {
  default(context: LoadContext, options: unknown): Promise<Plugin>;
  validateOptions: unknown;
}

/**
 * Docusaurus' docs plugin, as it is but for what it watches, our labels in sidebars, and one search: for
 * each page it goes through the list of all pages twice to find those before and after: 28 of 160 s with
 * 5,000 operations.
 */
export function docsPlugin(siteDir: string): DocsPlugin['default'] {
  const require = createRequire(`${siteDir}/package.json`);
  const plugin: DocsPlugin = require('@docusaurus/plugin-content-docs');
  try {
    indexNavigation(require('@docusaurus/plugin-content-docs/lib/sidebars/utils.js'));
  } catch (error) {
    console.warn(
      `[openapi-reference] ${(error as Error).message}. Large sites will take longer to load.`,
    );
  }
  const { default: create, validateOptions } = plugin;
  const watched: DocsPlugin['default'] = async (context, options) =>
    watchKey(translateLabels(await create(context, options), context), siteDir);
  return Object.assign(watched, { validateOptions });
}

/**
 * Docusaurus loads all pages again for each page that changes, all at the same time: with hundreds of
 * them it runs out of files, and looking through their folder keeps it from answering for seconds. Of
 * what is generated it gets one sign, and only when it has to.
 */
function watchKey(plugin: Plugin, siteDir: string): Plugin {
  return {
    ...plugin,
    getPathsToWatch: () => [
      ...(plugin.getPathsToWatch?.() ?? []),
      `!${LAYOUT.pages}`,
      `${siteDir}/${LAYOUT.pagesKey}`,
    ],
  };
}

/** What we know of what the plugin loads. */
interface Content {
  readonly loadedVersions: readonly {
    readonly sidebars: Readonly<Record<string, readonly SidebarItem[]>>;
    readonly docs: readonly Doc[];
  }[];
}

interface Doc {
  readonly id: string;
  readonly permalink: string;
  readonly frontMatter: object;
  readonly previous?: DocLink;
  readonly next?: DocLink;
}

interface DocLink {
  readonly title: string;
  readonly permalink: string;
}

interface SidebarItem {
  readonly key?: string;
  readonly label?: string;
  readonly link?: unknown;
  readonly items?: readonly SidebarItem[];
}

/**
 * Labels of generated sidebars that are ours and not the document's, in the language that is built: what
 * is generated is the same for all languages.
 */
function translateLabels(plugin: Plugin, { siteDir, codeTranslations }: LoadContext): Plugin {
  const { apis } = readManifest(siteDir);
  const translate = translateBy(codeTranslations);
  return {
    ...plugin,
    // Labels of the document are not to be translated. Two that are the same would end the build.
    async getTranslationFiles({ content }) {
      const loadedVersions = (content as unknown as Content).loadedVersions.map((version) => {
        const sidebars = Object.entries(version.sidebars).filter(
          ([name]) => !apis.some(({ id }) => sidebarKey({ api: id }) === name),
        );
        return { ...version, sidebars: Object.fromEntries(sidebars) };
      });
      const guides = { ...(content as object), loadedVersions };
      return (await plugin.getTranslationFiles?.({ content: guides })) ?? [];
    },
    translateContent(all) {
      const content = (plugin.translateContent?.(all) ?? all.content) as unknown as Content;
      const loadedVersions = content.loadedVersions.map((version) => {
        const sidebars = { ...version.sidebars };
        for (const { id } of apis) {
          const key = sidebarKey({ api: id });
          const items = sidebars[key];
          if (items) sidebars[key] = translateSidebar(items, translate);
        }
        const introduction = translate({ id: 'site.introduction', message: 'Introduction' });
        const labels = new Map([
          ...apis.flatMap(({ id }) => ownLabels(sidebars[sidebarKey({ api: id })] ?? [])),
          ...apis.map(({ id, infoId }): [string, string] => [
            docId({ api: id }, infoId),
            introduction,
          ]),
        ]);
        const docs = translateDocs(version.docs, labels);
        return { ...version, sidebars, docs };
      });
      return { ...content, loadedVersions };
    },
  };
}

/**
 * Pages whose label is ours in another language: in their front matter, which goes before what the sidebar
 * says, and in links to them from the pages around.
 *
 * @param labels By the id of the page.
 */
export function translateDocs<Page extends Doc>(
  docs: readonly Page[],
  labels: ReadonlyMap<string, string>,
): Page[] {
  const titles = new Map(docs.map(({ id, permalink }) => [permalink, labels.get(id)]));
  const linked = (link: DocLink | undefined) => {
    const title = link && titles.get(link.permalink);
    return title === undefined ? link : { ...link, title };
  };
  return docs.map((doc) => {
    const label = labels.get(doc.id);
    return {
      ...doc,
      ...(label !== undefined && { frontMatter: { ...doc.frontMatter, sidebar_label: label } }),
      previous: linked(doc.previous),
      next: linked(doc.next),
    };
  });
}

/** Labels of the pages of categories that are ours, by the id of the page. */
function ownLabels(items: readonly SidebarItem[]): [id: string, label: string][] {
  return items.flatMap(({ key, label, link, items: below = [] }) => {
    const { id } = (link ?? {}) as { readonly id?: string };
    const own: [string, string][] = textOf(key) && id && label ? [[id, label]] : [];
    return [...own, ...ownLabels(below)];
  });
}

/** The text of a category's label, where that is ours. */
function textOf(key = ''): Parameters<TranslateConfig>[0] | undefined {
  return OWN[/\/own:(\w+)$/.exec(key)?.[1] ?? ''];
}

/** Labels of categories that are ours, by the end of their keys: see `upstream/sidebar.ts`. */
const OWN: Readonly<Record<string, Parameters<TranslateConfig>[0]>> = {
  operations: { id: 'ref.tag.operations', message: 'Operations' },
  otherOperations: { id: 'ref.tag.otherOperations', message: 'Other operations' },
  webhooks: { id: 'ref.tag.webhooks', message: 'Webhooks' },
  schemas: { id: 'site.schemas', message: 'Schemas' },
  more: { id: 'site.moreTags', message: 'More' },
};

/** The sidebar of an API in another language. */
export function translateSidebar<Item extends SidebarItem>(
  items: readonly Item[],
  translate: TranslateConfig,
): Item[] {
  return items.map((item) => {
    const text = textOf(item.key);
    return {
      ...item,
      ...(text && { label: translate(text) }),
      ...(item.items && { items: translateSidebar(item.items, translate) }),
    };
  });
}

const indexed = new WeakSet<SidebarsModule['createSidebarsUtils']>();

/** Makes the utilities of a set of sidebars find a page's neighbours by an index. */
export function indexNavigation(utils: SidebarsModule): void {
  const { createSidebarsUtils: create, collectSidebarNavigation: collect } = utils;
  if (typeof create !== 'function' || typeof collect !== 'function') {
    throw new Error('The docs plugin has changed inside');
  }
  // The development server loads the configuration again and again.
  if (indexed.has(create)) return;
  utils.createSidebarsUtils = (sidebars) => {
    const whole = create(sidebars);
    const indexes = new Map<string, Index>();
    const getDocNavigation = (query: Query): Navigation => {
      const { docId, displayedSidebar, unlistedIds } = query;
      const name =
        displayedSidebar === undefined ? whole.getSidebarNameByDocId(docId) : displayedSidebar;
      // No sidebar, or one that is not there: the plugin knows what to do or say.
      if (!name || !Object.hasOwn(sidebars, name)) return whole.getDocNavigation(query);
      const index = indexes.get(name) ?? indexOf(collect(sidebars[name]), unlistedIds);
      indexes.set(name, index);
      const at = index.positions.get(docId);
      return {
        sidebarName: name,
        previous: at === undefined ? undefined : index.items[at - 1],
        next: at === undefined ? undefined : index.items[at + 1],
      };
    };
    return { ...whole, getDocNavigation };
  };
  indexed.add(utils.createSidebarsUtils);
}

interface Index {
  readonly items: readonly NavigationItem[];
  readonly positions: ReadonlyMap<string, number>;
}

/** The unlisted pages are the same for all queries. */
function indexOf(all: readonly NavigationItem[], unlisted: ReadonlySet<string>): Index {
  const items = all.filter((item) => !unlisted.has(docIdOf(item) ?? ''));
  const positions = new Map<string, number>();
  items.forEach((item, at) => {
    const id = docIdOf(item);
    if (id !== undefined && !positions.has(id)) positions.set(id, at);
  });
  return { items, positions };
}

function docIdOf({ type, id, link }: NavigationItem): string | undefined {
  if (type === 'doc') return id;
  return link?.type === 'doc' ? link.id : undefined;
}
