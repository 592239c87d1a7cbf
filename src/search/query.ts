import { METHODS } from '../openapi/methods.ts';
import { KINDS, type Kind } from './entry.ts';
import { wordsOf } from './name.ts';

/** A query as typed: `method:post users`, `field:is_superuser`, `/core/users/{id}`. */
export interface Query {
  /** The text without the filters. */
  readonly text: string;
  readonly words: readonly string[];
  /** Segments of the requested path; empty if the text is not a path. */
  readonly path: readonly string[];
  readonly kinds: readonly Kind[];
  /** Uppercase. */
  readonly method?: string;
  /** Lowercase, like the rest. */
  readonly tag?: string;
  readonly api?: string;
}

/** The common methods first, as in the order of results. */
export const METHOD_NAMES: readonly string[] = [
  ...new Set(['get', 'post', 'put', 'patch', 'delete', ...METHODS]),
];

/** What may come before a colon: a kind, followed by the text, or another filter. */
const FILTERS: Readonly<Record<string, readonly Kind[] | 'method' | 'tag' | 'api'>> = {
  ...Object.fromEntries(KINDS.map((kind) => [kind, [kind]])),
  field: ['field'],
  parameter: ['field'],
  property: ['field'],
  header: ['field'],
  guide: ['guide', 'heading'],
  method: 'method',
  tag: 'tag',
  api: 'api',
};

const FILTER = /(?:^|\s)([a-z]+):(?:"([^"]*)"?|(\S*))/gi;

/** Parses a query. A colon after any other word is part of the text: `urn:example`. */
export function parseQuery(source: string): Query {
  const kinds: Kind[] = [];
  const fixed: { method?: string; tag?: string; api?: string } = {};
  const text = source
    .replace(FILTER, (whole, name: string, quoted?: string, plain?: string) => {
      const filter = Object.hasOwn(FILTERS, name.toLowerCase())
        ? FILTERS[name.toLowerCase()]
        : undefined;
      const value = quoted ?? plain ?? '';
      if (filter === undefined) return whole;
      if (typeof filter !== 'string') {
        kinds.push(...filter);
        return ` ${value}`;
      }
      if (value !== '')
        fixed[filter] = filter === 'method' ? value.toUpperCase() : value.toLowerCase();
      return ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
  const path = pathIn(text);
  const fixedWords = pathWords(path);
  // `/{owner}/{repo}` has no others.
  const inPath = fixedWords.length > 0 ? fixedWords : path.flatMap(wordsOf);
  const words = path.length > 0 ? [...methodIn(text), ...inPath] : wordsOf(text);
  return { text, words: [...new Set(words)], path, kinds, ...fixed };
}

/** The words of a path's segments, except for parameters: `{id}`, `:id`, `42`, a UUID. */
export function pathWords(path: readonly string[]): string[] {
  return path.filter((segment) => !/^[{<:].|^\d+$|^[\da-f-]{36}$/i.test(segment)).flatMap(wordsOf);
}

/** A filter of a query, as typed. Quotes in a value are removed: they are ignored anyway. */
export function filterText(name: string, value: string): string {
  const plain = value.replaceAll('"', '');
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}

/** Adds a filter to a query, replacing one of the same name; removes it if it is there. */
export function toggleFilter(source: string, name: string, value: string): string {
  const wanted = filterText(name, value);
  let isIn = false;
  const rest = source
    .replace(FILTER, (whole, other: string) => {
      if (other.toLowerCase() !== name) return whole;
      isIn ||= whole.trim() === wanted;
      return ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
  return isIn ? rest : `${wanted} ${rest}`.trim();
}

/** The path that makes up a whole text, except for a leading method: in `GET /users`, and in a URL. */
function pathIn(text: string): string[] {
  const rest = text.slice(methodIn(text).join('').length).trim();
  const path = /^(?:https?:\/\/[^/\s]+)?(\/\S+|[\w{}.-]+\/\S*)$/i.exec(rest)?.[1];
  return path === undefined ? [] : segmentsOf(path);
}

function methodIn(text: string): string[] {
  const first = text.split(' ', 1)[0]?.toLowerCase() ?? '';
  return METHOD_NAMES.includes(first) ? [first] : [];
}

export function segmentsOf(path: string): string[] {
  return path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
}
