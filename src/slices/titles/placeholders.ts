import { PathNouns } from './path-nouns.ts';
import type { Phrases } from './phrase.ts';

/** Names of parameters that do not say whose they are. */
const GENERIC = new Set(
  'code guid hash id identifier ids index key name number pk ref slug token type uid uuid version'.split(
    ' ',
  ),
);

/**
 * The placeholders of a path's parameters in samples, where they are more than the parameter's name: that of
 * `/core/users/{id}/` is `USER_ID`.
 */
export function placeholdersOf(path: string, phrases: Phrases): Record<string, string> {
  const parts = path.split('/');
  const found = parts.flatMap((part, at) =>
    [...part.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = '']) => {
      const words = phrases.split(name);
      const isPlain = parts[at - 1]?.includes('{') !== false;
      if (isPlain || words.length !== 1 || !GENERIC.has(words[0] ?? '')) return [];
      const noun = nounOf(`${parts.slice(0, at).join('/')}/{}`, phrases);
      const text = [...noun, ...words].join('_').toUpperCase();
      return noun.length > 0 && /^[A-Z\d_]+$/.test(text) ? [[name, text] as const] : [];
    }),
  );
  return Object.fromEntries(found);
}

/** What a path is about, in the singular: `/stages/email/` is an `email stage`. */
export function nounOf(path: string, phrases: Phrases): readonly string[] {
  const nouns = new PathNouns(path, phrases);
  return nouns.segments.length > 0 ? nouns.at(nouns.segments.length - 1).words : [];
}
