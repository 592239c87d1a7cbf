import type { Heading, ListItem, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { anchorOf } from './region.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * The Markdown twin of a page as HTML in which facts are searched for like in that of the page itself: sections and
 * fields get the ids that they have there. Twins have no ids, so what a section is about is read from its heading and
 * those above it, in English.
 *
 * @param address Path of the page within the site, from which relative links start.
 */
export function twinHtml(markdown: string, address: string): string {
  return new Writer(markdown, address).write(parser.parse(markdown));
}

/** What a section is about, by its heading. */
const PARAMETERS: readonly (readonly [heading: string, place: string])[] = [
  ['Path parameters', 'path'],
  ['Query parameters', 'query'],
  ['Query string', 'querystring'],
  ['Header parameters', 'header'],
  ['Cookie parameters', 'cookie'],
];

interface Section {
  readonly depth: number;
  /** Prefix of the ids in it; that of the API's responses is that around them. */
  readonly anchor: string;
  /** Place of its parameters. */
  readonly place?: string;
  readonly isResponses?: boolean;
}

class Writer {
  readonly #source: string;
  readonly #address: string;
  readonly #ids = new Map<string, number>();
  readonly #html: string[] = [];
  #sections: Section[] = [];

  constructor(source: string, address: string) {
    this.#source = source;
    this.#address = address;
  }

  write({ children }: Root): string {
    for (const node of children) {
      if (node.type === 'heading') this.#open(node);
      else this.#block(node);
    }
    this.#close(0);
    return this.#html.join('');
  }

  #open(node: Heading): void {
    this.#close(node.depth);
    const text = textOf(node);
    const section = this.#sectionOf(node, text);
    this.#sections.push(section);
    const id = USED_BY.get(text) ?? (section.place || section.isResponses ? '' : section.anchor);
    this.#html.push(`<div${this.#idOf(id)}><h${node.depth}>`);
    this.#inline(node.children);
    this.#html.push(`</h${node.depth}>`);
  }

  #close(depth: number): void {
    while ((this.#sections.at(-1)?.depth ?? -1) >= depth) {
      this.#sections.pop();
      this.#html.push('</div>');
    }
  }

  #sectionOf({ depth, children }: Heading, text: string): Section {
    const around = this.#sections.at(-1);
    const anchor = around?.anchor ?? '';
    const [first, second, third] = children;
    if (around?.isResponses && /^(?:\d(?:\d\d|XX)|default)\b/.test(text))
      return { depth, anchor: anchorOf(anchor, 'response', text.split(' ', 1)[0] ?? '') };
    if (first?.type === 'inlineCode' && children.length === 1 && anchor !== '')
      return { depth, anchor: anchorOf(anchor, first.value) };
    // `POST` onEvent
    if (first?.type === 'strong' && second?.type === 'text' && third?.type === 'inlineCode')
      return {
        depth,
        anchor: this.#numbered(anchorOf('callback', third.value, textOf(first).toLowerCase())),
      };
    if (depth > 1 && /^Request body(?: required)?$/.test(text))
      return { depth, anchor: anchorOf(anchor, 'request') };
    if (depth > 1 && text === 'Responses') return { depth, anchor, isResponses: true };
    const place = PARAMETERS.find(([heading]) => text === heading)?.[1];
    return { depth, anchor, ...(place && { place }) };
  }

  #numbered(anchor: string): string {
    const count = (this.#ids.get(anchor) ?? 0) + 1;
    this.#ids.set(anchor, count);
    return count === 1 ? anchor : `${anchor}-${count}`;
  }

  #idOf(id: string): string {
    return id === '' ? '' : ` id="${escaped(id)}"`;
  }

  #block(node: Nodes): void {
    if (node.type === 'listItem') this.#item(node);
    else if (node.type === 'code') this.#html.push(`<pre>${escaped(node.value)}</pre>`);
    else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      this.#html.push('<p>');
      this.#inline(node.children);
      this.#html.push('</p>');
    } else if (node.type === 'html') this.#html.push(`<p>${escaped(node.value)}</p>`);
    else if ('children' in node) {
      this.#html.push('<div>');
      for (const child of node.children) this.#block(child);
      this.#html.push('</div>');
    }
  }

  /** Fields have dashes; the lists of descriptions do not. */
  #item({ children, position }: ListItem): void {
    const [first, ...others] = children;
    const [name, ...rest] = first?.type === 'paragraph' ? first.children : [];
    const isEntry =
      this.#source[position?.start.offset ?? 0] === '-' &&
      (name?.type === 'inlineCode' || name?.type === 'emphasis') &&
      rest[0]?.type === 'text' &&
      rest[0].value.startsWith(' (');
    if (!isEntry || !first) {
      this.#html.push('<li>');
      for (const child of children) this.#block(child);
    } else {
      const { anchor = '', place } = this.#sections.at(-1) ?? {};
      const id = anchorOf(anchor, ...(place ? [place] : ['field']), textOf(name));
      this.#html.push(`<li id="${escaped(id)}"><div><code>${escaped(textOf(name))}</code>`);
      this.#entry(rest);
      for (const child of others) this.#block(child);
    }
    this.#html.push('</li>');
  }

  /** The marks of a field are in the parentheses after its name. */
  #entry(nodes: readonly PhrasingContent[]): void {
    let depth = 0;
    for (const [index, node] of nodes.entries()) {
      const end = node.type === 'text' ? endOf(node.value, depth) : undefined;
      if (node.type !== 'text' || end === undefined || typeof end === 'string') {
        this.#inline([node]);
        if (typeof end === 'string') depth += Number(end);
        continue;
      }
      const { value } = node as { value: string };
      this.#html.push(escaped(value.slice(0, end)), '</div><p>', escaped(value.slice(end)));
      this.#inline(nodes.slice(index + 1));
      this.#html.push('</p>');
      return;
    }
    this.#html.push('</div>');
  }

  #inline(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) {
      if (node.type === 'inlineCode') this.#html.push(`<code>${escaped(node.value)}</code>`);
      else if (node.type === 'text') this.#html.push(escaped(node.value));
      else if (node.type === 'html') this.#html.push(escaped(node.value));
      else if (node.type === 'break') this.#html.push('<br>');
      else if (node.type === 'image') this.#html.push(escaped(node.alt ?? ''));
      else if (node.type === 'link') {
        this.#html.push(`<a href="${escaped(this.#target(node.url))}">`);
        this.#inline(node.children);
        this.#html.push('</a>');
      } else if ('children' in node) {
        this.#html.push('<span>');
        this.#inline(node.children);
        this.#html.push('</span>');
      }
    }
  }

  /** A link to another twin as one to its page. */
  #target(url: string): string {
    if (!/^[^:?#]*\.md$/.test(url) || url.startsWith('/')) return url;
    const { pathname } = new URL(url, `https://site.invalid/${this.#address}`);
    return pathname.replace(/\.md$/, '/');
  }
}

/** Where the parentheses end in a text; a change of their depth as a string, if they do not. */
function endOf(text: string, before: number): number | string {
  let depth = before;
  for (const [index, sign] of [...text].entries()) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ')' && depth === 0) return [...text].slice(0, index + 1).join('').length;
  }
  return String(depth - before);
}

/** What comes after these is not about the subject of the page. */
const USED_BY: ReadonlyMap<string, string> = new Map([
  ['Used by operations', 'used-by'],
  ['Used by schemas', 'used-by-schemas'],
]);

function textOf(node: Nodes | Paragraph): string {
  if ('children' in node) return (node.children as Nodes[]).map(textOf).join('');
  return 'value' in node ? node.value : '';
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
