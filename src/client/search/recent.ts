import { SEARCHES_KEY } from '../protocol.ts';

const MOST = 6;

/** What was searched for in this browser, last first. Storage may be switched off; then there is nothing. */
export function recentSearches(): readonly string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(SEARCHES_KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers a search that led somewhere. */
export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text !== '') store([text, ...recentSearches().filter((one) => one !== text)]);
}

export function forgetSearches(): void {
  store([]);
}

function store(list: readonly string[]): void {
  try {
    localStorage.setItem(SEARCHES_KEY, JSON.stringify(list.slice(0, MOST)));
  } catch {
    // As above.
  }
}
