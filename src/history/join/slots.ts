import type { Change } from '../../changes/change.ts';
import { pathShape } from '../../openapi/path-shape.ts';
import { plainSegments } from '../../openapi/pointer.ts';

/**
 * Where something is in a document, so that it can be found in another version: the segments of its pointer, one per
 * line, with names instead of positions in lists of parameters, and without the names of path parameters.
 */
export type Slot = string;

const POSITION = /^\d+$/;

/** The place of one side of a change, as far as the names in it are those of that side. */
export function slotOf(pointer: string, parameter: string | undefined): Slot {
  const segments = plainSegments(pointer);
  const isInPath = segments[0] === 'paths' || segments[0] === 'webhooks';
  return segments
    .map((segment, at) => {
      if (isInPath && at === 1) return pathShape(segment);
      const isPosition = segments[at - 1] === 'parameters' && POSITION.test(segment);
      return isPosition ? (parameter ?? segment) : segment;
    })
    .join('\n');
}

/** What is known by its name in a list has no position of its own. */
export function withoutPosition(slot: Slot): Slot {
  const end = slot.lastIndexOf('\n');
  return POSITION.test(slot.slice(end + 1)) ? slot.slice(0, Math.max(end, 0)) : slot;
}

/** The places around a place, the innermost first, with the place itself. */
export function slotsAround(slot: Slot): Slot[] {
  const found = [slot];
  for (let end = slot.lastIndexOf('\n'); end > 0; end = slot.lastIndexOf('\n', end - 1))
    found.push(slot.slice(0, end));
  return found;
}

/** A place in the other document: by the innermost pair that contains it, or as it is. */
export function moved(slot: Slot, pairs: ReadonlyMap<Slot, Slot>): Slot {
  if (pairs.size === 0) return slot;
  for (const around of slotsAround(slot)) {
    const to = pairs.get(around);
    if (to !== undefined) return to + slot.slice(around.length);
  }
  return slot;
}

/** The parameter before it was renamed by a change. */
export function formerParameter({ place, before }: Change): string {
  const [where = ''] = (place.parameter ?? '').split(' ');
  return `${where} ${String(before?.value)}`;
}
