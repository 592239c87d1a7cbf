import { isObject, type JsonObject } from '../json/guards.ts';
import type { Path } from '../openapi/walk.ts';
import type { Fact } from './fact.ts';
import { anchorOf, type Region } from './region.ts';
import { requirementFacts } from './security.ts';
import { type FoundOperation, foundIn } from './subject.ts';
import { type Coverage, nameFact, Walk } from './walk.ts';

/** Walked separately: what an operation shares with others, and what pages put in words. */
const APART = new Set(['parameters', 'servers', 'callbacks']);

/** Walks operations (OpenAPI 3.1 section 4.8.10), including those of callbacks. */
export class OperationWalk {
  readonly #coverage: Coverage;
  readonly #walk: Walk;
  readonly #seen = new Set<object>();
  /** How often an anchor was used: of two equal ones, the later gets a number. */
  readonly #anchors = new Map<string, number>();

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
    this.#walk = new Walk(coverage, 'request');
  }

  /**
   * @param address Path, name of the webhook, or expression of the callback.
   * @param security The default for the operation: none for callbacks, as the document's is for calls of the
   * API.
   */
  visit(
    operation: FoundOperation,
    address: string,
    region: Region,
    security: readonly Fact[],
  ): void {
    const { value, path, method, item, itemPath } = operation;
    // The operation of a callback may refer to the one that contains it.
    if (this.#seen.has(value)) return;
    this.#seen.add(value);
    const { view, tally } = this.#coverage;
    const facts: Fact[] = [
      { ...nameFact('method and path', method.toUpperCase(), path), or: [method] },
      nameFact('method and path', address, itemPath),
      ...view.facts('operation', value, path),
      ...view.facts('pathItem', item, itemPath),
      ...this.#tags(value, path),
      ...(value.security === undefined ? security : this.#security(value.security, path, region)),
    ];
    // One by one: they are in different places on a page.
    for (const fact of facts) tally.check([fact], region);
    this.#servers(operation, region);
    this.#parameters(operation, region);
    this.#walk.holds('operation', value, path, region, APART);
    this.#callbacks(value.callbacks, [...path, 'callbacks'], region);
  }

  /** Tags are shown by their display names, if they have one. */
  #tags({ tags }: JsonObject, path: Path): Fact[] {
    if (!Array.isArray(tags)) return [];
    const declared: readonly unknown[] = this.#coverage.view.document.tags ?? [];
    return tags.flatMap((tag, index) => {
      if (typeof tag !== 'string') return [];
      const found = declared.filter(isObject).find(({ name }) => name === tag);
      const or = [found?.['x-displayName'], found?.summary].filter(
        (name) => typeof name === 'string',
      );
      return [{ ...nameFact('tag', tag, [...path, 'tags', String(index)], 'name'), or }];
    });
  }

  #security(security: unknown, path: Path, { anchor }: Region): Fact[] {
    // No security is the default for callbacks, so it need not be shown.
    if (anchor !== '' && Array.isArray(security) && security.length === 0) return [];
    return requirementFacts(security, [...path, 'security'], this.#coverage.view);
  }

  /** Those of the operation, or else of its path item, or else of the document. */
  #servers({ value, path, item, itemPath }: FoundOperation, region: Region): void {
    const { document } = this.#coverage.view;
    const [servers, at] =
      [
        [value.servers, path] as const,
        [item.servers, itemPath] as const,
        // The document's are for calls of the API, which callbacks and webhooks are not.
        [region.anchor === '' && path[0] === 'paths' ? document.servers : [], []] as const,
      ].find(([list]) => Array.isArray(list) && list.length > 0) ?? [];
    if (!Array.isArray(servers)) return;
    for (const [index, server] of servers.entries())
      this.#walk.visit('server', server, [...(at ?? []), 'servers', String(index)], region);
  }

  /** Those of the operation override those of its path item with the same name and location. */
  #parameters({ value, path, item, itemPath }: FoundOperation, region: Region): void {
    const { view, tally } = this.#coverage;
    const parameters = new Map<string, { given: unknown; at: Path; resolved: JsonObject }>();
    for (const [list, at] of [
      [item.parameters, itemPath] as const,
      [value.parameters, path] as const,
    ]) {
      if (!Array.isArray(list)) continue;
      for (const [index, given] of list.entries()) {
        const here = [...at, 'parameters', String(index)];
        const resolved = view.resolve({ value: given, path: here })?.value;
        if (!resolved) continue;
        const key = JSON.stringify([resolved.in, resolved.name]);
        parameters.set(key, { given, at: here, resolved });
      }
    }
    const { tree } = region.on;
    for (const { given, at, resolved } of parameters.values()) {
      const name = String(resolved.name);
      const place = String(resolved.in);
      const prefix = `${anchorOf(region.anchor, place)}-`;
      const entries = tree.entries(name, region.places).filter(({ id }) => id.startsWith(prefix));
      const into = { ...region, places: entries };
      const isTold = entries.some(({ heading }) => heading.includes(PLACES.get(place) ?? place));
      tally.count(nameFact('parameter location', place, [...at, 'in']), isTold, region.on.page);
      this.#walk.visit('parameter', given, at, into);
    }
  }

  #claim(around: string, name: string, method: string): string {
    const anchor = anchorOf(around, 'callback', name, method.toLowerCase());
    const count = (this.#anchors.get(anchor) ?? 0) + 1;
    this.#anchors.set(anchor, count);
    return count === 1 ? anchor : `${anchor}-${count}`;
  }

  /** Every method of every expression of every callback, OpenAPI 3.1 section 4.8.18. */
  #callbacks(callbacks: unknown, path: Path, region: Region): void {
    if (!isObject(callbacks)) return;
    const { view, tally } = this.#coverage;
    for (const [name, given] of Object.entries(callbacks)) {
      const at = [...path, name];
      tally.check([nameFact('callback', name, at)], region);
      const callback = view.resolve({ value: given, path: at });
      for (const [expression, item] of Object.entries(callback?.value ?? {})) {
        if (expression.startsWith('x-')) continue;
        const itemPath = [...(callback?.path ?? at), expression];
        tally.check([nameFact('callback', expression, itemPath)], region);
        const found = view.resolve({ value: item, path: itemPath });
        if (!found) continue;
        for (const operation of foundIn(found.value, found.path)) {
          const anchor = this.#claim(region.anchor, name, operation.method);
          this.visit(operation, expression, { ...region, anchor }, []);
        }
      }
    }
  }
}

/** How headings show the location of a parameter, unless by its own name. */
const PLACES: ReadonlyMap<string, string> = new Map([['querystring', 'query string']]);
