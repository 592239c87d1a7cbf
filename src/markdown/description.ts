import { toMdast } from 'hast-util-to-mdast';
import type { Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { isPlain, markdownToTree } from '../model/description/markdown.ts';
import { fence, text } from './text.ts';
import type { Twin } from './twin.ts';

/** A description in a twin. */
export interface Described {
  readonly markdown: string;
  /** Whether it is one line, to be continued or followed by others. */
  readonly isLine: boolean;
}

const NOTHING: Described = { markdown: '', isLine: true };

const CACHE_SIZE = 2_000;
const cache = new Map<string, Described>();

/**
 * A description (CommonMark with GFM) as Markdown that has only what its page shows: HTML in it becomes Markdown, or
 * text; scripts, forms and links to unsafe URLs are gone. It is complete, so that it cannot change what follows.
 *
 * @param level Of its headings, if they belong to the outline of the page; absent if they are emphasized text.
 */
export function description(source: string | undefined, twin: Twin, level?: number): Described {
  if (source === undefined || source.trim() === '') return NOTHING;
  const plain = source.trim();
  if (isPlain(plain)) return { markdown: text(plain), isLine: true };
  const key = `${level} ${source}`;
  const known = cache.get(key);
  if (known) return known;
  let isOfPage = false;
  const tree = markdownToTree(source, level === undefined ? 'words' : 'outline', (href) => {
    isOfPage = true;
    return twin.target(href);
  });
  const described = tree
    ? written(toMdast(tree, { document: false }) as Root, level)
    : { markdown: fence(source.trim()), isLine: false };
  // The targets of its links depend on the page.
  if (isOfPage) return described;
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, described);
  return described;
}

/** Our own lists have another bullet, so that they do not continue one at the end of a description. */
const OPTIONS: Options = {
  extensions: [gfmToMarkdown()],
  bullet: '*',
  bulletOther: '+',
  emphasis: '_',
  fences: true,
  listItemIndent: 'one',
  resourceLink: false,
  rule: '*',
};

function written(tree: Root, level = 0): Described {
  const children = tree.children.map((node) => lowered(node, level));
  const markdown = markdownOf({ type: 'root', children });
  const isLine =
    children.length === 1 && children[0]?.type === 'paragraph' && !markdown.includes('\n');
  return { markdown, isLine };
}

/** A tree as Markdown, in the notation that all twins have. */
export function markdownOf(tree: Root): string {
  return toMarkdown(tree, OPTIONS).trimEnd();
}

/** The headings of an outline start at h2. */
function lowered(node: RootContent, level: number): RootContent {
  if (node.type !== 'heading') return node;
  const depth = Math.min(6, Math.max(1, node.depth - 2 + level)) as typeof node.depth;
  return { ...node, depth };
}

/** One line out of several descriptions if all are lines; those from the first other one on are blocks. */
export function joined(all: readonly Described[]): {
  readonly line: string;
  readonly below: readonly string[];
} {
  const some = all.filter(({ markdown }) => markdown !== '');
  const end = some.findIndex(({ isLine }) => !isLine);
  const lines = end === -1 ? some : some.slice(0, end);
  return {
    line: lines.map(({ markdown }) => markdown).join(' '),
    below: end === -1 ? [] : some.slice(end).map(({ markdown }) => markdown),
  };
}
