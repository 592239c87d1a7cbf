import type { ElementContent, RootContent } from 'hast';
import type { createLowlight } from 'lowlight';
import { escapeText } from './escape.ts';

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

/**
 * Code as HTML: escaped text in `<span class=k>` and the like, one letter for each kind of token: keyword,
 * string, number, comment, attribute, literal, variable. Code in an unknown language, or longer than 200 KB,
 * is just escaped.
 *
 * @param lowlight Knows the grammars.
 */
export function highlightCode(code: string, language: string, lowlight: Lowlight): string {
  if (code.length > MAX_LENGTH || !lowlight.registered(language)) return escapeText(code);
  return toHtml(lowlight.highlight(language, code).children, '');
}

/** Spans without a class, or with that of their parent, are removed; a literal is one token. */
function toHtml(nodes: readonly (RootContent | ElementContent)[], outer: string): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeText(node.value);
      if (node.type !== 'element') return '';
      const letter = letterOf(node.properties.className);
      const inner = toHtml(node.children, letter || outer);
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
