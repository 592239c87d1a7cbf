/** A regular expression as far as it matters for finding a text that matches it. */
type PatternNode =
  | { readonly kind: 'set'; readonly ranges: readonly Range[]; readonly negated: boolean }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  /** Asks for characters around, and stands for none. */
  | { readonly kind: 'lookaround'; readonly node: PatternNode }
  | {
      readonly kind: 'repeat';
      readonly node: PatternNode;
      readonly min: number;
      readonly max: number;
    };

type Range = readonly [from: number, to: number];

const NOTHING: PatternNode = { kind: 'sequence', nodes: [] };
const DIGITS: readonly Range[] = [[48, 57]];
const WORD: readonly Range[] = [
  [97, 122],
  [65, 90],
  [48, 57],
  [95, 95],
];
const SPACE: readonly Range[] = [
  [32, 32],
  [9, 13],
  [160, 160],
];
const LINE_ENDS: readonly Range[] = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];

/** Classes written with a backslash; those in upper case are what is not in them. */
const CLASSES: Readonly<Record<string, readonly Range[]>> = { d: DIGITS, w: WORD, s: SPACE };
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0 };
/** Unicode properties (`\p{L}`): the ASCII characters in them are enough for an example. */
const PROPERTIES: Readonly<Record<string, readonly Range[]>> = {
  L: [
    [97, 122],
    [65, 90],
  ],
  Letter: [
    [97, 122],
    [65, 90],
  ],
  Alphabetic: [
    [97, 122],
    [65, 90],
  ],
  Ll: [[97, 122]],
  Lu: [[65, 90]],
  N: DIGITS,
  Nd: DIGITS,
  P: [
    [45, 47],
    [33, 33],
    [63, 63],
  ],
  S: [
    [43, 43],
    [36, 36],
  ],
  Z: [[32, 32]],
  Zs: [[32, 32]],
};

/** In the order in which an example takes them. */
const CANDIDATES = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./ :@+#,;=!?*&%$()[]{}<>|~^"\'`\\',
].map((character) => character.charCodeAt(0));

const MAX_REPEAT = 1_000;
const MAX_TEXT = 10_000;
/** Longer texts are not tried. */
const LONG = 200;
/** Ways that trying a text may go: a tenth of a second. */
const MAX_WAYS = 10_000_000;
/** So many ways are one step of whoever pays for them. */
const WAYS = 100;

const regularExpressions = new Map<string, RegExp | undefined>();
const parsed = new Map<string, PatternNode | undefined>();

/**
 * Whether the pattern (ECMA-262, JSON Schema validation section 6.3.3) occurs in the text; undefined
 * where the pattern is no regular expression, or trying it could take very long.
 *
 * @param spend Takes the steps that trying may cost, and says whether there were any left.
 */
export function matchesPattern(
  text: string,
  pattern: string,
  spend: (steps: number) => boolean = () => true,
): boolean | undefined {
  const expression = remember(regularExpressions, pattern, compile);
  const node = remember(parsed, pattern, parsePattern);
  if (!expression || !node || text.length > LONG || !spend(Math.floor(pattern.length / WAYS))) {
    return undefined;
  }
  // The beginning of a match is looked for everywhere.
  const ways = (text.length + 1) * waysOf(node, text.length);
  if (ways > MAX_WAYS || !spend(Math.floor(ways / WAYS))) {
    return undefined;
  }
  try {
    return expression.test(text);
  } catch {
    // Only now does the engine find an expression too large.
    return undefined;
  }
}

/**
 * A short text of the given length that matches the pattern; undefined where none is found. Each
 * `variant` gives another text, where the pattern allows others.
 */
export function textOfPattern(
  pattern: string,
  min: number,
  max: number,
  variant: number,
): string | undefined {
  const node = remember(parsed, pattern, parsePattern);
  if (!node) {
    return undefined;
  }
  for (const extra of [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 256]) {
    const text = write(node, extra, variant);
    const fits = text.length >= min && text.length <= max;
    if (fits && matchesPattern(text, pattern) !== false) {
      return text;
    }
  }
  return undefined;
}

