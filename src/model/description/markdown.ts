import type { Root as HtmlRoot } from 'hast';
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
import { rehypeMentions } from './markdown-mentions.ts';
import { rehypeTables } from './markdown-tables.ts';
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
      // Language-independent: the symbol that is already there.
      footnoteBackLabel: '↩',
    })
    .use(rehypeHtml)
    .use(() => rehypeShape(headings))
    .use(rehypeSanitize, SANITIZE)
    .use(rehypeHeadingIds)
    .use(rehypeLinks)
    .use(rehypeMentions)
    .use(rehypeScrollers)
    .use(rehypeTables)
    .freeze();

const renderers: Readonly<Record<Headings, ReturnType<typeof rendererOf>>> = {
  outline: rendererOf('outline'),
  words: rendererOf('words'),
};

/** Longer or more deeply nested descriptions are shown as written: parsing them may take minutes. */
const MAX_LENGTH = 200_000;
const MAX_DEPTH = 100;
const MAX_DELIMITERS = 4_000;
/** Emphasis and links take quadratic time in the delimiters of a block; this many in all blocks. */
const MAX_DELIMITER_PAIRS = 40_000_000;
/** Unclosed HTML declarations are scanned to the end of their block. */
const MAX_HTML = 5_000_000;
const MAX_CELLS = 50_000;
/** Each line with one may start a table, and each may be a cell beyond the last column. */
const MAX_PIPES = 20_000;
/** Footnote calls and definitions together. */
const MAX_FOOTNOTES = 1_500;
/** List items and quotes, counted on the line where each starts. */
const MAX_CONTAINERS = 5_000;
/** Ends and interruptions of lists and quotes take quadratic time; so do underlined headings. */
const MAX_BREAKS = 1_500;
const MAX_ADMONITIONS = 500;
/** Characters, counted once per enclosing admonition. */
const MAX_ADMONITION_TEXT = 1_000_000;

const CACHE_SIZE = 2_000;
const cache = new Map<string, string>();

/**
 * CommonMark with GFM (OpenAPI 3.1, section 4.2 "Rich Text Formatting") as sanitized HTML: no scripts,
 * styles, forms or frames, links only to http(s), mailto, the site and the page. Tags that are not HTML
 * (`<id>`) stay visible, and so does the text of a broken link. Never throws; text that cannot be parsed in
 * reasonable time is escaped.
 *
 * @param headings Those in the page's outline start at h2.
 * @param targets Targets of links that are not full URLs; none if absent.
 * @param scope Prefix of ids (of footnotes, and those that the author wrote) that makes them unique on the
 * page.
 */
export function markdownToHtml(
  source: string,
  headings: Headings = 'words',
  targets?: LinkTargets,
  scope = '',
): string {
  const key = `${headings} ${source}`;
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  let isOfPage = false;
  const asking: LinkTargets = (href, isCode) => {
    isOfPage = true;
    return targets?.(href, isCode);
  };
  const scoping = () => {
    isOfPage ||= scope !== '';
    return scope;
  };
  const { html } = render(withoutControls(source), headings, asking, scoping);
  // The targets of its links depend on the page, and so do its ids.
  if (isOfPage) return html;
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, html);
  return html;
}

/**
 * The same as the tree of that HTML, for other formats; undefined for a text that is shown as written.
 */
export function markdownToTree(
  source: string,
  headings: Headings,
  linkTargets: LinkTargets,
): HtmlRoot | undefined {
  const text = withoutControls(source).trim();
  if (isHostile(text)) return undefined;
  try {
    return renderers[headings].runSync(parse(text), new VFile({ data: { linkTargets } }));
  } catch {
    return undefined;
  }
}

/** The headings of a description that belong to its page's outline, in order. */
export function markdownHeadings(source: string): readonly MarkdownHeading[] {
  return render(withoutControls(source), 'outline').headings;
}

