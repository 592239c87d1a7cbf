import {
  type Change,
  operationKey,
  type Place,
  parseOperationKey,
  partsOfKind,
} from '../../changes/change.ts';
import { cached } from '../../json/cached.ts';
import { formatPointer, plainSegments } from '../../openapi/pointer.ts';
import { formerParameter, moved, type Slot, slotOf } from './slots.ts';

/** Something that has another name on each side, in places of changes. */
interface Renamed {
  readonly key: 'component' | 'parameter' | 'property' | 'mediaType';
  readonly from: string;
  readonly to: string;
  /** What else a place says; all places if absent. */
  readonly around?: string;
}

/** Names and places that are not the same in two documents, from the changes between them. */
export class Moves {
  readonly #slots = new Pairs();
  readonly #pointers = new Pairs();
  /** Earlier places with the later name of a parameter, which changes have: with the earlier one. */
  readonly #former = new Map<Slot, Slot>();
  readonly #paths = new Pairs();
  readonly #keys = new Pairs();
  readonly #renamed: Renamed[] = [];
  /** Many changes concern the same operations. */
  readonly #keysAfter = new Map<string, string>();
  readonly #keysBefore = new Map<string, string>();

  constructor(changes: readonly Change[]) {
    for (const change of changes) {
      this.#addPath(change);
      const [thing, action] = partsOfKind(change.kind);
      // Names of media types also widen and narrow.
      if (thing === 'media-type' || action === 'renamed') this.#addRenamed(change);
    }
  }

  /** The place of a change in the earlier document. */
  before(change: Change): Slot | undefined {
    if (!change.before) return undefined;
    return moved(slotOf(change.before.pointer, change.place.parameter), this.#former);
  }

  /** The same in the later one. */
  after({ after, place }: Change): Slot | undefined {
    return after && slotOf(after.pointer, place.parameter);
  }

  slotAfter(slot: Slot): Slot {
    return moved(slot, this.#slots.forward);
  }

  slotBefore(slot: Slot): Slot {
    return moved(slot, this.#slots.back);
  }

  pointerAfter(pointer: string): string {
    return movedPointer(pointer, this.#pointers.forward);
  }

  pointerBefore(pointer: string): string {
    return movedPointer(pointer, this.#pointers.back);
  }

  keyAfter(key: string): string {
    return cached(this.#keysAfter, key, () =>
      movedKey(key, this.#keys.forward, this.#paths.forward),
    );
  }

  keyBefore(key: string): string {
    return cached(this.#keysBefore, key, () => movedKey(key, this.#keys.back, this.#paths.back));
  }

  /** A place of a change in the names of the later document. */
  placeAfter(place: Place): Place {
    let named = place;
    for (const { key, from, to, around } of this.#renamed) {
      const { [key]: name, ...rest } = named;
      if (name === undefined || (around !== undefined && around !== JSON.stringify(rest))) continue;
      const isPart = key === 'property' && /^[.[(]/.test(name.slice(from.length));
      if (name === from || (isPart && name.startsWith(from)))
        named = { ...named, [key]: to + name.slice(from.length) };
    }
    return named;
  }

  /** Path parameters may have other names, so that operations do as well. */
  #addPath({ before, after }: Change): void {
    const [root, one = ''] = plainSegments(before?.pointer ?? '');
    const [other, two = ''] = plainSegments(after?.pointer ?? '');
    if (root !== other || (root !== 'paths' && root !== 'webhooks') || one === two) return;
    this.#paths.add(one, two);
    this.#pointers.add(`${root}\n${one}`, `${root}\n${two}`);
  }

  #addRenamed(change: Change): void {
    const { kind, place, before, after } = change;
    if (!before || !after) return;
    const [thing] = partsOfKind(kind);
    const parameter = thing === 'parameter' ? formerParameter(change) : place.parameter;
    const former = slotOf(before.pointer, parameter);
    this.#slots.add(former, slotOf(after.pointer, place.parameter));
    this.#pointers.add(rawSlot(before.pointer), rawSlot(after.pointer));
    const [was, is] = [String(before.value), String(after.value)];
    if (thing === 'operation') this.#keys.add(was, is);
    if (thing === 'schema')
      this.#renamed.push({ key: 'component', from: `schemas/${was}`, to: `schemas/${is}` });
    if (thing === 'media-type' && place.mediaType !== undefined) {
      const { mediaType: to, ...rest } = place;
      this.#renamed.push({ key: 'mediaType', from: was, to, around: JSON.stringify(rest) });
    }
    if (thing === 'parameter' && place.parameter !== undefined && parameter !== undefined) {
      this.#former.set(slotOf(before.pointer, place.parameter), former);
      const { parameter: to, ...rest } = place;
      this.#renamed.push({ key: 'parameter', from: parameter, to, around: JSON.stringify(rest) });
    }
    if (thing === 'property' && place.property?.endsWith(is)) {
      const { property: to, ...rest } = place;
      const from = to.slice(0, -is.length) + was;
      this.#renamed.push({ key: 'property', from, to, around: JSON.stringify(rest) });
    }
  }
}

class Pairs {
  readonly forward = new Map<string, string>();
  readonly back = new Map<string, string>();

  add(from: string, to: string): void {
    if (from === to) return;
    this.forward.set(from, to);
    this.back.set(to, from);
  }
}

function rawSlot(pointer: string): Slot {
  return plainSegments(pointer).join('\n');
}

function movedPointer(pointer: string, pairs: ReadonlyMap<Slot, Slot>): string {
  const slot = rawSlot(pointer);
  const to = moved(slot, pairs);
  return to === slot ? pointer : formatPointer(to.split('\n'));
}

function movedKey(
  key: string,
  keys: ReadonlyMap<string, string>,
  paths: ReadonlyMap<string, string>,
): string {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const { method, path, isWebhook } = parseOperationKey(key);
  const to = paths.get(path);
  return to === undefined ? key : operationKey(method, to, isWebhook);
}
