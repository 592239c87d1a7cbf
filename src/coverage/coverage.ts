import { isObject, type JsonObject } from '../json/guards.ts';
import { valueAt } from '../openapi/pointer.ts';
import type { Document } from '../openapi/types.ts';
import type { Path } from '../openapi/walk.ts';
import type { PageChoice } from '../slices/plan.ts';
import { DocumentView } from './document-view.ts';
import { OperationWalk } from './operation-walk.ts';
import { readPlaces } from './place.ts';
import type { Region } from './region.ts';
import { SchemaPages } from './schema-pages.ts';
import { requirementFacts } from './security.ts';
import { PageReader, type Site, type SitePage } from './site.ts';
import { operationKey, operationsIn, subjectOf } from './subject.ts';
import { type Missing, Tally } from './tally.ts';
import { type Coverage, nameFact, Walk } from './walk.ts';

export interface Measured {
  readonly counts: Tally['counts'];
  readonly missing: readonly Missing[];
  /** Unreferenced components, which no page shows; schemas have pages of their own. */
  readonly unused: readonly Path[];
  /** Subjects without a page, by the site's options: nothing of them is searched for, except where others use it. */
  readonly leftOut: readonly string[];
}

/**
 * Compares a document with the pages that were built from it: every fact must be on the page of its
 * operation, webhook, tag, schema or API; facts of schemas may also be on a schema page that the page links
 * to.
 *
 * @param extensions Names of the specification extensions that pages should show.
 * @param kinds The kinds of pages that the site has; all if absent.
 */
export function measure(
  document: Document,
  site: Site,
  extensions: readonly string[] = [],
  kinds?: PageChoice,
): Measured {
  return new Measurement(document, site, extensions, kinds).run();
}

class Measurement {
  readonly #view: DocumentView;
  readonly #pages = new Map<string, SitePage>();
  readonly #reader: PageReader;
  readonly #tally = new Tally();
  readonly #coverage: Coverage;
  readonly #kinds: PageChoice | undefined;
  readonly #leftOut = new Set<string>();

  constructor(
    document: Document,
    site: Site,
    extensions: readonly string[],
    kinds: PageChoice | undefined,
  ) {
    const { pages } = site;
    this.#kinds = kinds;
    this.#reader = new PageReader(site);
    this.#view = new DocumentView(document, new Set(extensions));
    for (const page of pages) this.#pages.set(subjectOf(page), page);
    this.#coverage = {
      view: this.#view,
      tally: this.#tally,
      schemaPages: new SchemaPages(pages, this.#reader),
      operationAddress: (link) => this.#operationAddress(link),
    };
  }

