import { element } from './element.ts';
import { go } from './go.ts';
import type { Row } from './rows.ts';

/** Rows with what they have in common. */
export interface RowGroup {
  readonly label?: string;
  readonly rows: readonly Row[];
}

/**
 * The list of results below a field. In the dialog, with the ARIA combobox pattern (APG, "Combobox", listbox popup): the
 * focus stays in the field, and arrow keys select a row. On the page of the search, results are links under headings, as
 * on any page, and arrow keys move the focus.
 */
export class ResultList {
  readonly #input: HTMLInputElement;
  readonly #box: HTMLElement;
  readonly #onGo: (href: string) => void;
  readonly #isPage: boolean;
  #rows: Row[] = [];
  #active = -1;

  /**
   * @param isPage Whether it is on the page of the search.
   * @param onGo Called before navigating to a result.
   */
  constructor(
    input: HTMLInputElement,
    box: HTMLElement,
    isPage: boolean,
    onGo: (href: string) => void,
  ) {
    this.#input = input;
    this.#box = box;
    this.#isPage = isPage;
    this.#onGo = onGo;
    input.addEventListener('keydown', (event) => this.#onKey(event));
    box.addEventListener('click', (event) => this.#onClick(event));
    if (isPage) {
      box.addEventListener('keydown', (event) => this.#onRowKey(event));
      box.addEventListener('focusin', ({ target }) => {
        this.#active = this.#rowOf(target) ?? this.#active;
      });
      // Enter opens the first one.
      input.addEventListener('focus', () => this.#choose(0));
      return;
    }
    // Pressing a row leaves the focus in the field.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('pointermove', ({ target }) => {
      const row = this.#rowOf(target);
      if (row !== undefined && row !== this.#active) this.#choose(row, false);
    });
  }

  /** Shows rows in their groups, and selects the first, or another one. */
  show(groups: readonly RowGroup[], selected = 0): void {
    this.#rows = groups.flatMap(({ rows }) => rows);
    this.#box.replaceChildren(
      ...groups.map(({ label, rows }) => {
        const options = this.#optionsOf(rows);
        const title = { class: 'ref-search-group', 'aria-hidden': 'true' };
        if (this.#isPage)
          return element(
            'section',
            {},
            label !== undefined && element('h2', { class: title.class }, label),
            ...options,
          );
        return label === undefined
          ? element('div', { role: 'presentation' }, ...options)
          : element(
              'div',
              { role: 'group', 'aria-label': label },
              element('p', title, label),
              ...options,
            );
      }),
    );
    if (!this.#isPage) this.#input.setAttribute('aria-expanded', String(this.#rows.length > 0));
    this.#active = -1;
    this.#box.scrollTop = 0;
    this.#choose(Math.min(selected, this.#rows.length - 1));
  }

  /** Replaces the rows after a given one, which is selected. */
  replaceBelow(row: Row, count: number, rows: readonly Row[]): void {
    const at = this.#rows.indexOf(row);
    if (at === -1) return;
    for (const { option } of this.#rows.slice(at + 1, at + 1 + count)) option.remove();
    row.option.after(...this.#optionsOf(rows));
    this.#rows.splice(at + 1, count, ...rows);
    this.#choose(at);
  }

  /** Replaces a row with others; if it was selected, the first of them is. */
  replace(row: Row, rows: readonly Row[]): void {
    const at = this.#rows.indexOf(row);
    if (at === -1) return;
    const hadFocus = row.option === document.activeElement;
    row.option.replaceWith(...this.#optionsOf(rows));
    this.#rows.splice(at, 1, ...rows);
    if (hadFocus) rows[0]?.option.focus();
    if (this.#active > at) this.#active += rows.length - 1;
    this.#choose(Math.min(this.#active, this.#rows.length - 1), false);
  }

  /** The elements of rows: options of the list or, on the page, links and buttons. */
  #optionsOf(rows: readonly Row[]): HTMLElement[] {
    return rows.map(({ option, href }) => {
      if (this.#isPage) {
        option.removeAttribute('aria-selected');
        if (href === undefined) option.role = 'button';
        else option.removeAttribute('role');
        option.tabIndex = 0;
      }
      return option;
    });
  }

  /** How many places are listed below a row. */
  placesBelow(row: Row): number {
    const below = this.#rows.slice(this.#rows.indexOf(row) + 1);
    const end = below.findIndex(({ isPlace }) => !isPlace);
    return end === -1 ? below.length : end;
  }

  /** Follows the link of the selected row or runs its action. */
  activate(): void {
    // As a click, which whatever covers the page may have to wait for: see `client/page/back.ts`.
    this.#rows[this.#active]?.option.click();
  }

  #choose(index: number, scroll = true): void {
    if (this.#isPage) {
      this.#active = index;
      return;
    }
    this.#rows[this.#active]?.option.setAttribute('aria-selected', 'false');
    for (const option of this.#box.querySelectorAll('[aria-selected=true]'))
      option.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#rows[index]?.option;
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    this.#input.setAttribute('aria-activedescendant', option.id);
    if (scroll) option.scrollIntoView({ block: 'nearest' });
  }

  #rowOf(target: EventTarget | null): number | undefined {
    const index = this.#rows.findIndex(({ option }) => option.contains(target as Node));
    return index === -1 ? undefined : index;
  }

  #onClick(event: MouseEvent): void {
    const index = this.#rowOf(event.target);
    if (index === undefined || event.defaultPrevented) return;
    const href = this.#rows[index]?.href;
    // Another tab or window: left to the browser.
    if (href !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      this.#onGo(href);
      return;
    }
    event.preventDefault();
    this.#choose(index, false);
    if (href === undefined) this.#rows[index]?.act?.();
    else {
      this.#onGo(href);
      go(href);
    }
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#rows.length - 1;
    if (event.isComposing || last < 0) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.#active === last ? 0 : this.#active + 1,
      ArrowUp: this.#active <= 0 ? last : this.#active - 1,
      PageDown: Math.min(this.#active + 8, last),
      PageUp: Math.max(this.#active - 8, 0),
    };
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (this.#isPage) {
      if (event.key === 'ArrowDown') this.#focus(event, 0);
      return;
    }
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.#choose(next);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') this.#onSide(event);
  }

  /** On the page: as in the dialog, but for the focus, which the row has. */
  #onRowKey(event: KeyboardEvent): void {
    const { key } = event;
    const to = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1 }[key];
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (to !== undefined) this.#focus(event, to);
    else if (key === 'ArrowRight' || key === 'ArrowLeft') this.#toggle(event);
    else if ((key === 'Enter' || key === ' ') && this.#rows[this.#active]?.act) {
      event.preventDefault();
      this.activate();
    }
  }

  /** On the page: the focus moves to a row, or from the first one back to the field. */
  #focus(event: Event, index: number): void {
    event.preventDefault();
    (index < 0 ? this.#input : this.#rows[index]?.option)?.focus();
  }

  /** Within the text, the keys belong to the field. */
  #onSide(event: KeyboardEvent): void {
    const { selectionStart, selectionEnd, value } = this.#input;
    if (selectionStart === value.length && selectionEnd === value.length) this.#toggle(event);
  }

  /** The right arrow expands all places of a row, the left arrow collapses them. */
  #toggle(event: KeyboardEvent): void {
    let at = this.#active;
    if (event.key === 'ArrowLeft') while (this.#rows[at]?.isPlace) at--;
    const row = this.#rows[at];
    if (!row?.unfold) return;
    const isOpen = this.placesBelow(row) > 0;
    if (isOpen !== (event.key === 'ArrowLeft')) return;
    if (this.#isPage) this.#focus(event, at);
    else event.preventDefault();
    this.#choose(at);
    row.unfold();
  }
}
