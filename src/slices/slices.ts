import { createHash } from 'node:crypto';
import { asString, defined, isObject } from '../json/guards.ts';
import { jsonText } from '../json/text.ts';
import type { Document } from '../openapi/types.ts';
import { CommonParameters } from './common-parameters.ts';
import { factsOf } from './facts.ts';
import type { PagesHistory } from './history.ts';
import {
  type CommonFacts,
  commonFacts,
  infoLists,
  infoRoot,
  infoSections,
} from './info-subject.ts';
import { keyOrdersOf } from './key-orders.ts';
import { singleton, Tree } from './objects.ts';
import { OperationSubjects, type Subject } from './operation-subject.ts';
import { byName, idsOf, linkTo } from './page-link.ts';
import { introductionOf, type Plan, type PlannedPage } from './plan.ts';
import { References, schemaNameOf, segmentsOf, type Unit, unitOfSchema } from './reach.ts';
import { SchemaLinks } from './schema-links.ts';
import type { PageInfo, PageLink, SliceDocument } from './slice.ts';
import { tagNamed } from './tags.ts';
import { firstSentence } from './text.ts';
import { TextLinks } from './text-links.ts';
import { type UsageIndex, usageOf } from './usage.ts';
import { ValueSources } from './value-sources.ts';
import { variantsOf } from './variants.ts';
import { xmlSchemas } from './xml-schemas.ts';

/** A page with its slice, and the hash that reveals changes. */
export interface Slice {
  readonly page: PlannedPage;
  /** One line of plain text about the page; empty if there is nothing to say. */
  readonly description: string;
  /** The slice as written, without a trailing line break. */
  readonly json: string;
  /** Whether the page says what changed on it. */
  readonly hasHistory: boolean;
  /** Changes if the page changes, but not if only the API's version does. */
  readonly hash: string;
}

/**
 * Creates the slice of every planned page. Pure: the same arguments give the same bytes.
 *
 * @param doubled Pages that another document has as well, and in this one's place: no link leads to them.
 * @param history What changed before.
 * @param editUrls Where the subjects of pages are edited. They move with every line before, so that hashes omit them.
 */
export function buildSlices(
  document: Document,
  plan: Plan,
  doubled: ReadonlySet<PlannedPage> = new Set(),
  editUrls: ReadonlyMap<PlannedPage, string> = new Map(),
  history: PagesHistory = NO_HISTORY,
): Slice[] {
  return new Slicer(document, plan, doubled, history).all(editUrls);
}

const NO_HISTORY: PagesHistory = { pages: new Map(), listed: [], releases: [] };

class Slicer {
  readonly #document: Document;
  readonly #plan: Plan;
  readonly #references: References;
  readonly #schemaPages = new Map<string, PlannedPage>();
  readonly #tagPages = new Map<string, PlannedPage>();
  readonly #operationSubjects: OperationSubjects;
  readonly #textLinks: TextLinks;
  /** Whether there is anything to look for in slices. */
  readonly #hasKeyOrders: boolean;
  readonly #variants: ReturnType<typeof variantsOf>;
  readonly #descriptions = new Map<PlannedPage, string>();
  readonly #operations: readonly PlannedPage[];
  readonly #options: Partial<PageInfo>;
  readonly #xmlSchemas: ReadonlyMap<string, string>;
  readonly #schemaLinks: SchemaLinks;
  readonly #commonFacts: CommonFacts;
  readonly #commonParameters: CommonParameters;
  readonly #valueSources: ValueSources;
  readonly #history: PagesHistory;

