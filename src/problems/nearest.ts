import { editDistances } from '../openapi/distance.ts';

/** Longer names are not compared: the cost grows with the product of the lengths. */
const LONGEST = 200;

/** Letter pairs that one search may compare: about 10,000 typical names. */
const MAX_STEPS = 3_000_000;

/** Letter pairs that may still be compared, shared by several searches. */
export interface NearestBudget {
  left: number;
}

/** A budget for all searches of a run: about a second. */
export function nearestBudget(): NearestBudget {
  return { left: 10 * MAX_STEPS };
}

/**
 * The candidate that `name` most likely misspells (Damerau-Levenshtein distance, case-insensitive), or
 * undefined if none is near: at most a third of the name may differ. The first one wins a tie.
 *
 * @param budget Shared by the searches of a run; once it is used up, nothing more is compared.
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

/** A fix for a name that may be misspelled; `otherwise` if no candidate is near. */
export function didYouMean(
  name: string,
  candidates: Iterable<string>,
  budget: NearestBudget,
  otherwise: string,
  prefix = '',
): string {
  const near = nearest(name, candidates, budget);
  return near === undefined ? otherwise : `Did you mean "${prefix}${near}"?`;
}
