import { showPanel } from './tabs.ts';

const MARK = 'data-target';

function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // A `%` that starts no escape sequence: not one of our ids.
    return null;
  }
}

/** Opens every panel and fold around the URL's target, scrolls to it and marks it. */
export function openTarget(): void {
  document.querySelector(`[${MARK}]`)?.removeAttribute(MARK);
  const target = targetOf(location.hash);
  if (!target?.closest('main')) return;
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (element.localName === 'ref-panel') showPanel(element);
    else if (element.localName === 'details') (element as HTMLDetailsElement).open = true;
  }
  target.setAttribute(MARK, '');
  target.scrollIntoView();
}
