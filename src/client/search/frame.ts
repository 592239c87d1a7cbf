import { element } from './element.ts';
import { say } from './say.ts';

/** The elements of a view, without results. */
export interface Frame {
  readonly input: HTMLInputElement;
  readonly form: HTMLFormElement;
  readonly filters: HTMLElement;
  readonly status: HTMLElement;
  /** What is shown in place of results. */
  readonly empty: HTMLElement;
  /** The list of results. */
  readonly box: HTMLElement;
  /** The link to the results as a page. */
  readonly page: HTMLAnchorElement;
}

interface FrameOptions {
  /** The initial query. */
  readonly query: string;
  /** Closes the container; absent on the page of the search. */
  readonly onClose?: () => void;
}

/** The number of frames. */
let frames = 0;

/** Creates the elements of a view in a container. */
export function frameIn(root: HTMLElement, { query, onClose }: FrameOptions): Frame {
  const filters = element('div', {
    class: 'ref-search-filters',
    role: 'group',
    'aria-label': say('filters'),
  });
  const empty = element('div', { class: 'ref-search-empty' });
  const status = element('p', { class: 'ref-search-status', role: 'status' });
  const page = element('a', { class: 'ref-search-page', hidden: '' }, say('page'));
  const list = { role: 'listbox', 'aria-label': say('results') };
  const box = element('div', {
    // The dialog can also be opened on the search page.
    id: `ref-search-results-${frames++}`,
    class: 'ref-search-results',
    ...(onClose && list),
  });
  const combobox = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': box.id,
    'aria-expanded': 'false',
  };
  const input = element('input', {
    type: 'search',
    ...(onClose && combobox),
    class: 'ref-search-input',
    name: 'q',
    placeholder: say('placeholder'),
    'aria-label': say('title'),
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
  });
  input.value = query;
  const form = element('form', { role: 'search', class: 'ref-search-form' }, input);
  if (onClose) {
    const close = element('button', { type: 'button', class: 'ref-search-close' }, say('close'));
    close.addEventListener('click', onClose);
    form.append(close);
  }
  root.replaceChildren(form, filters, status, empty, box);
  if (onClose) {
    const keys = element('span', {}, `${say('keys')} · ${say('escape')}`);
    root.append(element('footer', { class: 'ref-search-foot' }, keys, page));
  }
  return { input, form, filters, status, empty, box, page };
}
