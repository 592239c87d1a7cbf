import type { Direction } from './change.ts';

/**
 * How a part of something is related to the direction of the whole: an operation itself has none, its parameters are
 * requests, and in a callback everything is turned round. Inside of schemas, the direction stays.
 */
export type Turn = 'same' | 'request' | 'response' | 'callback';

/** The turn of a part of a part. */
export const COMPOSED: Readonly<Record<Turn, Readonly<Record<Turn, Turn>>>> = {
  same: { same: 'same', request: 'request', response: 'response', callback: 'callback' },
  callback: { same: 'callback', request: 'response', response: 'request', callback: 'same' },
  request: { same: 'request', request: 'request', response: 'request', callback: 'request' },
  response: { same: 'response', request: 'response', response: 'response', callback: 'response' },
};

/** Four bits of each operation, eight operations in a number: whether something is met in a direction. */
const NONE = 0x11111111;
const TURNED = 0x22222222;
const REQUEST = 0x44444444;
const RESPONSE = 0x88888888;

/** Operations by number, each with the directions in which something matters to it. */
export type Contexts = Uint32Array;

export const PER_WORD = 8;

/** The first bit of an operation among the bits of its number. */
export function bitOf(operation: number, isTurned: boolean): number {
  return 1 << ((operation % PER_WORD) * 4 + (isTurned ? 1 : 0));
}

const TURNS: Readonly<Record<Turn, (bits: number) => number>> = {
  same: (bits) => bits,
  callback: (bits) =>
    ((bits & NONE) << 1) | ((bits & TURNED) >>> 1) | (bits & (REQUEST | RESPONSE)),
  request: (bits) => ((bits & (NONE | TURNED)) << 2) | (bits & (REQUEST | RESPONSE)),
  response: (bits) => ((bits & NONE) << 3) | ((bits & TURNED) << 1) | (bits & (REQUEST | RESPONSE)),
};

/** A direction in which a part never occurs: a read-only property is in no request. */
export type Absent = 'request' | 'response' | undefined;

/** The directions of a part, by those of the whole. */
export function turned(bits: number, turn: Turn, absent: ReadonlySet<Absent>): number {
  let result = TURNS[turn](bits);
  if (absent.has('request')) result &= ~REQUEST;
  if (absent.has('response')) result &= ~RESPONSE;
  return result;
}

/** The directions of one operation. */
export function directionsIn(contexts: Contexts, operation: number): Direction[] {
  const bits = (contexts[Math.floor(operation / PER_WORD)] ?? 0) >>> ((operation % PER_WORD) * 4);
  const found: Direction[] = [];
  if (bits & 3) found.push('none');
  if (bits & 4) found.push('request');
  if (bits & 8) found.push('response');
  return found;
}
