import { AUTHENTICATION, ERRORS, PAGINATION } from '../address/anchor.ts';
import { defined } from '../json/guards.ts';
import type { Document } from '../openapi/types.ts';
import { authenticationOf } from './authentication.ts';
import { commonBodies, type FoundBodies, withBodies } from './common-bodies.ts';
import { conventionsOf } from './conventions.ts';
import { errorsOf } from './errors.ts';
import { firstStepsOf } from './first-steps.ts';
import { idsOf } from './page-link.ts';
import { collectionNames, type Plan, type PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { PageInfo, PageLink } from './slice.ts';

/** What the info page says about all operations. */
export type CommonFacts = Pick<PageInfo, 'authentication' | 'conventions' | 'errors'> & {
  readonly bodies?: FoundBodies;
};

/** What the lists of the info page are made from. */
export interface InfoSource {
  readonly document: Document;
  readonly plan: Plan;
  readonly references: References;
  /** Those of webhooks too. */
  readonly operations: readonly PlannedPage[];
  /** By name; those that no link may lead to are not among them. */
  readonly schemaPages: ReadonlyMap<string, PlannedPage>;
  /** See `commonFacts`. */
  readonly facts: CommonFacts;
  /** Links to pages, with one line about each. */
  readonly links: (pages: readonly PlannedPage[]) => PageLink[];
}

/** The part of the document that the info page shows. */
export function infoRoot(document: Document, found: FoundBodies | undefined): Partial<Document> {
  const { $self, jsonSchemaDialect, externalDocs, servers, security, tags, components } = document;
  const root = defined({
    $self,
    jsonSchemaDialect,
    externalDocs,
    servers,
    security,
    tags,
    components: components?.securitySchemes && { securitySchemes: components.securitySchemes },
  });
  return withBodies(root, found);
}

/** What applies to several operations. */
export function commonFacts({
  document,
  operations,
  references,
}: Pick<InfoSource, 'document' | 'operations' | 'references'>): CommonFacts {
  const errors = errorsOf(operations, references);
  return defined({
    authentication: authenticationOf(operations, document),
    conventions: conventionsOf(operations, references),
    errors: errors.length > 0 ? errors : undefined,
    bodies: commonBodies(operations, errors, references),
  });
}

/** The sections of the info page that pages of operations lead to: their anchors. */
export function infoSections({
  authentication,
  conventions,
  errors,
}: CommonFacts): Pick<PageInfo, 'infoSections'> {
  const anchors = [
    ...(authentication ? [AUTHENTICATION] : []),
    ...(conventions?.pagination ? [PAGINATION] : []),
    ...(errors ? [ERRORS] : []),
  ];
  return anchors.length > 0 ? { infoSections: anchors } : {};
}

/** What the info page lists. */
export function infoLists({
  document,
  plan,
  references,
  operations,
  schemaPages,
  facts,
  links,
}: InfoSource): Partial<PageInfo> {
  const { authentication, conventions, errors = [], bodies } = facts;
  const { tagGroups, pages } = plan;
  return {
    operations: links(operations),
    operationCounts: countsOf(operations),
    ...(tagGroups.length > 0 && { tagGroups }),
    ...(plan.options.collections && { collections: collectionNames(plan) }),
    ...defined({
      authentication,
      firstSteps: firstStepsOf(operations, authentication, document, references),
      conventions,
      bodies: bodies?.bodies,
      hasYaml: plan.document === undefined ? undefined : (true as const),
      schemaList: pages.find(({ kind }) => kind === 'schemaList')?.id,
    }),
    ...(operations.length === 0 &&
      schemaPages.size > 0 && { schemas: links([...schemaPages.values()]) }),
    ...(errors.length > 0 && {
      errors,
      schemaPages: idsOf(
        errors.map(({ schema }) => schema),
        schemaPages,
      ),
    }),
  };
}

/** How many operations each tag has. */
function countsOf(operations: readonly PlannedPage[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const tag of operations.flatMap((page) => page.tags))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return Object.fromEntries(counts);
}
