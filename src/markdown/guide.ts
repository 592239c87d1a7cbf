import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, Root as Markdown } from 'mdast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { markdownOf } from './description.ts';

/** What the HTML of a guide does not say about its links and parts. */
export interface GuideOptions {
  /** The address of a link or image in the twin. */
  readonly urlOf: (href: string) => string;
  /**
   * The Markdown of a part of the reference; undefined to take its HTML.
   *
   * @param name Of its element, `operation.list-books`.
   * @param href The first link in it: to its page.
   * @param isLine Whether it has to be a line, as in cells of tables.
   */
  readonly embedOf: (name: string, href: string, isLine: boolean) => string | undefined;
}

/** Where Markdown is written: between blocks, in a line, or in a cell of a table. */
type Place = 'block' | 'line' | 'cell';

/** Elements that say nothing in Markdown. */
const LEFT_OUT: ReadonlySet<string> = new Set(['button', 'script', 'style', 'svg', 'noscript']);

/** Name of our own element for Markdown in the tree, which no HTML has. */
const WRITTEN = '#written';

/**
 * The Markdown twin of a guide, from the HTML of its page: whatever its components draw is in it. Parts of the reference
 * come from their model. Undefined if the page has no text of a doc.
 */
export function guideMarkdown(html: string, options: GuideOptions): string | undefined {
  const raw: Root = { type: 'root', children: [{ type: 'raw', value: html }] };
  const article = contentOf(unified().use(rehypeRaw).runSync(raw) as Root);
  if (!article) return undefined;
  const tree: Root = { type: 'root', children: cleaned(article, options, 'block') };
  const handlers = {
    [WRITTEN]: (_state: unknown, { data }: Element): Html => ({
      type: 'html',
      value: String((data as { markdown?: unknown }).markdown),
    }),
  };
  return `${markdownOf(toMdast(tree, { document: true, handlers }) as Markdown)}\n`;
}

/** The text of a doc in a page. */
function contentOf(node: Nodes): Element | undefined {
  if (node.type === 'element' && hasClass(node, 'theme-doc-markdown')) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = contentOf(child);
    if (found) return found;
  }
  return undefined;
}

function cleaned({ children }: Element, options: GuideOptions, place: Place): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text')
      return [{ type: 'text', value: child.value.replaceAll('\u200b', '') }];
    if (child.type !== 'element' || LEFT_OUT.has(child.tagName) || hasClass(child, 'hash-link'))
      return [];
    return [embedded(child, options, place) ?? shaped(child, options, place)];
  });
}

/** A part of the reference. */
function embedded(element: Element, { embedOf }: GuideOptions, place: Place): Element | undefined {
  const { dataPart } = element.properties;
  if (typeof dataPart !== 'string') return undefined;
  const written = embedOf(dataPart, hrefIn(element) ?? '', place !== 'block');
  if (written === undefined) return undefined;
  const markdown = place === 'cell' ? cellText(written) : written;
  return {
    type: 'element',
    tagName: WRITTEN,
    properties: {},
    children: [],
    data: { markdown } as Element['data'],
  };
}

/** In cells also the bars in code need a backslash (GFM section 4.10). */
function cellText(markdown: string): string {
  return markdown.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}

function hrefIn(element: Element): string | undefined {
  if (typeof element.properties.href === 'string') return element.properties.href;
  for (const child of element.children) {
    const found = child.type === 'element' ? hrefIn(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function shaped(element: Element, options: GuideOptions, around: Place): Element {
  const { tagName, properties } = element;
  const children = cleaned(element, options, placeIn(tagName) ?? around);
  if (hasClass(element, 'theme-admonition')) return admonition(element, children);
  if (tagName === 'pre') return codeBlock(element, children);
  const { href, src } = properties;
  return {
    ...element,
    properties: {
      ...properties,
      ...(typeof href === 'string' && { href: options.urlOf(href) }),
      ...(typeof src === 'string' && { src: options.urlOf(src) }),
    },
    children,
  };
}

/** What the content of an element has to be; undefined if it is as around it. */
function placeIn(tagName: string): Place | undefined {
  if (tagName === 'td' || tagName === 'th') return 'cell';
  return /^h[1-6]$/.test(tagName) ? 'line' : undefined;
}

/** A quote that begins with the name of its kind, or its title. */
function admonition(element: Element, [heading, ...content]: ElementContent[]): Element {
  const title: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [
      {
        type: 'element',
        tagName: 'strong',
        properties: {},
        children: heading?.type === 'element' ? heading.children : [],
      },
    ],
  };
  return { ...element, tagName: 'blockquote', children: [title, ...content] };
}

/** Docusaurus has the language at another element than Markdown's is read from. */
function codeBlock(element: Element, children: ElementContent[]): Element {
  const language = classesOf(element).find((name) => name.startsWith('language-'));
  return {
    ...element,
    children: children.map((child) =>
      child.type === 'element' && child.tagName === 'code' && language !== undefined
        ? { ...child, properties: { className: [language] } }
        : child,
    ),
  };
}

function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

function hasClass(element: Element, name: string): boolean {
  return classesOf(element).includes(name);
}
