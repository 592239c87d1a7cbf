import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { LoadedVersion } from '@docusaurus/plugin-content-docs';
import type { AllContent, LoadContext } from '@docusaurus/types';
import { addressOf, pathOf, type SiteUrl } from '../address/address.ts';
import { sidebarId } from '../address/docs.ts';
import type { MenuEntry } from '../client/menu/entries.ts';
import { LAYOUT } from '../generate/layout.ts';
import { SCRIPTS_FOLDER } from './page-script.ts';
import { loadedVersions, referenceSidebars } from './published.ts';

/**
 * Writes the pages of each sidebar of the reference to where Docusaurus finds static files.
 *
 * @returns their paths below the base URL, which change with them, by the ids of the sidebars.
 */
export function writeMenus(
  allContent: AllContent,
  { siteDir, siteConfig }: Pick<LoadContext, 'siteDir' | 'siteConfig'>,
): Readonly<Record<string, string>> {
  const folder = path.join(siteDir, LAYOUT.script);
  const files: Record<string, string> = {};
  for (const { id, version } of loadedVersions(allContent))
    for (const name of referenceSidebars(version)) {
      const json = JSON.stringify(entriesOf(version, name, siteConfig));
      const hash = createHash('sha256').update(json).digest('hex').slice(0, 8);
      const file = `${SCRIPTS_FOLDER}/menu.${hash}.json`;
      fs.writeFileSync(path.join(folder, file), json);
      files[sidebarId(id, version.versionName, name)] = file;
    }
  return files;
}

type Sidebar = LoadedVersion['sidebars'][string];
type Doc = Pick<LoadedVersion['docs'][number], 'permalink' | 'title' | 'frontMatter'>;

/** A sidebar as data, with the labels and addresses that Docusaurus gives its items. */
export function entriesOf(
  { docs, sidebars }: { docs: LoadedVersion['docs']; sidebars: LoadedVersion['sidebars'] },
  name: string,
  url: SiteUrl,
): MenuEntry[] {
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  const addressOfDoc = ({ permalink }: Doc): string =>
    addressOf(encodeURI(pathOf(permalink, url) ?? ''), url);
  const convert = (items: Sidebar): MenuEntry[] =>
    items.flatMap((item): MenuEntry[] => {
      if (item.type === 'category') {
        const doc = item.link?.type === 'doc' ? byId.get(item.link.id) : undefined;
        return [[item.label, doc ? addressOfDoc(doc) : '', convert(item.items)]];
      }
      const doc = item.type === 'doc' || item.type === 'ref' ? byId.get(item.id) : undefined;
      if (!doc) return [];
      const { sidebar_label: label, sidebar_class_name: own, path } = doc.frontMatter as Labels;
      const given = item as { label?: string; className?: string };
      // In this order, as in the sidebar itself.
      const link = [label ?? given.label ?? doc.title, addressOfDoc(doc)] as const;
      const className = own ?? given.className;
      if (path !== undefined) return [[...link, className ?? '', path]];
      return [className ? [...link, className] : link];
    });
  return convert(sidebars[name] ?? []);
}

/** The front matter of our pages that sidebars depend on. */
interface Labels {
  readonly sidebar_label?: string;
  readonly sidebar_class_name?: string;
  readonly path?: string;
}
