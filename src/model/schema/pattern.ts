import { cached } from '../../json/cached.ts';
import { NOTHING, type PatternNode, parsePattern, type Range } from './pattern-parser.ts';

/** In the order in which an example uses them. */
const CANDIDATES = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./ :@+#,;=!?*&%$()[]{}<>|~^"\'`\\',
].map((character) => character.charCodeAt(0));

const MAX_TEXT = 10_000;
/** Longer texts are not checked. */
const LONG = 200;
/** Ways to match that may be tried: a tenth of a second. */
const MAX_WAYS = 10_000_000;
/** Ways per step of the caller's budget. */
const WAYS = 100;

const regularExpressions = new Map<string, RegExp | undefined>();
const parsed = new Map<string, PatternNode | undefined>();

/**
 * Whether the pattern (ECMA-262, JSON Schema validation section 6.3.3) occurs in the text; undefined if the
 * pattern is not a regular expression, or checking could take very long.
 *
 * @param spend Takes the steps that checking may cost, and returns whether there were enough.
 */
export function matchesPattern(
  text: string,
  pattern: string,
  spend: (steps: number) => boolean = () => true,
): boolean | undefined {
  const expression = cached(regularExpressions, pattern, () => compile(pattern));
  const node = cached(parsed, pattern, () => parsePattern(pattern));
  if (!expression || !node || text.length > LONG || !spend(Math.floor(pattern.length / WAYS)))
    return undefined;
  // A match can start anywhere.
  const ways = (text.length + 1) * waysOf(node, text.length);
  if (ways > MAX_WAYS || !spend(Math.floor(ways / WAYS))) return undefined;
  try {
    return expression.test(text);
  } catch {
    // Only now does the engine detect an expression that is too large.
    return undefined;
  }
}

/**
 * A short text of the given length that matches the pattern; undefined if none is found. Each `variant` gives
 * another text, if the pattern allows others.
 */
export function textOfPattern(
  pattern: string,
  min: number,
  max: number,
  variant: number,
): string | undefined {
  const node = cached(parsed, pattern, () => parsePattern(pattern));
  if (!node) return undefined;
  for (const extra of [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 256]) {
    const text = write(node, extra, variant);
    const fits = text.length >= min && text.length <= max;
    if (fits && matchesPattern(text, pattern) !== false) return text;
  }
  return undefined;
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Not valid with this flag: try the next one, or it is not a regular expression at all.
    }
  }
  return undefined;
}

/**
 * The maximum number of ways to match up to `length` characters that backtracking may try. Repeating
 * something that can match in several ways makes them exponential.
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

/** Nested counts would outgrow any memory. */
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
