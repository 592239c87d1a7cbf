import type { Moves } from '../address/address.ts';
import type { FormerAddresses } from '../history/former-addresses.ts';
import { comparable } from '../slices/distinct-ids.ts';
import { identityOf, type Plan } from '../slices/plan.ts';

const NONE: FormerAddresses = { moved: new Map(), gone: new Map() };

/**
 * The addresses after a run: a subject that still exists, but at another address, has moved.
 *
 * @param former Those of earlier versions, which the history knows.
 */
export function nextAddresses(last: Moves, { pages }: Plan, former: FormerAddresses = NONE): Moves {
  const shown = pages.filter(({ kind }) => kind !== 'info');
  const ids = new Map(shown.map((page) => [identityOf(page), page.id]));
  const taken = new Set(shown.map(({ id }) => comparable(id)));
  const before = [
    ...former.moved,
    ...last.moved,
    ...Array.from(last.ids, ([identity, id]) => [id, identity]),
  ];
  const moved = before
    .map(([id = '', identity = '']) => [id, identity] as const)
    .filter(([id, identity]) => ids.has(identity) && !taken.has(comparable(id)));
  const addresses = new Map(moved);
  const gone = [...former.gone].filter(([id]) => !addresses.has(id));
  return { ids, moved: addresses, ...(gone.length > 0 && { gone: new Map(gone) }) };
}
