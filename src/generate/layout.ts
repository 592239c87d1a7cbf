import { HERE, referencePath } from '../address/address.ts';
import type { PageKind, PageOptions } from '../slices/slice.ts';

/** Where generated files stand, from the project's folder. All are git-ignored. */
export const LAYOUT = {
  /** MDX pages and the sidebar of each API. */
  pages: HERE.outputDir,
  /** Files that are served as they are, from the site's root. */
  static: '.reference/static',
  /** As these, in every language of the site: the script of pages. */
  script: '.reference/script',
  /** Slices, among the former. */
  slices: `.reference/static/${referencePath()}`,
  /** Changes when Docusaurus has to load the pages again: one came or went, or has another title. */
  pagesKey: '.reference/pages.json',
  /** What is generated at the moment: read by the site's configuration. */
  manifest: '.reference/site.json',
  /** A list of each API's pages: read for what guides name. */
  index: '.reference/index',
  /** Where the pages of each API are, and were: read by the next run. */
  addresses: '.reference/addresses',
  /** Every generated file, and of what it was made; no other is ever overwritten or removed. */
  record: '.reference/generated.json',
  /** Files that wait to be moved into place, and the list of what moves. Only while a run writes. */
  staging: '.reference/staging',
  pending: '.reference/pending.json',
  /** What upstream made of each API's outline. */
  upstream: '.reference/upstream',
  /** What the development server tells open pages. Only while it runs. */
  live: '.reference/live.json',
  /** Which slice each thread of the static rendering draws. Only while the command `build` renders. */
  drawing: '.reference/drawing',
  /** Held by the run that is generating. */
  lock: '.reference/lock',
} as const;

/** An API as the site's configuration and home page see it. */
export interface ManifestApi {
  readonly id: string;
  readonly label: string;
  /** The one that the site begins with. */
  readonly main?: boolean;
  readonly title: string;
  readonly version: string;
  /** One line about it. */
  readonly summary?: string;
  /** Page id of the info page. */
  readonly infoId: string;
  readonly pages: { readonly [kind: string]: number };
  /** What it is made of, with paths from the project's folder; absent where a file came from the network. */
  readonly sources?: {
    readonly document: string;
    readonly overlays: readonly string[];
    readonly refFolders: readonly string[];
    readonly showInternal?: boolean;
    readonly options: PageOptions;
    /** All files that went in. */
    readonly files: readonly string[];
  };
}

export interface Manifest {
  readonly apis: readonly ManifestApi[];
}

/** A page as a guide can name it. */
export interface IndexedPage {
  readonly kind: PageKind;
  /** Page id within the API. */
  readonly id: string;
  readonly title: string;
  /** As the document has it: operationId, key in `components.schemas`, name of the tag. */
  readonly name?: string;
}
