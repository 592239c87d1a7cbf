import { BASE } from './site.ts';

/** A page whose text holds what was asked for. */
export interface TextHit {
  readonly title: string;
  readonly href: string;
  /** Pieces of its text; every second one is a word that was asked for. */
  readonly excerpt: readonly string[];
}

/** Of pagefind's module, what is used here. */
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
/** What can be gone to: fields and headings. */
const ANCHORS = /^(?:li|h[2-6])$/;

let instance: Promise<ReturnType<Pagefind['createInstance']>> | undefined;

/**
 * Looks for words in the text of all pages.
 *
 * @param folder Address of pagefind's index.
 * @throws where it cannot be loaded; a later call tries again.
 */
export async function findTexts(text: string, folder: string): Promise<readonly TextHit[]> {
  instance ??= (import(`${folder}pagefind.js`) as Promise<Pagefind>).then((pagefind) =>
    // A worker of its own would be 12 KB more.
    pagefind.createInstance({ basePath: folder, baseUrl: new URL(BASE).pathname, noWorker: true }),
  );
  instance.catch(() => {
    instance = undefined;
  });
  const { results } = await (await instance).search(text);
  const fragments = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  return fragments.map((fragment) => ({
    title: fragment.meta.title ?? fragment.url,
    href: new URL(fragment.url, BASE).href + anchorOf(fragment),
    excerpt: fragment.excerpt.split(/<\/?mark>/).map(unescaped),
  }));
}

/** The field or heading that the best place of the text belongs to. */
function anchorOf({ weighted_locations: found, anchors }: Fragment): string {
  const best = found.toSorted((a, b) => b.balanced_score - a.balanced_score)[0];
  const anchor = anchors
    .filter(({ element, location }) => ANCHORS.test(element) && location <= (best?.location ?? -1))
    .at(-1);
  return anchor ? `#${encodeURIComponent(anchor.id)}` : '';
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
