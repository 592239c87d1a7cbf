import { cached } from '../json/cached.ts';
import { stringAt, treeOfJson } from './json-scan.ts';
import type { TextChild, TextNode, TextRange } from './text-node.ts';
import type { TextTree } from './text-tree.ts';

/** The value of a text in JSON, or undefined if the text is anything else. */
export function jsonNode(text: string): TextNode | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const tree = treeOfJson(text);
  return tree && new JsonNode({ text, tree, children: new Map() }, 0);
}

interface JsonText {
  readonly text: string;
  readonly tree: TextTree;
  /** The children of each object and list that was asked for: a large one may have many problems. */
  readonly children: Map<number, ReadonlyMap<string, number>>;
}

class JsonNode implements TextNode {
  readonly #json: JsonText;
  readonly #at: number;

  constructor(json: JsonText, at: number) {
    this.#json = json;
    this.#at = at;
  }

  get range(): TextRange {
    return this.#json.tree.rangeOf(this.#at);
  }

  get isEmpty(): boolean {
    return this.written === '';
  }

  get written(): string | undefined {
    const [start, end] = this.range;
    const { text } = this.#json;
    if (text[start] === '"') return stringAt(text, start);
    return this.#isContainer ? undefined : text.slice(start, end);
  }

  child(segment: string): TextChild | undefined {
    const { tree, children } = this.#json;
    const at = cached(children, this.#at, () => this.#children()).get(segment);
    if (at === undefined) return undefined;
    const node = new JsonNode(this.#json, at);
    const key = tree.keyOf(at);
    return key === undefined ? { node } : { node, key };
  }

  get #isContainer(): boolean {
    const first = this.#json.text[this.range[0]];
    return first === '{' || first === '[';
  }

  #children(): Map<string, number> {
    const { text, tree } = this.#json;
    const found = new Map<string, number>();
    if (!this.#isContainer) return found;
    for (const at of tree.childrenOf(this.#at)) {
      const key = tree.keyOf(at);
      const name = key === undefined ? String(found.size) : stringAt(text, key);
      if (!found.has(name)) found.set(name, at);
    }
    return found;
  }
}
