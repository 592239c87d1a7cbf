import type { NavbarItem } from '@docusaurus/theme-common';
import { ABOUT, folderOf, GUIDES, OTHER_APIS, pageHref } from '../address/address.ts';
import type { SiteApi, SiteData } from '../client/app/site-data.ts';
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
  return [
    ...beside.map((api) => ({ ...item(api), position }) as const),
    ...(others.length > MOST_IN_MENU
      ? [{ ...listItem(all), label: 'APIs', position } as const]
      : isMenu
        ? [{ type: 'dropdown', label: 'APIs', position, items: others.map(item) } as const]
        : []),
  ];
}

function listItem(all: readonly SiteApi[]): { to: string; activeBaseRegex: string } {
  const to = listHref(all);
  // Pages below are those of APIs, and all are below the home page, which has no item of its own.
  return { to, activeBaseRegex: folderOf(all) === '' ? '^$' : `${to}?$` };
}

/** The page that lists all APIs: that of their folder or, if they have none in common, the home page. */
function listHref(all: readonly SiteApi[]): string {
  const folder = folderOf(all);
  if (folder !== '') return pageHref({ base: folder, ending: all[0]?.ending });
  return all.some(({ main }) => main) ? `/#${OTHER_APIS}` : '/';
}

/** How many APIs a page lists that is not about them. */
const MOST_LINKS = 12;

/**
 * Links to the APIs, by their labels, for pages that are about none. If there are many, the only link leads to their list
 * and has no label.
 */
export function apiLinks(all: readonly SiteApi[]): SiteData['links'] {
  const others = all.filter(({ about }) => !about);
  const apis = others.length > 0 ? others : all;
  return apis.length > MOST_LINKS
    ? [{ href: listHref(all) }]
    : apis.map(({ href, label }) => ({ href, label }));
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
