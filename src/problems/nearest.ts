/** Names longer than this are not compared: the cost grows with the product of the lengths. */
const LONGEST = 200;

/** Pairs of letters that one search may compare: some 10,000 usual names. */
const MAX_STEPS = 3_000_000;

/** Pairs of letters that may still be compared; searches that share it end together. */
export interface NearestBudget {
  left: number;
}

/** A budget for all the searches of a run: about a second. */
export function nearestBudget(): NearestBudget {
  return { left: 10 * MAX_STEPS };
}

/** The Levenshtein distance of two names, or `most` where it is that or more. */
function distance(a: string, b: string, most: number, budget: NearestBudget): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(replace, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    budget.left -= b.length;
    // No later row has less.
    if (least >= most) return most;
    previous = row;
  }
  return Math.min(previous[b.length] ?? 0, most);
}

/**
 * The candidate that `name` is most likely a misspelling of (Levenshtein distance, case ignored), or
 * undefined where none is near: at most a third of the name may differ. The first one wins a tie.
 *
 * @param budget Shared by the searches of a run; where it is used up, what comes later is not compared.
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  budget: NearestBudget = { left: MAX_STEPS },
): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  const own: NearestBudget = { left: Math.min(budget.left, MAX_STEPS) };
  const start = own.left;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (own.left <= 0) break;
    own.left -= 1;
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const value = distance(wanted, candidate.toLowerCase(), bestDistance, own);
    if (value < bestDistance) {
      best = candidate;
      bestDistance = value;
    }
  }
  budget.left -= start - own.left;
  return best;
}
