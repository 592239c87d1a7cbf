import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Range,
  type Scalar,
  visit,
  type YAMLMap,
  type Document as YamlDocument,
} from 'yaml';
import { cached } from '../json/cached.ts';
import { formatPointer } from '../openapi/pointer.ts';
import { codeFrame } from '../problems/frame.ts';
import { maskPasswords } from '../problems/mask.ts';
import type { Problem } from '../problems/problem.ts';

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The part of a member to mark: its name, its value, or a text within the value as written. A text that is
 * spelled differently in the file (`\\u0023` for `#`) is marked as the value.
 */
export type Part = 'key' | 'value' | { readonly text: string };

/** A problem without its place. */
export type Details = Pick<Problem, 'rule' | 'severity' | 'message' | 'suggestion'>;

const START: Position = { line: 1, column: 1 };

/** OpenAPI 3.0 has one example in a schema, which is the first of 3.1's `examples`. */
const SINGLE = 'example';

/** The pairs of each map by name: a large map may have many problems. */
const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  return cached(pairs, map, () => {
    const named = new Map<string, Pair>();
    for (const pair of map.items) {
      if (!isScalar(pair.key)) continue;
      for (const name of [String(pair.key.value), pair.key.source])
        if (name !== undefined && !named.has(name)) named.set(name, pair);
    }
    return named;
  });
}

/** The pair of a member, under its name in the text. */
function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return pairsOf(map).get(name) ?? (name === 'examples' ? pairsOf(map).get(SINGLE) : undefined);
}

/** Whether a YAML key is the member `name` of the parsed value. */
function isNamed(key: unknown, name: string): boolean {
  return isScalar(key) && (String(key.value) === name || key.source === name);
}

/**
 * The text of a file and the positions of its values. Positions come from a second, slower parse that only
 * happens on demand: a valid document never pays for it.
 */
export class SourceFile {
  #ast: YamlDocument.Parsed | undefined;
  #lines: readonly string[] | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(
    /** As shown in problems. */
    readonly name: string,
    /** With `\n` as line endings, without a byte order mark. */
    readonly text: string,
  ) {}

  get lines(): readonly string[] {
    this.#lines ??= this.text.split('\n');
    return this.#lines;
  }

  /** The text as YAML nodes with ranges; also for JSON and for text with mistakes. */
  get ast(): YamlDocument.Parsed {
    this.#ast ??= parseDocument(this.text, {
      merge: true,
      logLevel: 'error',
      // It compares all keys with each other; `repeatedKeys` looks them up.
      uniqueKeys: false,
    });
    return this.#ast;
  }

  /** The offsets of duplicate keys. JSON keys are always strings, so `200` and `'200'` are the same key. */
  repeatedKeys(): number[] {
    const offsets: number[] = [];
    visit(this.ast, {
      Map: (_key, map) => {
        const names = new Set<string>();
        for (const { key } of map.items) {
          if (!isScalar(key)) continue;
          const name = String(key.value);
          if (names.has(name) && key.range) offsets.push(key.range[0]);
          names.add(name);
        }
      },
    });
    return offsets.sort((a, b) => a - b);
  }

  /** The position of a character, 0-based. */
  positionAt(offset: number): Position {
    if (!this.#lineStarts) {
      const starts = [0];
      for (const line of this.lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
      this.#lineStarts = starts.slice(0, -1);
    }
    const starts = this.#lineStarts;
    let low = 0;
    for (let high = starts.length - 1; low < high; ) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /**
   * The position of a part of the value at a path, or of its nearest ancestor in the text, and the path that
   * was found. A value without a name is marked itself; of an ancestor, the name is always marked.
   */
  find(path: readonly string[], part: Part = 'key'): Position & { path: string[] } {
    const { node, key, found } = this.#nodeAt(path);
    const isWhole = found.length === path.length || found.at(-1) === SINGLE;
    const isEmpty = node === null || (isScalar(node) && node.source === '');
    const isValue = (part !== 'key' && isWhole && !isEmpty) || !key;
    const range = ((isValue ? node : key) as Node | null)?.range;
    const offset = range && (this.#within(range, isValue ? part : 'key') ?? range[0]);
    return { ...(typeof offset === 'number' ? this.positionAt(offset) : START), path: found };
  }

  /** The text of the scalar at a path as written, without quotes; undefined if there is none. */
  written(path: readonly string[]): string | undefined {
    const { node, found } = this.#nodeAt(path);
    const scalar = isAlias(node) ? (node as Alias).resolve(this.ast) : node;
    return found.length === path.length && isScalar(scalar) ? scalar.source : undefined;
  }

  /** The node at a path, or its nearest ancestor in the text, with its key and path. */
  #nodeAt(path: readonly string[]): { node: unknown; key: unknown; found: string[] } {
    let node: unknown = this.ast.contents;
    let key: unknown;
    const found: string[] = [];
    for (const segment of path) {
      if (isAlias(node)) node = (node as Alias).resolve(this.ast);
      if (isMap(node)) {
        const pair = pairOf(node, segment);
        if (!pair) break;
        key = pair.key;
        node = pair.value;
        found.push(isNamed(key, segment) ? segment : String((key as Scalar).value));
        if (found.at(-1) !== segment) break;
      } else if (isSeq(node)) {
        const item = node.items[Number(segment)];
        if (item === undefined) break;
        key = undefined;
        node = item;
        found.push(segment);
      } else break;
    }
    return { node, key, found };
  }

  #within([start, end]: Range, part: Part): number | undefined {
    if (typeof part === 'string') return undefined;
    const offset = this.text.indexOf(part.text, start);
    return offset >= 0 && offset + part.text.length <= end ? offset : undefined;
  }

  /** A problem at a path. */
  problem(details: Details, path: readonly string[], part?: Part): Problem {
    const { path: found, ...position } = this.find(path, part);
    return this.problemAt(details, position, found);
  }

  /** A problem at a position. */
  problemAt(details: Details, at: Position, path: readonly string[] = []): Problem {
    const frame = codeFrame(this.lines, at.line, at.column);
    const { message, suggestion } = details;
    return {
      ...details,
      message: maskPasswords(message),
      ...(suggestion !== undefined && { suggestion: maskPasswords(suggestion) }),
      file: this.name,
      ...at,
      pointer: formatPointer(path),
      ...(frame ? { frame } : {}),
    };
  }
}
