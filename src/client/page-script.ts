import { loadAppOnIntent } from './app-loader.ts';
import { start } from './reference.ts';

/** The only script of a page before the reader does something: bundled by the site's plugin. */
start();
showCurrent();

const app = document.currentScript?.dataset.app;
if (app) loadAppOnIntent(app.split(' '));

/** A long sidebar shows where the reader is. */
function showCurrent(): void {
  const nav = document.querySelector<HTMLElement>('.ref-sidebar');
  const current = nav?.querySelector<HTMLElement>('[aria-current]');
  if (!nav || !current) return;
  const below = current.getBoundingClientRect().bottom - nav.getBoundingClientRect().bottom;
  if (below > 0) nav.scrollTop = below + nav.clientHeight / 2;
}
