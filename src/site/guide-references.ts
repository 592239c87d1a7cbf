import path from 'node:path';
import type { Definition, Link, Nodes, Parents, Root } from 'mdast';
import { pageHref, pageName } from '../address/address.ts';
import { decoded } from '../openapi/pointer.ts';
import type { Found, GuideNames, Kind, Mistake, PageNames } from './page-names.ts';

/** Elements of guides that render a part of the reference: the kind of name, and its attribute. */
const EMBEDS: ReadonlyMap<string, { readonly kind: Kind; readonly by: 'id' | 'name' }> = new Map([
  ['Endpoint', { kind: 'operation', by: 'id' }],
  ['Operation', { kind: 'operation', by: 'id' }],
  ['Schema', { kind: 'schema', by: 'name' }],
]);

const LINK = /^(operation|schema|tag):(.*)$/s;

/** A JSX element in MDX's tree. */
interface Element {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
  position?: Nodes['position'];
}

type Node = Nodes | Element;
type Parent = Parents | Element;

/** A mistake, and its position in the guide. */
export type PlacedMistake = Mistake & { readonly line?: number; readonly column?: number };

/** Resolves the references in one guide. */
export class GuideReferences {
  readonly #names: GuideNames;
  readonly #anchors: EmbedAnchors;

  /** @param file Absolute path of the guide. */
  constructor(names: PageNames, file: string) {
    this.#names = names.of(file);
    this.#anchors = new EmbedAnchors(file);
  }

  /** Resolves the references in the guide's tree; a broken one is a mistake. */
  resolve(tree: Root): PlacedMistake[] {
    const mistakes: PlacedMistake[] = [];
    const own = declaredNames(tree);
    for (const [node, parent] of nodesOf(tree)) {
      const embed = isElement(node) && !own.has(node.name ?? '') && EMBEDS.get(node.name ?? '');
      const mistake =
        isElement(node) && embed
          ? (isInline(node, parent) ?? this.#embed(node, embed))
          : this.#link(node);
      if (mistake) mistakes.push({ ...mistake, ...node.position?.start });
    }
    return mistakes;
  }

  #embed(
    element: Element,
    { kind, by }: { readonly kind: Kind; readonly by: string },
  ): Mistake | undefined {
    const name = attributeOf(element, by);
    const api = attributeOf(element, 'api') ?? { text: undefined };
    if (name === undefined || name.text === '') {
      return {
        message: `<${element.name}> has no ${by}.`,
        suggestion:
          by === 'id'
            ? `Add the operationId: <${element.name} id="..." />.`
            : `Add the name of a schema: <${element.name} name="..." />.`,
      };
    }
    if (!('text' in name) || !('text' in api)) {
      return {
        message: `The attributes of <${element.name}> are expressions.`,
        suggestion: `Write them as plain strings: <${element.name} ${by}="..." />.`,
      };
    }
    const found = this.#names.find(kind, name.text ?? '', api.text);
    if (!('page' in found)) return found;
    element.attributes = Object.entries({
      slice: found.slice,
      base: found.base,
      embed: this.#anchors.claim(element.name ?? '', found.page.id),
    }).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));
    return undefined;
  }

  #link(node: Node): Mistake | undefined {
    const linked = linkedBy(node, this.#names);
    if (!linked) return undefined;
    const { found, hash } = linked;
    if (!('page' in found)) return found;
    const link = node as Link | Definition;
    link.url = pageHref(found, found.page.id) + hash;
    if (link.type === 'link' && link.children.length === 0)
      link.children = [{ type: 'text', value: found.page.title }];
    return undefined;
  }
}

/** What a link names, and the anchor in the link. */
interface Linked {
  readonly found: Found | Mistake;
  readonly hash: string;
}

/** What a node of a guide links to by name; undefined if it is no such link. */
export function linkedBy(node: Node, names: GuideNames): Linked | undefined {
  if (node.type !== 'link' && node.type !== 'definition') return undefined;
  const [, kind, target] = LINK.exec(node.url) ?? [];
  if (kind === undefined || target === undefined) return undefined;
  return linked(kind as Kind, decoded(target), names);
}

/** A name may contain a `#`. */
function linked(kind: Kind, target: string, names: GuideNames): Linked {
  if (target === '') {
    const mistake = {
      message: `The link has no ${kind}.`,
      suggestion: `Write its name after the colon: ${kind}:name.`,
    };
    return { found: mistake, hash: '' };
  }
  const whole = names.findNamed(kind, target);
  const at = target.indexOf('#');
  if ('page' in whole || at < 1) return { found: whole, hash: '' };
  return { found: names.findNamed(kind, target.slice(0, at)), hash: target.slice(at) };
}

/**
 * Names of embeds, which prefix all ids inside them. Ids of headings contain no dots, so they never collide;
 * the second embed of the same thing on a page gets a number.
 */
class EmbedAnchors {
  readonly #taken = new Map<string, number>();
  readonly #prefix: string;

  /** Partials are rendered into pages that may have the same embeds. */
  constructor(file: string) {
    const name = path.basename(file, path.extname(file));
    this.#prefix = name.startsWith('_') ? `${name}.` : '';
  }

  claim(element: string, pageId: string): string {
    const id = `${this.#prefix}${element.toLowerCase()}.${pageName(pageId)}`;
    const count = (this.#taken.get(id) ?? 0) + 1;
    this.#taken.set(id, count);
    return count === 1 ? id : `${id}.${count}`;
  }
}

function isElement(node: Node): node is Element {
  return node.type.startsWith('mdxJsx');
}

/** All nodes with their parents, in document order. */
export function* nodesOf(parent: Parent): Generator<[Node, Parent]> {
  for (const node of parent.children as Node[]) {
    yield [node, parent];
    if ('children' in node) yield* nodesOf(node);
  }
}

/** A block in a paragraph is not valid HTML: browsers end the paragraph before it. */
function isInline(element: Element, parent: Parent): Mistake | undefined {
  if (element.type !== 'mdxJsxTextElement' || parent.type === 'tableCell') return undefined;
  return {
    message: `<${element.name}> is inside a line of text.`,
    suggestion: 'Put it on a line of its own, with an empty line before and after it.',
  };
}

/** An attribute's text; an empty object if it is an expression. */
function attributeOf(element: Element, name: string): { text?: string } | undefined {
  const attribute = element.attributes.findLast((one) => one.name === name);
  if (!attribute) return undefined;
  if (typeof attribute.value === 'string') return { text: attribute.value.trim() };
  return attribute.value === null ? { text: '' } : {};
}

/** Imports and definitions of a file: an element with such a name is its own. */
function declaredNames(tree: Root): ReadonlySet<string> {
  const code = tree.children
    .filter((node) => (node.type as string) === 'mdxjsEsm')
    .map((node) => ('value' in node ? node.value : ''))
    .join('\n');
  const bound = code.matchAll(
    /\bimport\b([^'"]*)\bfrom\b|\b(?:const|let|var|function|class)\s+(\w+)/g,
  );
  return new Set([...bound].flatMap(([, imported = '', name]) => [...words(imported), name ?? '']));
}

function words(text: string): string[] {
  return text.match(/\w+/g) ?? [];
}
