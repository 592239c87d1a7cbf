/** Numbers of a value: its offset, its end, the offset of its name, and the next value that is not within it. */
const FIELDS = 4;
const [START, END, KEY, NEXT] = [0, 1, 2, 3];

/** Instead of the offset of a name. */
const NO_KEY = -1;

/**
 * The values of a text in their order, as a list of numbers: objects for each of them would take many times the
 * memory of the document itself.
 */
export class TextTree {
  #numbers = new Int32Array(1024 * FIELDS);
  #count = 0;

  /** Adds the value that begins at an offset; those up to its end are within it. Returns its index. */
  open(start: number, key = NO_KEY): number {
    const at = this.#count;
    this.#count += 1;
    if (this.#count * FIELDS > this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[at * FIELDS + START] = start;
    this.#numbers[at * FIELDS + KEY] = key;
    return at;
  }

  /** Ends the value with an index. */
  close(at: number, end: number): void {
    this.#numbers[at * FIELDS + END] = end;
    this.#numbers[at * FIELDS + NEXT] = this.#count;
  }

  rangeOf(at: number): readonly [start: number, end: number] {
    return [this.#field(at, START), this.#field(at, END)];
  }

  /** The offset of its name; undefined for an item and for the whole. */
  keyOf(at: number): number | undefined {
    const key = this.#field(at, KEY);
    return key === NO_KEY ? undefined : key;
  }

  /** The indexes of the members or items. */
  *childrenOf(at: number): Iterable<number> {
    const end = this.#field(at, NEXT);
    for (let child = at + 1; child < end; child = this.#field(child, NEXT)) yield child;
  }

  #field(at: number, field: number): number {
    return this.#numbers[at * FIELDS + field] ?? 0;
  }
}
