import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Document as YamlDocument,
} from 'yaml';
import { cached } from '../json/cached.ts';
import type { TextChild, TextNode, TextRange } from './text-node.ts';
import { TextTree } from './text-tree.ts';

/** Instead of the offsets of a value that is not written. */
const NOWHERE = -1;

/** The values of a YAML text, each with an index. */
interface YamlText {
  readonly tree: TextTree;
  /** The names of members and the numbers of items. Keys that are values themselves have none. */
  readonly names: readonly (string | undefined)[];
  /** Names that are written in another way: `0x10`. */
  readonly spellings: ReadonlyMap<number, string>;
  /** The texts of scalars. */
  readonly texts: readonly (string | undefined)[];
  /** What aliases refer to. */
  readonly targets: ReadonlyMap<number, number | undefined>;
  /** The children of each object and list that was asked for: a large one may have many problems. */
  readonly children: Map<number, ReadonlyMap<string, number>>;
}

/**
 * The value of a text in YAML. It does not refer to the document: the nodes of the YAML library take many times the
 * memory of the text.
 */
export function yamlNode(document: YamlDocument.Parsed): TextNode {
  const builder = new Builder();
  builder.add(document.contents);
  return new YamlNode({ ...builder.text, children: new Map() }, 0);
}

class Builder {
  readonly #tree = new TextTree();
  readonly #names: (string | undefined)[] = [];
  readonly #spellings = new Map<number, string>();
  readonly #texts: (string | undefined)[] = [];
  readonly #targets = new Map<number, number | undefined>();
  /** The last value with each anchor so far. */
  readonly #anchors = new Map<string, number>();
  /** Names and texts, most of which occur many times. */
  readonly #strings = new Map<string, string>();

  get text(): Omit<YamlText, 'children'> {
    return {
      tree: this.#tree,
      names: this.#names,
      spellings: this.#spellings,
      texts: this.#texts,
      targets: this.#targets,
    };
  }

  /** Adds a value and those within it. Returns its index. */
  add(node: unknown, name?: string, key?: number): number {
    const [start, end] = rangeOf(node) ?? [NOWHERE, NOWHERE];
    const at = this.#tree.open(start, key);
    this.#names.push(name === undefined ? undefined : this.#once(name));
    this.#texts.push(isScalar(node) ? this.#once(node.source ?? '') : undefined);
    if (isAlias(node)) this.#targets.set(at, this.#anchors.get(node.source));
    else if (isAnchored(node)) this.#anchors.set(node.anchor, at);
    if (isMap(node)) for (const pair of node.items) this.#addPair(pair);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) this.add(item, `${index}`);
    this.#tree.close(at, end);
    return at;
  }

  #addPair({ key, value }: Pair): void {
    if (!isScalar(key)) {
      this.add(key);
      this.add(value);
      return;
    }
    if (isAnchored(key)) this.add(key);
    const name = String(key.value);
    const at = this.add(value, name, rangeOf(key)?.[0]);
    if (key.source !== undefined && key.source !== name) this.#spellings.set(at, key.source);
  }

  #once(text: string): string {
    return cached(this.#strings, text, () => text);
  }
}

class YamlNode implements TextNode {
  readonly #yaml: YamlText;
  readonly #at: number;

  constructor(yaml: YamlText, at: number) {
    this.#yaml = yaml;
    this.#at = at;
  }

  get range(): TextRange | undefined {
    const range = this.#yaml.tree.rangeOf(this.#at);
    return range[0] === NOWHERE ? undefined : range;
  }

  get isEmpty(): boolean {
    return this.range === undefined || this.#yaml.texts[this.#at] === '';
  }

  get written(): string | undefined {
    const target = this.#target;
    return target === undefined ? undefined : this.#yaml.texts[target];
  }

  child(segment: string): TextChild | undefined {
    const { tree, children } = this.#yaml;
    const target = this.#target;
    if (target === undefined) return undefined;
    const at = cached(children, target, () => this.#childrenOf(target)).get(segment);
    if (at === undefined) return undefined;
    const node = new YamlNode(this.#yaml, at);
    const key = tree.keyOf(at);
    return key === undefined ? { node } : { node, key };
  }

  get #target(): number | undefined {
    const { targets } = this.#yaml;
    return targets.has(this.#at) ? targets.get(this.#at) : this.#at;
  }

  #childrenOf(parent: number): Map<string, number> {
    const { tree, names, spellings } = this.#yaml;
    const found = new Map<string, number>();
    for (const at of tree.childrenOf(parent))
      for (const name of [names[at], spellings.get(at)])
        if (name !== undefined && !found.has(name)) found.set(name, at);
    return found;
  }
}

function isAnchored(node: unknown): node is { anchor: string } {
  const anchor = (node as { anchor?: unknown } | null)?.anchor;
  return typeof anchor === 'string' && anchor !== '';
}

function rangeOf(node: unknown): TextRange | undefined {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : undefined;
}