/** A link to a place on the page or to a file, in Markdown or HTML; full URLs are neither. */
const LOCAL_LINK = /(?:\](?:\(|:)|href\s*=)\s*[<"']?(?!https?:|mailto:|[/<"'\s])/i;

/** The URLs of a description's links that are neither full nor places in it, as written. */
export function markdownLinks(source: string): readonly string[] {
  const found = new Set<string>();
  if (LOCAL_LINK.test(source)) {
    render(withoutControls(source), 'outline', (href, isCode = false) => {
      if (!isCode) found.add(href);
      return undefined;
    });
  }
  return [...found];
}

/**
 * The first paragraph of a description as plain text on one line. If there is none: `otherwise`, or else the
 * first other text, such as a heading or list item.
 *
 * @param otherwise Plain text, such as a summary.
 */
export function markdownToText(source: string, otherwise?: string): string {
  const text = withoutControls(source).trim().slice(0, 4_000);
  if (text === '') return oneLine(withoutControls(otherwise ?? ''));
  if (isPlain(text) || isHostile(text)) return oneLine(text);
  const tree = parse(text);
  remarkAdmonitions()(tree);
  remarkUnknownTags()(tree);
  const paragraph = paragraphs(tree).find((node) => oneLine(textOf(node)) !== '');
  if (!paragraph && otherwise) return oneLine(withoutControls(otherwise));
  const blocks = [
    ...(paragraph ? [paragraph] : []),
    ...tree.children.filter(({ type }) => type !== 'code'),
    ...tree.children,
  ];
  const first = blocks.find((node) => oneLine(textOf(node)) !== '');
  return first ? firstText(first) : '';
}

/** Only top-level paragraphs: what `<details>` hide is not an introduction. */
function paragraphs({ children }: Root): Nodes[] {
  let hidden = 0;
  return children.filter((node) => {
    if (node.type === 'html')
      hidden += count(node.value, /<details\b/gi) - count(node.value, /<\/details\b/gi);
    return node.type === 'paragraph' && hidden <= 0;
  });
}

/** The text of the first block inside a block. */
function firstText(block: Nodes): string {
  const inner =
    'children' in block ? block.children.find((node) => oneLine(textOf(node)) !== '') : undefined;
  const hasBlocks = inner !== undefined && BLOCKS.has(inner.type);
  return hasBlocks ? firstText(inner) : oneLine(textOf(block));
}

const BLOCKS: ReadonlySet<string> = new Set(
  'paragraph heading blockquote list listItem code table tableRow tableCell'.split(' '),
);

/** The tree of a text that is not hostile. */
function parse(text: string): Root {
  return parser.parse(readFences(text).text);
}

/** Paragraphs of an introduction at most. */
const LEAD = 2;

/** The paragraphs at the start of a description, as CommonMark, from the first paragraph on. */
export function markdownLead(source: string): string {
  const whole = source.trim().slice(0, 10_000);
  if (isPlain(whole) || isHostile(whole)) return whole.split(/\n[ \t]*\n/, LEAD).join('\n\n');
  const { text } = readFences(whole);
  const { children } = parser.parse(text);
  const start = children.findIndex(({ type }) => type === 'paragraph');
  const after = children.findIndex(({ type }, at) => at > start && type !== 'paragraph');
  const end = Math.min(start + LEAD, after === -1 ? children.length : after);
  const from = children[start]?.position?.start.offset;
  const to = children[end - 1]?.position?.end.offset;
  // Reference links need their definitions.
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
  if (text === '') return plain('');
  if (isPlain(text)) return plain(`<p>${escapeText(text)}</p>`);
  if (isHostile(text)) return plain(asWritten(text));
  const file = new VFile({ data: { linkTargets, scope } });
  try {
    const html = toHtml(renderers[outline].runSync(parse(text), file));
    return { html, headings: file.data.headings ?? [] };
  } catch {
    // The parsers recurse: stack overflow is the only remaining failure.
    return plain(asWritten(text));
  }
}

function asWritten(text: string): string {
  return `<pre>${escapeText(text)}</pre>`;
}

/** True for a single line without anything that is special in CommonMark, GFM or HTML. */
export function isPlain(text: string): boolean {
  return !/[\\`*_~[\]<>&#|!\n\r\t@]|:\/\/|www\.| {2}|^(?:[-+=]|\d+[.)])/i.test(text);
}

/** Whether a description is shown as written because parsing it would take too long. */
export function isShownAsWritten(source: string): boolean {
  const text = withoutControls(source).trim();
  return !isPlain(text) && isHostile(text);
}

/**
 * True if parsing would be slow or deep: emphasis and links take quadratic time in the delimiters of a block,
 * tables the product of rows and columns, lists and quotes more than linear time, and nesting takes stack.
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

/** True if the inline content is too expensive, in one block or in all. */
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

/** Start of a line in nested quotes and list items. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;

/** The contents of an admonition are parsed once per enclosing admonition. */
function hasCostlyAdmonitions(text: string): boolean {
  const { count, depth } = readFences(text);
  return count > MAX_ADMONITIONS || depth * text.length > MAX_ADMONITION_TEXT;
}

/** Underlined headings: CommonMark section 4.3. */
const UNDERLINE = /^[ \t]*(?:=+|-+)[ \t]*$/;

/**
 * True for too many lists and quotes, too deeply nested or too often interrupted ones: by lines without the
 * marker ("lazy" ones, CommonMark section 5.1), by empty items and by other levels.
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

/** The deepest nesting of brackets and of unclosed elements. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]]|<\/?[a-z]/gi)) {
    depth = Math.max(0, depth + (bracket === ']' || bracket.startsWith('</') ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Removes NUL, other control characters and those that change the text direction. */
function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text of a node as a reader sees it; HTML tags are removed, their contents stay. */
function textOf(node: Nodes): string {
  if (node.type === 'html')
    return node.value
      .replace(/<br\b[^>]{0,20}>/gi, ' ')
      .replace(/<!--[\s\S]*?-->|<(script|style)[\s>][\s\S]*?<\/\1>|<[^>]*>/gi, '')
      .replaceAll('&lt;', '<');
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(textOf).join('');
  if (node.type === 'image') return node.alt ?? '';
  return 'value' in node ? node.value : '';
}
