/** A member of an object, an item of a list, or the whole: where it is in the text, so that nothing is parsed. */
export interface Part {
  /** The name as written, in quotes; absent except for members. */
  readonly name?: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** What it begins with, if it contains others. */
  readonly opens?: '{' | '[';
  /** The text, or the beginning of a long one. */
  readonly text: string;
}

/** Some of the parts of an object or list. */
export interface Parts {
  readonly parts: readonly Part[];
  /** Where the next ones begin; absent if there are none. */
  readonly next?: number;
}

/** Characters of a value that are shown. */
const MOST_SHOWN = 10_000;
/** Of an object or list, as long as it is closed. */
const MOST_GLIMPSED = 80;

/** Whether all of a text is one JSON value, as far as its brackets and strings say it. */
export function wholePart(text: string): Part | undefined {
  const start = skipSpace(text, 0);
  const part = partAt(text, start);
  return part.end > start && skipSpace(text, part.end) === text.length ? part : undefined;
}

/**
 * Parts of an object or a list.
 *
 * @param from Where the first of them begins: behind the bracket, or the `next` of those before.
 */
export function partsFrom(text: string, from: number, count: number): Parts {
  const parts: Part[] = [];
  for (let at = skipSpace(text, from); at < text.length; ) {
    if (text[at] === '}' || text[at] === ']') return { parts };
    if (parts.length === count) return { parts, next: at };
    const part = memberAt(text, at);
    if (part.end <= at) break;
    parts.push(part);
    at = skipSpace(text, part.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return { parts };
}

/** The names and numbers that lead to a place: `items`, `12`, `name`. */
export function pathTo(text: string, place: number): string[] {
  const path: string[] = [];
  let around: Part | undefined = wholePart(text);
  while (around?.opens) {
    let next: Part | undefined;
    let at = skipSpace(text, around.start + 1);
    for (let index = 0; at < around.end - 1 && at <= place; index += 1) {
      const part = memberAt(text, at);
      if (place < part.end) {
        path.push(part.name === undefined ? String(index) : unquoted(part.name));
        // A place in a name is not inside of the value.
        next = place >= part.start ? part : undefined;
        break;
      }
      at = skipSpace(text, part.end);
      if (text[at] === ',') at = skipSpace(text, at + 1);
    }
    around = next;
  }
  return path;
}

function memberAt(text: string, at: number): Part {
  if (text[at] !== '"') return partAt(text, at);
  const end = endOfString(text, at);
  const colon = skipSpace(text, end);
  if (text[colon] !== ':') return partAt(text, at);
  return { name: text.slice(at, end), ...partAt(text, skipSpace(text, colon + 1)) };
}

function partAt(text: string, start: number): Part {
  const first = text[start];
  if (first === '{' || first === '[') {
    const end = endOfGroup(text, start);
    return { start, end, opens: first, text: cut(text, start, end, MOST_GLIMPSED) };
  }
  const end = first === '"' ? endOfString(text, start) : endOfWord(text, start);
  return { start, end, text: cut(text, start, end, MOST_SHOWN) };
}

function cut(text: string, start: number, end: number, most: number): string {
  return end - start > most ? `${text.slice(start, start + most)}…` : text.slice(start, end);
}

function unquoted(name: string): string {
  try {
    return JSON.parse(name);
  } catch {
    return name;
  }
}

const NO_SPACE = /[^\s]/g;
const END_OF_WORD = /[\s,\]}]/g;
const BRACKET = /["{}[\]]/g;

function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

const skipSpace = (text: string, at: number): number => indexOf(NO_SPACE, text, at);
const endOfWord = (text: string, at: number): number => indexOf(END_OF_WORD, text, at);

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

function endOfGroup(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const found = text[at];
    if (found === '"') {
      at = indexOf(BRACKET, text, endOfString(text, at));
      continue;
    }
    depth += found === '{' || found === '[' ? 1 : -1;
    if (depth === 0) return at + 1;
    at = indexOf(BRACKET, text, at + 1);
  }
  // It has no end.
  return start;
}
