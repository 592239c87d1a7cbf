import { showPanel } from './tabs.ts';

const MARK = 'data-target';

/** What an address points to: an id, or with `id:value` the first text behind it that is just the value. */
function targetOf(hash: string): HTMLElement | null {
  try {
    // No id of ours has a colon; that of a value is escaped.
    const [id = '', value] = hash.slice(1).split(':').map(decodeURIComponent);
    const element = document.getElementById(id);
    const values = value === undefined ? [] : document.querySelectorAll<HTMLElement>('main code');
    const isBehind = (code: Node) => element && element.compareDocumentPosition(code) & 4;
    return [...values].find((code) => code.textContent === value && isBehind(code)) ?? element;
  } catch {
    // A `%` that begins no escape: no id of ours.
    return null;
  }
}

/** Opens every panel and fold around what the address points to, goes there and marks it. */
export function openTarget(): void {
  document.querySelector(`[${MARK}]`)?.removeAttribute(MARK);
  const target = targetOf(location.hash);
  if (!target?.closest('main')) {
    return;
  }
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (element.localName === 'ref-panel') {
      showPanel(element);
    } else if (element instanceof HTMLDetailsElement) {
      element.open = true;
    }
  }
  target.setAttribute(MARK, '');
  target.scrollIntoView();
}
