import type { ApiBase } from '../address/address.ts';
import type { Place } from '../address/docs.ts';
import type { PageChoice } from '../slices/plan.ts';
import type { PageKind, PageOptions } from '../slices/slice.ts';

/** Paths of generated files other than pages, relative to the project's folder. All are git-ignored. */
export const LAYOUT = {
  /** The page's script, and what it loads: copied into the site in each language. */
  script: '.reference/script',
  /** Changes if Docusaurus has to reload the pages: one was added or removed, or has another title. */
  pagesKey: '.reference/pages.json',
  /** What is currently generated: read by the site's configuration. */
  manifest: '.reference/site.json',
  /** Style sheet with the color of the main API. Written when Docusaurus loads the configuration. */
  accent: '.reference/accent.css',
  /** The languages of the site, as loaded by Docusaurus: read by the command `build`. */
  languages: '.reference/languages.json',
  /** A list of each API's pages: the names that guides can use. */
  index: '.reference/index',
  /** Current and former pages of each API: read by the next run. */
  addresses: '.reference/addresses',
  /** Every generated file and its inputs; no other file is ever overwritten or removed. */
  record: '.reference/generated.json',
  /** Files to be moved into place, and the list of moves. Only during a run. */
  staging: '.reference/staging',
  pending: '.reference/pending.json',
  /** Upstream's output for each API's outline. */
  upstream: '.reference/upstream',
  /** The pages of each version of an API in the others: read by the build. Written when Docusaurus loads pages. */
  versions: '.reference/versions.json',
  /** The state that the development server sends to open pages. Only while it runs. */
  live: '.reference/live.json',
  /** The slice that each thread of static rendering is rendering. Only while `build` renders. */
  drawing: '.reference/drawing',
  /** The Markdown twins of the pages that static rendering has rendered. Only during a build. */
  twins: '.reference/twins',
  /** Pages that static rendering keeps, and what they are made of. May be deleted at any time. */
  drawn: '.reference/drawn',
  /** The bundles of the last build, in each language, and what they are made of. May be deleted at any time. */
  bundles: '.reference/bundles',
  /** Parts of a site that were rendered apart, and its bundles: a folder for each. May be deleted at any time. */
  shards: '.reference/shards',
  /** Which pages static rendering has rendered, and which it knew. Only during `build --shard` and `merge`. */
  notes: '.reference/notes',
  /** What the sites that were built are made of: `build` has nothing to do if that has not changed. */
  built: '.reference/built.json',
  /** The names on each page, for the search. May be deleted at any time. */
  names: '.reference/names.json.gz',
  /** The social images of the last build, in each language. May be deleted at any time. */
  cards: '.reference/cards',
  /** Earlier versions of each API's document, which dates of pages are from. May be deleted at any time. */
  dates: '.reference/dates',
  /** Held by the run that is generating. */
  lock: '.reference/lock',
} as const;

/** An API for the site's configuration and home page. Its base is the one in the only version of its docs. */
export interface ManifestApi extends ApiBase {
  readonly id: string;
  readonly place: Place;
  readonly label: string;
  /** Heading of lists of all APIs. */
  readonly group?: string;
  /** A file in the folder `static`. */
  readonly logo?: string;
  /** `#1e40af`. */
  readonly accent?: string;
  /** Whether the site starts with it. */
  readonly main?: boolean;
  /** Whether it is about the site itself. */
  readonly about?: boolean;
  /** For the search, as in the options. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Id of the API that it is a version of, if there are several; the current one has that id itself. */
  readonly versionOf?: string;
  readonly title: string;
  readonly version: string;
  /** A one-line description. */
  readonly summary?: string;
  /** Page id of the info page. */
  readonly infoId: string;
  readonly pages: { readonly [kind: string]: number };
  /** Its inputs, with paths relative to the project's folder; absent if a file came from the network. */
  readonly sources?: {
    readonly document: string;
    readonly overlays: readonly string[];
    readonly refFolders: readonly string[];
    readonly showInternal?: boolean;
    readonly options: PageOptions;
    /** The kinds of its pages; all if absent. */
    readonly kinds?: PageChoice;
    /** All input files. */
    readonly files: readonly string[];
  };
}

export interface Manifest {
  readonly apis: readonly ManifestApi[];
}

/** A page that a guide can name. */
export interface IndexedPage {
  readonly kind: PageKind;
  /** Page id within the API. */
  readonly id: string;
  readonly title: string;
  /** As in the document: operationId, key in `components.schemas`, name of the tag. */
  readonly name?: string;
}
