import type { Element, Root as HastRoot } from 'hast';
import type { BlockContent, Html, Root as MdastRoot, Nodes } from 'mdast';
import rehypeRaw from 'rehype-raw';
import type { Options as Schema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';

/** Links to headings and footnotes inside a description get this prefix, as their targets do. */
export const ID_PREFIX = 'user-content-';

const TAGS =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s ' +
  'samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr';

/**
 * Elements that are HTML to whoever wrote the description but never reach a page. Their tags are
 * dropped instead of shown.
 */
const DROPPED =
  'script style iframe form input button object embed link meta base center font ' +
  'video audio source track canvas svg math html head body';

const ALLOWED = new Set(TAGS.split(' '));
const KNOWN = new Set([...ALLOWED, ...DROPPED.split(' ')]);

/** What of a description's HTML reaches a page. */
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
  },
  ancestors: Object.fromEntries(
    ['tbody', 'td', 'th', 'thead', 'tfoot', 'tr', 'caption', 'col', 'colgroup'].map((tag) => [
      tag,
      ['table'],
    ]),
  ),
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  clobber: ['id', 'ariaDescribedBy'],
  clobberPrefix: ID_PREFIX,
  strip: ['script', 'style'],
};

/** Reads lines that begin with a tag as paragraphs, not as a block of HTML. */
const inlineParser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .data('micromarkExtensions', [{ disable: { null: ['htmlFlow'] } }]);

/**
 * A remark step: `<id>` and other tags that HTML does not know become text, so a reader sees what
 * was written.
 */
export function remarkUnknownTags() {
  return (tree: MdastRoot): void => {
    eachMdast(tree, (node) => {
      if (node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem') {
        node.children = (node.children as BlockContent[]).flatMap(asParagraphs);
      }
      if (node.type === 'html') {
        node.value = escapeUnknownTags(node);
      }
    });
  };
}

/** A "block of HTML" that begins with an unknown tag is text after all, with Markdown in it. */
function asParagraphs(node: BlockContent): BlockContent[] {
  const name =
    node.type === 'html' ? /^\s*<\/?([a-zA-Z][^\s/>]*)/.exec(node.value)?.[1] : undefined;
  if (node.type !== 'html' || name === undefined || KNOWN.has(name.toLowerCase())) {
    return [node];
  }
  return inlineParser.parse(node.value).children as BlockContent[];
}

function escapeUnknownTags(node: Html): string {
  // No name that HTML knows is longer; one without an end would be read from each bracket on.
  return node.value.replace(/<(?=\/?([a-zA-Z][^\s/>]{0,20}))/g, (bracket, name: string) =>
    KNOWN.has(name.toLowerCase()) ? bracket : '&lt;',
  );
}

/** HTML inside Markdown as elements. Parsing it takes half of the time, and few descriptions have any. */
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

/** What becomes of the headings in a text: a part of the page's outline, or words that stand out. */
export type Headings = 'outline' | 'words';

/**
 * A rehype step before sanitising: headings go below the page's own, without leaving a level out, or are
 * none; task list boxes become text (a page has no forms).
 */
export function rehypeShape(headings: Headings) {
  return (tree: HastRoot): void => {
    /** Levels, as written, of the headings around. */
    const around: number[] = [];
    const shapeHeading = (element: Element, level: number, parent: Parent): void => {
      // One in a quote or a list heads nothing of the page.
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
      // The word "Footnotes", whatever the language: a rule says it, too.
      if (element.properties.id === 'footnote-label') {
        Object.assign(element, { tagName: 'hr', properties: {}, children: [] });
      }
      delete element.properties.ariaDescribedBy;
      const level = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (level) shapeHeading(element, Number(level), parent);
      if (element.tagName === 'input' && element.properties.type === 'checkbox') {
        parent.children[index] = { type: 'text', value: element.properties.checked ? '☑' : '☐' };
      }
    });
  };
}

/** A rehype step after sanitising: what may scroll sideways can be reached with the keyboard. */
export function rehypeScrollers() {
  return (tree: HastRoot): void => {
    eachElement(tree, (element) => {
      if (element.tagName === 'table' || element.tagName === 'pre') {
        element.properties.tabIndex = 0;
      }
    });
  };
}

type Parent = HastRoot | Element;

/** Every element of the tree in document order, without recursion: depth is the document's choice. */
function eachElement(
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
function eachMdast(tree: MdastRoot, visit: (node: Nodes) => void): void {
  const nodes: Nodes[] = [tree];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    visit(node);
    if ('children' in node) {
      nodes.push(...node.children);
    }
  }
}
