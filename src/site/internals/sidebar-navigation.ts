import { isDeepStrictEqual } from 'node:util';
import { internal, warnOnce } from './level.ts';

/** A sidebar entry that takes part in "previous" and "next". */
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

/** The parts of the docs plugin's `lib/sidebars/utils.js` that we rely on. */
export interface SidebarsModule {
  createSidebarsUtils(sidebars: Readonly<Record<string, unknown>>): SidebarsUtils;
  collectSidebarNavigation(sidebar: unknown): readonly NavigationItem[];
}

const PIECE = { name: 'sidebar-navigation', loss: 'Large sites take longer to load.' };
const indexed = new WeakSet<SidebarsModule['createSidebarsUtils']>();

/**
 * Makes the docs plugin look up the previous and next page in an index. By default it searches the list of all
 * pages twice for each page.
 */
export function indexNavigation(load: () => SidebarsModule): void {
  internal(
    PIECE,
    () => patch(load()),
    () => {},
  );
}

function patch(utils: SidebarsModule): void {
  const { createSidebarsUtils: create, collectSidebarNavigation: collect } = utils;
  if (typeof create !== 'function' || typeof collect !== 'function') {
    throw new Error('lib/sidebars/utils.js of the docs plugin lacks its two functions');
  }
  // The development server loads the configuration repeatedly.
  if (indexed.has(create)) return;
  utils.createSidebarsUtils = (sidebars) => {
    const whole = create(sidebars);
    const indexes = new Map<string, Index>();
    const getDocNavigation = (query: Query): Navigation => {
      const { docId, displayedSidebar, unlistedIds } = query;
      const name =
        displayedSidebar === undefined ? whole.getSidebarNameByDocId(docId) : displayedSidebar;
      // No sidebar, or an unknown one: left to the plugin.
      if (!name || !Object.hasOwn(sidebars, name)) return whole.getDocNavigation(query);
      const index = indexes.get(name) ?? indexOf(collect(sidebars[name]), unlistedIds);
      const at = index.positions.get(docId);
      const navigation = {
        sidebarName: name,
        previous: at === undefined ? undefined : index.items[at - 1],
        next: at === undefined ? undefined : index.items[at + 1],
      };
      if (indexes.has(name)) return navigation;
      // The first query of each sidebar is compared with the plugin's own answer.
      const own = whole.getDocNavigation(query);
      if (isDeepStrictEqual(navigation, own)) indexes.set(name, index);
      else warnOnce(PIECE, new Error('the docs plugin returns another previous or next page'));
      return own;
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
