import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readPlaces } from './place.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Nodes that a reader sees as one piece: a site may insert content of its own between two of them. */
const BLOCKS = new Set(['paragraph', 'heading', 'code', 'tableCell', 'html']);

/** What a reader may see of a Markdown block: some sites drop HTML tags, others show them. */
export interface Block {
  readonly dropped: string;
  readonly shown: string;
}

/**
 * The text of Markdown without its markup, block by block. Without a full stop at the end: a sentence that is a title
 * has none.
 */
export function markdownBlocks(markdown: string): Block[] {
  const blocks: Nodes[] = [];
  collect(parser.parse(withoutMarks(markdown)), blocks);
  return blocks
    .map((block) => ({
      dropped: unended(textOf(block, (html) => readPlaces(html, '').root.text.spaced)),
      shown: unended(textOf(block, (html) => html)),
    }))
    .filter(({ dropped }) => dropped !== '');
}

function unended(text: string): string {
  return text.trim().replace(/(?<=[^.])\.$/, '');
}

/** Without the markers of admonitions (`:::note`, `> [!NOTE]`), which sites interpret or show. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/^([ \t>]*):{3,}.*$/gm, '$1')
    .replace(/^([ \t]*>[ \t>]*)\[![A-Za-z]+\].*$/gm, '$1');
}

function collect(node: Nodes, blocks: Nodes[]): void {
  if (BLOCKS.has(node.type)) blocks.push(node);
  else if ('children' in node) for (const child of node.children) collect(child, blocks);
}

function textOf(node: Nodes, ofHtml: (html: string) => string): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return ofHtml(node.value);
  if ('children' in node) return node.children.map((child) => textOf(child, ofHtml)).join('');
  return 'value' in node ? node.value : '';
}