function remember<T>(cache: Map<string, T>, key: string, make: (key: string) => T): T {
  if (!cache.has(key)) {
    cache.set(key, make(key));
  }
  return cache.get(key) as T;
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Not valid with this flag: the next one, or no regular expression at all.
    }
  }
  return undefined;
}

/**
 * How many ways there are, at most, to match up to `length` characters: what backtracking may try.
 * A repetition of what can match in several ways makes them exponential.
 */
function waysOf(node: PatternNode, length: number): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'lookaround':
      return waysOf(node.node, length);
    case 'sequence':
      return node.nodes.reduce((ways, child) => ways * waysOf(child, length), 1);
    case 'choice':
      return node.options.reduce((ways, child) => ways + waysOf(child, length), 0);
    case 'repeat': {
      const most = Math.min(node.max, length);
      const each = waysOf(node.node, length);
      return each > 1 ? each ** (most + 1) : most - Math.min(node.min, most) + 1;
    }
  }
}

function write(node: PatternNode, extra: number, variant: number): string {
  switch (node.kind) {
    case 'set':
      return characterOf(node.ranges, node.negated, variant);
    case 'sequence':
      return sequenceOf(node.nodes, extra, variant);
    case 'lookaround':
      return '';
    case 'choice':
      return write(node.options[variant % node.options.length] ?? NOTHING, extra, variant);
    case 'repeat':
      return repeated(write(node.node, extra, variant), Math.min(node.max, node.min + extra));
  }
}

function sequenceOf(nodes: readonly PatternNode[], extra: number, variant: number): string {
  let text = '';
  for (const node of nodes) {
    if (text.length > MAX_TEXT) break;
    text += write(node, extra, variant);
  }
  return text;
}

/** Counts in counts in counts would outgrow any memory. */
function repeated(text: string, count: number): string {
  return text.repeat(Math.min(count, Math.ceil(MAX_TEXT / (text.length || 1))));
}

function characterOf(ranges: readonly Range[], negated: boolean, variant: number): string {
  const isIn = (code: number) =>
    ranges.some(([from, to]) => code >= from && code <= to) !== negated;
  const candidates = CANDIDATES.filter(isIn);
  const code = candidates[variant % candidates.length] ?? (negated ? 0x3b1 : ranges[0]?.[0]);
  return code === undefined ? '' : String.fromCodePoint(code);
}

class Unsupported extends Error {}

