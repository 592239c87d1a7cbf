import type { Element, Nodes, Root } from 'hast';
import type { VFile } from 'vfile';

/** A heading of a description that links can target. */
export interface MarkdownHeading {
  /** Id of its element, unique in the description. */
  readonly id: string;
  /** From 2 on: level 1 is the page's own. */
  readonly level: number;
  readonly text: string;
  /** The names that links use for it. */
  readonly slug: string;
}

/** No other anchor of a page starts with this (see `anchor.ts`). */
const PREFIX = 'section-';

declare module 'vfile' {
  interface DataMap {
    /** The headings of a rendered description that belong to the page's outline. */
    headings: MarkdownHeading[];
  }
}

/** Letters and digits of a text in lowercase, joined by hyphens: `Rate limits` becomes `rate-limits`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * A rehype step after sanitizing: every heading gets an id. An id that an earlier element has is removed.
 */
export function rehypeHeadingIds() {
  return (tree: Root, file: VFile): void => {
    const headings: MarkdownHeading[] = [];
    const taken = new Set<unknown>();
    const visit = (element: Element): void => {
      if (taken.has(element.properties.id)) delete element.properties.id;
      if (element.properties.id !== undefined) taken.add(element.properties.id);
    };
    const rest: Nodes[] = [tree];
    for (let node = rest.pop(); node; node = rest.pop()) {
      if (node.type === 'element') visit(node);
      if ('children' in node) rest.push(...node.children.toReversed());
    }
    for (const element of tree.children) {
      const level = element.type === 'element' && /^h([2-6])$/.exec(element.tagName)?.[1];
      if (element.type !== 'element' || !level) continue;
      const text = textOf(element);
      const slug = slugOf(text);
      const id = element.properties.id ?? free(PREFIX + (slug || 'untitled'), taken);
      element.properties.id = id;
      taken.add(id);
      headings.push({ id: String(id), level: Number(level), text, slug });
    }
    file.data.headings = headings;
  };
}

function free(wanted: string, taken: ReadonlySet<unknown>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
