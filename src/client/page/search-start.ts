/**
 * Exports of the search module, which is loaded on demand; it also renders the search page, and finds the
 * targets of value URLs.
 */
export interface SearchModule {
  /** Turns an open dialog into the search, with what has been typed so far. */
  show(dialog: HTMLDialogElement): void;
}

/** The link to the search, its dialog and its page. */
const SEARCH = '[data-search]';

/** Whether an event concerns only the search: the app is not needed for it. */
export function isForSearch(event: Event): boolean {
  const { key = '' } = event as KeyboardEvent;
  // Control, Meta and Shift alone do nothing.
  return isIn(event, SEARCH) || /^[CMS][a-z]/.test(key) || isShortcut(event);
}

/** Ctrl+K, Cmd+K, and `/` outside of text fields. */
function isShortcut(event: Event): boolean {
  const { key, ctrlKey, metaKey } = event as KeyboardEvent;
  return ctrlKey || metaKey ? key === 'k' : key === '/' && !isIn(event, 'input,textarea,select');
}

function isIn({ target }: Event, selector: string): boolean {
  return !!(target as Partial<Element>).closest?.(selector);
}

/**
 * Opens the search from its link in the navbar or the keyboard. The dialog and its field appear at once, so
 * that nothing typed before the module has loaded is lost.
 *
 * @param module URL of the module.
 */
export function bindSearch(module: string): void {
  // No network, or the site has been redeployed.
  const load = (): Promise<SearchModule | undefined> => import(module).catch(() => undefined);
  const find = <Name extends 'a' | 'dialog' | 'div'>(name: Name) =>
    document.querySelector<HTMLElementTagNameMap[Name]>(name + SEARCH);
  const onEvent = async (event: Event): Promise<void> => {
    const { type, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    const isLink = isIn(event, `a${SEARCH}`) && !ctrlKey && !metaKey && !shiftKey;
    if (type === 'keydown' ? !isShortcut(event) : !isLink) return;
    const loading = load();
    if (type === 'pointerover') return;
    event.preventDefault();
    if (!find('dialog'))
      document.body.insertAdjacentHTML('beforeend', '<dialog data-search><input></dialog>');
    const dialog = find('dialog');
    if (!dialog || dialog.open) return;
    dialog.showModal();
    // Typing replaces the last query. Selected before the module is awaited, so that what is typed
    // meanwhile is kept.
    dialog.querySelector('input')?.select();
    const loaded = await loading;
    if (loaded) loaded.show(dialog);
    else dialog.textContent = find('a')?.dataset.search ?? '';
  };
  for (const name of ['click', 'keydown', 'pointerover']) document.addEventListener(name, onEvent);
  // Its page, or the URL of a value.
  if (find('div') || location.hash.includes(':')) load();
}