  constructor(
    document: Document,
    plan: Plan,
    doubled: ReadonlySet<PlannedPage>,
    history: PagesHistory,
  ) {
    this.#document = document;
    this.#history = history;
    this.#plan = plan;
    this.#references = new References(document);
    this.#textLinks = new TextLinks(document, plan);
    this.#hasKeyOrders = keyOrdersOf(document).length > 0;
    this.#variants = variantsOf(document);
    this.#operationSubjects = new OperationSubjects(document, plan, this.#references);
    const { introduction, collections: _, ...options } = plan.options;
    const first = introductionOf(plan);
    this.#options = {
      ...options,
      ...(introduction && first && { infoPath: first.id }),
      ...defined({ document: plan.document }),
    };
    this.#operations = plan.pages.filter((page) => page.operation !== undefined);
    this.#xmlSchemas = xmlSchemas(this.#operations, this.#references);
    for (const page of plan.pages) {
      if (page.kind === 'schema' && page.name && !doubled.has(page))
        this.#schemaPages.set(page.name, page);
      if (page.kind === 'tag' && page.name) this.#tagPages.set(page.name, page);
      this.#descriptions.set(page, this.#descriptionOf(page));
    }
    const shared = { document, operations: this.#operations, references: this.#references };
    this.#commonFacts = commonFacts(shared);
    this.#commonParameters = new CommonParameters(this.#operations, this.#references);
    this.#valueSources = new ValueSources(this.#operations, plan, this.#references);
    this.#schemaLinks = new SchemaLinks({
      document,
      plan,
      references: this.#references,
      pages: this.#schemaPages,
      describe: (page) => this.#descriptions.get(page) ?? '',
    });
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
        hasHistory: this.#history.pages.has(page.id),
        json: jsonText({ ...slice, 'x-page': ownInfo }),
        hash: createHash('sha256').update(hashed).digest('hex').slice(0, 16),
      };
    });
  }

  /** The part of the document for a page's subject, and what the page lists besides. */
  #subject(page: PlannedPage, usage: UsageIndex): Subject {
    switch (page.kind) {
      case 'info':
        return {
          root: infoRoot(this.#document, this.#commonFacts.bodies),
          info: {
            ...this.#changelog(),
            ...infoLists({
              document: this.#document,
              plan: this.#plan,
              references: this.#references,
              operations: this.#operations,
              schemaPages: this.#schemaPages,
              facts: this.#commonFacts,
              links: (pages) => this.#links(pages),
            }),
          },
        };
      case 'changelog':
        return { root: { components: {} }, info: { releases: this.#history.listed } };
      case 'release':
        return {
          root: { components: {} },
          info: {
            ...defined({ changelog: this.#changelog().changelog }),
            releases: this.#history.releases.filter((release) => release.page === page.id),
          },
        };
      case 'schemaList':
        return { root: { components: {} }, info: { schemas: this.#schemaLinks.all(usage) } };
      case 'tag': {
        const tag = tagNamed(this.#document, page.name ?? '');
        const groups = this.#plan.resources.get(page.name ?? '') ?? [];
        const operations = groups.flatMap(({ name, operations }) =>
          this.#links(operations).map((link) => ({ ...link, ...(name && { resource: name }) })),
        );
        const schemas = this.#schemaLinks.ofResources(groups);
        const names = this.#relatedTags(page);
        const tags = [tag, ...names.map((name) => tagNamed(this.#document, name))].filter(
          (one) => one !== undefined,
        );
        return {
          root: tags.length > 0 ? { tags } : {},
          info: {
            operations,
            tagPages: idsOf(names, this.#tagPages),
            ...(schemas.length > 0 && { schemas }),
          },
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
            usedBy: usage.get(name)?.operations ?? [],
            usedBySchemas: usage.get(name)?.schemas ?? [],
          },
        };
      }
      default:
        return this.#operationSubject(page);
    }
  }

  /** What the info page says about all changes. */
  #changelog(): Pick<PageInfo, 'changelog' | 'latestRelease'> {
    const changelog = this.#plan.pages.find(({ kind }) => kind === 'changelog')?.id;
    const latest = this.#history.releases.find(({ counts }) => Object.keys(counts).length > 0);
    if (changelog === undefined) return {};
    if (!latest) return { changelog };
    const { version, date, page } = latest;
    return { changelog, latestRelease: { version, ...defined({ date }), page } };
  }

  /** With what it has in common with others; webhooks are sent by the API itself. */
  #operationSubject(page: PlannedPage): Subject {
    const { root, info } = this.#operationSubjects.of(page);
    const hasInfo = page.kind === 'operation' && introductionOf(this.#plan)?.kind === 'info';
    const { valueSources, operations: sources = [] } = this.#valueSources.of(page);
    const linked = new Map([...(info.operations ?? []), ...sources].map((link) => [link.id, link]));
    return {
      root,
      info: {
        ...info,
        ...(valueSources && { valueSources, operations: [...linked.values()] }),
        ...this.#commonParameters.of(page),
        ...(hasInfo && infoSections(this.#commonFacts)),
      },
    };
  }

  /** Names of the parent of a tag, and of its children. */
  #relatedTags({ name, parent }: PlannedPage): string[] {
    const children = this.#plan.pages.filter((page) => page.kind === 'tag' && page.parent === name);
    return [parent, ...children.map((page) => page.name)].filter((one) => one !== undefined);
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
      ...defined({ history: this.#history.pages.get(page.id) }),
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
    const links = this.#textLinks.linksIn(body, page.id);
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

  #links(pages: readonly PlannedPage[]): PageLink[] {
    return pages.map((page) => ({
      ...linkTo(page),
      ...defined({ description: this.#descriptions.get(page) || undefined }),
    }));
  }

  #descriptionOf(page: PlannedPage): string {
    const subject: Record<Exclude<PlannedPage['kind'], 'operation' | 'webhook'>, () => unknown> = {
      info: () => this.#document.info,
      tag: () => tagNamed(this.#document, page.name ?? ''),
      schema: () => this.#document.components?.schemas?.[page.name ?? ''],
      schemaList: () => undefined,
      changelog: () => undefined,
      release: () => undefined,
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
