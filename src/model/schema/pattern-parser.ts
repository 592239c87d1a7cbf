/** A regular expression, as far as it matters for finding a text that matches it. */
export type PatternNode =
  | { readonly kind: 'set'; readonly ranges: readonly Range[]; readonly negated: boolean }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  /** An assertion about adjacent characters, which matches none itself. */
  | { readonly kind: 'lookaround'; readonly node: PatternNode }
  | {
      readonly kind: 'repeat';
      readonly node: PatternNode;
      readonly min: number;
      readonly max: number;
    };

export type Range = readonly [from: number, to: number];

export const NOTHING: PatternNode = { kind: 'sequence', nodes: [] };
const DIGITS = ranges('09');
const LETTERS = ranges('az', 'AZ');
const WORD = ranges('az', 'AZ', '09', '__');
const SPACE = ranges('  ', '\t\r', '\u00a0\u00a0');
const LINE_ENDS = ranges('\n\n', '\r\r', '\u2028\u2029');
/** Classes written with a backslash; uppercase ones match the complement. */
const CLASSES: Readonly<Record<string, readonly Range[]>> = { d: DIGITS, w: WORD, s: SPACE };
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };
/** Unicode properties (`\p{L}`): their ASCII characters are enough for an example. */
const PROPERTIES: Readonly<Record<string, readonly Range[]>> = {
  L: LETTERS,
  Letter: LETTERS,
  Alphabetic: LETTERS,
  Ll: ranges('az'),
  Lu: ranges('AZ'),
  N: DIGITS,
  Nd: DIGITS,
  P: ranges('-/', '!!', '??'),
  S: ranges('++', '$$'),
  Z: ranges('  '),
  Zs: ranges('  '),
};

/** Higher counts are not distinguished. */
const MAX_REPEAT = 1_000;
/** Guards the call stack against nested groups. */
const MAX_DEPTH = 50;

class Unsupported extends Error {}

