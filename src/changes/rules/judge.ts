import { asObject } from '../../json/guards.ts';
import { type Change, DIRECTIONS, type Direction } from '../change.ts';
import { type JudgedChange, LEVELS, type Level, type Verdict } from '../judged.ts';
import { messageOf } from '../message.ts';
import { type Condition, FACTS, type Fact } from './rule.ts';
import { rulesFor, UNUSED } from './table.ts';

/** Rule id to the level that its changes get; `off` leaves them out. */
export interface LevelSettings {
  readonly [rule: string]: Level | 'off';
}

export interface JudgeOptions {
  readonly levels?: LevelSettings;
  /** Today as `2026-12-31`: what is removed before the date in its `x-sunset` breaks a promise. */
  readonly today?: string;
}

const RANK: Readonly<Record<Level, number>> = { breaking: 0, warning: 1, info: 2 };

/** The higher levels first. */
function compareLevels(one: Level, other: Level): number {
  return RANK[one] - RANK[other];
}

/** Whether a level is at least as high as another. */
export function isLevelAtLeast(level: Level, lowest: Level): boolean {
  return RANK[level] <= RANK[lowest];
}

/** What the rules say about changes, which stay in order. Those whose rules are all off are left out. */
export function judgeChanges(
  changes: readonly Change[],
  options: JudgeOptions = {},
): JudgedChange[] {
  return changes.flatMap((change) => {
    const verdicts = directionsOf(change)
      .flatMap((direction) => verdictOf(change, direction, options) ?? [])
      .sort((a, b) => compareLevels(a.level, b.level));
    const [first, ...others] = verdicts;
    return first ? [{ change, level: first.level, verdicts: [first, ...others] as const }] : [];
  });
}

/** The directions in which a change matters; `none` for what concerns no operation. */
function directionsOf({ operations }: Change): Direction[] {
  const found = DIRECTIONS.filter((direction) => operations[direction]);
  return found.length > 0 ? found : ['none'];
}

function verdictOf(
  change: Change,
  direction: Direction,
  { levels = {}, today }: JudgeOptions,
): Verdict | undefined {
  const rule =
    rulesFor(change.kind, direction).find(({ when }) =>
      when.every((condition) => isTrue(condition, change, today)),
    ) ?? UNUSED;
  const level = levels[rule.id] ?? rule.level;
  if (level === 'off') return undefined;
  return {
    rule: rule.id,
    direction,
    level,
    message: messageOf(change, direction),
    ...(rule.fix !== undefined && level !== 'info' && { fix: rule.fix }),
  };
}

function isTrue(condition: Condition, change: Change, today: string | undefined): boolean {
  if (condition === 'before-sunset') {
    const sunset = Date.parse(String(asObject(change.before?.value)['x-sunset']));
    return today !== undefined && Date.parse(today) < sunset;
  }
  if (Object.hasOwn(FACTS, condition)) return FACTS[condition as Fact](change);
  return change.traits?.some((trait) => trait === condition) ?? false;
}

/** All levels, with the number of changes that have them and are not accepted. */
export function countLevels(judged: readonly JudgedChange[]): Record<Level, number> {
  const counts = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (const { level, accepted } of judged) if (accepted === undefined) counts[level] += 1;
  return counts;
}
