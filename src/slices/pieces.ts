import { isObject, type JsonObject } from '../json/guards.ts';
import { sizeOf } from '../model/schema/size.ts';
import type { Path } from '../openapi/walk.ts';

/** A schema at its place in a document, with those inside of it. */
export interface Piece {
  readonly path: Path;
  readonly schema: JsonObject;
  readonly around: Piece | undefined;
  /** Of it and what is still in it, see `SCHEMA_ROOM`. */
  size: number;
}

/** Smaller ones are no subject for a page. */
const LEAST = 1_000;

/** A schema that has been visited after the ones around it. */
export function pieceOf(schema: JsonObject, path: Path, around: Piece | undefined): Piece {
  const piece = { schema, path: [...path], around, size: 0 };
  grow(piece, sizeOf(schema));
  return piece;
}

/**
 * Chooses what is cut out of schemas that are shown together, so that neither they nor a piece is larger than the room:
 * the smallest piece that is enough, or else the largest one.
 *
 * @param isKept Whether a piece must remain where it is.
 * @returns the pieces, in the order of the document.
 */
export function cut(
  pieces: readonly Piece[],
  room: number,
  isKept: (piece: Piece) => boolean,
): Piece[] {
  const roots = pieces.filter(({ around }) => around === undefined);
  const excessNow = () => roots.reduce((sum, { size }) => sum + size, -room);
  if (excessNow() <= 0) return [];
  const done = new Set<Piece>();
  const possible = pieces.filter((piece) => isPossible(piece) && !isKept(piece));
  for (;;) {
    const excess = excessNow();
    const fitting = possible.filter(
      (piece) => piece.size >= LEAST && piece.size <= room && !isIn(piece, done),
    );
    const sorted = fitting.toSorted((a, b) => a.size - b.size);
    const chosen = sorted.find(({ size }) => size >= excess) ?? sorted.at(-1);
    if (excess <= 0 || !chosen) return pieces.filter((piece) => done.has(piece));
    done.add(chosen);
    if (chosen.around) grow(chosen.around, -chosen.size);
  }
}

function grow(piece: Piece, by: number): void {
  for (let one: Piece | undefined = piece; one; one = one.around) one.size += by;
}

/** An object with fields, in a place where a reference can be. Choices stay together, so that they can be compared. */
function isPossible({ schema, path, around }: Piece): boolean {
  const [key, name] = path.slice(-2);
  return (
    around !== undefined &&
    isObject(schema.properties) &&
    !IDENTITY.some((keyword) => Object.hasOwn(schema, keyword)) &&
    (name === 'items' || name === 'additionalProperties' || NAMED.has(key ?? ''))
  );
}

const NAMED: ReadonlySet<string> = new Set(['properties', 'patternProperties']);

/** What refers to these, or is found by them, depends on where the schema is. */
const IDENTITY = ['$ref', '$id', '$anchor', '$dynamicAnchor', '$dynamicRef', '$defs'];

function isIn(piece: Piece, done: ReadonlySet<Piece>): boolean {
  for (let one: Piece | undefined = piece; one; one = one.around) if (done.has(one)) return true;
  return false;
}
