import { segmentsOf } from './query.ts';

/**
 * How well a requested path matches that of an operation, from 0 (the same) on; undefined if it does not.
 * Parameters match anything, numbers best: `/users/{id}` matches `/users/42` and `/api/v3/users/{user}/`.
 *
 * @param asked Its segments.
 */
export function pathCost(asked: readonly string[], path: string): number | undefined {
  const segments = segmentsOf(path);
  if (asked.length === 0 || segments.length === 0) return undefined;
  // Segments before it are the server's; missing ones at the end have yet to be typed.
  const before = asked.length - segments.length;
  if (before >= 0) return added(fit(asked.slice(before), segments), before > 0 ? 1 : 0);
  return added(fit(asked, segments.slice(0, asked.length)), 4 - before);
}

function added(cost: number | undefined, more: number): number | undefined {
  return cost === undefined ? undefined : cost + more;
}

function fit(asked: readonly string[], segments: readonly string[]): number | undefined {
  let cost = 0;
  for (const [index, segment] of segments.entries()) {
    const other = asked[index] ?? '';
    if (/^\{.*\}$/.test(segment)) cost += /^[{<:]|\d/.test(other) ? 0 : 3;
    else if (segment.toLowerCase() === other.toLowerCase()) continue;
    else if (index === segments.length - 1 && segment.toLowerCase().startsWith(other.toLowerCase()))
      cost += 2;
    else return undefined;
  }
  return cost;
}
