import { type Group, groupsOf } from '../../search/groups.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { chips, withKind } from './chips.ts';
import { type Frame, frameIn } from './frame.ts';
import { ResultList, type RowGroup } from './list.ts';
import { rememberSearch } from './recent.ts';
import { actionRow, GROUP_WORDS, hitRow, placeRow, type Row } from './rows.ts';
import { inWords, say, sayCount } from './say.ts';
import { type Found, loadSite, SearchError, type Site } from './site.ts';
import { meantOf, startOf } from './suggestions.ts';
import { isSentence, textGroups, textRows } from './text-rows.ts';
import type { TextHits } from './texts.ts';

/** Results of a kind shown at once, and if there is only one kind. */
const FIRST = 5;
const FIRST_OF_ONE = 50;
/** Places of an entry shown at once. */
const FIRST_PLACES = 25;
/** Milliseconds without a key after which the full text is searched if there are no names. */
const PAUSE = 150;

/** What a query has found: all of it is known before any of it is shown. */
interface Results {
  readonly found: readonly Found[];
  /** Whether there may be more. */
  readonly isCut: boolean;
  /** Of the full text, which is searched if there are no names. */
  readonly texts?: TextHits;
  /** What else the query may mean, if there are no results. */
  readonly near: readonly string[];
  /** The part of the query that has these results, if there are none for all of it. */
  readonly known?: Query;
}

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

/** A field, filters and results, shared by the dialog and the page of the search. */
export class View {
  readonly input: HTMLInputElement;
  readonly #options: ViewOptions;
  readonly #frame: Frame;
  readonly #list: ResultList;
  /** Counts queries: results of an older one come too late. */
  #asked = 0;
  #isAll = false;
  #isWaiting = false;
  /** The row to select: the first one that had not been shown before. */
  #next = 0;
  /** Enter was pressed before the results arrived. */
  #isGoing = false;

