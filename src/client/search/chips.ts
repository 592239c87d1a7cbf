import type { Kind } from '../../search/entry.ts';
import { keyOf } from '../../search/name.ts';
import { filterText, METHOD_NAMES, type Query, toggleFilter } from '../../search/query.ts';
import type { SearchWord } from '../../search/words.ts';
import { element } from './element.ts';
import { say } from './say.ts';
import type { Found, Site } from './site.ts';

/** Kinds that can be selected: the filter's name, and its label. */
const KIND_FILTERS: readonly (readonly [Kind, SearchWord])[] = [
  ['operation', 'operations'],
  ['schema', 'schemas'],
  ['field', 'fields'],
  ['value', 'values'],
  ['guide', 'guides'],
];
/** Tags offered as filters: the most frequent ones among the operations found. */
const TAGS = 4;

/**
 * Filters as buttons, based on the results; those of one kind are in a group. They edit the query, just as a reader can.
 *
 * @param ask Runs another query.
 */
export function chips(
  source: string,
  query: Query,
  site: Site,
  found: readonly Found[],
  ask: (source: string) => void,
): HTMLElement[] {
  const chip = (text: string, isOn: boolean, next: string, title?: string): HTMLElement => {
    const made = element(
      'button',
      { type: 'button', class: 'ref-search-chip', 'aria-pressed': String(isOn), title },
      text,
    );
    made.addEventListener('click', () => ask(next));
    return made;
  };
  const kinds = KIND_FILTERS.map(([kind, word]) => {
    const isOn = query.kinds.includes(kind);
    return chip(say(word), isOn, withKind(query, isOn ? '' : `${kind}:`));
  });
  const filter = (name: 'method' | 'tag' | 'api', value: string, text = value): HTMLElement =>
    chip(
      text,
      keyOf(query[name] ?? '') === keyOf(value),
      toggleFilter(source, name, value),
      // What it adds to the query.
      filterText(name, value),
    );
  const operations = found.flatMap(({ entry }) => (entry.kind === 'operation' ? [entry] : []));
  // As on pages; several APIs may have a tag of one name.
  const titleOf = (name: string): string => {
    const using = found.find(({ entry }) => entry.tags?.includes(name));
    return using?.scope.finder.tagTitle(name) ?? name;
  };
  const methods = METHOD_NAMES.filter(
    (name) =>
      query.method === name.toUpperCase() ||
      operations.some(({ method }) => method === name.toUpperCase()),
  );
  const tags = frequent(operations.flatMap((entry) => entry.tags ?? []));
  const showMethods = methods.length > 1 || query.method !== undefined;
  const showTags = tags.length > 1 || query.tag !== undefined;
  const showApis = site.apis.length > 1 && query.api !== undefined;
  const apis = showApis ? [...new Set([...site.apis, ...site.asked(query, false)])] : [];
  return [
    kinds,
    showMethods ? methods.map((name) => filter('method', name, name.toUpperCase())) : [],
    showTags ? tags.slice(0, TAGS).map((name) => filter('tag', name, titleOf(name))) : [],
    apis.map(({ id, label }) => filter('api', id, label)),
  ]
    .filter((group) => group.length > 0)
    .map((group) => element('div', { class: 'ref-search-chips' }, ...group));
}

/** The query with another filter by kind, or without one: before its text, or after everything else. */
export function withKind({ text, method, tag, api }: Query, kind: string): string {
  const filters = Object.entries({ method: method?.toLowerCase(), tag, api }).flatMap(
    ([name, value]) => (value === undefined ? [] : [filterText(name, value)]),
  );
  const parts = text === '' ? [...filters, kind] : [kind + text, ...filters];
  return parts.join(' ').trim();
}

function frequent(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
