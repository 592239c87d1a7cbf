/**
 * How many letters must be changed, added, removed or swapped with their neighbor to turn a word into each
 * prefix of another one, by prefix length, so that the last number is that of the whole (Damerau-Levenshtein,
 * optimal string alignment). Undefined if all are more than `most`.
 *
 * @param onRow Called for each letter of the word that is compared with the whole other one.
 */
export function editDistances(
  word: string,
  other: string,
  most: number,
  onRow?: () => void,
): readonly number[] | undefined {
  if (word.length - other.length > most) return undefined;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = word[i - 1] === other[j - 1];
      let least = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    onRow?.();
    // No later row has less.
    if (Math.min(...next) > most) return undefined;
    before = row;
    row = next;
  }
  return row;
}
