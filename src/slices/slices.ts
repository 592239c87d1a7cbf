import { createHash } from 'node:crypto';
import { asString, defined, entriesOf, isObject } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import { decoded, unescapeSegment } from '../openapi/pointer.ts';
import type { Document, Operation } from '../openapi/types.ts';
import { conventionsOf } from './conventions.ts';
import { errorsOf } from './errors.ts';
import { factsOf } from './facts.ts';
import { firstStepsOf } from './first-steps.ts';
import { keyOrdersOf } from './key-orders.ts';
import { singleton, Tree } from './objects.ts';
import {
  callbackOperationsOf,
  linksOf,
  replacementsOf,
  requirementNames,
} from './operation-parts.ts';
import { linkTo } from './page-link.ts';
import { introductionOf, type Plan, type PlannedPage } from './plan.ts';
import { References, schemaNameOf, segmentsOf, type Unit, unitOfSchema } from './reach.ts';
import { shapeOf } from './shape.ts';
import type { AuthenticationUse, PageInfo, PageLink, SliceDocument } from './slice.ts';
import { firstSentence } from './text.ts';
import { TextLinks } from './text-links.ts';
import { casingOf } from './titles/casing.ts';
import { Phrases } from './titles/phrase.ts';
import { nounOf, placeholdersOf } from './titles/placeholders.ts';
import { type UsageIndex, usageOf } from './usage.ts';
import { variantsOf } from './variants.ts';
import { xmlSchemas } from './xml-schemas.ts';

/** A page with its slice, and the hash that reveals changes. */
export interface Slice {
  readonly page: PlannedPage;
  /** One line of plain text about the page; empty if there is nothing to say. */
  readonly description: string;
  /** The slice as written, without a trailing line break. */
  readonly json: string;
  /** Changes if the page changes, but not if only the API's version does. */
  readonly hash: string;
}

/**
 * Creates the slice of every planned page. Pure: the same arguments give the same bytes.
 *
 * @param doubled Pages that another document has as well, and in this one's place: no link leads to them.
 * @param editUrls Where the subjects of pages are edited. They move with every line before, so that hashes omit them.
 */
export function buildSlices(
  document: Document,
  plan: Plan,
  doubled: ReadonlySet<PlannedPage> = new Set(),
  editUrls: ReadonlyMap<PlannedPage, string> = new Map(),
): Slice[] {
  return new Slicer(document, plan, doubled).all(editUrls);
}

class Slicer {
  readonly #document: Document;
  readonly #plan: Plan;
  readonly #references: References;
  readonly #schemaPages = new Map<string, PlannedPage>();
  readonly #tagPages = new Map<string, PlannedPage>();
  readonly #byOperationId = new Map<string, PlannedPage>();
  readonly #byPointer = new Map<string, PlannedPage>();
  readonly #textLinks: TextLinks;
  /** Whether there is anything to look for in slices. */
  readonly #hasKeyOrders: boolean;
  readonly #variants: ReturnType<typeof variantsOf>;
  readonly #phrases: Phrases;
  readonly #descriptions = new Map<PlannedPage, string>();
  readonly #operations: readonly PlannedPage[];
  readonly #options: Partial<PageInfo>;
  readonly #xmlSchemas: ReadonlyMap<string, string>;

  constructor(document: Document, plan: Plan, doubled: ReadonlySet<PlannedPage>) {
    this.#document = document;
    this.#plan = plan;
    this.#references = new References(document);
    this.#textLinks = new TextLinks(document, plan);
    this.#hasKeyOrders = keyOrdersOf(document).length > 0;
    this.#variants = variantsOf(document);
    this.#phrases = new Phrases(casingOf(document, []));
    const { introduction, ...options } = plan.options;
    const first = introductionOf(plan);
    this.#options = { ...options, ...(introduction && first && { infoPath: first.id }) };
    this.#operations = plan.pages.filter((page) => page.operation !== undefined);
    this.#xmlSchemas = xmlSchemas(this.#operations, this.#references);
    for (const page of plan.pages) {
      if (page.kind === 'schema' && page.name && !doubled.has(page))
        this.#schemaPages.set(page.name, page);
      if (page.kind === 'tag' && page.name) this.#tagPages.set(page.name, page);
      if (page.operation) this.#byPointer.set(page.pointer, page);
      const operationId = asString(page.operation?.operationId);
      if (operationId && !this.#byOperationId.has(operationId))
        this.#byOperationId.set(operationId, page);
      this.#descriptions.set(page, this.#descriptionOf(page));
    }
  }

  all(editUrls: ReadonlyMap<PlannedPage, string>): Slice[] {
    const usage = usageOf(this.#document, this.#plan, this.#references);
    return this.#plan.pages.map((page) => {
      const { root, info } = this.#subject(page, usage);
      const subject = subjectOf(page);
      const units =
        subject === undefined
          ? this.#references.reach(this.#references.directOf(root))
          : this.#references.reachedBy(subject);
      const slice = this.#assemble(page, root, units, info);
      // The version changes with every release, and is only on the info page.
      const { info: _, ...versionless } = slice;
      const hashed = jsonText(page.kind === 'info' ? slice : versionless);
      const ownInfo = { ...slice['x-page'], ...defined({ editUrl: editUrls.get(page) }) };
      return {
        page,
        description: this.#descriptions.get(page) || factsOf(page, this.#references),
        json: jsonText({ ...slice, 'x-page': ownInfo }),
        hash: createHash('sha256').update(hashed).digest('hex').slice(0, 16),
      };
    });
  }

