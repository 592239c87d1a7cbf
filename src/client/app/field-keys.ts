import { CONTENT_CHANGED } from '../protocol.ts';

/**
 * A list of fields is one stop of the keyboard instead of one for each link to a field: arrows, Home and End lead from
 * the link of the first field to the others, which are no longer stops. Where this script is missing, all are.
 */

const LIST = 'ul.ref-fields';

/** The links that copy the address of a field. */
const LINK = 'li > div > a[data-copy]';

if (typeof document !== 'undefined') {
  document.addEventListener(CONTENT_CHANGED, start);
  document.addEventListener('keydown', onKey);
  start();
}

function start(): void {
  for (const list of document.querySelectorAll(LIST)) {
    if (list.parentElement?.closest(LIST)) continue;
    const [first, ...others] = list.querySelectorAll<HTMLElement>(LINK);
    first?.setAttribute('aria-keyshortcuts', 'ArrowDown ArrowUp Home End');
    for (const link of others) link.tabIndex = -1;
  }
}

/** The list around all the others that an element is in. */
function outermost(element: Element): Element | undefined {
  let list: Element | undefined;
  for (let at = element.closest(LIST); at; at = at.parentElement?.closest(LIST) ?? null) list = at;
  return list;
}

function onKey(event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const link = target instanceof HTMLElement && target.matches(LINK) ? target : undefined;
  const list = link && outermost(link);
  if (!list) return;
  // Not those in closed folds and hidden panels.
  const links = [...list.querySelectorAll<HTMLElement>(LINK)].filter((one) =>
    one.checkVisibility(),
  );
  const at = links.indexOf(link);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, links.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: links.length - 1,
  };
  const next = links[places[key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
