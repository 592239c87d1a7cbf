import { CONTENT_CHANGED } from '../protocol.ts';
import { announce } from './announce.ts';
import { bindCopy } from './copy.ts';
import { bindFolds, upgradeFolds } from './folds.ts';
import { openTarget } from './open-target.ts';
import { bindTabs, upgradeTabs } from './tabs.ts';

/**
 * Upgrades what is new below `root`; safe to call again. The reference can be read without it: this
 * turns lists of links into tabs and opens what the address points to.
 */
export function upgrade(root: ParentNode = document): void {
  upgradeTabs(root);
  upgradeFolds(root);
  openTarget();
}

/**
 * Binds the reference's controls, once for as long as the page lives: by delegation on the document,
 * so it holds for content that comes later. Whoever puts in new content calls `upgrade`, or
 * calls `contentChanged`.
 */
export function start(): void {
  const root = document.documentElement;
  if (root.dataset.ref !== undefined) {
    return;
  }
  // Not a class: the app owns the classes of this element.
  root.dataset.ref = '';
  bindTabs();
  bindCopy();
  bindFolds();
  document.addEventListener('click', keepPlace);
  document.addEventListener(CONTENT_CHANGED, () => upgrade());
  window.addEventListener('hashchange', openTarget);
  // A live region is read only where it was there before its text.
  announce('');
  upgrade();
}

/** The link to the page in another language leads to the same place on it. */
function keepPlace({ target }: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>('a[hreflang]');
  if (link) link.hash = location.hash;
}
