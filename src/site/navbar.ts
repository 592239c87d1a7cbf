import type { NavbarItem } from '@docusaurus/theme-common';
import type { SiteApi } from '../client/app/site-data.ts';

/** With more APIs than this, all but the main one are in a menu: the navbar is a single line. */
const MOST = 4;

/**
 * The navbar items that link to APIs: the main one is called "Reference", the others by their labels. They
 * are not `docSidebar` items, which need the table of all pages in the browser.
 */
export function apiItems(apis: readonly SiteApi[]): NavbarItem[] {
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
    ...(isMenu
      ? [{ type: 'dropdown', label: 'APIs', position, items: others.map(item) } as const]
      : []),
  ];
}
