import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { escapeText } from '../samples/escape.ts';
import { readFences } from './admonition-fences.ts';
import { remarkAdmonitions, remarkContainers } from './admonitions.ts';
import { type MarkdownHeading, rehypeHeadingIds } from './markdown-headings.ts';
import { type LinkTargets, rehypeLinks } from './markdown-links.ts';
import {
  type Headings,
  rehypeHtml,
  rehypeScrollers,
  rehypeShape,
  remarkUnknownTags,
  SANITIZE,
} from './markdown-tree.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkContainers);

const rendererOf = (headings: Headings) =>
  unified()
    .use(remarkAdmonitions)
    .use(remarkUnknownTags)
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: '',
      // In no language; the sign that is there.
      footnoteBackLabel: '↩',
    })
    .use(rehypeHtml)
    .use(() => rehypeShape(headings))
    .use(rehypeSanitize, SANITIZE)
    .use(rehypeHeadingIds)
    .use(rehypeLinks)
    .use(rehypeScrollers)
    .freeze();

const renderers: Readonly<Record<Headings, ReturnType<typeof rendererOf>>> = {
  outline: rendererOf('outline'),
  words: rendererOf('words'),
};

/** Longer descriptions, and those nested deeper, are shown as written: parsing them may take minutes. */
const MAX_LENGTH = 200_000;
const MAX_DEPTH = 100;
const MAX_DELIMITERS = 4_000;
/** Emphasis and links cost the square of the delimiters of a block, so many in all blocks. */
const MAX_DELIMITER_PAIRS = 40_000_000;
/** Declarations of HTML that nothing closes are looked through to the end of their block. */
const MAX_HTML = 5_000_000;
const MAX_CELLS = 50_000;
/** Each line with one may be the beginning of a table, and each may be a cell beyond the last column. */
const MAX_PIPES = 20_000;
/** Calls and definitions together. */
const MAX_FOOTNOTES = 1_500;
/** Items of lists and quotes, each counted where its line begins one. */
const MAX_CONTAINERS = 5_000;
/** What ends or interrupts a list or a quote costs the square of its number; so do underlined headings. */
const MAX_BREAKS = 1_500;
const MAX_ADMONITIONS = 500;
/** Characters, each as often as it is in an admonition. */
const MAX_ADMONITION_TEXT = 1_000_000;

const CACHE_SIZE = 2_000;
const cache = new Map<string, string>();

/**
 * CommonMark with GFM (OpenAPI 3.1, section 4.2 "Rich Text Formatting") as sanitised HTML: no
 * scripts, styles, forms or frames, links only to http(s), mailto, the site and the page. Tags that
 * are not HTML (`<id>`) stay visible, and so does the text of a link that leads nowhere. Never throws; what
 * cannot be parsed in reasonable time is given as escaped text.
 *
 * @param headings As a part of the page's outline they begin at h2.
 * @param targets Where links lead that are not whole addresses; nowhere if absent.
 * @param scope Tells ids (of footnotes, and such as the author wrote) from those of other texts on the page.
 */
export function markdownToHtml(
  source: string,
  headings: Headings = 'words',
  targets?: LinkTargets,
  scope = '',
): string {
  const key = `${headings} ${source}`;
  const cached = cache.get(key);
  if (cached !== undefined) {
    return cached;
  }
  let isOfPage = false;
  const asking: LinkTargets = (href) => {
    isOfPage = true;
    return targets?.(href);
  };
  const scoping = () => {
    isOfPage ||= scope !== '';
    return scope;
  };
  const { html } = render(withoutControls(source), headings, asking, scoping);
  // Where its links lead depends on the page, and so do its ids.
  if (isOfPage) {
    return html;
  }
  if (cache.size >= CACHE_SIZE) {
    cache.clear();
  }
  cache.set(key, html);
  return html;
}

/** The headings of a description that is part of its page's outline, in order. */
export function markdownHeadings(source: string): readonly MarkdownHeading[] {
  return render(withoutControls(source), 'outline').headings;
}

