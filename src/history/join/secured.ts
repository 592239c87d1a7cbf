import { type Change, partsOfKind } from '../../changes/change.ts';

/**
 * The later changes of security requirements, for clients of the earliest document: if nothing was required there, and the
 * first step has required something, what is required in the end is new.
 */
export function secured(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const lists = new Set(first.flatMap((change) => (isNewlySecured(change) ? listsOf(change) : [])));
  if (lists.size === 0) return second;
  return second.map((change) => {
    const [thing, action] = partsOfKind(change.kind);
    const isIt = thing === 'security' && action === 'added' && !change.traits?.includes('open');
    if (!isIt || isNewlySecured(change) || !listsOf(change).some((list) => lists.has(list)))
      return change;
    return { ...change, traits: [...(change.traits ?? []), 'newly-secured'] };
  });
}

function isNewlySecured({ traits = [] }: Change): boolean {
  return traits.includes('newly-secured');
}

/** Whose requirements they are: those of operations, or of the document. */
function listsOf({ operations, traits = [] }: Change): string[] {
  return traits.includes('global') ? ['global'] : Object.values(operations).flat();
}