/** Parses the parts of ECMA-262 patterns that describe characters; undefined for all others. */
export function parsePattern(pattern: string): PatternNode | undefined {
  try {
    return new PatternParser(pattern).parse();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** One method per production of the grammar; each starts and ends between two characters. */
class PatternParser {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  /** @throws Unsupported if no text can be generated for it. */
  parse(): PatternNode {
    const node = this.#choice(0);
    if (this.#at < this.#characters.length) throw new Unsupported();
    return node;
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(): string {
    const character = this.#characters[this.#at++];
    if (character === undefined) throw new Unsupported();
    return character;
  }

  /** Consumes the text if it comes next, and returns whether it did. */
  #skip(text: string): boolean {
    const found = this.#characters.slice(this.#at, this.#at + text.length).join('') === text;
    this.#at += found ? text.length : 0;
    return found;
  }

  #next(count: number): string {
    const found = this.#characters.slice(this.#at, this.#at + count);
    this.#at += found.length;
    return found.join('');
  }

  #until(end: string): string {
    let text = '';
    for (let character = this.#take(); character !== end; character = this.#take())
      text += character;
    return text;
  }

  #choice(depth: number): PatternNode {
    if (depth > MAX_DEPTH) throw new Unsupported();
    const options = [this.#sequence(depth)];
    while (this.#skip('|')) options.push(this.#sequence(depth));
    return options.length === 1 ? (options[0] ?? NOTHING) : { kind: 'choice', options };
  }

  #sequence(depth: number): PatternNode {
    const nodes: PatternNode[] = [];
    while (this.#at < this.#characters.length && this.#peek() !== '|' && this.#peek() !== ')')
      nodes.push(this.#quantified(this.#atom(depth)));
    return { kind: 'sequence', nodes };
  }

  #atom(depth: number): PatternNode {
    const character = this.#take();
    if (character === '^' || character === '$') return NOTHING;
    if (character === '.') return { kind: 'set', ranges: LINE_ENDS, negated: true };
    if (character === '[') return this.#characterClass();
    if (character === '\\') return this.#skip('b') || this.#skip('B') ? NOTHING : this.#escaped();
    return character === '(' ? this.#group(depth) : single(character);
  }

  #group(depth: number): PatternNode {
    // Lookarounds are left to chance: the generated text is checked against the pattern.
    const isLookaround = ['?=', '?!', '?<=', '?<!'].some((text) => this.#skip(text));
    if (!isLookaround && !this.#skip('?:') && this.#skip('?<')) this.#until('>');
    const node = this.#choice(depth + 1);
    if (this.#take() !== ')') throw new Unsupported();
    return isLookaround ? { kind: 'lookaround', node } : node;
  }

  #quantified(node: PatternNode): PatternNode {
    const [min, max] = this.#quantifier();
    if (min === undefined) return node;
    this.#skip('?');
    return { kind: 'repeat', node, min: Math.min(min, MAX_REPEAT), max: Math.min(max, MAX_REPEAT) };
  }

  #quantifier(): readonly [min: number | undefined, max: number] {
    if (this.#skip('*')) return [0, MAX_REPEAT];
    if (this.#skip('+')) return [1, MAX_REPEAT];
    if (this.#skip('?')) return [0, 1];
    const counts = /^\{(\d+)(,?)(\d*)\}/.exec(
      this.#characters.slice(this.#at, this.#at + 20).join(''),
    );
    if (!counts) return [undefined, 0];
    this.#at += counts[0].length;
    const min = Number(counts[1]);
    const open = counts[3] === '' ? MAX_REPEAT : Number(counts[3]);
    return [min, counts[2] === '' ? min : open];
  }

  #escaped(): PatternNode & { readonly kind: 'set' } {
    const letter = this.#take();
    const ranges = CLASSES[letter.toLowerCase()];
    if (ranges) return { kind: 'set', ranges, negated: letter !== letter.toLowerCase() };
    if ((letter === 'p' || letter === 'P') && this.#skip('{')) {
      const name = this.#until('}').replace(/^.*=/, '');
      if (!Object.hasOwn(PROPERTIES, name)) throw new Unsupported();
      return { kind: 'set', ranges: PROPERTIES[name] ?? [], negated: letter === 'P' };
    }
    if (letter === 'x' || letter === 'u')
      return single(String.fromCodePoint(this.#codePoint(letter)));
    if (/[1-9k]/.test(letter)) throw new Unsupported();
    return single(
      Object.hasOwn(CONTROLS, letter) ? String.fromCharCode(CONTROLS[letter] ?? 0) : letter,
    );
  }

  #codePoint(letter: string): number {
    const code = Number.parseInt(
      letter === 'u' && this.#skip('{') ? this.#until('}') : this.#next(letter === 'x' ? 2 : 4),
      16,
    );
    if (!(code <= 0x10ffff)) throw new Unsupported();
    return code;
  }

  #characterClass(): PatternNode {
    const negated = this.#skip('^');
    const ranges: Range[] = [];
    for (let character = this.#take(); character !== ']'; character = this.#take()) {
      const start = this.#member(character);
      const [from] = start;
      const isRange =
        start.length === 1 && this.#peek() === '-' && this.#characters[this.#at + 1] !== ']';
      if (!isRange || !from) {
        ranges.push(...start);
        continue;
      }
      this.#take();
      const [to] = this.#member(this.#take());
      ranges.push([from[0], to?.[1] ?? from[1]]);
    }
    return { kind: 'set', ranges, negated };
  }

  #member(character: string): readonly Range[] {
    if (character !== '\\') return single(character).ranges;
    const { ranges, negated } = this.#escaped();
    // For `[\S]` and the like, some letters and digits are enough for examples.
    return negated ? WORD.filter((range) => !ranges.includes(range)) : ranges;
  }
}

function single(character: string): PatternNode & { readonly kind: 'set' } {
  const code = character.codePointAt(0) ?? 0;
  return { kind: 'set', ranges: [[code, code]], negated: false };
}

/** @param pairs The first and last character of each. */
function ranges(...pairs: readonly string[]): readonly Range[] {
  return pairs.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);
}
