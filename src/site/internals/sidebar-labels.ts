import type { LoadContext, Plugin } from '@docusaurus/types';
import { partsOfFile } from '../../address/files.ts';
import { ownName } from '../../address/own-label.ts';
import { type TranslateConfig, translateBy } from '../languages.ts';
import { referenceSidebars } from '../published.ts';
import { internal } from './level.ts';

/** The parts of a loaded docs version that we rely on. */
interface Version {
  readonly sidebars: Readonly<Record<string, readonly SidebarItem[]>>;
  readonly docs: readonly Doc[];
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
  readonly type: string;
  readonly id?: string;
  readonly key?: string;
  readonly label?: string;
  readonly link?: { readonly type: string; readonly id?: string };
  readonly items?: readonly SidebarItem[];
}

const PIECE = {
  name: 'sidebar-labels',
  loss: 'Our own labels in sidebars, such as "Schemas", stay English in all languages.',
};

/**
 * Translates the labels of generated sidebars that are ours and not the document's: generated files are the same
 * for all languages. Labels from the document are not translated; two equal ones would fail the build.
 */
export function translateLabels(
  plugin: Plugin,
  { codeTranslations }: Pick<LoadContext, 'codeTranslations'>,
): Plugin {
  const translate = translateBy(codeTranslations);
  const withoutApis = (content: unknown) =>
    mapVersions(content, (version) => {
      const ours = referenceSidebars(version);
      const sidebars = Object.entries(version.sidebars).filter(([name]) => !ours.includes(name));
      return { ...version, sidebars: Object.fromEntries(sidebars) };
    });
  const translated = (content: unknown) =>
    mapVersions(content, (version) => {
      const sidebars = { ...version.sidebars };
      const ours = referenceSidebars(version);
      for (const name of ours) sidebars[name] = translateSidebar(sidebars[name] ?? [], translate);
      const introduction = translate({ id: 'site.introduction', message: 'Introduction' });
      const labels = new Map([
        ...ours.flatMap((name) => ownLabels(sidebars[name] ?? [])),
        ...version.docs
          .filter(({ frontMatter }) => isInfo(frontMatter))
          .map(({ id }): [string, string] => [id, introduction]),
      ]);
      return { ...version, sidebars, docs: translateDocs(version.docs, labels) };
    });
  return {
    ...plugin,
    getTranslationFiles: async ({ content }) =>
      internal(
        PIECE,
        () => plugin.getTranslationFiles?.({ content: withoutApis(content) }) ?? [],
        () => [],
      ),
    translateContent: (all) =>
      internal(
        PIECE,
        () => translated(plugin.translateContent?.(all) ?? all.content),
        () => all.content,
      ),
  };
}

/** Whether a page is the info page of an API. */
function isInfo(frontMatter: object): boolean {
  const { slice } = frontMatter as { slice?: unknown };
  return typeof slice === 'string' && partsOfFile(slice)?.kind === 'info';
}

/** @throws Error if the docs plugin's content has an unknown form. */
function mapVersions(content: unknown, map: (version: Version) => Version): object {
  const { loadedVersions } = content as { loadedVersions?: readonly Version[] };
  if (!loadedVersions?.every(({ sidebars, docs }) => sidebars && Array.isArray(docs)))
    throw new Error('the content of the docs plugin has an unknown format');
  return { ...(content as object), loadedVersions: loadedVersions.map(map) };
}

/**
 * Pages whose label is ours, in another language: in their front matter, which overrides the sidebar's label,
 * and in links from the previous and next page.
 *
 * @param labels By page id.
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

/** Labels of category pages that are ours, by page id. */
function ownLabels(items: readonly SidebarItem[]): [id: string, label: string][] {
  return items.flatMap(({ key, label, link, items: below = [] }) => {
    const id = link?.id;
    const own: [string, string][] = textOf(key) && id && label ? [[id, label]] : [];
    return [...own, ...ownLabels(below)];
  });
}

/** The text of a category's label, if it is ours. */
function textOf(key: string | undefined): Parameters<TranslateConfig>[0] | undefined {
  return OWN[ownName(key) ?? ''];
}

/** Labels of categories that are ours, by the suffix of their keys: see `upstream/sidebar.ts`. */
const OWN: Readonly<Record<string, Parameters<TranslateConfig>[0]>> = {
  operations: { id: 'ref.tag.operations', message: 'Operations' },
  otherOperations: { id: 'ref.tag.otherOperations', message: 'Other operations' },
  webhooks: { id: 'ref.tag.webhooks', message: 'Webhooks' },
  schemas: { id: 'site.schemas', message: 'Schemas' },
  changelog: { id: 'ref.changelog', message: 'Changelog' },
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
