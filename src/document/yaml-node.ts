import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type Document as YamlDocument,
} from 'yaml';
import { cached } from '../json/cached.ts';
import type { TextChild, TextNode, TextRange } from './text-node.ts';

type Parsed = YamlDocument.Parsed;

/** The text as YAML nodes with ranges; also for JSON and for text with mistakes. */
export function parseNodes(text: string): Parsed {
  return parseDocument(text, {
    merge: true,
    logLevel: 'error',
    // It compares all keys with each other; `repeatedKeys` looks them up.
    uniqueKeys: false,
  });
}

/** The value of a text in YAML. */
export function yamlNode(document: Parsed): TextNode {
  return new YamlNode(document.contents, document);
}

/** The offset of the first mistake; undefined if there is none. */
export function firstMistake(text: string): number | undefined {
  return parseNodes(text).errors[0]?.pos[0];
}

/** The offsets of duplicate keys. JSON keys are always strings, so `200` and `'200'` are the same key. */
export function repeatedKeys(text: string): number[] {
  const offsets: number[] = [];
  visit(parseNodes(text), {
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

class YamlNode implements TextNode {
  readonly #node: unknown;
  readonly #document: Parsed;

  constructor(node: unknown, document: Parsed) {
    this.#node = node;
    this.#document = document;
  }

  get range(): TextRange | undefined {
    return rangeOf(this.#node);
  }

  get isEmpty(): boolean {
    return this.#node === null || (isScalar(this.#node) && this.#node.source === '');
  }

  get written(): string | undefined {
    const node = this.#target;
    return isScalar(node) ? node.source : undefined;
  }

  child(segment: string): TextChild | undefined {
    const node = this.#target;
    if (isSeq(node)) {
      const item = node.items[Number(segment)];
      return item === undefined ? undefined : { node: new YamlNode(item, this.#document) };
    }
    const pair = isMap(node) ? pairsOf(node).get(segment) : undefined;
    if (!pair) return undefined;
    const [key] = rangeOf(pair.key) ?? [];
    return { node: new YamlNode(pair.value, this.#document), ...(key !== undefined && { key }) };
  }

  get #target(): unknown {
    return isAlias(this.#node) ? (this.#node as Alias).resolve(this.#document) : this.#node;
  }
}

function rangeOf(node: unknown): TextRange | undefined {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : undefined;
}