/** Reads the parts of ECMA-262 patterns that describe characters; undefined for all others. */
function parsePattern(pattern: string): PatternNode | undefined {
  const characters = [...pattern];
  let at = 0;

  const peek = () => characters[at];
  const take = (): string => {
    const character = characters[at++];
    if (character === undefined) {
      throw new Unsupported();
    }
    return character;
  };
  const skip = (text: string): boolean => {
    const found = characters.slice(at, at + text.length).join('') === text;
    at += found ? text.length : 0;
    return found;
  };
  const next = (count: number): string => {
    const found = characters.slice(at, at + count);
    at += found.length;
    return found.join('');
  };
  const until = (end: string): string => {
    let text = '';
    for (let character = take(); character !== end; character = take()) {
      text += character;
    }
    return text;
  };

  function choice(depth: number): PatternNode {
    if (depth > 50) {
      throw new Unsupported();
    }
    const options = [sequence(depth)];
    while (skip('|')) {
      options.push(sequence(depth));
    }
    return options.length === 1 ? (options[0] ?? NOTHING) : { kind: 'choice', options };
  }

  function sequence(depth: number): PatternNode {
    const nodes: PatternNode[] = [];
    while (at < characters.length && peek() !== '|' && peek() !== ')') {
      nodes.push(quantified(atom(depth)));
    }
    return { kind: 'sequence', nodes };
  }

  function atom(depth: number): PatternNode {
    const character = take();
    if (character === '^' || character === '$') {
      return NOTHING;
    }
    if (character === '.') {
      return { kind: 'set', ranges: LINE_ENDS, negated: true };
    }
    if (character === '[') {
      return characterClass();
    }
    if (character === '\\') {
      return skip('b') || skip('B') ? NOTHING : escaped();
    }
    return character === '(' ? group(depth) : single(character);
  }

  function group(depth: number): PatternNode {
    // What a lookaround asks for is left to chance: the text is tried against the pattern.
    const isLookaround = ['?=', '?!', '?<=', '?<!'].some(skip);
    if (!isLookaround && !skip('?:') && skip('?<')) {
      until('>');
    }
    const node = choice(depth + 1);
    if (take() !== ')') {
      throw new Unsupported();
    }
    return isLookaround ? { kind: 'lookaround', node } : node;
  }

  function quantified(node: PatternNode): PatternNode {
    const [min, max] = quantifier();
    if (min === undefined) {
      return node;
    }
    skip('?');
    return { kind: 'repeat', node, min: Math.min(min, MAX_REPEAT), max: Math.min(max, MAX_REPEAT) };
  }

  function quantifier(): readonly [min: number | undefined, max: number] {
    if (skip('*')) {
      return [0, MAX_REPEAT];
    }
    if (skip('+')) {
      return [1, MAX_REPEAT];
    }
    if (skip('?')) {
      return [0, 1];
    }
    const counts = /^\{(\d+)(,?)(\d*)\}/.exec(characters.slice(at, at + 20).join(''));
    if (!counts) {
      return [undefined, 0];
    }
    at += counts[0].length;
    const min = Number(counts[1]);
    const open = counts[3] === '' ? MAX_REPEAT : Number(counts[3]);
    return [min, counts[2] === '' ? min : open];
  }

  function escaped(): PatternNode & { readonly kind: 'set' } {
    const letter = take();
    const ranges = CLASSES[letter.toLowerCase()];
    if (ranges) {
      return { kind: 'set', ranges, negated: letter !== letter.toLowerCase() };
    }
    if ((letter === 'p' || letter === 'P') && skip('{')) {
      const name = until('}').replace(/^.*=/, '');
      if (!Object.hasOwn(PROPERTIES, name)) {
        throw new Unsupported();
      }
      return { kind: 'set', ranges: PROPERTIES[name] ?? [], negated: letter === 'P' };
    }
    if (letter === 'x' || letter === 'u') {
      return single(String.fromCodePoint(codePoint(letter)));
    }
    if (/[1-9k]/.test(letter)) {
      throw new Unsupported();
    }
    return single(
      Object.hasOwn(CONTROLS, letter) ? String.fromCharCode(CONTROLS[letter] ?? 0) : letter,
    );
  }

  function codePoint(letter: string): number {
    const code = Number.parseInt(
      letter === 'u' && skip('{') ? until('}') : next(letter === 'x' ? 2 : 4),
      16,
    );
    if (!(code <= 0x10ffff)) {
      throw new Unsupported();
    }
    return code;
  }

  function characterClass(): PatternNode {
    const negated = skip('^');
    const ranges: Range[] = [];
    for (let character = take(); character !== ']'; character = take()) {
      const start = member(character);
      const [from] = start;
      const isRange = start.length === 1 && peek() === '-' && characters[at + 1] !== ']';
      if (!isRange || !from) {
        ranges.push(...start);
        continue;
      }
      take();
      const [to] = member(take());
      ranges.push([from[0], to?.[1] ?? from[1]]);
    }
    return { kind: 'set', ranges, negated };
  }

  function member(character: string): readonly Range[] {
    if (character !== '\\') {
      return single(character).ranges;
    }
    const { ranges, negated } = escaped();
    // `[\S]` and the like: some letters and digits are what examples need of them.
    return negated ? WORD.filter((range) => !ranges.includes(range)) : ranges;
  }

  try {
    const node = choice(0);
    return at === characters.length ? node : undefined;
  } catch (error) {
    if (error instanceof Unsupported) {
      return undefined;
    }
    throw error;
  }
}

function single(character: string): PatternNode & { readonly kind: 'set' } {
  const code = character.codePointAt(0) ?? 0;
  return { kind: 'set', ranges: [[code, code]], negated: false };
}
