import { SEARCHES_KEY } from '../protocol.ts';

const MOST = 6;

/** Recent searches in this browser, latest first. Empty if storage is disabled. */
export function recentSearches(): readonly string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(SEARCHES_KEY) ?? '[]');
    return Array.isArray(list)
      ? list.filter((entry) => typeof entry === 'string').slice(0, MOST)
      : [];
  } catch {
    return [];
  }
}

/** Stores a search that led somewhere. */
export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text !== '') store([text, ...recentSearches().filter((entry) => entry !== text)]);
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
