import { element } from './element.ts';
import { go } from './go.ts';
import type { Row } from './rows.ts';

/** Rows with what they have in common. */
export interface RowGroup {
  readonly label?: string;
  readonly rows: readonly Row[];
}

/**
 * The list of results below a field, with the ARIA combobox pattern (APG, "Combobox", listbox popup): the
 * focus stays in the field, and arrow keys select a row.
 */
export class ResultList {
  readonly #input: HTMLInputElement;
  readonly #box: HTMLElement;
  readonly #onGo: (href: string) => void;
  #rows: Row[] = [];
  #active = -1;

  /** @param onGo Called before navigating to a result. */
  constructor(input: HTMLInputElement, box: HTMLElement, onGo: (href: string) => void) {
    this.#input = input;
    this.#box = box;
    this.#onGo = onGo;
    input.addEventListener('keydown', (event) => this.#onKey(event));
    box.addEventListener('click', (event) => this.#onClick(event));
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
        const options = rows.map(({ option }) => option);
        const title = { class: 'ref-search-group', 'aria-hidden': 'true' };
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
    this.#input.setAttribute('aria-expanded', String(this.#rows.length > 0));
    this.#active = -1;
    this.#box.scrollTop = 0;
    this.#choose(Math.min(selected, this.#rows.length - 1));
  }

  /** Replaces the rows after a given one, which is selected. */
  replaceBelow(row: Row, count: number, rows: readonly Row[]): void {
    const at = this.#rows.indexOf(row);
    if (at === -1) return;
    for (const { option } of this.#rows.slice(at + 1, at + 1 + count)) option.remove();
    row.option.after(...rows.map(({ option }) => option));
    this.#rows.splice(at + 1, count, ...rows);
    this.#choose(at);
  }

  /** Replaces a row with others; if it was selected, the first of them is. */
  replace(row: Row, rows: readonly Row[]): void {
    const at = this.#rows.indexOf(row);
    if (at === -1) return;
    row.option.replaceWith(...rows.map(({ option }) => option));
    this.#rows.splice(at, 1, ...rows);
    if (this.#active > at) this.#active += rows.length - 1;
    this.#choose(Math.min(this.#active, this.#rows.length - 1), false);
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
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    const index = this.#rows.findIndex((row) => row.option === option);
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
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.#choose(next);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') this.#onSide(event);
  }

  /**
   * The right arrow expands all places of a row, the left arrow collapses them. Within the text, the keys
   * belong to the field.
   */
  #onSide(event: KeyboardEvent): void {
    const { selectionStart, selectionEnd, value } = this.#input;
    if (selectionStart !== value.length || selectionEnd !== value.length) return;
    let at = this.#active;
    if (event.key === 'ArrowLeft') while (this.#rows[at]?.isPlace) at--;
    const row = this.#rows[at];
    if (!row?.unfold) return;
    const isOpen = this.placesBelow(row) > 0;
    if (isOpen !== (event.key === 'ArrowLeft')) return;
    event.preventDefault();
    this.#choose(at);
    row.unfold();
  }
}
