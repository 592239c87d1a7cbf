import type { Moves } from '../address/address.ts';
import { comparable } from '../slices/distinct-ids.ts';
import { identityOf, type Plan } from '../slices/plan.ts';

/** The addresses after a run: a subject that still exists, but at another address, has moved. */
export function nextAddresses(last: Moves, { pages }: Plan): Moves {
  const shown = pages.filter(({ kind }) => kind !== 'info');
  const ids = new Map(shown.map((page) => [identityOf(page), page.id]));
  const taken = new Set(shown.map(({ id }) => comparable(id)));
  const before = [...last.moved, ...Array.from(last.ids, ([identity, id]) => [id, identity])];
  const moved = before
    .map(([id = '', identity = '']) => [id, identity] as const)
    .filter(([id, identity]) => ids.has(identity) && !taken.has(comparable(id)));
  return { ids, moved: new Map(moved) };
}