  constructor(root: HTMLElement, options: ViewOptions) {
    this.#options = options;
    this.#frame = frameIn(root, options);
    const { input, form, box } = this.#frame;
    this.input = input;
    this.#list = new ResultList(input, box, options.onClose === undefined, () => {
      rememberSearch(this.input.value);
      options.onGo?.();
    });
    input.addEventListener('input', () => this.#onInput());
    input.addEventListener('keydown', (event) => {
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
  ask(query: string, next = 0): void {
    this.input.value = query;
    this.input.focus();
    this.#onInput(next);
  }

  #onInput(next = 0): void {
    this.#isGoing = false;
    this.#isAll = false;
    this.#next = next;
    this.#options.onQuery?.(this.input.value);
    void this.#search();
  }

  async #search(): Promise<void> {
    const asked = ++this.#asked;
    const source = this.input.value;
    const query = parseQuery(source);
    this.#waits(true);
    // Delayed, so that quick results don't flash "Loading".
    const late = setTimeout(() => this.#announce(say('loading')), 400);
    try {
      const site = await loadSite();
      // Before anything is asked: the first results then need one more file.
      void site.warm().catch(() => {});
      const results = await this.#resultsOf(query, site, () => asked === this.#asked);
      if (!results) return;
      clearTimeout(late);
      this.#waits(false);
      this.#show(site, query, results);
      if (this.#isGoing) this.#list.activate();
      this.#isGoing = false;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#waits(false);
      this.#isGoing = false;
      this.#list.show([]);
      this.#frame.empty.replaceChildren();
      this.#frame.filters.replaceChildren();
      this.#frame.page.hidden = true;
      this.#announce(say(reasonOf(error)));
    } finally {
      clearTimeout(late);
    }
  }

  /** While results are awaited, those of the text before are shown as such; Enter waits as well. */
  #waits(isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
    this.#frame.box.setAttribute('aria-busy', String(isWaiting));
  }

  #announce(text: string): void {
    this.#frame.status.textContent = text;
  }

  /**
   * What a query finds; if there are no names, in the full text.
   *
   * @param isCurrent Whether the reader still wants it; otherwise undefined is returned.
   */
  async #resultsOf(
    query: Query,
    site: Site,
    isCurrent: () => boolean,
  ): Promise<Results | undefined> {
    const apis = site.asked(query, this.#isAll);
    const names = await site.find(query, apis);
    if (!isCurrent()) return undefined;
    if (names.found.length > 0 || query.text === '') return { ...names, near: [] };
    if (isSentence(query)) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (!isCurrent()) return undefined;
    const [texts, near] = await Promise.all([
      isSentence(query) ? site.findTexts(query) : undefined,
      site.near(query, apis),
    ]);
    if (!isCurrent()) return undefined;
    const known = texts?.count ? undefined : await site.known(query, apis);
    const others = known ? await site.find(known, apis) : names;
    return isCurrent() ? { ...others, texts, near, known } : undefined;
  }

  #show(site: Site, query: Query, results: Results): void {
    const { found, isCut, texts, near, known } = results;
    const isEmpty = this.input.value.trim() === '';
    this.#frame.page.href = site.page(this.input.value);
    this.#frame.page.hidden = isEmpty;
    this.#frame.filters.replaceChildren(
      ...(isEmpty ? [] : chips(this.input.value, query, site, found, (next) => this.ask(next))),
    );
    const isWhole = !known && (found.length > 0 || (texts?.count ?? 0) > 0);
    const isNone = query.text !== '' && !isWhole;
    this.#frame.empty.replaceChildren(
      ...(isEmpty
        ? startOf(site, (text) => this.ask(text))
        : isNone
          ? meantOf(query, near, (text) => this.ask(text))
          : []),
    );
    if (isEmpty) {
      this.#announce('');
      this.#list.show([]);
      return;
    }
    const groups = groupsOf(found);
    const shown: RowGroup[] = groups.map((group) =>
      this.#group(site, query, group, groups.length === 1, isCut),
    );
    if (texts) shown.push(...textGroups(site, texts));
    else if (isSentence(query) && found.length > 0)
      shown.push({ rows: [this.#textsRow(site, query)] });
    // Those may have the words that this one does not.
    const others = this.#otherApis(site, query, known ? [] : found);
    if (others) shown.push({ rows: [others] });
    this.#list.show(shown, this.#next);
    this.#next = 0;
    if (known && found.length > 0)
      this.#announce(say('without', { query: query.text, known: known.text }));
    else if (found.length > 0) this.#announce(sayCount('count', found.length, isCut));
    else if (texts?.count) this.#announce(sayCount('texts', texts.count));
    // A filter without a value is not a query.
    else this.#announce(query.text === '' ? '' : say('none', { query: query.text }));
  }

  /** The first results of a kind. The others are shown alone: nothing comes between rows that have been read. */
  #group(
    site: Site,
    query: Query,
    { kind, hits }: Group<Found>,
    isOnly: boolean,
    isCut: boolean,
  ): RowGroup {
    const first = hits.slice(0, isOnly ? FIRST_OF_ONE : FIRST);
    const rows = first.map((hit) => this.#hit(site, query, hit));
    const rest = hits.slice(first.length);
    const label = say(GROUP_WORDS[kind]);
    if (rest.length === 0) return { label, rows };
    const more = actionRow(sayCount('more', rest.length, isCut), () => {
      if (isOnly || kind === 'tag')
        this.#list.replace(
          more,
          rest.map((hit) => this.#hit(site, query, hit)),
        );
      else this.ask(withKind(query, `${kind}:`), first.length);
    });
    return { label, rows: [...rows, more] };
  }

  /** Offers to search the other APIs, if this one has nothing. */
  #otherApis(site: Site, query: Query, found: readonly Found[]): Row | undefined {
    const asked = site.asked(query, this.#isAll);
    const [other, ...more] = site.apis.filter((api) => !asked.includes(api));
    if (!other || query.api !== undefined || found.length > 0) return undefined;
    return actionRow(more.length > 0 ? say('inApis') : say('inApi', { api: other.label }), () => {
      this.#isAll = true;
      void this.#search();
    });
  }

  #hit(site: Site, query: Query, hit: Found): Row {
    const { entry, scope } = hit;
    const href = site.address(entry.best, scope);
    const row: Row = hitRow(hit, {
      href,
      words: site.wordsOf(query),
      api: entry.kind === 'api' ? undefined : site.otherApi(href),
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

  /** A row that is replaced by what the full text has. */
  #textsRow(site: Site, query: Query): Row {
    const row = actionRow(say('inTexts', { query: query.text }), async () => {
      const asked = this.#asked;
      const texts = await site.findTexts(query).catch(() => undefined);
      if (asked !== this.#asked) return;
      if (texts) this.#list.replace(row, textRows(site, texts));
      this.#announce(
        texts === undefined
          ? say('offline')
          : texts.count > 0
            ? sayCount('texts', texts.count)
            : say('none', { query: query.text }),
      );
    });
    return row;
  }
}

/** Why there are no results. Unexpected errors are also logged: a damaged index, or a bug. */
function reasonOf(error: unknown): SearchError['reason'] {
  if (error instanceof SearchError) return error.reason;
  reportError(error);
  return 'offline';
}
