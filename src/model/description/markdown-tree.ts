import type { Element, Root as HastRoot } from 'hast';
import type { BlockContent, Html, Root as MdastRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import type { Options as Schema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { ADMONITION_ATTRIBUTES } from './admonitions.ts';
import { eachElement, eachMdast, type Parent } from './markdown-walk.ts';

/** Prefix of links to headings and footnotes inside a description, and of their targets. */
export const ID_PREFIX = 'user-content-';

const TAGS =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s ' +
  'samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr';

/** HTML elements that never reach a page. Their tags are removed, not shown as text. */
const DROPPED =
  'script style iframe form input button object embed link meta base center font ' +
  'video audio source track canvas svg math html head body';

const ALLOWED = new Set(TAGS.split(' '));
const KNOWN = new Set([...ALLOWED, ...DROPPED.split(' ')]);

/** The part of a description's HTML that reaches a page. */
export const SANITIZE: Schema = {
  tagNames: [...ALLOWED],
  attributes: {
    '*': ['id', 'dir', 'lang', 'title', 'ariaDescribedBy', 'ariaLabel'],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    img: ['src', 'alt', 'width', 'height'],
    code: [['className', /^language-./]],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    ol: ['start', 'reversed'],
    details: ['open'],
    div: ADMONITION_ATTRIBUTES,
  },
  ancestors: Object.fromEntries(
    'tbody td th thead tfoot tr caption col colgroup'.split(' ').map((tag) => [tag, ['table']]),
  ),
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  clobber: ['id', 'ariaDescribedBy'],
  clobberPrefix: ID_PREFIX,
  strip: ['script', 'style'],
};

/** Parses lines that start with a tag as paragraphs, not as a block of HTML. */
const inlineParser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .data('micromarkExtensions', [{ disable: { null: ['htmlFlow'] } }]);

/** Void elements, which are meaningful without attributes or an end tag. */
const VOID = new Set('br hr wbr col'.split(' '));
/** Elements whose end tag may be omitted (HTML, section 13.1.2.4 "Optional tags"). */
const ENDLESS = new Set('p li dt dd rt rp tr td th thead tbody tfoot colgroup'.split(' '));

/** Whether `<name` starts a tag; otherwise it is text. */
type IsTag = (name: string, isPlain: boolean) => boolean;

/**
 * A remark step: `<id>` and other tags unknown to HTML become text, so that readers see what was written. So
 * do accidental element names, as in `by <code> and <object>`: they have no attributes and no end tag.
 */
export function remarkUnknownTags() {
  return (tree: MdastRoot): void => {
    const isTag = tagsOf(tree);
    eachMdast(tree, (node) => {
      if (HOLDERS.has(node.type) && 'children' in node) {
        node.children = (node.children as BlockContent[]).flatMap((child) =>
          asParagraphs(child, isTag),
        );
      }
      if (node.type === 'html') node.value = escapeUnknownTags(node, isTag);
    });
  };
}

/** Nodes that contain blocks. */
const HOLDERS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

function tagsOf(tree: MdastRoot): IsTag {
  const ended = new Set<string>();
  eachMdast(tree, (node) => {
    if (node.type !== 'html') return;
    for (const [, name = ''] of node.value.matchAll(/<\/([a-zA-Z][^\s/>]{0,20})/g))
      ended.add(name.toLowerCase());
  });
  return (given, isPlain) => {
    const name = given.toLowerCase();
    return KNOWN.has(name) && (!isPlain || VOID.has(name) || ENDLESS.has(name) || ended.has(name));
  };
}

/** A "block of HTML" that starts with an unknown tag is really text that contains Markdown. */
function asParagraphs(node: BlockContent, isTag: IsTag): BlockContent[] {
  const [, end, name, after] =
    (node.type === 'html' && /^\s*<(\/?)([a-zA-Z][^\s/>]*)(\s*\/?>)?/.exec(node.value)) || [];
  if (node.type !== 'html' || name === undefined || isTag(name, !end && after !== undefined))
    return [node];
  return inlineParser.parse(node.value).children as BlockContent[];
}

function escapeUnknownTags(node: Html, isTag: IsTag): string {
  // No HTML name is longer; an unterminated one would be rescanned from each bracket.
  return node.value.replace(
    /<(?=(\/?)([a-zA-Z][^\s/>]{0,20})(\s{0,20}\/?>)?)/g,
    (bracket, end: string, name: string, after?: string) =>
      isTag(name, end === '' && after !== undefined) ? bracket : '&lt;',
  );
}

/** Parses HTML inside Markdown into elements. This takes half of the time, and few descriptions have any. */
export function rehypeHtml() {
  const parse = rehypeRaw();
  return (tree: HastRoot, file: VFile): HastRoot => {
    let found = false;
    const visit = (parent: Parent): void => {
      found ||= parent.children.some((child) => child.type === 'raw');
    };
    visit(tree);
    eachElement(tree, visit);
    return found ? (parse(tree, file) as HastRoot) : tree;
  };
}

/** What headings in a text become: a part of the page's outline, or emphasized text. */
export type Headings = 'outline' | 'words';

/**
 * A rehype step before sanitizing: headings move below the page's own, without skipping a level, or become
 * text; task list boxes become text (a page has no forms).
 */
export function rehypeShape(headings: Headings) {
  return (tree: HastRoot): void => {
    /** Levels of the enclosing headings, as written. */
    const around: number[] = [];
    const shapeHeading = (element: Element, level: number, parent: Parent): void => {
      // A heading in a quote or list is not a section of the page.
      if (headings === 'words' || parent.type !== 'root') {
        element.tagName = 'p';
        element.children = [
          { type: 'element', tagName: 'strong', properties: {}, children: element.children },
        ];
        return;
      }
      while ((around.at(-1) ?? 0) >= level) around.pop();
      around.push(level);
      element.tagName = `h${Math.min(around.length + 1, 6)}`;
    };
    eachElement(tree, (element, parent, index) => {
      // The heading "Footnotes" is English in any language; a horizontal rule replaces it.
      if (element.properties.id === 'footnote-label')
        Object.assign(element, { tagName: 'hr', properties: {}, children: [] });
      delete element.properties.ariaDescribedBy;
      const level = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (level) shapeHeading(element, Number(level), parent);
      if (element.tagName === 'input' && element.properties.type === 'checkbox')
        parent.children[index] = { type: 'text', value: element.properties.checked ? '☑' : '☐' };
    });
  };
}

/** A rehype step after sanitizing: code that scrolls can be reached with the keyboard. */
export function rehypeScrollers() {
  return (tree: HastRoot): void => {
    eachElement(tree, (element) => {
      if (element.tagName === 'pre') element.properties.tabIndex = 0;
    });
  };
}
