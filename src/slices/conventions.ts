import { append } from '../json/append.ts';
import { asString, defined, entriesOf } from '../json/guards.ts';
import type { PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { Convention, Conventions } from './slice.ts';
import { firstSentence } from './text.ts';

/** Names of query parameters that divide lists into pages, without case and signs. */
const PAGINATION: ReadonlySet<string> = new Set(
  [
    'page pages pageno pagenumber pageindex pageid pagesize perpage itemsperpage pagelimit',
    'limit maxresults maxitems maxrecords offset skip top start startindex startat startingafter endingbefore',
    'cursor nextcursor after before marker nextmarker startkey',
    'pagetoken nextpagetoken nexttoken continuationtoken continue',
  ].flatMap((line) => line.split(' ')),
);

/** Response headers that limit how often requests may be sent. */
const RATE_LIMIT = /^(?:(?:x-)?rate-?limit(?:-.*)?|retry-after)$/i;

/** Request headers that make a repeated request safe. */
const IDEMPOTENCY = /^(?:x-)?idempotency-key$/i;

/** What a single operation has is not what the API does. */
const FEW = 2;

/** What operations have in common, by names that are the same in many APIs; undefined if there is nothing. */
export function conventionsOf(
  operations: readonly PlannedPage[],
  references: References,
): Conventions | undefined {
  const pagination = new Uses();
  const rateLimits = new Uses();
  const idempotency = new Uses();
  for (const page of operations) {
    const { kind, method, operation, item } = page;
    if (kind !== 'operation') continue;
    const lists: unknown[] = [item?.parameters, operation?.parameters];
    const parameters = lists
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .map((parameter) => references.resolve(parameter));
    for (const { name, in: where, description } of parameters) {
      const key = asString(name) ?? '';
      if (where === 'query' && method === 'get' && PAGINATION.has(plain(key)))
        pagination.add(page, key, description);
      if (where === 'header' && IDEMPOTENCY.test(key)) idempotency.add(page, key, description);
    }
    for (const [, response] of entriesOf(operation?.responses))
      for (const [name, header] of entriesOf(references.resolve(response).headers))
        if (RATE_LIMIT.test(name))
          rateLimits.add(page, name, references.resolve(header).description);
  }
  const found = defined({
    pagination: pagination.list(),
    rateLimits: rateLimits.list(),
    idempotency: idempotency.list(),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Which operations use a name, whatever its case. */
class Uses {
  readonly #names = new Map<string, { readonly name: string; readonly texts: string[] }>();
  readonly #users = new Map<string, Set<PlannedPage>>();

  add(page: PlannedPage, name: string, description: unknown): void {
    const key = name.toLowerCase();
    const known = this.#names.get(key) ?? { name, texts: [] };
    this.#names.set(key, known);
    this.#users.set(key, (this.#users.get(key) ?? new Set()).add(page));
    const text = firstSentence(asString(description) ?? '');
    if (text !== '') known.texts.push(text);
  }

  /** Most used first. */
  list(): readonly Convention[] | undefined {
    const list = Array.from(this.#names, ([key, { name, texts }]) => ({
      name,
      operations: this.#users.get(key)?.size ?? 0,
      ...defined({ description: mostOf(texts) }),
    }));
    const shown = list
      .filter(({ operations }) => operations >= FEW)
      .sort((a, b) => b.operations - a.operations);
    return shown.length > 0 ? shown : undefined;
  }
}

/** The text that occurs most often. */
function mostOf(texts: readonly string[]): string | undefined {
  const counts = new Map<string, string[]>();
  for (const text of texts) append(counts, text, text);
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  return most?.[0];
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
