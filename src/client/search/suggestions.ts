import type { Query } from '../../search/query.ts';
import { element } from './element.ts';
import { forgetSearches, recentSearches } from './recent.ts';
import { say } from './say.ts';
import type { Site } from './site.ts';

/** Suggestions where nothing was found. */
const NEAR = 3;

/** Runs a query. */
type Ask = (text: string) => void;

/** What is shown without a query: recent searches and examples. */
export function startOf(site: Site, ask: Ask): Node[] {
  const recent = recentSearches();
  const button = (text: string): HTMLElement => queryButton(text, ask);
  const group = (title: string, ...children: Node[]): HTMLElement =>
    element('section', {}, element('h2', {}, title), ...children);
  const forget = element('button', { type: 'button', class: 'ref-search-link' }, say('forget'));
  forget.addEventListener('click', () => {
    forgetSearches();
    ask('');
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

/**
 * What is shown for a query without results.
 *
 * @param near Queries that differ from it in a word.
 */
export function meantOf({ text }: Query, near: readonly string[], ask: Ask): Node[] {
  const buttons = near.slice(0, NEAR).map((other) => queryButton(other, ask));
  return text === '' || buttons.length === 0 ? [] : [element('p', {}, say('meant')), ...buttons];
}

function queryButton(text: string, ask: Ask): HTMLElement {
  const button = element('button', { type: 'button', class: 'ref-search-chip' }, text);
  button.addEventListener('click', () => ask(text));
  return button;
}
