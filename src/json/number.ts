/**
 * A number of a document that a double cannot hold or would print differently: 9223372036854775807, 1.10,
 * 1e400, -0. All other numbers are JavaScript's own. Immutable. The object guards recognize it, `String`
 * returns the digits and `Number` the nearest double.
 */
export class ExactNumber {
  /** A JSON number (RFC 8259 section 6), as written. */
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

  /** `JSON.stringify` cannot write the digits; `jsonText` can, and counts the exact numbers here. */
  toJSON(): number {
    met += 1;
    return Number(this.text);
  }
}

let met = 0;

/** How many exact numbers `JSON.stringify` has met so far. */
export function exactNumbersMet(): number {
  return met;
}

/** The value of a JSON number, which `jsonText` writes exactly as given here. */
export function numberOf(text: string): number | ExactNumber {
  const value = Number(text);
  return String(value) === text ? value : new ExactNumber(text);
}

/** Whether a value is a JSON number. */
export function isNumber(value: unknown): value is number | ExactNumber {
  return typeof value === 'number' || value instanceof ExactNumber;
}
