import { Parser } from 'htmlparser2';
import { pathOfLink } from '../address/address.ts';
import { append } from '../json/append.ts';
import { fold, INLINE, type PageText, solid, UNSEEN } from './html-text.ts';

/** Placeholders for an inline tag, and for any other, in the pieces of a text. */
const TAG = '\u0001';
const BLOCK = '\u0002';

/** The text of a place in the forms in which facts are searched for, computed on demand. */
export class Text implements PageText {
  readonly #pieces: string[] = [];
  #spaced: string | undefined;
  #joined: string | undefined;
  #solid: string | undefined;
  #lower: string | undefined;

  add(piece: string): void {
    this.#pieces.push(piece);
  }

  get spaced(): string {
    this.#spaced ??= fold(this.#pieces.join('').replaceAll(TAG, ' ').replaceAll(BLOCK, ' '));
    return this.#spaced;
  }

  get joined(): string {
    this.#joined ??= fold(this.#pieces.join('').replaceAll(TAG, '').replaceAll(BLOCK, ' '));
    return this.#joined;
  }

  get solid(): string {
    this.#solid ??= solid(this.spaced);
    return this.#solid;
  }

  get lower(): string {
    this.#lower ??= this.spaced.toLowerCase();
    return this.#lower;
  }
}

/**
 * An element with an id, or a page as a whole. A list item that starts with a name in `<code>` is an *entry*:
 * a parameter, a header, a property.
 */
export class Place {
  /** The name that an entry starts with. */
  name: string | undefined;
  /** Its text without that of nested entries. */
  readonly text = new Text();
  /** The part up to the end of its first element: the line with its name, for an entry. */
  readonly head = new Text();
  /** Targets of links, without those of nested entries. */
  readonly links = new Set<string>();
  /** Those of them that are pages of the API, as paths within the site. */
  readonly paths = new Set<string>();
  /** The last heading before it, after those that it is below, in lowercase. */
  heading = '';
  hasEntries = false;
  /** Position among the elements of the page, and that of its last descendant. */
  end = 0;

  constructor(
    readonly id: string,
    readonly start: number,
  ) {}

  holds({ start }: Place): boolean {
    return start >= this.start && start <= this.end;
  }
}

/** What is where on a page. */
export class PageTree {
  readonly #byId = new Map<string, Place>();
  readonly #byName = new Map<string, Place[]>();
  readonly #byLink = new Map<string, Place[]>();
  readonly #all: Place[] = [];
  readonly root = new Place('', 0);

