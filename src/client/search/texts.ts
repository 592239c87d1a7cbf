import { BASE } from './site.ts';

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

let instance: Promise<ReturnType<Pagefind['createInstance']>> | undefined;

export interface TextHits {
  /** The first of them. */
  readonly hits: readonly TextHit[];
  /** How many there are. */
  readonly count: number;
}

/**
 * Searches the text of all pages.
 *
 * @param folder URL of pagefind's index.
 * @throws if it cannot be loaded; a later call retries.
 */
export async function findTexts(text: string, folder: string): Promise<TextHits> {
  instance ??= (import(`${folder}pagefind.js`) as Promise<Pagefind>).then((pagefind) =>
    // A web worker would add 12 KB.
    pagefind.createInstance({ basePath: folder, baseUrl: new URL(BASE).pathname, noWorker: true }),
  );
  instance.catch(() => {
    instance = undefined;
  });
  const { results } = await (await instance).search(text);
  const fragments = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  const hits = fragments.map((fragment) => ({
    title: fragment.meta.title ?? fragment.url,
    // Hosts serve `a.html` at `a`, where all other links lead.
    href: new URL(fragment.url.replace(/\.html$/, ''), BASE).href + anchorOf(fragment),
    excerpt: fragment.excerpt.split(/<\/?mark>/).map(unescaped),
  }));
  return { hits, count: results.length };
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