  /** The part of the document for a page's subject, and what the page lists besides. */
  #subject(
    page: PlannedPage,
    usage: UsageIndex,
  ): { root: Partial<Document>; info: Partial<PageInfo> } {
    switch (page.kind) {
      case 'info':
        return {
          root: this.#infoRoot(),
          info: this.#infoLists(),
        };
      case 'schemaList':
        return { root: { components: {} }, info: { schemas: this.#schemaLinks(usage) } };
      case 'tag': {
        const tag = this.#tag(page.name ?? '');
        const groups = this.#plan.resources.get(page.name ?? '') ?? [];
        const operations = groups.flatMap(({ name, operations }) =>
          this.#links(operations).map((link) => ({ ...link, ...(name && { resource: name }) })),
        );
        const names = this.#relatedTags(page);
        const tags = [tag, ...names.map((name) => this.#tag(name))].filter(
          (one) => one !== undefined,
        );
        return {
          root: tags.length > 0 ? { tags } : {},
          info: { operations, tagPages: idsOf(names, this.#tagPages) },
        };
      }
      case 'schema': {
        const name = page.name ?? '';
        return {
          root: {
            components: { schemas: singleton(name, this.#document.components?.schemas?.[name]) },
          } as Partial<Document>,
          info: {
            ...defined({ mediaType: this.#xmlSchemas.get(name) }),
            usedBy: usage.operations.get(name) ?? [],
            usedBySchemas: usage.schemas.get(name) ?? [],
          },
        };
      }
      default:
        return this.#operationSubject(page);
    }
  }

  #infoLists(): Partial<PageInfo> {
    const errors = errorsOf(this.#operations, this.#references);
    const authentication = this.#authentication();
    const { tagGroups, document, pages } = this.#plan;
    return {
      operations: this.#links(this.#operations),
      operationCounts: this.#counts(),
      ...(tagGroups.length > 0 && { tagGroups }),
      ...defined({
        authentication,
        firstSteps: firstStepsOf(
          this.#operations,
          authentication,
          this.#document,
          this.#references,
        ),
        conventions: conventionsOf(this.#operations, this.#references),
        document,
        schemaList: pages.find(({ kind }) => kind === 'schemaList')?.id,
      }),
      ...(this.#operations.length === 0 &&
        this.#schemaPages.size > 0 && { schemas: this.#links([...this.#schemaPages.values()]) }),
      ...(errors.length > 0 && {
        errors,
        schemaPages: idsOf(
          errors.map(({ schema }) => schema),
          this.#schemaPages,
        ),
      }),
    };
  }

  #schemaLinks(usage: UsageIndex): PageLink[] {
    return this.#plan.pages
      .filter(({ kind }) => kind === 'schema')
      .map((page) => ({
        ...linkTo(page),
        shape: shapeOf(this.#document.components?.schemas?.[page.name ?? '']),
        uses: usage.operations.get(page.name ?? '')?.length ?? 0,
      }));
  }

  /** Names of the parent of a tag, and of its children. */
  #relatedTags({ name, parent }: PlannedPage): string[] {
    const children = this.#plan.pages.filter((page) => page.kind === 'tag' && page.parent === name);
    return [parent, ...children.map((page) => page.name)].filter((one) => one !== undefined);
  }

  /** How many operations each tag has. */
  #counts(): Record<string, number> {
    const counts = new Map<string, number>();
    for (const tag of this.#operations.flatMap((page) => page.tags))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return Object.fromEntries(counts);
  }

  /** Undefined if there is nothing to authenticate with. The API itself sends webhooks. */
  #authentication(): AuthenticationUse | undefined {
    const names = Object.keys(this.#document.components?.securitySchemes ?? {});
    const operations = this.#operations.filter(({ kind }) => kind === 'operation');
    if (names.length === 0 || operations.length === 0) return undefined;
    const lists = operations.map(({ operation }) => {
      const security: unknown = operation?.security ?? this.#document.security;
      return Array.isArray(security) ? security.filter(isObject) : [];
    });
    const isRequired = (list: readonly object[]) =>
      list.length > 0 && list.every((alternative) => Object.keys(alternative).length > 0);
    const accepted = lists.map((list) => new Set(requirementNames(list)));
    const counts = names.map(
      (name) => [name, accepted.filter((own) => own.has(name)).length] as const,
    );
    return {
      operations: operations.length,
      required: lists.filter(isRequired).length,
      schemes: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    };
  }

  #infoRoot(): Partial<Document> {
    const { $self, jsonSchemaDialect, externalDocs, servers, security, tags, components } =
      this.#document;
    return defined({
      $self,
      jsonSchemaDialect,
      externalDocs,
      servers,
      security,
      tags,
      components: components?.securitySchemes && { securitySchemes: components.securitySchemes },
    });
  }

  #operationSubject(page: PlannedPage): { root: Partial<Document>; info: Partial<PageInfo> } {
    const operation = page.operation as Operation;
    const key = page.kind === 'webhook' ? 'webhooks' : 'paths';
    const shared = Object.fromEntries(
      entriesOf(page.item).filter(([name]) => SHARED.has(name) || name.startsWith('x-')),
    );
    const isAdditional = page.pointer.includes('/additionalOperations/');
    const method = isAdditional
      ? unescapeSegment(page.pointer.split('/').at(-1) ?? '')
      : (page.method ?? '');
    const held = singleton(method, operation);
    const item = { ...shared, ...(isAdditional ? { additionalOperations: held } : held) };
    const security = operation.security ?? this.#document.security;
    // An empty list names none, so the next level applies.
    const servers = [operation.servers, page.item?.servers, this.#document.servers].find(
      (list) => list !== undefined && !(Array.isArray(list) && list.length === 0),
    );
    const tags = page.tags.map((name) => this.#tag(name)).filter((tag) => tag !== undefined);
    const linked = [
      ...linksOf(operation, this.#references),
      ...replacementsOf(operation).flatMap((name) => [
        { operationId: name },
        { operationRef: name },
      ]),
    ].flatMap((link) => this.#linkTarget(link));
    const root = defined({
      servers,
      security,
      tags: tags.length > 0 ? tags : undefined,
      [key]: singleton(page.path ?? '', item),
      components: this.#securitySchemes(operation, security),
    });
    const operations = [...new Set(linked)].map((target) => ({
      ...linkTo(target),
      ...defined({ operationId: asString(target.operation?.operationId) }),
    }));
    return {
      root,
      info: { ...(operations.length > 0 && { operations }), ...this.#samplesInfo(page) },
    };
  }

  /** What samples and examples of an operation are named after. */
  #samplesInfo({ kind, path = '', operation }: PlannedPage): Partial<PageInfo> {
    if (kind !== 'operation') return {};
    const placeholders = placeholdersOf(path, this.#phrases);
    const thing = this.#phrases.write(nounOf(path, this.#phrases));
    return {
      ...(Object.keys(placeholders).length > 0 && { placeholders }),
      ...(thing !== '' && operation?.requestBody !== undefined && { thing }),
    };
  }

  /** The target page of a response link, by operationId or pointer. */
  #linkTarget({ operationId, operationRef }: Record<string, unknown>): PlannedPage[] {
    const ref = asString(operationRef) ?? '';
    const target =
      typeof operationId === 'string'
        ? this.#byOperationId.get(operationId)
        : (this.#byPointer.get(ref) ?? this.#byPointer.get(decoded(ref)));
    return target ? [target] : [];
  }

  /** The schemes named in the requirements of an operation and of its callbacks. */
  #securitySchemes(operation: Operation, security: unknown): Document['components'] | undefined {
    const inCallbacks = callbackOperationsOf(operation, this.#references);
    const names = new Set(
      [security, ...inCallbacks.map((nested) => nested.security)].flatMap(requirementNames),
    );
    const schemes = entriesOf(this.#document.components?.securitySchemes).filter(([name]) =>
      names.has(name),
    );
    return schemes.length > 0
      ? {
          securitySchemes: Object.fromEntries(schemes) as NonNullable<
            Document['components']
          >['securitySchemes'],
        }
      : undefined;
  }

  #assemble(
    page: PlannedPage,
    root: Partial<Document>,
    units: ReadonlySet<Unit>,
    info: Partial<PageInfo>,
  ): SliceDocument {
    const merged = new Tree(root);
    const subject = subjectOf(page);
    const all = subject === undefined ? units : new Set(units).add(subject);
    for (const unit of units) merged.add(segmentsOf(unit), this.#references.valueAmong(unit, all));
    const names = [...units].map(schemaNameOf).filter((name) => name !== undefined);
    if (page.kind === 'schema' && page.name) names.push(page.name);
    const tags = page.kind === 'info' ? [...this.#tagPages.keys()] : page.tags;
    const ownTags = byName([...tags, page.name ?? ''], (name) => this.#tagPages.get(name)?.own);
    const variants = byName(names, (name) => this.#variants.get(name));
    const pageInfo: PageInfo = {
      kind: page.kind,
      api: this.#plan.api,
      id: page.id,
      title: page.title,
      ...defined({ path: page.path, method: page.method, name: page.name }),
      ...this.#options,
      schemaPages: idsOf(names, this.#schemaPages),
      tagPages: idsOf(tags, this.#tagPages),
      ...(Object.keys(ownTags).length > 0 && { ownTags }),
      ...(Object.keys(variants).length > 0 && { variants }),
      ...info,
    };
    const { info: about } = this.#document;
    const whole = isObject(about) ? about : ({} as Document['info']);
    const { title, version } = whole;
    const body = {
      openapi: this.#document.openapi,
      info: page.kind === 'info' ? whole : { title, version },
      ...merged.value,
      ...(PARTS.some((part) => Object.hasOwn(merged.value, part)) ? {} : { paths: {} }),
    };
    const links = this.#textLinks.linksIn(body);
    const keyOrders = this.#hasKeyOrders ? keyOrdersOf(body) : [];
    return {
      ...body,
      'x-page': {
        ...pageInfo,
        ...(Object.keys(links).length > 0 && { links }),
        ...(keyOrders.length > 0 && { keyOrders }),
      },
    } as SliceDocument;
  }

  #tag(name: string): NonNullable<Document['tags']>[number] | undefined {
    const tags: unknown = this.#document.tags;
    return Array.isArray(tags) ? tags.find((tag) => isObject(tag) && tag.name === name) : undefined;
  }

  #links(pages: readonly PlannedPage[]): PageLink[] {
    return pages.map((page) => ({
      ...linkTo(page),
      ...defined({ description: this.#descriptions.get(page) || undefined }),
    }));
  }

  #descriptionOf(page: PlannedPage): string {
    const subject: Record<Exclude<PlannedPage['kind'], 'operation' | 'webhook'>, () => unknown> = {
      info: () => this.#document.info,
      tag: () => this.#tag(page.name ?? ''),
      schema: () => this.#document.components?.schemas?.[page.name ?? ''],
      schemaList: () => undefined,
    };
    const value =
      page.kind === 'operation' || page.kind === 'webhook' ? page.operation : subject[page.kind]();
    if (!isObject(value)) return '';
    const text = firstSentence(asString(value.description) ?? '', asString(value.summary));
    return page.operation && isTitle(text, page) ? '' : text;
  }
}

/** Whether a text only repeats the title. */
function isTitle(text: string, { title }: PlannedPage): boolean {
  return text.replace(/\.$/, '') === title;
}

/** The unit of a page's subject, if it is one: a schema. */
function subjectOf(page: PlannedPage): Unit | undefined {
  return page.kind === 'schema' && page.name ? unitOfSchema(page.name) : undefined;
}

/** A document has at least one of these, OpenAPI 3.1 section 4.8.1. */
const PARTS = ['paths', 'webhooks', 'components'];

/** Fields of a path item that apply to each of its operations, OpenAPI 3.1 section 4.8.9. */
const SHARED = new Set(['$ref', 'summary', 'description', 'servers', 'parameters']);

function idsOf(
  names: Iterable<string>,
  pages: ReadonlyMap<string, PlannedPage>,
): Record<string, string> {
  return byName(names, (name) => pages.get(name)?.id);
}

/** What some names have, without those that have nothing. */
function byName<T>(
  names: Iterable<string>,
  find: (name: string) => T | undefined,
): Record<string, Exclude<T, undefined>> {
  return defined(Object.fromEntries(Array.from(names, (name) => [name, find(name)])));
}
