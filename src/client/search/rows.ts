import { own } from '../../json/guards.ts';
import { readable } from '../../openapi/name-words.ts';
import type { Entry, Kind, Place } from '../../search/entry.ts';
import type { GroupKind } from '../../search/groups.ts';
import { METHOD_NAMES } from '../../search/query.ts';
import { SECTION_WORDS, type SearchWord } from '../../search/words.ts';
import { element, marked } from './element.ts';
import { say, sayCount } from './say.ts';
import type { Found, Scope } from './site.ts';
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

/** What groups of a kind are called. */
export const GROUP_WORDS = {
  operation: 'operations',
  api: 'apis',
  schema: 'schemas',
  tag: 'tags',
  field: 'fields',
  value: 'values',
  scheme: 'schemes',
  scope: 'scopes',
  status: 'statuses',
  guide: 'guides',
} as const satisfies Readonly<Record<GroupKind, SearchWord>>;

/** Kinds whose names are text, and not code. */
const PROSE: ReadonlySet<Kind> = new Set(['api', 'guide', 'heading', 'tag']);

let count = 0;

function option(href: string | undefined, classes: string, ...children: Node[]): HTMLElement {
  const id = `ref-search-${count++}`;
  const attributes = { id, role: 'option', 'aria-selected': 'false', class: classes };
  return href === undefined
    ? element('div', attributes, ...children)
    : element('a', { ...attributes, href, tabindex: '-1' }, ...children);
}

/** The row of an entry: what it is called, and where it is; of operations also what they do. */
export function hitRow(
  { entry, scope }: Found,
  {
    href,
    words,
    api,
    unfold,
  }: {
    readonly href: string;
    readonly words: readonly string[];
    /** The label of the API that it belongs to, if that is not the current one. */
    readonly api: string | undefined;
    readonly unfold: () => void;
  },
): Row {
  const { kind, name, title, method, path, about, places, best, deprecated, version } = entry;
  const common = [
    deprecated ? say('deprecated') : undefined,
    version === undefined ? undefined : say('version', { version }),
    api,
  ];
  const gone = deprecated ? { class: 'ref-search-gone' } : {};
  const body =
    kind === 'operation' && method && path !== undefined
      ? bodyOf(
          [element('span', gone, marked(title ?? readable(name), words))],
          [methodBadge(method), ' ', element('code', {}, path)],
          lineOf([about, ...common], words),
        )
      : bodyOf(
          [element(PROSE.has(kind) ? 'span' : 'code', gone, marked(nameOf(entry, scope), words))],
          lineOf(
            [
              kind === 'heading' ? say('heading') : undefined,
              title,
              kind === 'field' ? best.type : undefined,
              placeText(best, entry),
              ...common,
            ],
            words,
          ),
        );
  if (places === undefined) return { option: option(href, '', body), href };
  const more = element('span', { class: 'ref-search-places' }, sayCount('places', places));
  more.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    unfold();
  });
  return { option: option(href, '', body, more), href, unfold };
}

/** A name as it is shown: sections that every introduction may have are in the language of the site. */
function nameOf({ kind, name, best }: Entry, { api }: Scope): string {
  const section = kind === 'heading' && api ? best.at.slice(1) : '';
  const word: unknown = own(SECTION_WORDS, section);
  return word === undefined ? name : say(word as SearchWord);
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

/**
 * The row of a page found by full text.
 *
 * @param api The label of the API that it belongs to, if that is not the current one.
 */
export function textRow({ title, excerpt, href }: TextHit, api: string | undefined): Row {
  const text = excerpt.map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : part));
  const body = bodyOf([title], text, lineOf([api]));
  return { option: option(href, '', body), href };
}

/** A row with an action. */
export function actionRow(text: string, act: () => void, isPlace = false): Row {
  const classes = isPlace ? 'ref-search-action ref-search-place' : 'ref-search-action';
  return { option: option(undefined, classes, element('span', {}, text)), act, isPlace };
}

/** The name of a result, and the lines below it that are not empty. */
function bodyOf(
  name: readonly (Node | string)[],
  ...lines: readonly (readonly (Node | string)[])[]
): HTMLElement {
  return element(
    'span',
    { class: 'ref-search-body' },
    element('span', { class: 'ref-search-name' }, ...name),
    ...lines
      .filter((line) => line.length > 0)
      .map((line) => element('span', { class: 'ref-search-about' }, ...line)),
  );
}

/** Facts on one line. */
function lineOf(facts: readonly (string | undefined)[], words: readonly string[] = []): Node[] {
  const text = facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
  return text === '' ? [] : [marked(text, words)];
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
