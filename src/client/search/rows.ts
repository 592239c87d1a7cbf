import type { Entry, Kind, Place } from '../../search/entry.ts';
import { METHOD_NAMES } from '../../search/query.ts';
import type { SearchWord } from '../../search/words.ts';
import { element, marked } from './element.ts';
import { say, sayCount } from './say.ts';
import type { Found } from './site.ts';
import type { TextHit } from './texts.ts';

/** The action of a row in the list. */
export interface Row {
  readonly option: HTMLElement;
  /** Where it links to; without it, it has an action. */
  readonly href?: string;
  readonly act?: () => void;
  /** Shows or hides all places of the entry. */
  readonly unfold?: () => void;
  /** Whether it is one of the places below an entry's row. */
  readonly isPlace?: boolean;
}

let count = 0;

function option(href: string | undefined, classes: string, ...children: Node[]): HTMLElement {
  const id = `ref-search-${count++}`;
  const attributes = { id, role: 'option', 'aria-selected': 'false', class: classes };
  return href === undefined
    ? element('div', attributes, ...children)
    : element('a', { ...attributes, href, tabindex: '-1' }, ...children);
}

function kindWord(kind: Kind): string {
  return say(kind satisfies SearchWord);
}

/** The row of an entry: its name, its kind and its place. */
export function hitRow(
  { entry, scope }: Found,
  {
    href,
    words,
    isForeign,
    unfold,
  }: {
    readonly href: string;
    readonly words: readonly string[];
    /** Whether it belongs to another API than the current one. */
    readonly isForeign: boolean;
    readonly unfold: () => void;
  },
): Row {
  const { kind, name, title, method, path, places, best, deprecated, version } = entry;
  const isOperation = kind === 'operation';
  const badge = method ? [methodBadge(method), ' '] : [];
  const gone = deprecated ? { class: 'ref-search-gone' } : {};
  const shown = element('span', gone, marked(isOperation ? (path ?? name) : name, words));
  const about = [
    isOperation ? undefined : kindWord(kind),
    deprecated ? say('deprecated') : undefined,
    isOperation ? (title ?? name) : title,
    kind === 'field' ? best.type : undefined,
    placeText(best, entry),
    version === undefined ? undefined : say('version', { version }),
    isForeign ? scope.api?.label : undefined,
  ].filter((text) => text !== undefined && text !== '');
  const body = bodyOf([...badge, shown], [marked(about.join(' · '), words)]);
  if (places === undefined) return { option: option(href, '', body), href };
  const more = element('span', { class: 'ref-search-places' }, sayCount('places', places));
  more.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    unfold();
  });
  return { option: option(href, '', body, more), href, unfold };
}

/**
 * The row of a place: `User.name` on a schema's page, otherwise the operation; just the name on the API's
 * page.
 */
export function placeRow(place: Place, entry: Entry, href: string): Row {
  const { kind, name } = entry;
  const { on, path = kind === 'field' ? name : undefined } = place;
  const isOfSchema = (kind === 'field' || kind === 'value') && place.in === undefined;
  const space = on?.indexOf(' ') ?? 0;
  const head =
    on === undefined || isOfSchema
      ? [[on ?? name, path].filter(Boolean).join('.')]
      : [methodBadge(on.slice(0, space)), on.slice(space)];
  const about = [
    on === undefined ? say('onApi') : whereText(place),
    isOfSchema ? undefined : path,
    place.type,
  ];
  const body = bodyOf(head, [about.filter(Boolean).join(' · ')]);
  return { option: option(href, 'ref-search-place', body), href, isPlace: true };
}

/** The row of a page found by full text. */
export function textRow({ title, excerpt, href }: TextHit): Row {
  const text = excerpt.map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : part));
  const body = bodyOf([title], [`${say('text')} · `, ...text]);
  return { option: option(href, '', body), href };
}

/** A row with an action. */
export function actionRow(text: string, act: () => void, isPlace = false): Row {
  const classes = isPlace ? 'ref-search-action ref-search-place' : 'ref-search-action';
  return { option: option(undefined, classes, element('span', {}, text)), act, isPlace };
}

/** The name of a result, and what is below it. */
function bodyOf(name: readonly (Node | string)[], about: readonly (Node | string)[]): HTMLElement {
  return element(
    'span',
    { class: 'ref-search-body' },
    element('span', { class: 'ref-search-name' }, ...name),
    element('span', { class: 'ref-search-about' }, ...about),
  );
}

function methodBadge(method: string): HTMLElement {
  const name = method.toLowerCase();
  const own = METHOD_NAMES.includes(name) ? ` ref-search-${name}` : '';
  return element('b', { class: `ref-search-method${own}` }, method);
}

function placeText(place: Place, { kind }: Entry): string | undefined {
  if (kind !== 'field' && kind !== 'value' && kind !== 'status' && kind !== 'scope')
    return undefined;
  return [place.on, place.in && whereText(place), place.path].filter(Boolean).join(', ');
}

/** The words for `query` and the like. */
function whereText({ in: where = '' }: Place): string {
  const [, name, inside] = /^callback (.*): (.*?)$/.exec(where) ?? [];
  if (name !== undefined && inside !== undefined)
    return say('callback', { name, place: whereText({ at: '', in: inside }) });
  const [, status] = /^response (.*)$/.exec(where) ?? [];
  if (status !== undefined) return say('response', { status });
  if (where === 'request') return say('request');
  return where === '' ? '' : say('parameter', { place: where });
}
