import { CONTENT_CHANGED } from '../protocol.ts';
import { announce } from './announce.ts';
import { bindCopy } from './copy.ts';
import { bindFolds, upgradeFolds } from './folds.ts';
import { openTarget } from './open-target.ts';
import { bindTabs, upgradeTabs } from './tabs.ts';

/**
 * Upgrades new content below `root`; safe to call again. The reference is readable without it: this turns
 * lists of links into tabs and opens the URL's target.
 */
export function upgrade(root: ParentNode = document): void {
  upgradeTabs(root);
  upgradeFolds(root);
  openTarget();
}

/**
 * Binds the reference's controls, by event delegation, so that it works for content added
 * later. Code that adds content calls `upgrade` or `contentChanged`.
 */
export function start(): void {
  // Not a class: the app owns the classes of this element.
  document.documentElement.dataset.ref = '';
  bindTabs();
  bindCopy();
  bindFolds();
  document.addEventListener('click', keepPlace);
  document.addEventListener(CONTENT_CHANGED, () => upgrade());
  window.addEventListener('hashchange', openTarget);
  // Screen readers announce a live region only if it existed before its text.
  announce('');
  upgrade();
}

/** The link to the page in another language keeps the current anchor. */
function keepPlace({ target }: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>('a[hreflang]');
  if (link) link.hash = location.hash;
}
