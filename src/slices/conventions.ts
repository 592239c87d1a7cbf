import { append } from '../json/append.ts';
import { asString, defined, entriesOf, type JsonObject } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import { wordSet } from '../openapi/name-words.ts';
import { parametersOf } from './operation-parts.ts';
import type { PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { Convention, Conventions, ListOption } from './slice.ts';
import { firstSentence } from './text.ts';

/** Names of query parameters that divide lists into pages, without case and signs. */
const PAGINATION = wordSet(
  'page pages pageno pagenumber pageindex pageid pagesize perpage itemsperpage pagelimit',
  'limit maxresults maxitems maxrecords offset skip top start startindex startat startingafter endingbefore',
  'cursor nextcursor after before marker nextmarker startkey',
  'pagetoken nextpagetoken nexttoken continuationtoken continue',
);

/** Those that look for words anywhere in the things of a list. */
const SEARCH = wordSet('q query search searchterm searchtext searchquery fulltext');

/** Those that determine the order of a list. */
const SORTING = wordSet(
  'sort sorts sortby sortorder sortdir sortdirection sorting order orderby orderdirection orderings ordering',
);

/** What a query parameter of a list is for, by a name that is the same in many APIs. */
export function listOptionOf(name: string): ListOption | undefined {
  const key = plain(name);
  if (PAGINATION.has(key)) return 'pagination';
  if (SEARCH.has(key)) return 'search';
  return SORTING.has(key) ? 'sorting' : undefined;
}

/** Response headers that limit how often requests may be sent. */
const RATE_LIMIT = /^(?:(?:x-)?rate-?limit(?:-.*)?|retry-after)$/i;

/** Request headers that make a repeated request safe. */
const IDEMPOTENCY = /^(?:x-)?idempotency-key$/i;

/** What a single operation has is not what the API does. */
const FEW = 2;

/** What fewer lists have is not what lists do. */
const PART = 0.2;

const LIMITS = ['type', 'format', 'default', 'minimum', 'maximum'];

/** What operations have in common, by names that are the same in many APIs; undefined if there is nothing. */
export function conventionsOf(
  operations: readonly PlannedPage[],
  references: References,
): Conventions | undefined {
  const pagination = new Uses();
  const options = new Uses();
  const rateLimits = new Uses();
  const idempotency = new Uses();
  for (const page of operations) {
    const { kind, method, operation, item } = page;
    if (kind !== 'operation') continue;
    for (const parameter of parametersOf(operation, item, references)) {
      const { name, in: where, description } = parameter;
      const key = asString(name) ?? '';
      const option = where === 'query' && method === 'get' ? listOptionOf(key) : undefined;
      if (option) {
        const uses = option === 'pagination' ? pagination : options;
        uses.add(page, key, description, limitsOf(references.resolve(parameter.schema)));
      }
      if (where === 'header' && IDEMPOTENCY.test(key)) idempotency.add(page, key, description);
    }
    for (const [, response] of entriesOf(operation?.responses))
      for (const [name, header] of entriesOf(references.resolve(response).headers))
        if (RATE_LIMIT.test(name))
          rateLimits.add(page, name, references.resolve(header).description);
  }
  const pages = pagination.list();
  const [most] = pages ?? [];
  const found = defined({
    // Search and order are a part of it if lists have them, too.
    pagination: most && [
      ...(pages ?? []),
      ...(options.list() ?? []).filter(({ operations }) => operations >= most.operations * PART),
    ],
    rateLimits: rateLimits.list(),
    idempotency: idempotency.list(),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Which operations use a name, whatever its case. */
class Uses {
  readonly #names = new Map<
    string,
    { readonly name: string; readonly texts: string[]; readonly schemas: Limits[] }
  >();
  readonly #users = new Map<string, Set<PlannedPage>>();

  add(page: PlannedPage, name: string, description: unknown, schema?: Limits): void {
    const key = name.toLowerCase();
    const known = this.#names.get(key) ?? { name, texts: [], schemas: [] };
    this.#names.set(key, known);
    this.#users.set(key, (this.#users.get(key) ?? new Set()).add(page));
    const text = firstSentence(asString(description) ?? '');
    if (text !== '') known.texts.push(text);
    if (schema) known.schemas.push(schema);
  }

  /** Most used first. */
  list(): readonly Convention[] | undefined {
    const list = Array.from(this.#names, ([key, { name, texts, schemas }]) => ({
      name,
      operations: this.#users.get(key)?.size ?? 0,
      ...defined({ description: mostOf(texts), schema: mostOf(schemas) }),
    }));
    const shown = list
      .filter(({ operations }) => operations >= FEW)
      .sort((a, b) => b.operations - a.operations);
    return shown.length > 0 ? shown : undefined;
  }
}

/** What occurs most often. */
function mostOf<T>(values: readonly T[]): T | undefined {
  const equal = new Map<string, T[]>();
  for (const value of values) append(equal, jsonText(value), value);
  const [most] = [...equal.values()].sort((a, b) => b.length - a.length);
  return most?.[0];
}

type Limits = NonNullable<Convention['schema']>;

/** The default and the limits of a schema; undefined if it has none. */
function limitsOf(schema: JsonObject): Limits | undefined {
  const found = Object.entries(schema).filter(([keyword]) => LIMITS.includes(keyword));
  const isLimited = found.some(([keyword]) => !['type', 'format'].includes(keyword));
  return isLimited ? Object.fromEntries(found) : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
