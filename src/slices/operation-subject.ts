import { asString, defined, entriesOf } from '../json/guards.ts';
import { decoded, unescapeSegment } from '../openapi/pointer.ts';
import type { Document, Operation } from '../openapi/types.ts';
import { singleton } from './objects.ts';
import {
  callbackOperationsOf,
  linksOf,
  replacementsOf,
  requirementNames,
} from './operation-parts.ts';
import { linkTo } from './page-link.ts';
import type { Plan, PlannedPage } from './plan.ts';
import type { References } from './reach.ts';
import type { PageInfo } from './slice.ts';
import { tagNamed } from './tags.ts';
import { nounOf, placeholdersOf } from './titles/placeholders.ts';

/** The part of the document for a page, and what the page lists besides. */
export interface Subject {
  readonly root: Partial<Document>;
  readonly info: Partial<PageInfo>;
}

/** Fields of a path item that apply to each of its operations, OpenAPI 3.1 section 4.8.9. */
const SHARED = new Set(['$ref', 'summary', 'description', 'servers', 'parameters']);

/** The subjects of the pages of operations and webhooks. */
export class OperationSubjects {
  readonly #document: Document;
  readonly #plan: Plan;
  readonly #references: References;
  readonly #byOperationId = new Map<string, PlannedPage>();
  readonly #byPointer = new Map<string, PlannedPage>();

  constructor(document: Document, plan: Plan, references: References) {
    this.#document = document;
    this.#plan = plan;
    this.#references = references;
    for (const page of plan.pages) {
      if (page.operation) this.#byPointer.set(page.pointer, page);
      const operationId = asString(page.operation?.operationId);
      if (operationId && !this.#byOperationId.has(operationId))
        this.#byOperationId.set(operationId, page);
    }
  }

  of(page: PlannedPage): Subject {
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
    const tags = page.tags
      .map((name) => tagNamed(this.#document, name))
      .filter((tag) => tag !== undefined);
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
    const placeholders = placeholdersOf(path, this.#plan.phrases);
    const thing = this.#plan.phrases.write(nounOf(path, this.#plan.phrases));
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
}
