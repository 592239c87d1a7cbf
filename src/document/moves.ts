import { formatPointer, parsePointer } from '../openapi/pointer.ts';

interface Move {
  /** How many of the segments before the last are replaced as well. */
  readonly drop: number;
  readonly segments: readonly string[];
}

/**
 * Moves made by an upgrade, so that references follow: a pointer of the old document, and the replacement of
 * its last segments. Moves of parents and children add up.
 */
export class Moves {
  readonly #moves = new Map<string, Move>();

  get isEmpty(): boolean {
    return this.#moves.size === 0;
  }

  /** Replaces the last segment of `path`, and `drop` before it, with `segments`. */
  add(path: readonly string[], segments: readonly string[], drop = 0): void {
    this.#moves.set(formatPointer(path), { drop, segments });
  }

  /** Whether `path` itself was moved. */
  has(path: readonly string[]): boolean {
    return this.#moves.has(formatPointer(path));
  }

  /** An internal reference after the moves; unchanged, as written, if nothing moved. */
  rewrite(ref: string): string {
    if (!ref.startsWith('#/') || this.isEmpty) return ref;
    const moved: string[] = [];
    let changed = false;
    let prefix = '#';
    for (const segment of parsePointer(ref)) {
      prefix += formatPointer([segment]).slice(1);
      const move = this.#moves.get(prefix);
      if (!move) {
        moved.push(segment);
        continue;
      }
      changed = true;
      moved.splice(moved.length - move.drop, move.drop, ...move.segments);
    }
    return changed ? formatPointer(moved) : ref;
  }
}
