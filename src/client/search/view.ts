import { firstOf } from '../../search/mix.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { chips } from './chips.ts';
import { element } from './element.ts';
import { ResultList } from './list.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { actionRow, hitRow, placeRow, type Row, textRow } from './rows.ts';
import { inWords, say, sayCount } from './say.ts';
import { type Found, loadSite, SearchError, type Site } from './site.ts';
import { findTexts } from './texts.ts';

/** Results shown at once. */
const FIRST = 20;
/** Places of an entry shown at once. */
const FIRST_PLACES = 25;
/** With fewer names than this, the full text is searched automatically. */
const FEW = 3;

export interface ViewOptions {
  /** The initial query. */
  readonly query: string;
  /** Called on every change of the query. */
  readonly onQuery?: (query: string) => void;
  /** Called when navigating to a result. */
  readonly onGo?: () => void;
  /** Closes the view's container. */
  readonly onClose?: () => void;
}

/** The number of views. */
let views = 0;

/** A field, filters and results, shared by the dialog and the page of the search. */
export class View {
  readonly input: HTMLInputElement;
  readonly #options: ViewOptions;
  readonly #filters = element('div', {
    class: 'ref-search-filters',
    role: 'group',
    'aria-label': say('filters'),
  });
  readonly #empty = element('div', { class: 'ref-search-empty' });
  readonly #status = element('p', { class: 'ref-search-status', role: 'status' });
  readonly #page = element('a', { class: 'ref-search-page', hidden: '' }, say('page'));
  readonly #list: ResultList;
  /** Counts queries: results of an older one come too late. */
  #asked = 0;
  #isAll = false;
  #isWaiting = false;
  /** Enter was pressed before the results arrived. */
  #isGoing = false;

  constructor(root: HTMLElement, options: ViewOptions) {
    this.#options = options;
    // The dialog can also be opened on the search page.
    const box = element('div', {
      id: `ref-search-results-${views++}`,
      class: 'ref-search-results',
      role: 'listbox',
      'aria-label': say('results'),
    });
    this.input = element('input', {
      type: 'search',
      role: 'combobox',
      class: 'ref-search-input',
      name: 'q',
      placeholder: say('placeholder'),
      'aria-label': say('title'),
      'aria-autocomplete': 'list',
      'aria-controls': box.id,
      'aria-expanded': 'false',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'go',
    });
    this.input.value = options.query;
    const form = element('form', { role: 'search', class: 'ref-search-form' }, this.input);
    if (options.onClose) {
      const close = element('button', { type: 'button', class: 'ref-search-close' }, say('close'));
      close.addEventListener('click', options.onClose);
      form.append(close);
    }
    const keys = options.onClose ? `${say('keys')} · ${say('escape')}` : say('keys');
    const foot = element('footer', { class: 'ref-search-foot' }, element('span', {}, keys));
    if (options.onClose) foot.append(this.#page);
    root.replaceChildren(form, this.#filters, this.#status, this.#empty, box, foot);
    this.#list = new ResultList(this.input, box, () => {
      rememberSearch(this.input.value);
      options.onGo?.();
    });
    this.input.addEventListener('input', () => this.#onInput());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || !options.onClose) return;
      // By default, Escape first empties a search field.
      event.preventDefault();
      options.onClose();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#isWaiting) this.#isGoing = true;
      else this.#list.activate();
    });
    void this.#search();
  }

  /** Runs the query again, for example after the page has changed. */
  reopen(): void {
    void this.#search();
  }

  /** Runs another query. */
  ask(query: string): void {
    this.input.value = query;
    this.input.focus();
    this.#onInput();
  }

  #onInput(): void {
    this.#isGoing = false;
    this.#isAll = false;
    this.#options.onQuery?.(this.input.value);
    void this.#search();
  }

  async #search(): Promise<void> {
    const asked = ++this.#asked;
    const source = this.input.value;
    const query = parseQuery(source);
    this.#isWaiting = true;
    // Delayed, so that quick results don't flash "Loading".
    const late = setTimeout(() => this.#announce(say('loading')), 400);
    try {
      const site = await loadSite();
      const apis = site.asked(query, this.#isAll);
      const { found, isCut } = await site.find(query, apis);
      if (asked !== this.#asked) return;
      clearTimeout(late);
      this.#isWaiting = false;
      this.#show(site, query, found, isCut);
      if (this.#isGoing) this.#list.activate();
      this.#isGoing = false;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#isWaiting = false;
      this.#isGoing = false;
      this.#list.show([]);
      this.#empty.replaceChildren();
      this.#filters.replaceChildren();
      this.#page.hidden = true;
      this.#announce(say(reasonOf(error)));
    } finally {
      clearTimeout(late);
    }
  }

  #announce(text: string): void {
    this.#status.textContent = text;
  }

  #show(site: Site, query: Query, found: readonly Found[], isCut: boolean): void {
    const { text } = query;
    const isEmpty = this.input.value.trim() === '';
    this.#page.href = site.page(this.input.value);
    this.#page.hidden = isEmpty;
    this.#empty.replaceChildren(...(isEmpty ? this.#start(site) : []));
    this.#filters.replaceChildren(
      ...(isEmpty ? [] : chips(this.input.value, query, site, found, (next) => this.ask(next))),
    );
    if (isEmpty) {
      this.#announce('');
      this.#list.show([]);
      return;
    }
    const first = firstOf(found, FIRST);
    const rows = first.map((hit) => this.#hit(site, query, hit));
    if (found.length > first.length) {
      // Appended below the results already read, which do not move.
      const rest = found.filter((hit) => !first.includes(hit));
      const more = actionRow(say('more'), () =>
        this.#list.replace(
          more,
          rest.map((hit) => this.#hit(site, query, hit)),
        ),
      );
      rows.push(more);
    }
    // A path is not a sentence; `application/json` may be in one.
    const isText = text.length > 1 && !/^(\/|https?:|[a-z]+ \/)/i.test(text);
    const names = found.length === 0 ? undefined : sayCount('names', found.length, isCut);
    const texts = actionRow(
      say('inTexts', { query: text }),
      () => void this.#texts(site, query, texts, names),
    );
    if (isText) rows.push(texts);
    const asked = site.asked(query, this.#isAll);
    const [other, ...more] = site.apis.filter((api) => !asked.includes(api));
    if (other && query.api === undefined && found.length === 0) {
      const label = more.length > 0 ? say('inApis') : say('inApi', { api: other.label });
      rows.push(
        actionRow(label, () => {
          this.#isAll = true;
          void this.#search();
        }),
      );
    }
    this.#list.show(rows);
    const isSearched = isText && found.length < FEW;
    if (found.length > 0) this.#announce(sayCount('count', found.length, isCut));
    // Only after the full-text search is it known that there are no results. A filter without a value is
    // not a query.
    else if (isSearched) this.#announce(say('loading'));
    else this.#announce(text === '' ? '' : say('none', { query: text }));
    if (isSearched) void this.#texts(site, query, texts, names);
  }

  #hit(site: Site, query: Query, hit: Found): Row {
    const { entry, scope } = hit;
    const row: Row = hitRow(hit, {
      href: site.address(entry.best, scope),
      words: query.words,
      isForeign: scope.api !== undefined && scope.api !== site.current,
      unfold: () => void this.#unfold(site, hit, row),
    });
    return row;
  }

  /** Expands or collapses the places of an entry below its row. */
  async #unfold(site: Site, { entry, scope }: Found, row: Row): Promise<void> {
    const shown = this.#list.placesBelow(row);
    if (shown > 0) {
      this.#list.replaceBelow(row, shown, []);
      return;
    }
    try {
      const places = await site.places(entry, scope);
      const rows = places.map((place) => placeRow(place, entry, site.address(place, scope)));
      const rest = rows.slice(FIRST_PLACES);
      const first = rows.slice(0, FIRST_PLACES);
      if (rest.length > 0) {
        const count = inWords(rows.length);
        const all = actionRow(
          say('allPlaces', { count }),
          () => this.#list.replace(all, rest),
          true,
        );
        first.push(all);
      }
      this.#list.replaceBelow(row, 0, first);
      this.#announce(sayCount('places', rows.length));
    } catch (error) {
      this.#announce(say(reasonOf(error)));
    }
  }

  /**
   * Replaces the row that offers full-text search with its results.
   *
   * @param names How many names were found, in words; undefined for none.
   */
  async #texts(site: Site, { text }: Query, row: Row, names: string | undefined): Promise<void> {
    const asked = this.#asked;
    try {
      const { hits, count } = await findTexts(text, site.texts);
      if (asked !== this.#asked) return;
      this.#list.replace(row, hits.map(textRow));
      if (count > 0)
        this.#announce(
          [names, sayCount('texts', count)].filter((one) => one !== undefined).join(', '),
        );
      else if (names === undefined) this.#announce(say('none', { query: text }));
    } catch {
      if (asked === this.#asked) this.#announce(say('offline'));
    }
  }

  /** The initial list: recent searches and suggestions. */
  #start(site: Site): Node[] {
    const recent = recentSearches();
    const button = (text: string): HTMLElement => {
      const made = element('button', { type: 'button', class: 'ref-search-chip' }, text);
      made.addEventListener('click', () => this.ask(text));
      return made;
    };
    const group = (title: string, ...children: Node[]): HTMLElement =>
      element('section', {}, element('h2', {}, title), ...children);
    const forget = element('button', { type: 'button', class: 'ref-search-link' }, say('forget'));
    forget.addEventListener('click', () => {
      forgetSearches();
      this.ask('');
    });
    return [
      ...(recent.length > 0 ? [group(say('recent'), ...recent.map(button), forget)] : []),
      group(
        say('examples'),
        element('p', {}, say('help')),
        ...(site.current?.examples ?? []).map(button),
      ),
    ];
  }
}

/** Why there are no results. Unexpected errors are also logged: a damaged index, or a bug. */
function reasonOf(error: unknown): SearchError['reason'] {
  if (error instanceof SearchError) return error.reason;
  reportError(error);
  return 'offline';
}
