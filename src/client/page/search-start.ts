/** What the search's module gives, which is loaded when it is first needed; by itself it fills its page, and finds what addresses of values mean. */
export interface SearchModule {
  /** Makes an open dialog, with what has been typed in it so far, the search. */
  show(dialog: HTMLDialogElement): void;
}

/** The link to the search, its dialog and its page. */
const SEARCH = '[data-search]';

/** Whether an event is about the search and about nothing else: the app is not needed for it. */
export function isForSearch(event: Event): boolean {
  const { key = '' } = event as KeyboardEvent;
  // Control, Meta and Shift do nothing by themselves.
  return isIn(event, SEARCH) || /^[CMS][a-z]/.test(key) || isShortcut(event);
}

/** Ctrl+K, Cmd+K, and `/` where nobody writes. */
function isShortcut(event: Event): boolean {
  const { key, ctrlKey, metaKey } = event as KeyboardEvent;
  return ctrlKey || metaKey ? key === 'k' : key === '/' && !isIn(event, 'input,textarea,select');
}

function isIn({ target }: Event, selector: string): boolean {
  return !!(target as Partial<Element>).closest?.(selector);
}

/**
 * Opens the search by its link in the navbar or by keys. The dialog and its field are there at once, so
 * what is typed before the module has come is in it.
 *
 * @param module Address of the module.
 */
export function bindSearch(module: string): void {
  // No network, or the site was deployed anew.
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
    // The last query is to be written over. Done before the module is awaited: what is typed meanwhile stays.
    dialog.querySelector('input')?.select();
    const loaded = await loading;
    if (loaded) loaded.show(dialog);
    else dialog.textContent = find('a')?.dataset.search ?? '';
  };
  for (const name of ['click', 'keydown', 'pointerover']) document.addEventListener(name, onEvent);
  // Its page, or the address of a value.
  if (find('div') || location.hash.includes(':')) load();
}
