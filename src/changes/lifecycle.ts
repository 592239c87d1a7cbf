import type { Action } from './change.ts';
import type { Comparison, Here } from './comparison.ts';
import { presence } from './leaves.ts';
import { member, type Whole } from './view.ts';

/** The date at which something ends, and how far it can be relied on: extensions in wide use. */
export function compareSunsets(
  comparison: Comparison,
  here: Here,
  before: Whole,
  after: Whole,
): void {
  for (const [keyword, thing] of [
    ['x-sunset', 'sunset'],
    ['x-stability-level', 'stability'],
  ] as const) {
    const [one, other] = [member(before, keyword), member(after, keyword)];
    const action =
      keyword === 'x-stability-level'
        ? stabilityAction(one.value, other.value)
        : presence(one.value, other.value);
    if (!action) continue;
    const isInvalid =
      thing === 'sunset' &&
      [one, other].some(
        ({ value }) => value !== undefined && Number.isNaN(Date.parse(String(value))),
      );
    comparison.add(here, `${thing}-${action}`, {
      ...(action !== 'added' && { before: one }),
      ...(action !== 'removed' && { after: other }),
      ...(isInvalid && { traits: ['invalid-sunset'] }),
    });
  }
}

/** Stages in which nothing, little, and everything can be relied on. */
const STABILITY: readonly unknown[] = ['draft', 'alpha', 'beta', 'stable', undefined];

function stabilityAction(before: unknown, after: unknown): Action | undefined {
  const [was, is] = [STABILITY.indexOf(before), STABILITY.indexOf(after)];
  if (was < 0 || is < 0) return presence(before, after);
  // Absent is stable.
  const [low, high] = [Math.min(was, 3), Math.min(is, 3)];
  return low === high ? undefined : low < high ? 'increased' : 'decreased';
}
