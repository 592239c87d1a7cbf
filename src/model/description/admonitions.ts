import type { BlockContent, Blockquote, Paragraph, PhrasingContent, Root } from 'mdast';
import { type ContainerDirective, directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Processor } from 'unified';
import { eachMdast } from './markdown-walk.ts';

/** The style of an admonition, by its names in Docusaurus, GitHub, MkDocs and VuePress. */
const LOOKS: Readonly<Record<string, string>> = {
  tip: 'ref-note-tip',
  hint: 'ref-note-tip',
  success: 'ref-note-tip',
  warning: 'ref-note-warning',
  attention: 'ref-note-warning',
  caution: 'ref-note-danger',
  danger: 'ref-note-danger',
  error: 'ref-note-danger',
};

/** The attributes of an admonition's element, with their allowed values. */
export const ADMONITION_ATTRIBUTES: [string, ...string[]][] = [
  ['role', 'note'],
  ['className', 'ref-note', ...Object.values(LOOKS)],
];

/** Only container directives: `:name` and `::name` are ordinary text. */
const [CONTAINER] = [directive().flow?.[':'.charCodeAt(0)] ?? []].flat();

/** Reads `:::note`, `:::warning[Title]` and the like, up to the next `:::`. */
export function remarkContainers(this: Processor): void {
  const data = this.data();
  const extension = { flow: { [':'.charCodeAt(0)]: CONTAINER } };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), extension];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()];
}

/** A remark step: `:::note` and GitHub's `> [!NOTE]` become blocks with a title. */
export function remarkAdmonitions() {
  return (tree: Root): void => {
    eachMdast(tree, (node) => {
      if (!('children' in node)) return;
      node.children.forEach((child, index) => {
        const shaped =
          child.type === 'containerDirective'
            ? ofContainer(child)
            : child.type === 'blockquote'
              ? ofAlert(child)
              : undefined;
        if (shaped) node.children[index] = shaped;
      });
    });
  };
}

function ofContainer({ name, attributes, children }: ContainerDirective): Blockquote {
  const [first, ...rest] = children;
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
  const title = attributes?.title ?? readable(name);
  return admonition(
    name,
    label ? label.children : [{ type: 'text', value: title }],
    (label ? rest : children) as BlockContent[],
  );
}

/** `[!NOTE]`, with what Obsidian allows after it: a fold marker, and a title. */
const ALERT = /^\[!([A-Za-z]{1,20})\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

function ofAlert({ children, data }: Blockquote): Blockquote | undefined {
  const [paragraph, ...rest] = children;
  const [text, ...phrases] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const [found, name = '', title = ''] =
    text?.type === 'text' ? (ALERT.exec(text.value) ?? []) : [];
  if (data || found === undefined || text?.type !== 'text') return undefined;
  const value = text.value.slice(found.length);
  const inline: PhrasingContent[] = [...(value === '' ? [] : [{ ...text, value }]), ...phrases];
  const start: Paragraph[] = inline.length > 0 ? [{ type: 'paragraph', children: inline }] : [];
  const shown = title.trim() || readable(name.toLowerCase());
  return admonition(
    name,
    [{ type: 'text', value: shown }],
    [...start, ...(rest as BlockContent[])],
  );
}

function admonition(name: string, title: PhrasingContent[], children: BlockContent[]): Blockquote {
  const look = Object.hasOwn(LOOKS, name.toLowerCase()) ? LOOKS[name.toLowerCase()] : undefined;
  const className = ['ref-note', ...(look === undefined ? [] : [look])];
  return {
    type: 'blockquote',
    data: { hName: 'div', hProperties: { role: 'note', className } },
    children: [{ type: 'paragraph', children: [{ type: 'strong', children: title }] }, ...children],
  };
}

/** `see-also` becomes `See also`: the author's word, in the language of the document. */
function readable(name: string): string {
  const text = name.replaceAll(/[-_]+/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
