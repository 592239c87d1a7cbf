import type { ApiBase } from '../address/address.ts';
import type { IntroductionSection } from '../model/page/introduction.ts';

/**
 * Kinds of entries, best first if two match a query equally: operations, APIs of a site with many, schemas, tags, fields (parameters,
 * headers, properties), enum values, security schemes, their scopes, response statuses, and guides with their
 * headings. The headings of an API are those of its introduction.
 */
export const KINDS = [
  'operation',
  'api',
  'schema',
  'tag',
  'field',
  'value',
  'scheme',
  'scope',
  'status',
  'guide',
  'heading',
] as const;

export type Kind = (typeof KINDS)[number];

/** One name of the reference, however many places it has. This is the format of the index files. */
export interface Entry {
  readonly kind: Kind;
  /** As in the document: operationId, name, value; for guides, the title. */
  readonly name: string;
  /** Additional text, unless the name says it: title, summary, title of the guide. */
  readonly title?: string;
  /** For operations, in uppercase. */
  readonly method?: string;
  /** For operations, the path; for webhooks, the name. */
  readonly path?: string;
  readonly tags?: readonly string[];
  /** What it does: the beginning of the description, as text. */
  readonly about?: string;
  readonly deprecated?: true;
  /** Name of the version that it is in, if the current one no longer has it. */
  readonly version?: string;
  /** Its best place. */
  readonly best: Place;
  /** How many places there are, if more than one. */
  readonly places?: number;
  /** Numbers of the files that list them all: the first, and the last if there are several. */
  readonly files?: readonly [first: number, last?: number];
}

/** A place of a name. */
export interface Place {
  /**
   * Path below the API's, with the anchor: `core-users-list#query-page_size`. In an index of guides or of all APIs, below
   * the site's, encoded.
   */
  readonly at: string;
  /** The page's subject: method and path, or the name of a schema. */
  readonly on?: string;
  /** `query`, `request`, `response 200`, `callback paid: request`; absent on a schema's page. */
  readonly in?: string;
  /** For properties: the names of its parents and its own, separated by dots. */
  readonly path?: string;
  /** The type in words. */
  readonly type?: string;
}

/** What the sections of every introduction are called. The names in an index are the same for all languages of a site. */
export const SECTIONS: Readonly<Record<IntroductionSection, string>> = {
  servers: 'Servers',
  authentication: 'Authentication',
  pagination: 'Pagination',
  'rate-limits': 'Rate limits',
  idempotency: 'Idempotency',
  errors: 'Errors',
  deprecated: 'Deprecated operations',
};

/** Names of the files of an index, in its folder. */
export const FILES = {
  vocabulary: 'words.json',
  block: (shard: number, block: number): string => `${shard}-${block}.json`,
  places: (file: number): string => `places-${file}.json`,
} as const;

/**
 * The words of all names of an API, each with its number of entries, in alphabetical order and by the shard
 * that contains those entries.
 */
export interface Vocabulary {
  /** What readers of this API say, and what it means: as in the options. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** Set if nothing but guides and their headings is in the index. */
  readonly areGuides?: true;
  /** What tags are called, if not by their names. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly shards: readonly Shard[];
}

export interface Shard {
  /** The number of its files. */
  readonly blocks: number;
  /** Word, count, word, count ... */
  readonly words: readonly (string | number)[];
}

/** What identifies an entry. */
export type Identity = Pick<Entry, 'kind' | 'name' | 'method' | 'path'>;

/**
 * The key of an entry in the files of places: names of operations need not be unique if the document has no
 * operationIds.
 */
export function placesKey({ kind, name, method, path }: Identity): string {
  return kind === 'operation' ? `${kind} ${method} ${path} ${name}` : `${kind} ${name}`;
}

/** Name of the file that lists the search indexes of a site, at the root of each of its languages. */
export const SEARCH_FILE = 'search.json';

/** With more APIs than this, one index has those names of all of them that readers may know without knowing the API. */
export const MANY = 12;

/** Its contents. Paths are relative to it. */
export interface SearchIndex {
  /** Several entries with one id are versions of the docs; readers see the first one by default. */
  readonly apis: readonly IndexedApi[];
  /** Folder of the vocabulary of all APIs together, if they are too many to be asked one by one: see `MANY`. */
  readonly all?: string;
  /** Folder of the guides' vocabulary; absent if there are no guides. */
  readonly guides?: string;
  /** The pages about the site itself, which are only found on those pages. */
  readonly about?: {
    /** Folder of the vocabulary of its guides, and their paths; absent if there are none. */
    readonly folder?: string;
    readonly pages: readonly string[];
    /** Folder of the full-text index, which includes the pages of APIs about the site. */
    readonly texts: string;
  };
  /** Folder of the full-text index of all other pages. */
  readonly texts: string;
  /** What paths of pages end with: `/`, or nothing. */
  readonly slash: string;
}

export interface IndexedApi extends ApiBase {
  readonly id: string;
  /** Page id of its introduction, whose slice lists all operations; absent in an index of an older build. */
  readonly introduction?: string;
  /** Paths of its pages and its guides within the site. */
  readonly bases: readonly string[];
  readonly label: string;
  /** Whether it is about the site itself. */
  readonly about?: true;
  /** Folder of its vocabulary. */
  readonly folder: string;
  /** Suggested queries. */
  readonly examples: readonly string[];
}

/** What an entry is called, and where it is. */
export function textsOf({
  kind,
  name,
  title = '',
  method = '',
  path = '',
  tags = [],
}: Entry): string[] {
  return kind === 'operation' ? [name, title, path, method, ...tags] : [name, title];
}
