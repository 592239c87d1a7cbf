import path from 'node:path';
import type { Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { pageHref, sliceName } from '../address/address.ts';
import { decoded } from '../openapi/pointer.ts';
import { codeFrame } from '../problems/frame.ts';
import type { Problem } from '../problems/problem.ts';
import { formatProblems } from '../problems/report.ts';
import { type Found, type Kind, type Mistake, PageNames } from './page-names.ts';

/** Elements of guides that draw a part of the reference: what they name, and by which attribute. */
const EMBEDS: ReadonlyMap<string, { readonly kind: Kind; readonly by: 'id' | 'name' }> = new Map([
  ['Endpoint', { kind: 'operation', by: 'id' }],
  ['Operation', { kind: 'operation', by: 'id' }],
  ['Schema', { kind: 'schema', by: 'name' }],
]);

const LINK = /^(operation|schema|tag):(.*)$/s;

/** A JSX element, as MDX has it in its tree. */
interface Element {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
  position?: Nodes['position'];
}

type Node = Nodes | Element;
type Parent = Parents | Element;

/** Mistakes of one guide, with nothing else in front of them or behind. */
class GuideError extends Error {
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems, { color: false }));
    this.stack = '';
  }
}

/** Where a node stands. */
interface Place {
  readonly file: VFile;
  readonly node: Node;
}

/**
 * What guides say of the reference: `<Operation id>`, `<Endpoint id>` and `<Schema name>` get the slice
 * that they are drawn from, links to `operation:`, `schema:` and `tag:` the address of the page.
 */
export class Guides {
  readonly #siteDir: string;
  readonly #names: PageNames;
  readonly #problems = new Map<string, readonly Problem[]>();

  constructor(siteDir: string) {
    this.#siteDir = siteDir;
    this.#names = new PageNames(siteDir);
  }

  /** Names that lead nowhere, of all files since the start. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  /**
   * The step of Docusaurus' Markdown processor, as `beforeDefaultRemarkPlugins` takes it: links have their
   * address before they are checked.
   *
   * @param isThrown Whether mistakes of a file end its compilation, as the development server shows them.
   */
  remark(isThrown: boolean) {
    return () =>
      (tree: Root, file: VFile): void => {
        const problems = this.#resolve(tree, file);
        this.#problems.set(file.path, problems);
        if (isThrown && problems.length > 0) throw new GuideError(problems);
      };
  }

  #resolve(tree: Root, file: VFile): Problem[] {
    const problems: Problem[] = [];
    const own = declaredNames(tree);
    const anchors = new EmbedAnchors(file.path);
    const api = this.#names.defaultApi(file.path);
    for (const [node, parent] of nodesOf(tree)) {
      const embed = isElement(node) && !own.has(node.name ?? '') && EMBEDS.get(node.name ?? '');
      const mistake =
        isElement(node) && embed
          ? (isInline(node, parent) ?? this.#embed(node, embed, api, anchors))
          : this.#link(node, api);
      if (mistake) problems.push(this.#problem(mistake, { file, node }));
    }
    return problems;
  }

  #embed(
    element: Element,
    { kind, by }: { readonly kind: Kind; readonly by: string },
    defaultApi: string | undefined,
    anchors: EmbedAnchors,
  ): Mistake | undefined {
    const name = attributeOf(element, by);
    const api = attributeOf(element, 'api') ?? { text: defaultApi };
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
      slice: sliceName(found, found.page.id),
      embed: anchors.claim(element.name ?? '', found.page.id),
    }).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));
    return undefined;
  }

  #link(node: Node, api: string | undefined): Mistake | undefined {
    if (node.type !== 'link' && node.type !== 'definition') return undefined;
    const [, kind, target] = LINK.exec(node.url) ?? [];
    if (kind === undefined || target === undefined) return undefined;
    const { found, hash } = this.#linked(kind as Kind, decoded(target), api);
    if (!('page' in found)) return found;
    node.url = pageHref(found, found.page.id) + hash;
    if (node.type === 'link' && node.children.length === 0)
      node.children = [{ type: 'text', value: found.page.title }];
    return undefined;
  }

  /** A name may hold a `#` of its own. */
  #linked(
    kind: Kind,
    target: string,
    api: string | undefined,
  ): { found: Found | Mistake; hash: string } {
    if (target === '') {
      const mistake = {
        message: `The link has no ${kind}.`,
        suggestion: `Write its name after the colon: ${kind}:name.`,
      };
      return { found: mistake, hash: '' };
    }
    const whole = this.#names.findNamed(kind, target, api);
    const at = target.indexOf('#');
    if ('page' in whole || at < 1) return { found: whole, hash: '' };
    return { found: this.#names.findNamed(kind, target.slice(0, at), api), hash: target.slice(at) };
  }

  #problem({ message, suggestion }: Mistake, { file, node }: Place): Problem {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    return {
      rule: 'guide-reference',
      severity: 'error',
      message,
      suggestion,
      file: path.relative(this.#siteDir, file.path).replaceAll(path.sep, '/'),
      line,
      column,
      pointer: '#/',
      frame: codeFrame(String(file.value).split('\n'), line, column),
    };
  }
}

/**
 * Names of embeds, which stand in front of all ids inside of them. Ids of headings have no dots, so these
 * meet none; the second embed of a page's same thing gets a number.
 */
class EmbedAnchors {
  readonly #taken = new Map<string, number>();
  readonly #prefix: string;

  /** Partials are drawn into pages that may hold the same embeds. */
  constructor(file: string) {
    const name = path.basename(file, path.extname(file));
    this.#prefix = name.startsWith('_') ? `${name}.` : '';
  }

  claim(element: string, pageId: string): string {
    const id = `${this.#prefix}${element.toLowerCase()}.${pageId.replace(/^schemas\//, '')}`;
    const count = (this.#taken.get(id) ?? 0) + 1;
    this.#taken.set(id, count);
    return count === 1 ? id : `${id}.${count}`;
  }
}

function isElement(node: Node): node is Element {
  return node.type.startsWith('mdxJsx');
}

/** All nodes with their parents, in the order of the file. */
function* nodesOf(parent: Parent): Generator<[Node, Parent]> {
  for (const node of parent.children as Node[]) {
    yield [node, parent];
    if ('children' in node) yield* nodesOf(node);
  }
}

/** A block in a paragraph is no HTML: browsers end the paragraph before it. */
function isInline(element: Element, parent: Parent): Mistake | undefined {
  if (element.type !== 'mdxJsxTextElement' || parent.type === 'tableCell') return undefined;
  return {
    message: `<${element.name}> is inside a line of text.`,
    suggestion: 'Put it on a line of its own, with an empty line before and after it.',
  };
}

/** An attribute's text; an empty object where it is code. */
function attributeOf(element: Element, name: string): { text?: string } | undefined {
  const attribute = element.attributes.findLast((one) => one.name === name);
  if (!attribute) return undefined;
  if (typeof attribute.value === 'string') return { text: attribute.value.trim() };
  return attribute.value === null ? { text: '' } : {};
}

/** What a file imports or defines by itself: an element of that name is its own. */
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
