import type { ElementContent, RootContent } from 'hast';
import type { createLowlight } from 'lowlight';
import { escapeText } from './escape.ts';
import type { Placeholder } from './placeholder.ts';

/** The few classes of a page, one letter each, and the highlight.js classes that they combine. */
const CLASSES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    k: 'keyword name selector-tag meta',
    s: 'string regexp char symbol',
    n: 'number',
    c: 'comment quote',
    a: 'attr attribute property',
    l: 'literal',
    v: 'variable template-variable built_in type class_',
  }).flatMap(([letter, names]) => names.split(' ').map((name) => [`hljs-${name}`, letter])),
);

/** Longer code is not highlighted. */
const MAX_LENGTH = 200_000;

type Lowlight = ReturnType<typeof createLowlight>;

type Marked = Pick<Placeholder, 'text' | 'target'>;

/**
 * Code as HTML: escaped text in `<span class=k>` and the like, one letter for each kind of token: keyword,
 * string, number, comment, attribute, literal, variable. Code in an unknown language, or longer than 200 KB,
 * is just escaped.
 *
 * @param lowlight Knows the grammars.
 * @param placeholders Words that are marked as placeholders, besides those of credentials; absent in code that has none.
 */
export function highlightCode(
  code: string,
  language: string,
  lowlight: Lowlight,
  placeholders?: readonly Marked[],
): string {
  const write = placeholders ? (text: string) => marked(text, placeholders) : escapeText;
  if (code.length > MAX_LENGTH || !lowlight.registered(language)) return write(code);
  return toHtml(lowlight.highlight(language, code).children, '', write);
}

/** Placeholders of credentials: see `credentialsOf` and `namedText`. */
const CREDENTIAL = 'YOUR_[A-Z\\d_]+';

/** Where a URL in a sample may break: in its path and its query, and not in a name or a value. */
function breakable(text: string): string {
  return text
    .split(/(?<=[/?&=])(?=\w)/)
    .map(escapeText)
    .join('<wbr>');
}

/** Text in which placeholders are links to the place that describes them, or just marked if there is none. */
function marked(text: string, placeholders: readonly Marked[]): string {
  const words = [...placeholders.map(({ text: word }) => word), CREDENTIAL];
  return text
    .split(new RegExp(`\\b(${words.join('|')})\\b`))
    .map((part, index) => {
      if (index % 2 === 0) return breakable(part);
      const target = placeholders.find((one) => one.text === part)?.target;
      return !target
        ? `<span class=p>${part}</span>`
        : `<a class=p href="#${encodeURIComponent(target)}">${part}</a>`;
    })
    .join('');
}

/** Spans without a class, or with that of their parent, are removed; a literal is one token. */
function toHtml(
  nodes: readonly (RootContent | ElementContent)[],
  outer: string,
  write: (text: string) => string,
): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return write(node.value);
      if (node.type !== 'element') return '';
      const letter = letterOf(node.properties.className);
      const inner = toHtml(node.children, letter || outer, write);
      return letter === '' || letter === outer || outer === 'l' || inner === ''
        ? inner
        : `<span class=${letter}>${inner}</span>`;
    })
    .join('');
}

function letterOf(classNames: unknown): string {
  const names: unknown[] = Array.isArray(classNames) ? classNames : [];
  return names.map((name) => CLASSES[String(name)]).find((letter) => letter !== undefined) ?? '';
}
