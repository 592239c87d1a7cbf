/**
 * A number of a document that a double does not hold, or that it would write in another way:
 * 9223372036854775807, 1.10, 1e400, -0. All other numbers are JavaScript's own. Immutable; the guards of
 * objects know it, `String` gives the digits and `Number` the nearest double.
 */
export class ExactNumber {
  /** A number of JSON (RFC 8259 section 6), as it was written. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  valueOf(): number {
    return Number(this.text);
  }

  /** `JSON.stringify` has no way to write the digits: `jsonText` does, and counts what it meets here. */
  toJSON(): number {
    met += 1;
    return Number(this.text);
  }
}

let met = 0;

/** How many exact numbers `JSON.stringify` has come upon so far. */
export function exactNumbersMet(): number {
  return met;
}

/** The value of a number of JSON, which `jsonText` writes as it is given here. */
export function numberOf(text: string): number | ExactNumber {
  const value = Number(text);
  return String(value) === text ? value : new ExactNumber(text);
}

/** Whether a value is a number of JSON. */
export function isNumber(value: unknown): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}
