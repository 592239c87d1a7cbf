import { TAB_KEY } from '../protocol.ts';

interface Group {
  readonly tabs: readonly HTMLElement[];
  readonly panels: readonly HTMLElement[];
  /** Name shared by the groups that follow this one's choice; empty if there are none. */
  readonly sync: string;
}

function groupOf(element: HTMLElement): Group {
  const children = [...element.children] as HTMLElement[];
  const tabs = [...(children[0]?.children ?? [])] as HTMLElement[];
  return {
    tabs,
    // After what shows more of the tabs.
    panels: children.slice(-tabs.length),
    sync: element.dataset.tabs ?? '',
  };
}

function show({ tabs, panels }: Group, index: number): void {
  tabs.forEach((tab, at) => {
    tab.ariaSelected = String(at === index);
    tab.tabIndex = Number(at === index) - 1;
  });
  panels.forEach((panel, at) => {
    // Types of the DOM only have booleans.
    (panel as { hidden: boolean | string }).hidden = at !== index && 'until-found';
  });
}

/** Storage may be disabled in the browser's settings; then nothing is remembered. */
export function remembered(sync: string): string | undefined {
  try {
    return localStorage[TAB_KEY + sync] ?? sessionStorage[TAB_KEY + sync];
  } catch {
    return undefined;
  }
}

/** Keeps a choice for later pages. */
export function remember(sync: string, key: string | undefined): void {
  try {
    localStorage[TAB_KEY + sync] = key;
  } catch {
    // As above.
  }
}

/** Selects the tab of a panel. */
export function showPanel(panel: Element): void {
  const element = panel.parentElement;
  if (element?.dataset.tabs !== undefined) {
    const group = groupOf(element);
    show(group, group.panels.indexOf(panel as HTMLElement));
  }
}

/** Shows the tab that a reader selects, and selects it in the groups that follow. */
function choose(tab: HTMLElement): void {
  const element = tab.closest<HTMLElement>('[data-tabs]');
  if (!element) return;
  const group = groupOf(element);
  show(group, group.tabs.indexOf(tab));
  if (group.sync) {
    // The fold that shows further tabs.
    element.children[1]?.removeAttribute('open');
    remember(group.sync, tab.dataset.key);
    follow(document, group.sync);
  }
}

/** Applies the reader's stored choice to groups of one name, or to all. */
function follow(root: ParentNode, name?: string): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const group = groupOf(element);
    if (name && group.sync !== name) continue;
    const key = remembered(group.sync);
    // Its own key, and that of a tab it replaces.
    const index = group.tabs.findIndex(({ dataset }) => Object.values(dataset).includes(key));
    if (index >= 0) show(group, index);
  }
}

/** Turns lists of links into the ARIA tab pattern (APG, "Tabs", automatic activation). */
export function upgradeTabs(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const group = groupOf(element);
    const list = element.firstElementChild;
    if (!list || list.role === 'tablist') continue;
    list.role = 'tablist';
    group.tabs.forEach((tab, index) => {
      const panel = group.panels[index];
      tab.ariaCurrent = null;
      tab.role = 'tab';
      if (panel) {
        tab.id = `tab:${panel.id}`;
        tab.setAttribute('aria-controls', panel.id);
        panel.role = 'tabpanel';
        panel.setAttribute('aria-labelledby', tab.id);
      }
    });
    // A search or a link may have opened another panel before the script ran.
    show(
      group,
      group.panels.findLastIndex((panel) => !panel.hasAttribute('hidden')),
    );
  }
  follow(root);
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The tab of an event, unless the browser does something else with those keys. */
function tabOf({ target, ctrlKey, metaKey, altKey }: MouseEvent | KeyboardEvent) {
  if (ctrlKey || metaKey || altKey) return null;
  return (target as Element).closest<HTMLElement>('[data-tabs] > * > [role=tab]');
}

function onClick(event: MouseEvent): void {
  const tab = tabOf(event);
  if (tab && !event.shiftKey) {
    event.preventDefault();
    choose(tab);
  }
}

function onKeyDown(event: KeyboardEvent): void {
  const tab = tabOf(event);
  if (!tab) return;
  if (event.key === ' ') {
    event.preventDefault();
    choose(tab);
    return;
  }
  const tabs = [...(tab.parentElement?.children ?? [])] as HTMLElement[];
  const next = tabs[STEPS[event.key]?.(tabs.indexOf(tab), tabs.length) ?? -1];
  if (next) {
    event.preventDefault();
    choose(next);
    next.focus();
  }
}

/** Another page may have changed the choice since this one was prerendered or cached. */
function followAll(): void {
  follow(document);
}

/** Click, keys, and Ctrl+F that finds text in a hidden panel. */
export function bindTabs(): void {
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('prerenderingchange', followAll);
  window.addEventListener('pageshow', followAll);
  document.addEventListener('beforematch', (event) => {
    const panel = (event.target as Element).closest('ref-panel');
    if (panel) showPanel(panel);
  });
}
