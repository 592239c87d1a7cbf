import type { ElementContent, RootContent } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import csharp from 'highlight.js/lib/languages/csharp';
import go from 'highlight.js/lib/languages/go';
import http from 'highlight.js/lib/languages/http';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import swift from 'highlight.js/lib/languages/swift';
import xml from 'highlight.js/lib/languages/xml';
import { createLowlight } from 'lowlight';
import { escapeText } from './escape.ts';

/** Language to grammar: a further language is one more line. */
const lowlight = createLowlight({
  bash,
  csharp,
  go,
  http,
  java,
  javascript,
  json,
  kotlin,
  php,
  powershell,
  python,
  ruby,
  rust,
  swift,
  xml,
});
lowlight.registerAlias({ bash: ['shell', 'curl'] });

/** The few classes a page knows, one letter each, and what of highlight.js they stand for. */
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

/** Longer code is shown without colours. */
const MAX_LENGTH = 200_000;

/**
 * Code as HTML: escaped text in `<span class=k>` and the like, one letter for each kind of token:
 * keyword, string, number, comment, attribute, literal, variable. Code in a language that is not
 * known, or longer than 200 KB, is escaped text alone.
 */
export function highlight(code: string, language: string): string {
  if (code.length > MAX_LENGTH || !lowlight.registered(language)) {
    return escapeText(code);
  }
  return toHtml(lowlight.highlight(language, code).children, '');
}

/** Spans that say nothing, or what the span around them says, are left out; a literal is one token. */
function toHtml(nodes: readonly (RootContent | ElementContent)[], outer: string): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') {
        return escapeText(node.value);
      }
      if (node.type !== 'element') {
        return '';
      }
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
