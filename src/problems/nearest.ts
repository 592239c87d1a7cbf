import { editDistances } from '../openapi/distance.ts';

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

/**
 * The candidate that `name` is most likely a misspelling of (Damerau-Levenshtein distance, case ignored), or
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
    const spend = () => {
      own.left -= candidate.length;
    };
    const distances = editDistances(wanted, candidate.toLowerCase(), bestDistance - 1, spend);
    const value = distances?.at(-1) ?? bestDistance;
    if (value < bestDistance) {
      best = candidate;
      bestDistance = value;
    }
  }
  budget.left -= start - own.left;
  return best;
}
