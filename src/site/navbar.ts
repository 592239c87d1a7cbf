import type { NavbarItem } from '@docusaurus/theme-common';
import { ABOUT, GUIDES, joined, pageHref } from '../address/address.ts';
import type { SiteApi } from '../client/app/site-data.ts';
import type { TranslateConfig } from './languages.ts';

/** With more APIs than this, all but the main one are in a menu: the navbar is a single line. */
const MOST = 4;

/** With more than this, a link leads to their list instead: every page contains the menu, and nobody reads so long a one. */
const MOST_IN_MENU = 30;

/**
 * The navbar items that link to APIs: the main one is called "Reference", the others by their labels. They
 * are not `docSidebar` items, which need the table of all pages in the browser.
 */
export function apiItems(all: readonly SiteApi[]): NavbarItem[] {
  const apis = all.filter(({ about }) => !about);
  const item = ({ href, label, main }: SiteApi) => ({
    to: href,
    activeBasePath: href,
    label: main ? 'Reference' : label,
  });
  const isMenu = apis.length > MOST;
  const beside = isMenu ? apis.filter(({ main }) => main) : apis;
  const others = isMenu ? apis.filter(({ main }) => !main) : [];
  const position = 'left';
  const folder = others.length > MOST_IN_MENU ? folderOf(all) : '';
  const list = pageHref({ base: folder, ending: all[0]?.ending });
  return [
    ...beside.map((api) => ({ ...item(api), position }) as const),
    ...(folder === ''
      ? isMenu
        ? [{ type: 'dropdown', label: 'APIs', position, items: others.map(item) } as const]
        : []
      : // Not of every page below, which is an API's.
        [{ to: list, activeBaseRegex: `${list}?$`, label: 'APIs', position } as const]),
  ];
}

/** The folder that the pages of all APIs are in, whose page lists them; empty if they have none in common. */
export function folderOf(apis: readonly Pick<SiteApi, 'base'>[]): string {
  const folders = new Set(apis.map(({ base }) => joined(base.split('/').slice(0, -1).join('/'))));
  const [folder = ''] = folders;
  return folders.size === 1 ? folder : '';
}

/** The navbar item that leads to the first guide. */
export const GUIDES_ITEM: NavbarItem = {
  type: 'docSidebar',
  sidebarId: GUIDES,
  label: 'Guides',
  position: 'left',
};

/** The navbar item for the credentials of an API, which is only there on the pages of one that needs them. */
export const CREDENTIALS_ITEM: NavbarItem = { type: 'custom-credentials', position: 'right' };

/** A link for the footer, as HTML. */
export function aboutLink(
  baseUrl: string,
  language: string,
  [first]: readonly string[],
  translate: TranslateConfig,
): string {
  const base = language === first ? baseUrl : `${baseUrl}${language}/`;
  const label = translate({ id: 'site.aboutThis', message: 'About this site' });
  return `<a href="${base}${ABOUT}/">${label}</a>`;
}
