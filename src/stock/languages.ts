import { isObject } from '../json/guards.ts';
import { nearest } from '../problems/nearest.ts';
import type { SampleChoice } from '../slices/slice.ts';

/** A language of the stock plugin, and what ours is called. */
interface StockLanguage {
  /** Absent if there are no samples in this language. */
  readonly id?: string;
  /** The variants whose code ours resembles, in lowercase; all if absent. */
  readonly variants?: readonly string[];
  /** What our samples use, for messages. */
  readonly uses?: string;
}

/** `language` of an entry of `languageTabs`, as postman-code-generators names it, to the language of our samples. */
export const STOCK_LANGUAGES: Readonly<Record<string, StockLanguage>> = {
  curl: { id: 'curl' },
  http: { id: 'http' },
  javascript: { id: 'javascript', variants: ['fetch'], uses: 'fetch' },
  nodejs: { id: 'node', variants: ['native'], uses: 'fetch, which Node.js contains' },
  python: { id: 'python', variants: ['requests'], uses: 'Requests' },
  go: { id: 'go' },
  java: { id: 'java', variants: [], uses: 'HttpClient, which Java contains' },
  kotlin: { id: 'kotlin' },
  csharp: { id: 'csharp', variants: ['httpclient'], uses: 'HttpClient' },
  php: { id: 'php', variants: ['curl'], uses: 'cURL' },
  ruby: { id: 'ruby' },
  rust: { id: 'rust' },
  swift: { id: 'swift' },
  powershell: { id: 'powershell' },
  shell: { id: 'httpie', variants: ['httpie'], uses: 'HTTPie' },
  c: {},
  dart: {},
  'objective-c': {},
  ocaml: {},
  'postman-cli': {},
  r: {},
};

/** What `languageTabs` asks for. */
export interface ReadLanguages {
  /** In order, each language once. */
  readonly samples: readonly SampleChoice[];
  /** What is shown in another way, by the number of its entry. */
  readonly notes: readonly LanguageNote[];
}

export interface LanguageNote {
  readonly entry: number;
  readonly key: 'language' | 'variant' | 'variants';
  readonly message: string;
  readonly suggestion: string;
}

/** Reads `languageTabs`, a list of objects. */
export function readLanguages(tabs: readonly unknown[]): ReadLanguages {
  const samples = new Map<string, SampleChoice>();
  const notes: LanguageNote[] = [];
  for (const [entry, tab] of tabs.entries()) {
    if (!isObject(tab)) continue;
    const name = String(tab.language);
    const known = Object.hasOwn(STOCK_LANGUAGES, name) ? STOCK_LANGUAGES[name] : undefined;
    if (known?.id === undefined) {
      notes.push({ entry, key: 'language', ...missing(name, known !== undefined) });
      continue;
    }
    const { id } = known;
    const label = typeof tab.label === 'string' ? tab.label : undefined;
    if (!samples.has(id)) samples.set(id, { id, ...(label !== undefined && { label }) });
    const note = variantNote(name, known, tab);
    if (note) notes.push({ entry, ...note });
  }
  return { samples: [...samples.values()], notes };
}

function missing(name: string, isStock: boolean): Pick<LanguageNote, 'message' | 'suggestion'> {
  const near = isStock ? undefined : nearest(name, Object.keys(STOCK_LANGUAGES));
  return {
    message: isStock
      ? `there are no generated samples in ${JSON.stringify(name)}`
      : `${JSON.stringify(name)} is not a language of samples`,
    suggestion:
      near === undefined
        ? 'Remove the entry. Samples that operations have in x-codeSamples get a tab without one.'
        : `Did you mean "${near}"?`,
  };
}

function variantNote(
  name: string,
  { variants, uses }: StockLanguage,
  tab: Readonly<Record<string, unknown>>,
): Omit<LanguageNote, 'entry'> | undefined {
  if (variants === undefined) return undefined;
  const key = tab.variant === undefined ? 'variants' : 'variant';
  const asked = [tab[key] ?? []].flat().map((variant) => String(variant).toLowerCase());
  if (asked.length === 0 || asked.some((variant) => variants.includes(variant))) return undefined;
  return {
    key,
    message: `samples in ${JSON.stringify(name)} use ${uses}`,
    suggestion: `Remove ${key}, or write samples in x-codeSamples.`,
  };
}
