import type { Element, Root as HastRoot } from 'hast';
import type { Root as MdastRoot, Nodes } from 'mdast';

export type Parent = HastRoot | Element;

/** Every element of the tree in document order, without recursion: the document controls the depth. */
export function eachElement(
  tree: HastRoot,
  visit: (element: Element, parent: Parent, index: number) => void,
): void {
  const parents: Parent[] = [tree];
  for (let parent = parents.pop(); parent; parent = parents.pop()) {
    const current = parent;
    current.children.forEach((child, index) => {
      if (child.type === 'element') {
        visit(child, current, index);
        parents.push(child);
      }
    });
  }
}

/** Every node of the tree, parents first, without recursion. */
export function eachMdast(tree: MdastRoot, visit: (node: Nodes) => void): void {
  const nodes: Nodes[] = [tree];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    visit(node);
    if ('children' in node) nodes.push(...node.children);
  }
}
