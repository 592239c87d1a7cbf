import type { IntroductionSection } from '../model/page/introduction.ts';

/**
 * The texts of the search in English, by the id of their translation. Countable texts have all plural forms
 * in Docusaurus' format: `1 name|{count} names`, in the order of `Intl.PluralRules`.
 */
export const SEARCH_WORDS = {
  title: { id: 'ref.search.title', message: 'Search' },
  placeholder: { id: 'ref.search.placeholder', message: 'Search operations, fields, schemas…' },
  close: { id: 'ref.search.close', message: 'Close' },
  results: { id: 'ref.search.results', message: 'Results' },
  count: { id: 'ref.search.count', message: '1 result|{count} results' },
  none: { id: 'ref.search.none', message: 'No results for “{query}”' },
  without: {
    id: 'ref.search.without',
    message: 'No results for “{query}”. These are for “{known}”:',
  },
  loading: { id: 'ref.search.loading', message: 'Searching…' },
  missing: {
    id: 'ref.search.missing',
    message: 'There is no search index. A build creates it; the development server has none.',
  },
  offline: {
    id: 'ref.search.offline',
    message: 'Search did not load. Check your connection and keep typing to retry.',
  },
  recent: { id: 'ref.search.recent', message: 'Recent searches' },
  forget: { id: 'ref.search.forget', message: 'Clear' },
  examples: { id: 'ref.search.examples', message: 'Try searching for' },
  help: {
    id: 'ref.search.help',
    message:
      'Operations, parameters, properties, headers, values, schemas and scopes by name; paths; guides.',
  },
  filters: { id: 'ref.search.filters', message: 'Filters' },
  operations: { id: 'ref.search.operations', message: 'Operations' },
  apis: { id: 'site.apis', message: 'APIs' },
  schemas: { id: 'ref.search.schemas', message: 'Schemas' },
  fields: { id: 'ref.search.fields', message: 'Fields' },
  values: { id: 'ref.search.values', message: 'Values' },
  guides: { id: 'ref.search.guides', message: 'Guides' },
  tags: { id: 'ref.search.tags', message: 'Tags' },
  schemes: { id: 'ref.search.schemes', message: 'Security schemes' },
  scopes: { id: 'ref.search.scopes', message: 'Scopes' },
  statuses: { id: 'ref.search.statuses', message: 'Statuses' },
  inText: { id: 'ref.search.inText', message: 'In texts' },
  heading: { id: 'ref.search.heading', message: 'Section' },
  servers: { id: 'site.servers', message: 'Servers' },
  authentication: { id: 'site.authentication', message: 'Authentication' },
  pagination: { id: 'site.pagination', message: 'Pagination' },
  rateLimits: { id: 'site.rateLimits', message: 'Rate limits' },
  idempotency: { id: 'site.idempotency', message: 'Idempotency' },
  deprecatedOperations: { id: 'site.deprecatedOperations', message: 'Deprecated operations' },
  errors: { id: 'site.errors', message: 'Errors' },
  parameter: { id: 'ref.search.parameter', message: '{place} parameter' },
  request: { id: 'ref.search.request', message: 'request' },
  response: { id: 'ref.search.response', message: 'response {status}' },
  callback: { id: 'ref.search.callback', message: 'callback {name}, {place}' },
  places: { id: 'ref.search.places', message: 'in 1 place|in {count} places' },
  allPlaces: { id: 'ref.search.allPlaces', message: 'Show all {count}' },
  more: { id: 'ref.search.more', message: '1 more|{count} more' },
  inTexts: { id: 'ref.search.inTexts', message: 'Search full text for “{query}”' },
  inApi: { id: 'ref.search.inApi', message: 'Also search {api}' },
  inApis: { id: 'ref.search.inApis', message: 'Search all APIs' },
  onApi: { id: 'ref.search.onApi', message: 'API overview' },
  texts: {
    id: 'ref.search.texts',
    message: '1 page mentions it|{count} pages mention it',
  },
  deprecated: { id: 'ref.search.deprecated', message: 'deprecated' },
  version: { id: 'ref.search.version', message: 'version {version}' },
  keys: {
    id: 'ref.search.keys',
    message: '↑↓ to navigate · ↵ to open · → to show all places',
  },
  escape: { id: 'ref.search.escape', message: 'Esc to close' },
  page: { id: 'ref.search.page', message: 'Open as a page' },
  meant: { id: 'ref.search.meant', message: 'Did you mean:' },
} as const;

export type SearchWord = keyof typeof SEARCH_WORDS;

/** What sections of introductions are called on their page. */
export const SECTION_WORDS: Readonly<Record<IntroductionSection, SearchWord>> = {
  servers: 'servers',
  authentication: 'authentication',
  pagination: 'pagination',
  'rate-limits': 'rateLimits',
  idempotency: 'idempotency',
  errors: 'errors',
  deprecated: 'deprecatedOperations',
};
