import { type JudgedChange, LEVELS } from '../judged.ts';
import { countLevels } from '../rules/judge.ts';

/** `2 breaking, 1 warning, 5 info, 1 accepted`; what there is none of is left out. */
export function countText(changes: readonly JudgedChange[]): string {
  const counts = countLevels(changes);
  const accepted = changes.filter((judged) => judged.accepted !== undefined).length;
  const parts = [
    ...LEVELS.map((level) => [counts[level], plural(level, counts[level])] as const),
    [accepted, 'accepted'] as const,
  ];
  const found = parts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : []));
  return found.length > 0 ? found.join(', ') : 'No changes';
}

function plural(level: string, count: number): string {
  return level === 'warning' && count !== 1 ? 'warnings' : level;
}