/** A link to a place of the page or to a file, in Markdown or HTML; whole addresses are none. */
const LOCAL_LINK = /(?:\](?:\(|:)|href\s*=)\s*[<"']?(?!https?:|mailto:|[/<"'\s])/i;

/** The addresses of a description's links that are neither whole nor a place in it, as written. */
export function markdownLinks(source: string): readonly string[] {
  const found = new Set<string>();
  if (LOCAL_LINK.test(source)) {
    render(withoutControls(source), 'outline', (href) => {
      found.add(href);
      return undefined;
    });
  }
  return [...found];
}

/**
 * The first paragraph of a description as plain text on one line. Where there is none, `otherwise`, or else
 * the first text of another kind: a heading, an item of a list.
 *
 * @param otherwise Plain text, such as a summary.
 */
export function markdownToText(source: string, otherwise?: string): string {
  const text = withoutControls(source).trim().slice(0, 4_000);
  if (text === '') {
    return oneLine(withoutControls(otherwise ?? ''));
  }
  if (isPlain(text) || isHostile(text)) {
    return oneLine(text);
  }
  const tree = parse(text);
  remarkAdmonitions()(tree);
  remarkUnknownTags()(tree);
  const paragraph = paragraphs(tree).find((node) => oneLine(textOf(node)) !== '');
  if (!paragraph && otherwise) {
    return oneLine(withoutControls(otherwise));
  }
  const blocks = [
    ...(paragraph ? [paragraph] : []),
    ...tree.children.filter(({ type }) => type !== 'code'),
    ...tree.children,
  ];
  const first = blocks.find((node) => oneLine(textOf(node)) !== '');
  return first ? firstText(first) : '';
}

/** Those of the text itself: what `<details>` hide is no introduction. */
function paragraphs({ children }: Root): Nodes[] {
  let hidden = 0;
  return children.filter((node) => {
    if (node.type === 'html')
      hidden += count(node.value, /<details\b/gi) - count(node.value, /<\/details\b/gi);
    return node.type === 'paragraph' && hidden <= 0;
  });
}

/** The text of the first of the blocks inside of a block. */
function firstText(block: Nodes): string {
  const inner =
    'children' in block ? block.children.find((node) => oneLine(textOf(node)) !== '') : undefined;
  const hasBlocks = inner !== undefined && BLOCKS.has(inner.type);
  return hasBlocks ? firstText(inner) : oneLine(textOf(block));
}

const BLOCKS = new Set<string>([
  ...['paragraph', 'heading', 'blockquote', 'list', 'listItem', 'code', 'table', 'tableRow'],
  'tableCell',
]);

/** The tree of a text that is not hostile. */
function parse(text: string): Root {
  return parser.parse(readFences(text).text);
}

/** So many paragraphs introduce. */
const LEAD = 2;

/** The paragraphs that a description begins with, as CommonMark; what is before the first is left out. */
export function markdownLead(source: string): string {
  const whole = source.trim().slice(0, 10_000);
  if (isPlain(whole) || isHostile(whole)) {
    return whole.split(/\n[ \t]*\n/, LEAD).join('\n\n');
  }
  const { text } = readFences(whole);
  const { children } = parser.parse(text);
  const start = children.findIndex(({ type }) => type === 'paragraph');
  const after = children.findIndex(({ type }, at) => at > start && type !== 'paragraph');
  const end = Math.min(start + LEAD, after === -1 ? children.length : after);
  const from = children[start]?.position?.start.offset;
  const to = children[end - 1]?.position?.end.offset;
  // Links by reference need what they refer to.
  const definitions = children.filter(({ type }) => type === 'definition');
  const rest = definitions.map(({ position }) =>
    text.slice(position?.start.offset, position?.end.offset),
  );
  return from === undefined ? '' : [text.slice(from, to), ...rest].join('\n\n');
}

interface Rendered {
  readonly html: string;
  readonly headings: readonly MarkdownHeading[];
}

function render(
  source: string,
  outline: Headings,
  linkTargets?: LinkTargets,
  scope?: () => string,
): Rendered {
  const plain = (html: string): Rendered => ({ html, headings: [] });
  const text = source.trim();
  if (text === '') {
    return plain('');
  }
  if (isPlain(text)) {
    return plain(`<p>${escapeText(text)}</p>`);
  }
  if (isHostile(text)) {
    return plain(asWritten(text));
  }
  const file = new VFile({ data: { linkTargets, scope } });
  try {
    const html = toHtml(renderers[outline].runSync(parse(text), file));
    return { html, headings: file.data.headings ?? [] };
  } catch {
    // The parsers recurse: a stack that is too deep is the one way to fail that remains.
    return plain(asWritten(text));
  }
}

function asWritten(text: string): string {
  return `<pre>${escapeText(text)}</pre>`;
}

/** True for one line with nothing in it that CommonMark, GFM or HTML give a meaning. */
function isPlain(text: string): boolean {
  return !/[\\`*_~[\]<>&#|!\n\r\t@]|:\/\/|www\.| {2}|^(?:[-+=]|\d+[.)])/i.test(text);
}

/** Whether a description is shown as written: what it says would take too long to find out. */
export function isShownAsWritten(source: string): boolean {
  const text = withoutControls(source).trim();
  return !isPlain(text) && isHostile(text);
}

/**
 * True where parsing would be slow or deep: emphasis and links cost the square of the delimiters
 * in a block, tables the product of rows and columns, lists and quotes more than their number, and
 * nesting costs stack.
 */
function isHostile(text: string): boolean {
  return (
    text.length > MAX_LENGTH ||
    /(?:[>[\]!*_~(<`&][ \t]*){100}|^[ \t]{200}/m.test(text) ||
    nesting(text) > MAX_DEPTH ||
    hasManyContainers(text) ||
    hasCostlyBlocks(text) ||
    hasCostlyAdmonitions(text) ||
    count(text, /\|/g) > MAX_PIPES ||
    count(text, /\[\^/g) > MAX_FOOTNOTES ||
    columns(text) * count(text, /\n/g) > MAX_CELLS
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** True where what stands in a line costs more than its number, in one block or in all. */
function hasCostlyBlocks(text: string): boolean {
  let pairs = 0;
  let html = 0;
  for (const block of text.split(/\n[ \t]*\n/)) {
    const delimiters = count(block, /[*_~[\]()^]/g);
    pairs += delimiters ** 2;
    html += count(block, /<[!?]/g) * block.length;
    if (delimiters > MAX_DELIMITERS || pairs > MAX_DELIMITER_PAIRS || html > MAX_HTML) return true;
  }
  return false;
}

/** What begins a line that is in a quote or is an item of a list, one in the other. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;

/** What is in an admonition is read once for each around it. */
function hasCostlyAdmonitions(text: string): boolean {
  const { count, depth } = readFences(text);
  return count > MAX_ADMONITIONS || depth * text.length > MAX_ADMONITION_TEXT;
}

/** Of a heading: CommonMark section 4.3. */
const UNDERLINE = /^[ \t]*(?:=+|-+)[ \t]*$/;

/**
 * True for lists and quotes that are many, or deep in one another, or interrupted often: by lines that
 * go on without the marker ("lazy" ones, CommonMark section 5.1), by items without text and by other
 * levels.
 */
function hasManyContainers(text: string): boolean {
  let all = 0;
  let breaks = 0;
  let isInside = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const markers = CONTAINERS.exec(line)?.[0];
    if (markers === undefined) {
      isInside &&= line.trim() !== '';
      breaks += isInside || UNDERLINE.test(line) ? 1 : 0;
      continue;
    }
    isInside = true;
    const depth = count(markers, /[-+*>.)]/g);
    const isBreak =
      markers.includes('>') || line.slice(markers.length).trim() === '' || /^[ \t]{2}/.test(line);
    all += depth;
    breaks += depth - 1 + (isBreak ? 1 : 0);
    if (depth > MAX_DEPTH || all > MAX_CONTAINERS) return true;
  }
  return breaks > MAX_BREAKS;
}

/** Columns of the widest table: cells are counted in its delimiter row. */
function columns(text: string): number {
  const rows = text.match(/^[ \t|:-]+$/gm) ?? [];
  return rows.reduce((most, row) => Math.max(most, count(row, /\|/g)), 0);
}

/** The deepest nesting of brackets and of elements that are opened and not closed. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]]|<\/?[a-z]/gi)) {
    depth = Math.max(0, depth + (bracket === ']' || bracket.startsWith('</') ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** NUL, other control characters and those that turn the direction of text are removed. */
function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text of a node as a reader sees it; the tags of HTML are left out, what they hold stays. */
function textOf(node: Nodes): string {
  if (node.type === 'html') {
    return node.value
      .replace(/<br\b[^>]{0,20}>/gi, ' ')
      .replace(/<!--[\s\S]*?-->|<(script|style)[\s>][\s\S]*?<\/\1>|<[^>]*>/gi, '')
      .replaceAll('&lt;', '<');
  }
  if (node.type === 'break') {
    return ' ';
  }
  if ('children' in node) {
    return node.children.map(textOf).join('');
  }
  if (node.type === 'image') {
    return node.alt ?? '';
  }
  return 'value' in node ? node.value : '';
}
