import { loadAppOnIntent } from './app-loader.ts';
import { bindSearch } from './search-start.ts';
import { showCurrent } from './show-current.ts';
import { start } from './upgrade.ts';

/** Set when this script is bundled: without our search, it contains nothing of it. */
declare const HAS_SEARCH: boolean;

/** The only script of a page before the first interaction; bundled by the site's plugin. */
start();
showCurrent(document.querySelector('.ref-sidebar'));
// The mobile menu opens; the event does not bubble.
document.addEventListener(
  'toggle',
  ({ target }) => (target as HTMLElement).popover && showCurrent(target as HTMLElement),
  true,
);

const { app, contents = '', search } = document.currentScript?.dataset ?? {};
// Readers who only scroll do not load the app. No network, or the site has been redeployed: nothing is marked.
document.addEventListener('scroll', () => import(contents).catch(() => {}), { once: true });
if (HAS_SEARCH && search) bindSearch(search);
if (app) loadAppOnIntent(app.split(' '));
