import type { Direction, PropertyNode } from './schema.ts';

/** Fewer properties are marked one by one: that takes less room than a sentence about all of them. */
const FEW = 3;

/**
 * The mark that sets properties of a body apart from the rest. Of responses, whose fields are nearly all required, those
 * that may be absent are marked, if there are fewer of them.
 */
export function markOf(
  properties: readonly Pick<PropertyNode, 'kind' | 'required'>[],
  direction: Direction,
): 'required' | 'optional' {
  const named = properties.filter(({ kind }) => kind === 'property');
  const required = named.filter((property) => property.required).length;
  const isMost = named.length > FEW && required * 2 > named.length;
  return direction === 'response' && isMost ? 'optional' : 'required';
}
