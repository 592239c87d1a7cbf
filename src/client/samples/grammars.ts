import type { LanguageFn } from 'highlight.js';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import { createLowlight } from 'lowlight';
import { highlightCode } from '../../model/samples/color.ts';
import type { Placeholder } from '../../model/samples/placeholder.ts';

/** For curl and bodies; the other languages are loaded when a reader selects them, or gets a response in them. */
const lowlight = createLowlight({ bash, json });

const LOADERS: Readonly<Record<string, () => Promise<{ readonly default: LanguageFn }>>> = {
  csharp: () => import('highlight.js/lib/languages/csharp'),
  go: () => import('highlight.js/lib/languages/go'),
  http: () => import('highlight.js/lib/languages/http'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  python: () => import('highlight.js/lib/languages/python'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  swift: () => import('highlight.js/lib/languages/swift'),
  xml: () => import('highlight.js/lib/languages/xml'),
};

/** Loads the grammar of a language, once. Failures are ignored: the code is just not highlighted. */
export async function learn(language: string): Promise<void> {
  if (lowlight.registered(language) || !Object.hasOwn(LOADERS, language)) return;
  // An HTTP message may have a body in XML.
  if (language === 'http') await learn('xml');
  const grammar = await LOADERS[language]?.().catch(() => undefined);
  if (grammar) lowlight.register(language, grammar.default);
}

/** Code as escaped HTML, highlighted if the language's grammar has been loaded. */
export function highlighted(
  code: string,
  language: string,
  placeholders?: readonly Placeholder[],
): string {
  return highlightCode(code, language, lowlight, placeholders);
}
