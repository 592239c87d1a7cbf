import type { Element, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import { decoded } from '../../openapi/pointer.ts';
import { slugOf } from './markdown-headings.ts';
import { ID_PREFIX } from './markdown-tree.ts';
import { eachElement } from './markdown-walk.ts';

/**
 * The target of a link that is neither a full URL nor a path of the site (`#operation/getBook`, `guide.md`);
 * undefined if there is none, and the link becomes text.
 *
 * @param isCode Whether it is code that may name an operation, and no link.
 */
export type LinkTargets = (href: string, isCode?: boolean) => string | undefined;

declare module 'vfile' {
  interface DataMap {
    linkTargets: LinkTargets;
    /** Returns the prefix that keeps the ids of this text unique on the page. */
    scope: () => string;
  }
}

/** URLs that are used as they are: those of other sites, mailto, and paths of this site. */
const WHOLE = /^(?:https?:|mailto:|[/\\])/i;

/**
 * A rehype step after sanitizing and `rehypeHeadingIds`: adapts links and images to the page. A broken link
 * becomes its text.
 */
export function rehypeLinks() {
  return (tree: Root, file: VFile): void => {
    const all: Element[] = [];
    eachElement(tree, (element) => all.push(element));
    const own = ownTargets(all, file);
    const targets = file.data.linkTargets;
    const shape = (child: RootContent): RootContent[] => {
      if (child.type !== 'element') return [child];
      if (child.tagName === 'img') return [shapeImage(child)];
      return child.tagName === 'a' ? shapeLink(child, own, targets) : [child];
    };
    // Nested ones come first: an element that is removed leaves its children.
    for (const parent of [...all.reverse(), tree])
      parent.children = (parent.children as RootContent[]).flatMap(shape) as Element['children'];
  };
}

/**
 * Targets of links within the description: ids as written, which get the page's prefix, and headings by their
 * text.
 */
function ownTargets(elements: readonly Element[], { data }: VFile): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const { id, slug } of data.headings ?? [])
    for (const name of [id, slug]) if (name !== '' && !targets.has(name)) targets.set(name, id);
  for (const { properties } of elements) {
    const { id } = properties;
    if (typeof id !== 'string' || !id.startsWith(ID_PREFIX)) continue;
    const name = id.slice(ID_PREFIX.length);
    properties.id = `${ID_PREFIX}${data.scope?.() ?? ''}${name}`;
    targets.set(name, properties.id);
  }
  return targets;
}

function shapeLink(
  element: Element,
  own: ReadonlyMap<string, string>,
  targets: LinkTargets | undefined,
): RootContent[] {
  const { href } = element.properties;
  if (typeof href !== 'string') {
    // An old way to write an id. If there is none, the URL was unsafe.
    return element.properties.id === undefined ? element.children : [element];
  }
  if (WHOLE.test(href)) {
    if (/^(https?:|[/\\]{2})/i.test(href)) element.properties.rel = ['noreferrer'];
    return [element];
  }
  const name = href.startsWith('#') ? decoded(href.slice(1)) : '';
  const id = own.get(name) ?? own.get(slugOf(name));
  const target = id === undefined ? targets?.(href) : `#${id}`;
  if (target === undefined) return element.children;
  element.properties.href = target;
  return [element];
}

/** A relative image has no file on this site: only its text remains. */
function shapeImage(element: Element): RootContent {
  const { src, alt } = element.properties;
  const text = typeof alt === 'string' ? alt : '';
  if (typeof src !== 'string' || !/^https?:/i.test(src)) return { type: 'text', value: text };
  return { ...element, properties: { ...element.properties, alt: text, loading: 'lazy' } };
}
