import { append } from '../json/append.ts';
import { defined } from '../json/guards.ts';
import type { Document } from '../openapi/types.ts';
import { derivedSchemas } from './derived.ts';
import { linkTo } from './page-link.ts';
import type { Plan, PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import { ResourceSchemas } from './resource-schemas.ts';
import type { ResourceGroup } from './resources.ts';
import { orderedFields } from './schema-fields.ts';
import { shapeOf } from './shape.ts';
import type { PageLink } from './slice.ts';
import type { UsageIndex } from './usage.ts';

/** So many fields give an idea of a schema. */
const FIELDS = 8;

/** The parts of a document that lists of schemas are made from. */
export interface SchemaSource {
  readonly document: Document;
  readonly plan: Plan;
  readonly references: References;
  /** Pages of schemas by name; those that no link may lead to are not among them. */
  readonly pages: ReadonlyMap<string, PlannedPage>;
  /** One line about a page; empty if there is nothing to say. */
  readonly describe: (page: PlannedPage) => string;
}

/** Lists of schemas, in which those derived from another one name it: see `derivedSchemas`. */
export class SchemaLinks {
  readonly #source: SchemaSource;
  readonly #bases: ReadonlyMap<string, string>;
  readonly #resources: ResourceSchemas;
  /** The pages of derived schemas, by the name of the base. */
  readonly #derived = new Map<string, PlannedPage[]>();

  constructor(source: SchemaSource) {
    const { document, plan, references, pages } = source;
    this.#source = source;
    this.#bases = derivedSchemas(document, references);
    this.#resources = new ResourceSchemas(plan.resources, references, this.#bases);
    for (const [name, page] of pages) {
      const base = this.#bases.get(name);
      if (base !== undefined) append(this.#derived, base, page);
    }
  }

  /** All schemas with a page. */
  all(usage: UsageIndex): PageLink[] {
    return this.#source.plan.pages
      .filter(({ kind }) => kind === 'schema')
      .map((page) => ({
        ...this.#linkTo(page),
        shape: shapeOf(this.#schema(page), this.#source.references),
        uses: usage.get(page.name ?? '')?.operations.length ?? 0,
      }));
  }

  /** The schemas that explain the resources of a tag, each followed by those derived from it. */
  ofResources(groups: readonly ResourceGroup<PlannedPage>[]): PageLink[] {
    return groups.flatMap(({ name, operations }) =>
      this.#resources
        .of(operations)
        .flatMap((schema) => this.#family(schema))
        .map((link) => ({ ...link, ...(name && { resource: name }) })),
    );
  }

  #family(name: string): PageLink[] {
    const { pages, references, describe } = this.#source;
    const page = pages.get(name);
    if (!page) return [];
    const schema = this.#schema(page);
    const fields = orderedFields(schema, references);
    const itself = {
      ...linkTo(page),
      shape: shapeOf(schema, references),
      ...defined({ description: describe(page) || undefined }),
      ...(fields.length > 0 && { fields: fields.slice(0, FIELDS) }),
    };
    return [itself, ...(this.#derived.get(name) ?? []).map((other) => this.#linkTo(other))];
  }

  #linkTo(page: PlannedPage): PageLink {
    const base = this.#source.pages.get(this.#bases.get(page.name ?? '') ?? '');
    return { ...linkTo(page), ...defined({ derivedFrom: base?.id }) };
  }

  #schema({ name = '' }: PlannedPage): unknown {
    return this.#source.document.components?.schemas?.[name];
  }
}
