import { append } from './append.ts';

/** Compares texts by code units: the order must not depend on the machine's locale. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** In alphabetical order, whatever the case. */
export function sortedByText<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => compareTexts(textOf(a).toLowerCase(), textOf(b).toLowerCase()));
}

/** Items by the first letter of their texts, in uppercase, in the order of the items; `#` for texts that begin with none. */
export function byLetter<T>(
  items: readonly T[],
  textOf: (item: T) => string,
): ReadonlyMap<string, T[]> {
  const letters = new Map<string, T[]>();
  for (const item of items) {
    const letter = /^\p{L}/u.exec(textOf(item))?.[0].toUpperCase() ?? '#';
    append(letters, letter, item);
  }
  return letters;
}
