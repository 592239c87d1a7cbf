import { append } from '../json/append.ts';
import type { Document, Operation } from '../openapi/types.ts';
import { linkTo } from './page-link.ts';
import type { Plan } from './plan.ts';
import { type References, schemaNameOf } from './reach.ts';
import type { PageLink, Usage } from './slice.ts';

/** Who uses a schema, by its name. */
export interface UsageIndex {
  readonly operations: ReadonlyMap<string, readonly Usage[]>;
  readonly schemas: ReadonlyMap<string, readonly PageLink[]>;
}

/** The users of each schema: operations directly or indirectly, schemas directly. */
export function usageOf(document: Document, { pages }: Plan, references: References): UsageIndex {
  const reached = (value: unknown): Set<string> =>
    new Set(
      [...references.reach(references.directOf(value))].flatMap((unit) => schemaNameOf(unit) ?? []),
    );
  const operations = new Map<string, Usage[]>();
  const schemas = new Map<string, PageLink[]>();
  for (const page of pages) {
    if (page.operation) {
      const { responses, parameters, requestBody, callbacks }: Operation = page.operation;
      const response = reached(responses);
      const request = reached([parameters, requestBody, callbacks, page.item?.parameters]);
      const link = linkTo(page);
      for (const name of new Set([...request, ...response])) {
        append(operations, name, {
          ...link,
          request: request.has(name),
          response: response.has(name),
        });
      }
    }
    if (page.kind === 'schema' && page.name) {
      for (const unit of references.directOf(document.components?.schemas?.[page.name])) {
        const used = schemaNameOf(unit);
        if (used !== undefined && used !== page.name)
          append(schemas, used, { id: page.id, title: page.title });
      }
    }
  }
  return { operations, schemas };
}
