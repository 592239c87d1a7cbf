import { MAX_DEPTH, TOO_DEEP } from './plain.ts';
import { TextTree } from './text-tree.ts';

/** A mistake in JSON text; `offset` is 0-based, in characters. */
export interface JsonMistake {
  readonly rule: 'syntax' | 'duplicate-key';
  readonly offset: number;
  readonly message: string;
  readonly suggestion: string;
}

const SPACE = /[ \t\n\r]*/y;
/** A run of text is matched as one class: an alternation per character overflows on long strings. */
const STRING =
  /"[ !#-[\]-\u{10FFFF}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\u{10FFFF}]*)*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The likely mistake, by what is there instead of the expected token. */
const FIXES: readonly (readonly [RegExp, string])[] = [
  [/^,\s*[}\]]/, 'Remove the comma: JSON has no trailing commas.'],
  [/^[}\]]/, 'Close the last bracket or string, and remove any comma before a closing bracket.'],
  [/^\/[/*]/, 'Remove the comment: JSON has no comments. YAML does, with #.'],
  [/^'/, 'Write strings and names in double quotes.'],
  [/^"/, 'Look for a missing comma or colon before it, or a string that is not closed.'],
  [/^[A-Za-z_$]/, 'Write names and strings in double quotes; other values are true, false, null.'],
];

/** Ends the scan; the mistake has been recorded. */
class NotJson extends Error {}

class Scanner {
  readonly mistakes: JsonMistake[] = [];
  #offset = 0;
  readonly #text: string;
  readonly #tree: TextTree | undefined;

  /** @param tree Receives the values. */
  constructor(text: string, tree?: TextTree) {
    this.#text = text;
    this.#tree = tree;
  }

  scan(): void {
    this.#value(0);
    if (this.#next() !== '') this.#fail('the end of the file');
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0];
    if (found) this.#offset += found.length;
    return found;
  }

  #next(): string {
    this.#match(SPACE);
    return this.#text[this.#offset] ?? '';
  }

  #take(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#offset += 1;
    return true;
  }

  #fail(wanted: string): never {
    const rest = this.#text.slice(this.#offset, this.#offset + 40);
    const found = rest === '' ? 'the end of the file' : JSON.stringify(rest[0]);
    const fix = FIXES.find(([pattern]) => pattern.test(rest))?.[1];
    this.mistakes.push({
      rule: 'syntax',
      offset: Math.min(this.#offset, Math.max(0, this.#text.trimEnd().length)),
      message: `This is not valid JSON: expected ${wanted}, found ${found}.`,
      suggestion: fix ?? 'Close every bracket and string, and put a comma between members.',
    });
    throw new NotJson();
  }

  /** @param key The offset of its name, if it has one. */
  #value(depth: number, key?: number): void {
    if (depth > MAX_DEPTH && /[{[]/.test(this.#next())) {
      this.mistakes.push(tooDeep(this.#offset));
      throw new NotJson();
    }
    this.#next();
    const at = this.#tree?.open(this.#offset, key);
    if (this.#take('{')) this.#object(depth);
    else if (this.#take('[')) this.#array(depth);
    else if (!this.#match(STRING) && !this.#match(SCALAR)) this.#fail('a value');
    if (at !== undefined) this.#tree?.close(at, this.#offset);
  }

  #array(depth: number): void {
    if (this.#take(']')) return;
    do this.#value(depth + 1);
    while (this.#take(','));
    if (!this.#take(']')) this.#fail('"," or "]"');
  }

  #object(depth: number): void {
    if (this.#take('}')) return;
    const names = new Set<string>();
    do {
      this.#next();
      const offset = this.#offset;
      const source = this.#match(STRING);
      if (source === undefined) this.#fail('a name in double quotes');
      const name = unquoted(source);
      if (names.has(name)) this.mistakes.push(duplicateKey(name, offset));
      names.add(name);
      if (!this.#take(':')) this.#fail('":"');
      this.#value(depth + 1, offset);
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('"," or "}"');
  }
}

function unquoted(source: string): string {
  return source.includes('\\') ? String(JSON.parse(source)) : source.slice(1, -1);
}

/** The string, in text that is JSON, whose first quote is at an offset. */
export function stringAt(text: string, offset: number): string {
  STRING.lastIndex = offset;
  return unquoted(STRING.exec(text)?.[0] ?? '""');
}

/** The mistake of a value that is nested too deeply; also for YAML. */
export function tooDeep(offset: number): JsonMistake {
  return { rule: 'syntax', offset, ...TOO_DEEP };
}

/** The mistake of a name that occurs twice in an object; also for YAML. */
export function duplicateKey(name: string, offset: number): JsonMistake {
  return {
    rule: 'duplicate-key',
    offset,
    message: `The key "${name}" occurs more than once in this object.`,
    suggestion: `Rename or remove one "${name}", or merge the two.`,
  };
}

/**
 * The mistakes in JSON text (RFC 8259): every duplicate key, and the first syntax error. None for text that
 * `JSON.parse` reads without losing a member.
 */
export function scanJson(text: string): readonly JsonMistake[] {
  return scan(new Scanner(text));
}

function scan(scanner: Scanner): readonly JsonMistake[] {
  try {
    scanner.scan();
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
  }
  return scanner.mistakes;
}

/** The values of a text that is JSON; undefined if it is not, or has a name twice. */
export function treeOfJson(text: string): TextTree | undefined {
  const tree = new TextTree();
  return scan(new Scanner(text, tree)).length === 0 ? tree : undefined;
}
