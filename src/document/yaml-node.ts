import { cached } from '../json/cached.ts';
import type { TextChild, TextNode, TextRange } from './text-node.ts';
import { type YamlText, yamlText } from './yaml-text.ts';

/** The value of a text in YAML. */
export function yamlNode(text: string): TextNode {
  return new YamlNode({ ...yamlText(text), children: new Map() }, 0);
}

interface Yaml extends YamlText {
  /** The children of each object and list that was asked for: a large one may have many problems. */
  readonly children: Map<number, ReadonlyMap<string, number>>;
}

class YamlNode implements TextNode {
  readonly #yaml: Yaml;
  readonly #at: number;

  constructor(yaml: Yaml, at: number) {
    this.#yaml = yaml;
    this.#at = at;
  }

  get range(): TextRange {
    return this.#yaml.tree.rangeOf(this.#at);
  }

  get isEmpty(): boolean {
    return this.#yaml.texts[this.#at] === '';
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
    const { tree, names } = this.#yaml;
    const found = new Map<string, number>();
    for (const at of tree.childrenOf(parent)) {
      const name = names[at];
      if (name !== undefined && !found.has(name)) found.set(name, at);
    }
    return found;
  }
}
