import { cached } from '../../json/cached.ts';
import { wordsOf } from '../../search/name.ts';
import { BASE } from './base.ts';

/** A page whose text contains the query. */
export interface TextHit {
  readonly title: string;
  readonly href: string;
  /** Pieces of its text; every second one is a matched word. */
  readonly excerpt: readonly string[];
}

/** The part of pagefind's API that is used here. */
interface Pagefind {
  createInstance(options: object): {
    search(text: string): Promise<{ results: readonly { data(): Promise<Fragment> }[] }>;
  };
}

interface Fragment {
  readonly url: string;
  readonly meta: { readonly title?: string };
  /** HTML: words in `<mark>`, `<` and `>` escaped. */
  readonly excerpt: string;
  readonly weighted_locations: readonly {
    readonly balanced_score: number;
    readonly location: number;
  }[];
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly location: number;
  }[];
}

const MOST = 8;
/** Possible targets: fields and headings. */
const ANCHORS = /^(?:li|h[2-6])$/;

const instances = new Map<string, Promise<ReturnType<Pagefind['createInstance']>>>();

export interface TextHits {
  /** The first of them. */
  readonly hits: readonly TextHit[];
  /** How many there are. */
  readonly count: number;
}

/**
 * Searches the text of all pages.
 *
 * @param words Those of a query that say something: all of them must be there. pagefind also finds words that only
 *   begin in the same way, however little that is.
 * @param folders URLs of pagefind's indexes; the hits of the first one come first.
 * @throws if one cannot be loaded; a later call retries.
 */
export async function findTexts(
  words: readonly string[],
  folders: readonly string[],
): Promise<TextHits> {
  const parts = await Promise.all(folders.map((folder) => findIn(words, folder)));
  return {
    hits: parts.flatMap(({ hits }) => hits).slice(0, MOST),
    count: parts.reduce((sum, { count }) => sum + count, 0),
  };
}

async function findIn(words: readonly string[], folder: string): Promise<TextHits> {
  const instance = cached(instances, folder, () =>
    (import(`${folder}pagefind.js`) as Promise<Pagefind>).then((pagefind) =>
      pagefind.createInstance({
        basePath: folder,
        baseUrl: new URL(BASE).pathname,
        // A web worker would add 12 KB.
        noWorker: true,
      }),
    ),
  );
  instance.catch(() => instances.delete(folder));
  const { results } = await (await instance).search(words.join(' '));
  const fragments = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  const known = new Set<string>();
  const hits = fragments.flatMap((fragment) => {
    const excerpt = fragment.excerpt.split(/<\/?mark>/).map(unescaped);
    const hit = {
      title: fragment.meta.title ?? fragment.url,
      // Hosts serve `a.html` at `a`, where all other links lead.
      href: new URL(fragment.url.replace(/\.html$/, ''), BASE).href + anchorOf(fragment),
      excerpt,
    };
    // Pages that repeat a text, such as operations with one description.
    const text = excerpt.join('');
    if (!hasWords(excerpt, words) || known.has(text)) return [];
    known.add(text);
    return [hit];
  });
  const areAll = hits.length === fragments.length;
  return { hits, count: areAll ? results.length : hits.length };
}

/** Whether each word is marked in an excerpt, perhaps with another ending. */
export function hasWords(excerpt: readonly string[], words: readonly string[]): boolean {
  const found = excerpt.filter((_, index) => index % 2 === 1).flatMap(wordsOf);
  return words.every((word) => {
    const start = word.slice(0, Math.max(4, word.length - 3));
    return found.some((one) => one.startsWith(start));
  });
}

/** The field or heading whose text contains most of the query. */
function anchorOf({ weighted_locations: found, anchors }: Fragment): string {
  const targets = anchors.filter((anchor) => ANCHORS.test(anchor.element));
  const scores = new Map<string | undefined, number>();
  for (const { location, balanced_score: score } of found) {
    const id = targets.findLast((anchor) => anchor.location <= location)?.id;
    scores.set(id, (scores.get(id) ?? 0) + score);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best?.[0] === undefined ? '' : `#${encodeURIComponent(best[0])}`;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
