import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { pageText } from './html-text.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Nodes that a reader sees as one piece: a site may put something of its own between two of them. */
const BLOCKS = new Set(['paragraph', 'heading', 'code', 'tableCell', 'html']);

/** The text of Markdown, without its marks, block by block. */
export function markdownBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  collect(parser.parse(markdown), blocks);
  return blocks.map((block) => block.trim()).filter((block) => block !== '');
}

function collect(node: Nodes, blocks: string[]): void {
  if (BLOCKS.has(node.type)) blocks.push(node.type === 'html' ? plain(node.value) : textOf(node));
  else if ('children' in node) for (const child of node.children) collect(child, blocks);
}

function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return plain(node.value);
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : '';
}

/** HTML within Markdown is kept by some sites and dropped by others; its text is what counts. */
function plain(html: string): string {
  return pageText(html).spaced;
}
