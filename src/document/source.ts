import { formatPointer } from '../openapi/pointer.ts';
import { codeFrame } from '../problems/frame.ts';
import { maskPasswords } from '../problems/mask.ts';
import type { Problem } from '../problems/problem.ts';
import { jsonNode } from './json-node.ts';
import type { TextNode, TextRange } from './text-node.ts';
import { yamlNode } from './yaml-node.ts';

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

/** OpenAPI 3.0 has one example in a schema, which is the first of 3.1's `examples`. */
const SINGLE = 'example';

/**
 * The text of a file and the positions of its values. Positions come from a second, slower parse that only
 * happens on demand: a valid document never pays for it.
 */
export class SourceFile {
  #value: TextNode | undefined;
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

  /** Its value, with ranges. JSON is read faster than as YAML. */
  get #root(): TextNode {
    this.#value ??= jsonNode(this.text) ?? yamlNode(this.text);
    return this.#value;
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
    const isValue = (part !== 'key' && isWhole && !node.isEmpty) || key === undefined;
    const offset = isValue ? this.#offsetOf(node.range, part) : key;
    return { ...this.positionAt(offset), path: found };
  }

  /** The text of the scalar at a path as written, without quotes; undefined if there is none. */
  written(path: readonly string[]): string | undefined {
    const { node, found } = this.#nodeAt(path);
    return found.length === path.length ? node.written : undefined;
  }

  /** The node at a path, or its nearest ancestor in the text, with the offset of its name and its path. */
  #nodeAt(path: readonly string[]): { node: TextNode; key: number | undefined; found: string[] } {
    let node = this.#root;
    let key: number | undefined;
    const found: string[] = [];
    for (const segment of path) {
      const name = segment === 'examples' && !node.child(segment) ? SINGLE : segment;
      const child = node.child(name);
      if (!child) break;
      node = child.node;
      key = child.key;
      found.push(name);
      if (name !== segment) break;
    }
    return { node, key, found };
  }

  #offsetOf([start, end]: TextRange, part: Part): number {
    if (typeof part === 'string') return start;
    const offset = this.text.indexOf(part.text, start);
    return offset >= 0 && offset + part.text.length <= end ? offset : start;
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
