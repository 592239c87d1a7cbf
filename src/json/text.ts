import { fromEntriesInOrder } from './key-order.ts';
import { ExactNumber, exactNumbersMet, numberOf } from './number.ts';

/** What a double may change: many digits, trailing zeros of a fraction, exponents, negative zero. */
const PERHAPS_EXACT = /\d[\d.]{15}|\.\d*0(?!\d)|\d[eE][-+\d]|0\.0{6}|(?<=[\s[:,])-0|^-0/;

/**
 * Reads JSON as `JSON.parse` does, but keeps numbers exact that a double would change.
 *
 * @throws SyntaxError that of `JSON.parse`.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return PERHAPS_EXACT.test(text) ? new Reader(text).read() : value;
}

/** A key that JavaScript may move before others. */
const INDEX_KEY = /"\d+"\s*:/;

/**
 * The same, but also records key orders that JavaScript does not keep: see `entriesInOrder`.
 *
 * @throws SyntaxError that of `JSON.parse`.
 */
export function parseJsonInOrder(text: string): unknown {
  if (!INDEX_KEY.test(text)) return parseJson(text);
  JSON.parse(text);
  return new Reader(text).read();
}

/** A run of text is matched as one class: an alternation per character overflows on long strings. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const SCALAR = /[^\s,\]}]+/y;
const SPACE = /\s*/y;

const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** Reads text that is known to be valid JSON. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): unknown {
    switch (this.#next()) {
      case '{':
        return fromEntriesInOrder(this.#items('}', () => this.#pair()));
      case '[':
        return this.#items(']', () => this.read());
      case '"':
        return this.#string();
      default: {
        const word = this.#take(SCALAR);
        return Object.hasOwn(WORDS, word) ? WORDS[word] : numberOf(word);
      }
    }
  }

  #items<T>(end: string, read: () => T): T[] {
    const items: T[] = [];
    this.#at += 1;
    while (this.#next() !== end) {
      items.push(read());
      if (this.#next() === ',') this.#at += 1;
    }
    this.#at += 1;
    return items;
  }

  #pair(): [string, unknown] {
    const name = this.#string();
    this.#next();
    // The colon.
    this.#at += 1;
    return [name, this.read()];
  }

  #string(): string {
    const source = this.#take(STRING);
    return source.includes('\\') ? JSON.parse(source) : source.slice(1, -1);
  }

  #next(): string {
    this.#take(SPACE);
    return this.#text[this.#at] ?? '';
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }
}

/**
 * Writes a value as `JSON.stringify` does, but exact numbers with all digits. Empty if there is nothing to
 * write.
 *
 * @param indent Spaces for each level; none for one line.
 */
export function jsonText(value: unknown, indent = 0): string {
  const before = exactNumbersMet();
  const text = JSON.stringify(value, null, indent);
  if (exactNumbersMet() === before) return text ?? '';
  return write(value, ' '.repeat(indent), '\n');
}

/** @param line The line break before a closing bracket, with its indentation. */
function write(value: unknown, indent: string, line: string): string {
  if (value instanceof ExactNumber) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inside = line + indent;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const colon = indent === '' ? ':' : ': ';
  const parts = Array.isArray(value)
    ? value.map((item) => write(item ?? null, indent, inside))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => JSON.stringify(name) + colon + write(member, indent, inside));
  if (parts.length === 0) return `${open}${close}`;
  return indent === ''
    ? `${open}${parts.join()}${close}`
    : `${open}${inside}${parts.join(`,${inside}`)}${line}${close}`;
}