  run(): Measured {
    const { document } = this.#view;
    this.#info(document);
    this.#tags(document);
    this.#operations('paths');
    this.#operations('webhooks');
    this.#schemas(document);
    return {
      counts: this.#tally.counts,
      missing: this.#tally.missing,
      unused: this.#unused(document),
      leftOut: [...this.#leftOut],
    };
  }

  /** The region of a whole page; an empty one if there is no such page, none if the site does not want it. */
  #page(key: string, path: Path): Region | undefined {
    const page = this.#pages.get(key);
    const fact = nameFact('page', key, path);
    if (!page && this.#isLeftOut(key, path)) {
      this.#leftOut.add(key);
      return undefined;
    }
    if (!page) {
      const absent = absentPage(key);
      this.#tally.count(fact, false, absent);
      const tree = readPlaces('', '');
      return { on: { page: absent, tree }, places: [tree.root], later: [], anchor: '' };
    }
    this.#tally.count(fact, true, page);
    const { schemaPages } = this.#coverage;
    const on =
      page.info.kind === 'schema'
        ? schemaPages.read(page)
        : { page, tree: this.#reader.read(page, page.info.kind === 'info') };
    return { on, places: [on.tree.root], later: [], anchor: '' };
  }

  #isLeftOut(key: string, path: Path): boolean {
    if (!this.#kinds) return false;
    const { info, operations, schemas } = this.#kinds;
    if (key === 'info') return !info;
    if (!key.startsWith('schema ')) return !operations;
    const schema = valueAt(this.#view.document, path);
    return schemas === 'tagged' && !(isObject(schema) && 'x-tags' in schema);
  }

  #unused({ components }: Document): Path[] {
    return Object.entries(components ?? {}).flatMap(([kind, members]) =>
      kind === 'schemas' || kind.startsWith('x-') || !isObject(members)
        ? []
        : Object.entries(members)
            .filter(([, value]) => isObject(value) && !this.#view.used.has(value))
            .map(([name]) => ['components', kind, name]),
    );
  }

  #info({ info, servers, security, externalDocs, tags, components }: Document): void {
    const region = this.#page('info', ['info']);
    if (!region) return;
    const walk = new Walk(this.#coverage, 'both');
    walk.visit('info', info, ['info'], region);
    if (externalDocs) walk.visit('externalDocs', externalDocs, ['externalDocs'], region);
    walk.holds('document', { servers } as JsonObject, [], region);
    const schemes = components?.securitySchemes;
    const isInherited = [...operationsIn(this.#view, 'paths')].some(
      ([, { value }]) => value.security === undefined,
    );
    for (const fact of requirementFacts(security, ['security'], this.#view)) {
      // Operations list the scopes. If there are no schemes, they also say that no authentication is
      // required; if all of them say something else, there is none to which that applies.
      const isShown = fact.kind === 'security' && (fact.form !== 'mark' || isInherited);
      if (isShown && schemes) this.#tally.check([fact], region);
    }
    walk.holds('components', { securitySchemes: schemes } as JsonObject, ['components'], region);
    for (const [index, tag] of (tags ?? []).entries()) {
      const fact = nameFact('tag', tag.name, ['tags', String(index), 'name'], 'name');
      const name = displayName(tag);
      this.#tally.check([{ ...fact, or: name === undefined ? [] : [name] }], region);
    }
  }

  /** A tag without operations is shown on the API's page. */
  #tags({ tags }: Document): void {
    for (const [index, tag] of (tags ?? []).entries()) {
      const path = ['tags', String(index)];
      const key = this.#pages.has(`tag ${tag.name}`) ? `tag ${tag.name}` : 'info';
      const region = this.#page(key, path);
      if (!region) continue;
      // A name for readers is shown instead of the other one.
      const { name: _, ...named } = tag;
      const shown = displayName(tag) === undefined ? tag : named;
      new Walk(this.#coverage, 'both').visit('tag', shown, path, region);
    }
  }

  #operations(key: 'paths' | 'webhooks'): void {
    const security = requirementFacts(this.#view.document.security, ['security'], this.#view);
    for (const [name, found] of operationsIn(this.#view, key)) {
      const region = this.#page(operationKey(key, name, found.method), found.path);
      if (!region) continue;
      new OperationWalk(this.#coverage).visit(found, name, region, security);
      if (key === 'webhooks') this.#tally.check([nameFact('webhook', name, [key, name])], region);
    }
  }

  #schemas({ components }: Document): void {
    for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
      const path = ['components', 'schemas', name];
      const region = this.#page(`schema ${name}`, path);
      if (!region) continue;
      this.#tally.check([nameFact('reference', name, path)], region);
      new Walk(this.#coverage, 'both').visit('schema', schema, path, region);
    }
  }

  #addresses: ReadonlyMap<string, string> | undefined;

  #operationAddress({ operationId, operationRef }: JsonObject): string | undefined {
    this.#addresses ??= this.#collectAddresses();
    const key =
      typeof operationId === 'string'
        ? operationId
        : this.#view.find(String(operationRef))?.path.join('\n');
    return key === undefined ? undefined : this.#addresses.get(key);
  }

  /** By operationId, and by path within the document. */
  #collectAddresses(): ReadonlyMap<string, string> {
    const addresses = new Map<string, string>();
    for (const [name, { method, value, path }] of operationsIn(this.#view, 'paths')) {
      const page = this.#pages.get(operationKey('paths', name, method));
      if (!page) continue;
      if (typeof value.operationId === 'string') addresses.set(value.operationId, page.address);
      addresses.set(path.join('\n'), page.address);
    }
    return addresses;
  }
}

function displayName(tag: object): string | undefined {
  const { 'x-displayName': given, summary }: JsonObject = { ...tag };
  const name = given ?? summary;
  return typeof name === 'string' ? name : undefined;
}

function absentPage(title: string): SitePage {
  const info = { kind: 'info', api: '', id: '', title, schemaPages: {}, tagPages: {} } as const;
  return { address: '', file: '', bytes: 0, info };
}
