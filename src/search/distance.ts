/**
 * How many letters must be changed, put in, left out or exchanged with their neighbour to make one word
 * the beginning of another (Damerau-Levenshtein, optimal string alignment); more than `most` is
 * `Infinity`.
 */
export function distance(word: string, other: string, most: number): number {
  if (word.length - other.length > most) return Number.POSITIVE_INFINITY;
  // Of what is further than that nothing can count.
  const target = other.slice(0, word.length + most);
  let before: number[] = [];
  let row = Array.from({ length: target.length + 1 }, (_, column) => column);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    for (let j = 1; j <= target.length; j++) {
      const same = word[i - 1] === target[j - 1];
      let least = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && word[i - 1] === target[j - 2] && word[i - 2] === target[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    before = row;
    row = next;
  }
  const result = Math.min(...row);
  return result <= most ? result : Number.POSITIVE_INFINITY;
}