  add(place: Place): void {
    this.#all.push(place);
    if (place.id !== '' && !this.#byId.has(place.id)) this.#byId.set(place.id, place);
    if (place.name !== undefined) append(this.#byName, place.name, place);
    for (const address of place.paths) append(this.#byLink, address, place);
  }

  /** The element with an id; none or one. */
  withId(id: string): Place[] {
    const found = this.#byId.get(id);
    return found ? [found] : [];
  }

  /** Entries with a name, inside these places. */
  entries(name: string, within: readonly Place[]): Place[] {
    const named = this.#byName.get(name) ?? [];
    return named.filter((entry) => within.some((place) => place.holds(entry)));
  }

  /** Places inside these whose own text contains a name, and these. */
  naming(name: string, within: readonly Place[]): Place[] {
    const found = this.#all.filter(
      (place) => within.some((one) => one.holds(place)) && place.text.spaced.includes(name),
    );
    return [...within, ...found];
  }

  /** Paths of the site that the page links to. */
  get addresses(): Iterable<string> {
    return this.#byLink.keys();
  }

  /** Places inside these that contain a link to a path of the site. */
  linking(address: string, within: readonly Place[]): Place[] {
    const linking = this.#byLink.get(address) ?? [];
    return linking.filter((entry) => within.some((place) => place.holds(entry)));
  }
}

interface Open {
  readonly place: Place;
  readonly depth: number;
  isEntry: boolean;
}

const HEADING = /^h[1-6]$/;

/**
 * Reads the `<main>` of a page, or all of it if it has none. Navigation, scripts and everything after the
 * element with the id `used-by` or `used-by-schemas` are ignored: they are not about the page's subject.
 *
 * @param base Path of the API's pages within the site.
 */
export function readPlaces(html: string, base: string): PageTree {
  const tree = new PageTree();
  new Reader(tree, base, /<main[\s>]/.test(html)).read(html);
  return tree;
}

class Reader {
  readonly #tree: PageTree;
  readonly #base: string;
  readonly #places: Open[] = [];
  readonly #done: Place[] = [];
  #main: boolean;
  #unseen = 0;
  #ended = false;
  #depth = 0;
  #count = 0;
  #heading: string | undefined;
  /** The last heading of each level, but for those below a later one. */
  #headings: readonly { readonly level: string; readonly text: string }[] = [];
  /** What has been read of the `<code>` at the start of an item. */
  #name: string | undefined;
  /** Whether a list item with an id has started, and none of its text has been read. */
  #isItem = false;
  /** Places whose first element has ended. */
  readonly #headless = new Set<Place>();

  constructor(tree: PageTree, base: string, hasMain: boolean) {
    this.#tree = tree;
    this.#base = base;
    this.#main = !hasMain;
  }

  read(html: string): void {
    const { root } = this.#tree;
    this.#places.push({ place: root, depth: 0, isEntry: false });
    const parser = new Parser({
      onopentag: (tag, attributes) => this.#open(tag, attributes),
      ontext: (text) => this.#text(text),
      onclosetag: (tag) => this.#close(tag),
    });
    parser.end(html);
    root.end = this.#count;
    // Links are known when a place ends.
    for (const place of [root, ...this.#done]) this.#tree.add(place);
  }

  get #reads(): boolean {
    return this.#main && this.#unseen === 0 && !this.#ended;
  }

  #open(tag: string, attributes: Record<string, string>): void {
    this.#depth++;
    this.#count++;
    if (tag === 'main') this.#main = true;
    if (UNSEEN.has(tag) || tag === 'nav') this.#unseen++;
    const { id, href } = attributes;
    if (id === 'used-by' || id === 'used-by-schemas') this.#ended = true;
    if (!this.#reads) return;
    this.#mark(tag);
    if (HEADING.test(tag)) this.#heading = '';
    if (id) {
      const place = new Place(id, this.#count);
      place.heading = this.#headings.map(({ text }) => text).join(' ');
      this.#isItem = tag === 'li';
      this.#places.push({ place, depth: this.#depth, isEntry: this.#isItem });
    } else if (tag === 'code' && this.#isItem) this.#name = '';
    if (!href) return;
    const path = pathOfLink(href, this.#base);
    for (const place of this.#owners()) {
      place.links.add(href);
      if (path !== undefined) place.paths.add(path);
    }
  }

  #text(text: string): void {
    if (!this.#reads) return;
    if (this.#heading !== undefined) this.#heading += text;
    if (this.#name !== undefined) this.#name += text;
    else if (this.#isItem && text.trim() !== '') this.#isNoEntry();
    this.#say(text);
  }

  #close(tag: string): void {
    if (this.#reads) {
      this.#mark(tag);
      if (HEADING.test(tag) && this.#heading !== undefined) {
        const text = this.#heading.toLowerCase();
        const above = this.#headings.filter(({ level }) => level < tag);
        this.#headings = [...above, { level: tag, text }];
        this.#heading = undefined;
      }
      if (tag === 'code' && this.#name !== undefined) this.#enter(fold(this.#name));
    }
    const open = this.#places.at(-1);
    if (open && open.depth === this.#depth && open.depth > 0) {
      open.place.end = this.#count;
      this.#done.push(open.place);
      this.#places.pop();
    }
    this.#depth--;
    if (tag === 'main') this.#main = false;
    if (UNSEEN.has(tag) || tag === 'nav') this.#unseen--;
    for (const { place, depth } of this.#places)
      if (depth === this.#depth) this.#headless.add(place);
  }

  /** The current item is an entry. */
  #enter(name: string): void {
    const open = this.#places.at(-1);
    if (open) open.place.name = name;
    for (const around of this.#owners(this.#places.length - 1)) around.hasEntries = true;
    this.#name = undefined;
    this.#isItem = false;
  }

  #isNoEntry(): void {
    const open = this.#places.at(-1);
    if (open) open.isEntry = false;
    this.#isItem = false;
  }

  /** The places that a text belongs to: the open ones, from the innermost entry on. */
  #owners(length = this.#places.length): Place[] {
    const owners: Place[] = [];
    for (let at = length - 1; at >= 0; at--) {
      const open = this.#places[at];
      if (!open) break;
      owners.push(open.place);
      if (open.isEntry) break;
    }
    return owners;
  }

  #mark(tag: string): void {
    if (tag !== 'wbr') this.#say(INLINE.has(tag) ? TAG : BLOCK);
  }

  #say(piece: string): void {
    for (const place of this.#owners()) {
      place.text.add(piece);
      if (!this.#headless.has(place)) place.head.add(piece);
    }
  }
}
