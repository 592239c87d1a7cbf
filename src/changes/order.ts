import { cached } from '../json/cached.ts';
import type { Change } from './change.ts';

/** What makes a change the same, wherever it was found. */
export function identityOf({ kind, name = '', before, after }: Change): string {
  return [kind, name, before?.pointer ?? '', after?.pointer ?? ''].join('\n');
}

/** By place in the document, kind and name. */
export function inOrder(changes: Change[]): Change[] {
  const keys = new Map<Change, string>();
  const keyOf = (change: Change) =>
    cached(keys, change, () =>
      [
        change.place.component ?? '',
        change.after?.pointer ?? change.before?.pointer ?? '',
        identityOf(change),
      ].join('\n'),
    );
  return changes.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));
}
