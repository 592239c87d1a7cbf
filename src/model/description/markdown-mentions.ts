import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { METHODS } from '../../openapi/methods.ts';
import { eachElement } from './markdown-walk.ts';

/** Longer ones are no paths. */
const MAX_LENGTH = 200;

const MENTION = new RegExp(`^(?:(${METHODS.join('|')}) )?(/\\S*)$`, 'i');

/** The method, in lower case, and the path that a piece of code consists of: `GET /books`, `/books/{id}`. */
export function mentionIn(
  code: string,
): { readonly method: string | undefined; readonly path: string } | undefined {
  const [, method, path] = (code.length <= MAX_LENGTH && MENTION.exec(code)) || [];
  return path === undefined ? undefined : { method: method?.toLowerCase(), path };
}

/** The code in a description that may name operations, as written. */
export function mentionsIn(source: string): readonly string[] {
  const found = source.includes('/') ? source.matchAll(/(?<!`)`([^`\n]*\/[^`\n]*)`(?!`)/g) : [];
  return Array.from(found, ([, code = '']) => code).filter((code) => mentionIn(code));
}

/** A rehype step after `rehypeLinks`: code that names an operation of the document becomes a link to it. */
export function rehypeMentions() {
  return (tree: Root, { data }: VFile): void => {
    const within = new Set<Element>();
    const found: { parent: Root | Element; index: number; element: Element; href: string }[] = [];
    eachElement(tree, (element, parent, index) => {
      const { tagName, children } = element;
      const isInside = parent.type === 'element' && within.has(parent);
      if (isInside || tagName === 'a' || tagName === 'pre') {
        within.add(element);
        return;
      }
      const [text, another] = children;
      if (tagName !== 'code' || text?.type !== 'text' || another) return;
      const href = mentionIn(text.value) && data.linkTargets?.(text.value, true);
      if (href !== undefined) found.push({ parent, index, element, href });
    });
    for (const { parent, index, element, href } of found)
      parent.children[index] = {
        type: 'element',
        tagName: 'a',
        properties: { href },
        children: [element],
      };
  };
}
