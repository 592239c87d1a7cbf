/**
 * What can be found, best first where two are as near to a query: operations, schemas, tags, fields
 * (parameters, headers, properties), values of enums, security schemes, their scopes, statuses of
 * responses, and pages written by hand with their headings.
 */
export const KINDS = [
  'operation',
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

/** One name of the reference, however many places it has. As it stands in the files of the index. */
export interface Entry {
  readonly kind: Kind;
  /** As the document writes it: operationId, name, value; of a guide its title. */
  readonly name: string;
  /** What a reader is told besides, where the name does not say it: title, summary, title of the guide. */
  readonly title?: string;
  /** Of operations, in upper case. */
  readonly method?: string;
  /** Of operations: the path, of webhooks the name. */
  readonly path?: string;
  readonly tags?: readonly string[];
  readonly deprecated?: true;
  /** Where it stands first of all. */
  readonly best: Place;
  /** How many places there are, where there is more than one. */
  readonly places?: number;
  /** Numbers of the files that tell them all: the first, and the last where there are several. */
  readonly files?: readonly [first: number, last?: number];
}

/** Where a name stands. */
export interface Place {
  /** Address below the API's, with the anchor: `core-users-list#query-page_size`. */
  readonly at: string;
  /** Whose page it is: method and path, or the name of a schema. */
  readonly on?: string;
  /** `query`, `request`, `response 200`, `callback paid: request`; absent on the page of a schema. */
  readonly in?: string;
  /** Of properties: the names down to it, with dots between. */
  readonly path?: string;
  /** The type in words. */
  readonly type?: string;
}

/** Names of the files of an index, in its folder. */
export const FILES = {
  vocabulary: 'words.json',
  block: (shard: number, block: number): string => `${shard}-${block}.json`,
  places: (file: number): string => `places-${file}.json`,
} as const;

/**
 * The words of all names of an API, each with the number of entries that have it; in the order of the
 * alphabet, and by the shard that holds those entries.
 */
export interface Vocabulary {
  readonly shards: readonly Shard[];
}

export interface Shard {
  /** How many files it has. */
  readonly blocks: number;
  /** Word, count, word, count ... */
  readonly words: readonly (string | number)[];
}

/** What makes an entry the one it is. */
export type Identity = Pick<Entry, 'kind' | 'name' | 'method' | 'path'>;

/**
 * The key of an entry in the files of places: names of operations need not be unique, where the document
 * gives them none.
 */
export function placesKey({ kind, name, method, path }: Identity): string {
  return kind === 'operation' ? `${kind} ${method} ${path} ${name}` : `${kind} ${name}`;
}

/** Name of the file that tells what a site has to be searched, at the root of each of its languages. */
export const SEARCH_FILE = 'search.json';

/** What it says. Addresses are relative to it. */
export interface SearchIndex {
  readonly apis: readonly IndexedApi[];
  /** Folder of the vocabulary of guides; absent where there are none. */
  readonly guides?: string;
  /** Folder of the full text. */
  readonly texts: string;
  /** What addresses of pages end with: `/`, or nothing. */
  readonly slash: string;
}

export interface IndexedApi {
  readonly id: string;
  readonly label: string;
  /** Folder of its vocabulary. */
  readonly folder: string;
  /** Queries to begin with. */
  readonly examples: readonly string[];
}

/** Words by which an entry is found, besides those that its name and path give. */
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
