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
import { highlightCode } from './color.ts';
import type { Placeholder } from './placeholder.ts';

/** Language to grammar: add a line for another language. */
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

/** Code as HTML, in any language that pages show; see `highlightCode`. */
export function highlight(
  code: string,
  language: string,
  placeholders?: readonly Placeholder[],
): string {
  return highlightCode(code, language, lowlight, placeholders);
}
