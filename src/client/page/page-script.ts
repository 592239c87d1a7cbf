import { loadAppOnIntent } from './app-loader.ts';
import { bindSearch } from './search-start.ts';
import { showCurrent } from './show-current.ts';
import { start } from './upgrade.ts';

/** Set when this script is bundled: without our search, it contains nothing of it. */
declare const HAS_SEARCH: boolean;

/** The only script of a page before the first interaction; bundled by the site's plugin. */
start();
showCurrent(document.querySelector('.ref-sidebar'));

const { app, later = '', search } = document.currentScript?.dataset ?? {};
// No network, or the site has been redeployed: nothing is marked, and menus copy nothing.
const loadLater = () => import(later).catch(() => {});
// Readers who only scroll do not load the app.
document.addEventListener('scroll', loadLater, { once: true });
// A menu opens; the event does not bubble.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target as HTMLElement).popover) return;
    showCurrent(target as HTMLElement);
    loadLater();
  },
  true,
);
if (HAS_SEARCH && search) bindSearch(search);
if (app) loadAppOnIntent(app.split(' '));
