import { loadAppOnIntent } from './app-loader.ts';
import { bindSearch } from './search-start.ts';
import { showCurrent } from './show-current.ts';
import { start } from './upgrade.ts';

/** The only script of a page before the first interaction; bundled by the site's plugin. */
start();
showCurrent(document.querySelector('.ref-sidebar'));

const { app, search } = document.currentScript?.dataset ?? {};
if (search) bindSearch(search);
if (app) loadAppOnIntent(app.split(' '));
