import { cached } from '../../json/cached.ts';
import { type ChangeKind, DIRECTIONS, type Direction } from '../change.ts';
import { LEVELS, type Level } from '../judged.ts';
import { fixOf } from './fixes.ts';
import { ROWS } from './rows.ts';
import type { Condition, Levels, Rule } from './rule.ts';

/** Anything that no operation has to do with, such as a change of a schema that none uses. */
export const UNUSED: Rule = {
  id: 'no-operation-concerned',
  kind: 'schema-changed',
  direction: 'none',
  when: [],
  level: 'info',
};

/** All rules. */
export const RULES: readonly Rule[] = [
  ...ROWS.flatMap((rows) =>
    Object.entries(rows).flatMap(([kinds, row]) =>
      kinds.split(' ').flatMap((kind) =>
        DIRECTIONS.flatMap((direction) => {
          const levels = row[direction] ?? row.any;
          return levels === undefined ? [] : rulesOf(kind as ChangeKind, direction, levels);
        }),
      ),
    ),
  ),
  UNUSED,
];

function rulesOf(kind: ChangeKind, direction: Direction, levels: Levels): Rule[] {
  const all = typeof levels === 'string' ? [levels] : levels;
  return all.map((entry): Rule => {
    const [condition, level] = isLevel(entry) ? ['', entry] : entry;
    const prefix = direction === 'none' ? '' : `${direction}-`;
    const suffix = condition === '' ? '' : `-${condition}`;
    const fix = fixOf(kind, direction, level);
    return {
      id: `${prefix}${kind}${suffix}`,
      kind,
      direction,
      when: condition === '' ? [] : [condition as Condition],
      level,
      ...(fix !== undefined && { fix }),
    };
  });
}

function isLevel(entry: Level | readonly [string, Level]): entry is Level {
  return LEVELS.includes(entry as Level);
}

const BY_KIND = new Map<string, Rule[]>();
for (const rule of RULES)
  cached(BY_KIND, `${rule.direction} ${rule.kind}`, (): Rule[] => []).push(rule);

/** The rules of a kind in a direction, in the order in which they are tried. */
export function rulesFor(kind: ChangeKind, direction: Direction): readonly Rule[] {
  return BY_KIND.get(`${direction} ${kind}`) ?? [];
}
